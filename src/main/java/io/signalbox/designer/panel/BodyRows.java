package io.signalbox.designer.panel;

import io.signalbox.flow.Expression;
import io.signalbox.flow.MapRow;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// A body as documentation shows it, as rows of a field map: one for each value that is no object and no list, its
/// target the way to it, such as `recipients.0.external_user_id`. Pure.
final class BodyRows {
    private final List<MapRow> rows = new ArrayList<>();
    private final List<String> left = new ArrayList<>();

    private BodyRows() {}

    /// @param rows in the order of the body; without a value where the documentation says `<what to put there>`
    /// @param left ways to what no row can name, because a name has a dot in it or is empty
    record Read(List<MapRow> rows, List<String> left) {
        Read {
            rows = List.copyOf(rows);
            left = List.copyOf(left);
        }
    }

    static Read of(Value body) {
        var read = new BodyRows();
        read.walk("", body);
        return new Read(read.rows, read.left);
    }

    /// The rows that were there, changed where the body names them too, then the new ones.
    static List<MapRow> onto(List<MapRow> before, List<MapRow> read) {
        var all = new LinkedHashMap<String, MapRow>();
        before.forEach(row -> all.put(row.to(), row));
        for (var row : read) {
            var old = all.get(row.to());
            // What a person mapped is worth more than an example.
            if (old == null || old.from().isBlank()) {
                all.put(row.to(), row);
            }
        }
        return List.copyOf(all.values());
    }

    private void walk(String way, Value value) {
        switch (value) {
            case Value.Fields(var members) ->
                members.forEach((name, member) -> {
                    if (name.isBlank() || name.indexOf('.') >= 0) {
                        left.add(way.isEmpty() ? name : way + "." + name);
                    } else {
                        walk(way.isEmpty() ? name : way + "." + name, member);
                    }
                });
            case Value.Items(var items) -> {
                for (int at = 0; at < items.size(); at++) {
                    walk(way.isEmpty() ? Integer.toString(at) : way + "." + at, items.get(at));
                }
            }
            case Value.Text(var text) ->
                add(way, isPlaceholder(text) ? Expression.literal("") : Expression.literal(value));
            case Value.Decimal _, Value.Truth _ -> add(way, Expression.literal(value));
            case Value.Nothing _ -> add(way, Expression.literal(""));
        }
    }

    private void add(String way, Expression from) {
        if (!way.isEmpty()) {
            rows.add(MapRow.of(way, from));
        }
    }

    private static boolean isPlaceholder(String text) {
        var plain = text.strip();
        return plain.length() > 2 && plain.startsWith("<") && plain.endsWith(">");
    }
}
