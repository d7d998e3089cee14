package io.signalbox.connector.servicenow;

import io.signalbox.connector.CallProblem;
import io.signalbox.flow.Value;
import java.util.LinkedHashMap;

/// How ServiceNow writes the names of tables and columns. The stand-in of the
/// sandbox judges by the same rules as the connector.
public final class TableRules {
    private static final int LONGEST = 80;

    private TableRules() {}

    /// Letters, digits and underscores.
    public static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST
                && name.chars()
                        .allMatch(c ->
                                (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_');
    }

    /// A record's columns of the rows of a configuration: text, as the service keeps everything.
    static Value.Fields columns(Value.Fields rows) throws CallProblem {
        var columns = new LinkedHashMap<String, Value>();
        for (var row : rows.fields().entrySet()) {
            if (!isName(row.getKey())) {
                throw new CallProblem("column", row.getKey());
            }
            columns.put(row.getKey(), Value.of(row.getValue().asText()));
        }
        return new Value.Fields(columns);
    }
}
