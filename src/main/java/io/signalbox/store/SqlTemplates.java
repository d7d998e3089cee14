package io.signalbox.store;

import io.signalbox.access.Account;
import io.signalbox.connector.TemplateText;
import io.signalbox.engine.TemplateStore;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The list of an account's templates as one row of JSON: it is read and written whole.
public final class SqlTemplates implements TemplateStore {
    private final Database database;
    private final Map<String, Listed> known = new ConcurrentHashMap<>();

    private record Row(String account, Listed listed) {}

    public SqlTemplates(Database database) {
        this.database = database;
        database.read(
                        "reading the message templates",
                        statements -> statements.list(
                                "select * from template_shelf",
                                row -> new Row(
                                        row.getString("account"),
                                        listed(Statements.instant(row, "fetched_at"), row.getString("content")))))
                .forEach(row -> known.put(row.account(), row.listed()));
    }

    @Override
    public Optional<Listed> find(Account account) {
        return Optional.ofNullable(known.get(account.name()))
                .filter(listed -> listed.of().equals(account.values()));
    }

    @Override
    public void save(Account account, Instant at, List<TemplateText> templates) {
        var of = Value.Fields.empty();
        for (var field : account.values().entrySet()) {
            of = of.with(field.getKey(), Value.of(field.getValue()));
        }
        var content = Json.write(Value.fields("of", of)
                .with(
                        "templates",
                        new Value.Items(templates.stream()
                                .<Value>map(TemplateText::asValue)
                                .toList())));
        database.journal()
                .write(
                        "storing the message templates of " + account.name(),
                        statements -> statements.update(
                                "merge into template_shelf (account, fetched_at, content) key (account) values (?, ?, ?)",
                                account.name(),
                                at,
                                content));
        known.put(account.name(), new Listed(at, account.values(), templates));
    }

    private static Listed listed(Instant at, String content) throws SQLException {
        try {
            var kept = Json.parse(content);
            var of = new LinkedHashMap<String, String>();
            kept.at("of").asFields().fields().forEach((key, value) -> of.put(key, value.asText()));
            return new Listed(
                    at,
                    of,
                    kept.at("templates").asItems().stream()
                            .map(TemplateText::of)
                            .toList());
        } catch (JsonProblem broken) {
            throw new SQLException("the message templates of a connection cannot be read", broken);
        }
    }
}
