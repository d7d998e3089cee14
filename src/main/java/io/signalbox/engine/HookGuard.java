package io.signalbox.engine;

import io.signalbox.access.Account;
import io.signalbox.access.Accounts;
import io.signalbox.access.Secret;
import io.signalbox.connector.Connector;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.HookKeys;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.Verifier;
import io.signalbox.flow.Node;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Finds who guards the address of a webhook trigger: its verifier with the connection that holds its secret. Safe for
/// use by several threads.
public final class HookGuard {
    /// Certificates kept; vendors change theirs about once a year.
    private static final int MOST_KEPT = 32;

    private final Accounts accounts;
    private final Connectors connectors;
    private final SendGate gate;
    private final InstantSource clock;
    private final Map<String, String> certificates = new ConcurrentHashMap<>();

    /// @param account the connection, for addresses that stand in it
    public record Guarded(Verifier verifier, Account account, HookKeys keys) {}

    public HookGuard(Accounts accounts, Connectors connectors, SendGate gate, InstantSource clock) {
        this.accounts = accounts;
        this.connectors = connectors;
        this.gate = gate;
        this.clock = clock;
    }

    /// Empty when the trigger does not start: no such verifier, no such connection, switched off, or without its
    /// secret.
    public Optional<Guarded> of(Node.Trigger trigger) {
        return accounts.find(trigger.connection())
                .filter(Account::enabled)
                .flatMap(account -> verifier(trigger, account, connectors)
                        .filter(verifier -> isReady(verifier, account))
                        .map(verifier -> new Guarded(verifier, account, new Keys(account))));
    }

    static Optional<Verifier> verifier(Node.Trigger trigger, Account account, Connectors connectors) {
        return Verifier.of(
                trigger.settings().text("verifier"),
                connectors.find(account.type()).flatMap(Connector::verifier));
    }

    /// True when the connection has what the verifier cannot do without.
    static boolean isReady(Verifier verifier, Account account) {
        return (verifier.needs().isEmpty() || verifier.needs().stream().anyMatch(account.secrets()::contains))
                && verifier.needsValue().stream()
                        .noneMatch(field -> account.value(field).isBlank());
    }

    private final class Keys implements HookKeys {
        private final Account account;

        Keys(Account account) {
            this.account = account;
        }

        @Override
        public Optional<Secret> secret(String... fields) {
            for (var field : fields) {
                if (account.secrets().contains(field)) {
                    return accounts.secret(account.name(), field)
                            .filter(secret -> !secret.value().isEmpty());
                }
            }
            return Optional.empty();
        }

        @Override
        public String value(String field) {
            return account.value(field);
        }

        @Override
        public Instant now() {
            return clock.instant();
        }

        @Override
        public Optional<String> fetch(String url) {
            var known = certificates.get(url);
            if (known != null) {
                return Optional.of(known);
            }
            return switch (gate.send(gate.permit(account), Outgoing.get(url))) {
                case Exchange.Answered(var reply)
                when reply.isSuccess() -> {
                    var text = reply.body().asText();
                    if (certificates.size() >= MOST_KEPT) {
                        certificates.clear();
                    }
                    if (text.startsWith("-----BEGIN CERTIFICATE-----")) {
                        certificates.put(url, text);
                    }
                    yield Optional.of(text);
                }
                case Exchange.Answered _, Exchange.Unanswered _, Exchange.Lost _ -> Optional.empty();
            };
        }
    }
}
