package io.signalbox.connector.salesforce;

import io.signalbox.connector.CallProblem;
import io.signalbox.flow.Value;
import java.util.LinkedHashMap;

/// How Salesforce writes the names of objects and fields. The stand-in of the sandbox judges by the same rules as the
/// connector.
public final class ApiNames {
    static final int LONGEST_QUERY = 10_000;
    private static final int LONGEST = 80;

    private ApiNames() {}

    /// Letters, digits and underscores, beginning with a letter.
    public static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST
                && isLetter(name.charAt(0))
                && name.chars().allMatch(c -> isLetter(c) || (c >= '0' && c <= '9') || c == '_');
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static String checked(String name) throws CallProblem {
        if (!isName(name.strip())) {
            throw new CallProblem("name", name);
        }
        return name.strip();
    }

    /// A record's fields of the rows of a configuration, each of the type that it has.
    static Value.Fields fields(Value.Fields rows) throws CallProblem {
        var fields = new LinkedHashMap<String, Value>();
        for (var row : rows.fields().entrySet()) {
            fields.put(checked(row.getKey()), row.getValue());
        }
        return new Value.Fields(fields);
    }
}
