package io.signalbox.store;

import io.signalbox.connector.TemplateText;
import io.signalbox.engine.TemplateStore;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import java.sql.SQLException;
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
                                        new Listed(
                                                Statements.instant(row, "fetched_at"),
                                                templates(row.getString("content"))))))
                .forEach(row -> known.put(row.account(), row.listed()));
    }

    @Override
    public Optional<Listed> find(String account) {
        return Optional.ofNullable(known.get(account));
    }

    @Override
    public void save(String account, Listed listed) {
        var content = Json.write(new Value.Items(
                listed.templates().stream().<Value>map(TemplateText::asValue).toList()));
        database.journal()
                .write(
                        "storing the message templates of " + account,
                        statements -> statements.update(
                                "merge into template_shelf (account, fetched_at, content) key (account) values (?, ?, ?)",
                                account,
                                listed.at(),
                                content));
        known.put(account, listed);
    }

    private static List<TemplateText> templates(String content) throws SQLException {
        try {
            return Json.parse(content).asItems().stream().map(TemplateText::of).toList();
        } catch (JsonProblem broken) {
            throw new SQLException("the message templates of a connection cannot be read", broken);
        }
    }
}
