package io.signalbox.engine;

import io.signalbox.access.Account;
import io.signalbox.access.Secret;
import io.signalbox.connector.Connector;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.Field;
import io.signalbox.flow.NodeId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A change to a connection as somebody asks for it from outside: checked against what its service takes.
///
/// @param values fields to set; those of the account before that are not named stay
/// @param secrets to store; never shown again
public record AccountChange(String name, String type, Map<String, String> values, Map<String, Secret> secrets) {
    /// What every connection may say, whatever its service.
    private static final Set<String> USUAL = Set.of("rate", Account.GROUP, Account.DESCRIPTION, Account.HUB);

    public sealed interface Checked {}

    public record Fit(Account account) implements Checked {}

    /// @param key text key `connection.…` in this package's bundle
    public record Unfit(String key, List<String> arguments) implements Checked {
        public Unfit {
            arguments = List.copyOf(arguments);
        }
    }

    public AccountChange {
        values = Map.copyOf(values);
        secrets = Map.copyOf(secrets);
    }

    /// @param before the account of that name, where there is one
    public Checked check(Connectors connectors, Optional<Account> before) {
        if (!NodeId.isValid(name)) {
            return unfit("connection.name", name);
        }
        var connector = connectors.find(type);
        if (connector.isEmpty()) {
            var known = connectors.all().stream().map(one -> one.spec().id()).collect(Collectors.joining(", "));
            return unfit("connection.type", type, known);
        }
        return wrongField(connector.get()).<Checked>map(fault -> fault).orElseGet(() -> whole(connector.get(), before));
    }

    private Optional<Unfit> wrongField(Connector connector) {
        var spec = connector.spec();
        for (var key : values.keySet()) {
            var field = spec.accountField(key);
            if (field.filter(Field.Secret.class::isInstance).isPresent()) {
                return Optional.of(unfit("connection.secret-set", key, type));
            }
            if (field.isEmpty() && !USUAL.contains(key)) {
                return Optional.of(unfit("connection.field", key, type));
            }
        }
        return secrets.keySet().stream()
                .filter(key -> spec.accountField(key)
                        .filter(Field.Secret.class::isInstance)
                        .isEmpty())
                .findFirst()
                .map(key -> unfit("connection.secret", key, type));
    }

    private Checked whole(Connector connector, Optional<Account> before) {
        var same = before.filter(account -> account.type().equals(type));
        var all = new LinkedHashMap<String, String>();
        same.ifPresent(account -> all.putAll(account.values()));
        all.putAll(values);
        var known = new TreeSet<>(before.map(Account::secrets).orElse(Set.of()));
        known.addAll(secrets.keySet());
        for (var field : connector.spec().account()) {
            boolean there = field instanceof Field.Secret
                    ? known.contains(field.key())
                    : !all.getOrDefault(field.key(), "").isBlank();
            if (field.required() && !there) {
                return unfit("connection.required", field.key());
            }
        }
        return new Fit(
                new Account(name, type, all, known, before.map(Account::enabled).orElse(true)));
    }

    private static Unfit unfit(String key, String... arguments) {
        return new Unfit(key, List.of(arguments));
    }
}
