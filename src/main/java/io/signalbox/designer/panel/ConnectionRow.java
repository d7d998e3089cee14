package io.signalbox.designer.panel;

import io.signalbox.access.Account;
import io.signalbox.connector.Field;
import io.signalbox.engine.Rights;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A connection as its list shows it.
///
/// @param users names of the flows that use it
/// @param lastUsed when one of them last ran; empty when none ever did
record ConnectionRow(Account account, List<String> users, Optional<Instant> lastUsed) {
    ConnectionRow {
        users = List.copyOf(users);
    }

    /// How it is, as far as is known.
    enum Health {
        UNTRIED("", "info"),
        FINE("success", "check"),
        FAILED("danger", "cross"),
        /// A secret that its service asks for is not there.
        LACKING("warning", "warning"),
        /// Flows may not read with it.
        SHUT("warning", "lock"),
        /// Its service keeps permission groups, and it names none that is there.
        GROUPLESS("warning", "shield");

        private final String tone;
        private final String icon;

        Health(String tone, String icon) {
            this.tone = tone;
            this.icon = icon;
        }

        String tone() {
            return tone;
        }

        String icon() {
            return icon;
        }

        String key() {
            return "connection.health." + name().toLowerCase(Locale.ROOT);
        }
    }

    Health health(Bench bench) {
        boolean lacking = bench.connectors().find(account.type()).stream()
                .flatMap(connector -> connector.spec().account().stream())
                .anyMatch(field -> field instanceof Field.Secret
                        && field.required()
                        && !account.secrets().contains(field.key()));
        if (lacking) {
            return Health.LACKING;
        }
        if (!account.hub()) {
            return Health.SHUT;
        }
        if (Rights.lacksGroup(account, bench.connectors(), bench.groups()::find)) {
            return Health.GROUPLESS;
        }
        var tried = bench.accounts().tried().get(account.name());
        return tried == null ? Health.UNTRIED : tried.passed() ? Health.FINE : Health.FAILED;
    }

    /// What a search looks through.
    String words(String service) {
        return account.name() + " " + service + " " + account.description() + " " + account.group();
    }
}
