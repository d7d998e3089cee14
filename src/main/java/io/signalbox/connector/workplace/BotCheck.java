package io.signalbox.connector.workplace;

import io.signalbox.access.Account;
import io.signalbox.connector.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What has to be set at Workplace before a bot is let loose, as the connection says it is.
final class BotCheck {
    private static final String AT = "connection";

    private final Account account;
    private final String operation;
    private final List<Finding> found = new ArrayList<>();

    /// @param operation blank for what the bot hears
    BotCheck(Account account, String operation) {
        this.account = account;
        this.operation = operation;
    }

    List<Finding> all() {
        if (!is("enabled")) {
            found.add(Finding.error(AT, "problem.bot.enabled", account.name()));
        }
        if (!is("visible")) {
            found.add(
                    operation.isEmpty()
                            ? Finding.error(AT, "problem.bot.visible", account.name())
                            : Finding.warning(AT, "problem.bot.visible", account.name()));
        }
        boolean person = operation.equals(Workplace.PERSON);
        if (person && !is("read-profile")) {
            found.add(Finding.error(AT, "problem.bot.read", account.name()));
        }
        if (!person && !operation.isEmpty() && !is("message-any")) {
            found.add(Finding.error(AT, "problem.bot.message", account.name()));
        }
        if (!operation.isEmpty()) {
            security();
        }
        return List.copyOf(found);
    }

    private void security() {
        if (!is("proof")) {
            found.add(Finding.warning(AT, "problem.proof.off", account.name()));
        } else if (!account.secrets().contains("app-secret")) {
            found.add(Finding.error(AT, "problem.proof.secret", account.name()));
        }
        var allowed = Arrays.stream(account.value("allowed-addresses").split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        var own = account.value("own-address").strip();
        if (!allowed.isEmpty() && own.isEmpty()) {
            found.add(Finding.warning(AT, "problem.address.unknown", account.name()));
        } else if (!allowed.isEmpty() && !allowed.contains(own)) {
            found.add(Finding.error(AT, "problem.address", own, String.join(", ", allowed)));
        }
    }

    private boolean is(String flag) {
        return account.value(flag).equals("true");
    }
}
