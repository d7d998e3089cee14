package io.signalbox.designer.panel;

import io.signalbox.access.Account;
import io.signalbox.access.PermissionGroup;
import io.signalbox.access.Secret;
import io.signalbox.connector.Auth;
import io.signalbox.connector.Connector;
import io.signalbox.connector.Field;
import io.signalbox.flow.NodeId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// A connection as it is being entered or changed. Secrets stay here until they are stored, and are shown once after
/// that. FX thread only.
final class ConnectionEntry {
    private final Bench bench;
    private final Connector connector;
    private final Optional<Account> existing;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> secrets = new LinkedHashMap<>();
    private String name;

    ConnectionEntry(Bench bench, Connector connector, Optional<Account> existing) {
        this.bench = bench;
        this.connector = connector;
        this.existing = existing;
        name = existing.map(Account::name)
                .orElseGet(() -> free(bench, connector.spec().id()));
        existing.ifPresent(account -> values.putAll(account.values()));
        var groups = bench.groups().allProperty().get();
        if (existing.isEmpty() && hasGroups() && groups.size() == 1) {
            set(Account.GROUP, groups.getFirst().name());
        }
    }

    /// Where a service has one connection, its own name says enough.
    private static String free(Bench bench, String type) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> number == 1 ? type : type + "-" + number)
                .filter(each -> bench.accounts().find(each).isEmpty())
                .findFirst()
                .orElse(type);
    }

    Connector connector() {
        return connector;
    }

    Optional<Account> existing() {
        return existing;
    }

    boolean hasGroups() {
        return connector.spec().hasGroups();
    }

    String name() {
        return name;
    }

    void name(String typed) {
        name = typed.strip();
    }

    String get(String key) {
        return values.getOrDefault(key, "");
    }

    void set(String key, String text) {
        values.put(key, text);
    }

    void secret(String key, String text) {
        secrets.put(key, text);
    }

    boolean isStored(String secret) {
        return existing.map(account -> account.secrets().contains(secret)).orElse(false);
    }

    /// How it signs in, with what has been typed so far.
    Auth auth() {
        return connector.auth(account());
    }

    boolean isTaken() {
        return existing.isEmpty() && bench.accounts().find(name).isPresent();
    }

    /// Nothing that is needed is missing; what is missing, as a text key, else.
    Optional<String> missing() {
        if (!NodeId.isValid(name) || isTaken()) {
            return Optional.of("connection.missing.name");
        }
        if (hasGroups()
                && bench.groups()
                        .find(get(Account.GROUP))
                        .map(PermissionGroup::name)
                        .isEmpty()) {
            return Optional.of("connection.missing.group");
        }
        return lacking().map(_ -> "connection.missing.field");
    }

    /// The first field of its service that must be filled in and is not.
    Optional<Field> lacking() {
        return connector.spec().account().stream()
                .filter(Field::required)
                .filter(field -> field instanceof Field.Secret
                        ? secrets.getOrDefault(field.key(), "").isEmpty() && !isStored(field.key())
                        : get(field.key()).isBlank())
                .findFirst();
    }

    boolean isChanged() {
        return !secrets().isEmpty()
                || existing.map(account -> !account.values().equals(account().values()))
                        .orElse(true);
    }

    /// As it would be stored. With a stand-in for the name until there is one.
    Account account() {
        Set<String> known = new TreeSet<>(existing.map(Account::secrets).orElse(Set.of()));
        known.addAll(secrets().keySet());
        var kept = new LinkedHashMap<String, String>();
        values.forEach((key, text) -> {
            if (!text.isBlank()) {
                kept.put(key, text.strip());
            }
        });
        return new Account(
                NodeId.isValid(name) ? name : "new",
                connector.spec().id(),
                kept,
                known,
                existing.map(Account::enabled).orElse(true));
    }

    /// Those that were typed.
    Map<String, Secret> secrets() {
        var given = new LinkedHashMap<String, Secret>();
        secrets.forEach((key, text) -> {
            if (!text.isEmpty()) {
                given.put(key, new Secret(text));
            }
        });
        return given;
    }

    void forget() {
        secrets.clear();
    }
}
