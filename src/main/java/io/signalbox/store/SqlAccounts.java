package io.signalbox.store;

import io.signalbox.access.Account;
import io.signalbox.access.Accounts;
import io.signalbox.access.Audit;
import io.signalbox.access.Secret;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// Accounts and their sealed secrets. Read for every call that goes out, so what was read is kept until it changes.
public final class SqlAccounts implements Accounts {
    private final Database database;
    private final SqlAudit audit;
    private final Vault vault;
    private final Map<String, Optional<Account>> known = new ConcurrentHashMap<>();
    private final Map<String, Optional<Secret>> opened = new ConcurrentHashMap<>();

    public SqlAccounts(Database database, SqlAudit audit, VaultKey key, SecureRandom random) {
        this.database = database;
        this.audit = audit;
        this.vault = new Vault(key, random);
    }

    @Override
    public Optional<Account> find(String name) {
        return known.computeIfAbsent(
                name,
                _ -> database.read(
                        "reading the connection " + name,
                        statements -> select(statements, "where a.name = ?", name).stream()
                                .findFirst()));
    }

    @Override
    public List<Account> all() {
        return database.read("reading the connections", statements -> select(statements, "", new Object[0]));
    }

    private static List<Account> select(Statements statements, String where, Object... values) throws SQLException {
        var sql = "select a.name, a.type, a.fields, a.enabled, s.field from account a"
                + " left join secret s on s.account = a.name " + where + " order by a.name, s.field";
        var accounts = new LinkedHashMap<String, Account>();
        for (var row : statements.list(sql, SqlAccounts::read, values)) {
            accounts.merge(row.name(), row, (one, other) -> {
                var secrets = new TreeSet<>(one.secrets());
                secrets.addAll(other.secrets());
                return new Account(one.name(), one.type(), one.values(), secrets, one.enabled());
            });
        }
        return new ArrayList<>(accounts.values());
    }

    private static Account read(ResultSet row) throws SQLException {
        var secret = row.getString("field");
        return new Account(
                row.getString("name"),
                row.getString("type"),
                fields(row.getString("fields")),
                secret == null ? Set.of() : Set.of(secret),
                row.getBoolean("enabled"));
    }

    private static SequencedMap<String, String> fields(String json) throws SQLException {
        try {
            var fields = new LinkedHashMap<String, String>();
            Json.parse(json).asFields().fields().forEach((key, value) -> fields.put(key, value.asText()));
            return fields;
        } catch (JsonProblem broken) {
            throw new SQLException("the fields of a connection cannot be read", broken);
        }
    }

    @Override
    public void save(Account account, Map<String, Secret> secrets) {
        var fields = new LinkedHashMap<String, Value>();
        account.values().forEach((key, value) -> fields.put(key, Value.of(value)));
        var secretKeys = String.join(" ", new TreeSet<>(secrets.keySet()));
        var line = audit.line(new Audit.Deed(
                secrets.isEmpty() ? "connection.save" : "connection.secret",
                secrets.isEmpty() ? account.name() : account.name() + " " + secretKeys,
                find(account.name()).map(SqlAccounts::hash).orElse(""),
                hash(account)));
        database.journal().write("saving the connection " + account.name(), statements -> {
            statements.update(
                    "merge into account (name, type, fields, enabled) key (name) values (?, ?, ?, ?)",
                    account.name(),
                    account.type(),
                    Json.write(new Value.Fields(fields)),
                    account.enabled());
            for (var secret : secrets.entrySet()) {
                statements.update(
                        "merge into secret (account, field, sealed) key (account, field) values (?, ?, ?)",
                        account.name(),
                        secret.getKey(),
                        vault.seal(place(account.name(), secret.getKey()), secret.getValue()));
            }
            line.add(statements);
            return true;
        });
        forget();
    }

    @Override
    public boolean remove(String name) {
        var line = audit.line(new Audit.Deed(
                "connection.remove", name, find(name).map(SqlAccounts::hash).orElse(""), ""));
        boolean removed = database.journal().write("removing the connection " + name, statements -> {
            statements.update("delete from secret where account = ?", name);
            boolean known = statements.update("delete from account where name = ?", name) > 0;
            if (known) {
                line.add(statements);
            }
            return known;
        });
        forget();
        return removed;
    }

    @Override
    public Optional<Secret> secret(String account, String field) {
        return opened.computeIfAbsent(
                place(account, field),
                place -> database.read(
                                "reading a secret of " + account,
                                statements -> statements.first(
                                        "select sealed from secret where account = ? and field = ?",
                                        row -> row.getBytes("sealed"),
                                        account,
                                        field))
                        .map(closed -> vault.open(place, closed)));
    }

    /// Of everything but the secrets' values.
    private static String hash(Account account) {
        var fields = new LinkedHashMap<String, Value>();
        account.values().forEach((key, value) -> fields.put(key, Value.of(value)));
        return SqlAudit.hash(Value.fields("type", Value.of(account.type()), "fields", new Value.Fields(fields))
                .with("secrets", Value.texts(List.copyOf(account.secrets())))
                .with("enabled", Value.of(account.enabled())));
    }

    private void forget() {
        known.clear();
        opened.clear();
    }

    private static String place(String account, String field) {
        return "default|" + account + "|" + field + "|1";
    }
}
