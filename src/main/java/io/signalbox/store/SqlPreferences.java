package io.signalbox.store;

import io.signalbox.engine.PreferenceStore;
import java.util.LinkedHashMap;
import java.util.Map;

/// Preferences as rows of the workspace's settings, under a prefix of their own.
public final class SqlPreferences implements PreferenceStore {
    private static final String PREFIX = "preference.";

    private final Database database;

    public SqlPreferences(Database database) {
        this.database = database;
    }

    @Override
    public Map<String, String> all() {
        var all = new LinkedHashMap<String, String>();
        database.read(
                        "reading the preferences",
                        statements -> statements.list(
                                "select name, content from setting where name like ? order by name",
                                row -> Map.entry(row.getString("name"), row.getString("content")),
                                PREFIX + "%"))
                .forEach(row -> all.put(row.getKey().substring(PREFIX.length()), row.getValue()));
        return all;
    }

    @Override
    public void save(Map<String, String> changed) {
        database.journal().write("saving the preferences", statements -> {
            for (var entry : changed.entrySet()) {
                statements.update(
                        "merge into setting (name, content) key (name) values (?, ?)",
                        PREFIX + entry.getKey(),
                        entry.getValue());
            }
            return changed.size();
        });
    }
}
