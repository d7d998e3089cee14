package io.signalbox.connector.braze;

import io.signalbox.access.Account;
import io.signalbox.connector.Draft;
import io.signalbox.connector.Finding;
import io.signalbox.connector.Names;
import io.signalbox.flow.Expression;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the vendor's own guide says in two ways, and what Braze would refuse.
final class BrazeCheck {
    private static final Set<String> RECIPIENTS =
            Set.of("external_id", "external_user_id", "user_alias", "recipients", "user_id");

    private final Draft draft;
    private final List<Finding> found = new ArrayList<>();

    BrazeCheck(Draft draft) {
        this.draft = draft;
    }

    List<Finding> all() {
        draft.account().ifPresent(this::address);
        switch (draft.operation()) {
            case Braze.CAMPAIGN -> campaign();
            case Braze.MESSAGE -> message();
            case Braze.TEMPLATE -> template();
            case Braze.WEBHOOK -> webhook();
            case Braze.TRACK -> names();
            default -> {}
        }
        return List.copyOf(found);
    }

    /// The guide names `/messages/send` where its example calls `/campaigns/trigger/send`: neither belongs here.
    private void address(Account account) {
        if (!path(account.value("base-url")).isEmpty()
                && account.value("base-url").contains("/send")) {
            found.add(Finding.error("connection", "problem.pair.address", account.value("base-url")));
        }
    }

    private static String path(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getPath()).orElse("").replace("/", "");
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    private void campaign() {
        if (draft.typed("existing-only").equals("false")) {
            if (draft.rows().stream()
                    .noneMatch(row -> BrazeRules.attribute(row.to()).isPresent())) {
                found.add(Finding.error("settings.existing-only", "problem.existing")
                        .mended(new Finding.Mend.Put("existing-only", Expression.literal(""))));
            } else if (isAlias()) {
                found.add(Finding.error("settings.existing-only", "problem.existing.alias")
                        .mended(new Finding.Mend.Put("existing-only", Expression.literal(""))));
            }
        }
        people();
        names();
        declared();
    }

    /// An alias has two parts; what was typed as a list is counted.
    private void people() {
        if (isAlias() && !draft.fills("alias-label")) {
            found.add(Finding.error("settings.alias-label", "problem.alias.label"));
        }
        long typed = draft.settings()
                .get("to")
                .filter(Expression.Literal.class::isInstance)
                .map(value -> ((Expression.Literal) value)
                        .value().asItems().stream().distinct().count())
                .orElse(0L);
        if (typed > BrazeRules.MOST_RECIPIENTS) {
            found.add(Finding.error("settings.to", "problem.recipients.many", Long.toString(typed)));
        }
    }

    private boolean isAlias() {
        return draft.typed("recipient-kind").equals(Recipients.ALIAS);
    }

    private void template() {
        message();
        for (int at = 0; at < draft.rows().size(); at++) {
            var row = draft.rows().get(at).to();
            if (!row.isBlank() && !DirectMessage.isRow(row)) {
                found.add(Finding.error("fields." + at, "problem.variable", row));
            }
        }
    }

    private void webhook() {
        message();
        var typed = draft.typed("webhook-url").strip();
        if (!typed.isEmpty() && !typed.startsWith("https://")) {
            found.add(Finding.error("settings.webhook-url", "problem.webhook.url", typed));
        }
    }

    private void message() {
        people();
        boolean named = draft.fills("campaign")
                || draft.fills("campaign_id")
                || draft.rows().stream()
                        .anyMatch(row ->
                                row.to().equals("campaign_id") || row.to().equals("campaign"));
        if (named) {
            found.add(Finding.warning("operation", "problem.pair").mended(new Finding.Mend.Use(Braze.CAMPAIGN)));
        }
    }

    private void names() {
        for (int at = 0; at < draft.rows().size(); at++) {
            var row = draft.rows().get(at).to();
            var attribute = BrazeRules.attribute(row);
            var name = attribute.orElse(row);
            if (name.isBlank()) {
                continue;
            }
            if (!BrazeRules.isName(name)) {
                var better = BrazeRules.asName(name);
                found.add(Finding.error("fields." + at, "problem.property.name", name, better)
                        .mended(new Finding.Mend.Rename(at, attribute.isPresent() ? "attributes." + better : better)));
            } else if (attribute.isEmpty() && RECIPIENTS.contains(name)) {
                found.add(Finding.warning("fields." + at, "problem.recipient", name));
            }
        }
    }

    /// Against the names in the message as it was composed in Braze, when somebody pasted it.
    private void declared() {
        var places = BrazeRules.places(draft.typed("message")).sequencedKeySet();
        for (var name : places) {
            if (!BrazeRules.isName(name)) {
                found.add(Finding.warning(
                        "settings.message", "problem.property.composer", name, BrazeRules.asName(name)));
            }
        }
        if (places.isEmpty()) {
            return;
        }
        var wanted = places.stream().map(BrazeRules::asName).toList();
        var mapped = draft.rows().stream().map(row -> row.to()).toList();
        for (int at = 0; at < mapped.size(); at++) {
            var name = mapped.get(at);
            if (BrazeRules.isName(name) && !wanted.contains(name) && !RECIPIENTS.contains(name)) {
                var near = Names.nearest(name, wanted, mapped);
                var finding = Finding.warning(
                        "fields." + at,
                        near.isPresent() ? "problem.property.near" : "problem.property.unknown",
                        name,
                        near.orElse(String.join(", ", wanted)));
                int row = at;
                found.add(near.map(better -> finding.mended(new Finding.Mend.Rename(row, better)))
                        .orElse(finding));
            }
        }
        var missing = wanted.stream()
                .filter(name -> !mapped.contains(name) && mapped.stream().noneMatch(row -> isNear(row, name, wanted)))
                .toList();
        if (!missing.isEmpty() && !draft.rows().isEmpty()) {
            found.add(Finding.warning("fields", "problem.property.missing", String.join(", ", missing)));
        }
    }

    private static boolean isNear(String row, String name, List<String> wanted) {
        return !wanted.contains(row)
                && Names.nearest(row, wanted, List.of()).filter(name::equals).isPresent();
    }
}
