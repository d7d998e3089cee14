package io.signalbox.connector;

import io.signalbox.flow.Value;
import java.util.Map;

/// What a service knows by name (people, assets, third parties, groups), so that it is chosen instead of typed. It is
/// read by one of the connector's own operations, page after page where that pages.
///
/// @param id lower case, unique in its connector
/// @param operation that reads it; changes nothing out there
/// @param settings of that call
/// @param search the setting that takes what was typed; blank when the operation lists all, which are then kept for a
/// while and searched here
/// @param rows dotted path of the list in the operation's output; blank: the output itself
/// @param label member of a row by which people know it
/// @param values which member of a row a field holds, by the field's name in events and replies
/// @param responsible the kind of responsible it lists ([#OWN], [#THIRD_PARTY], [#GROUP]); blank when none
public record Directory(
        String id,
        String operation,
        Value.Fields settings,
        String search,
        String rows,
        String label,
        Map<String, String> values,
        String responsible) {
    /// The operation that lists people whom no message reaches: rows with `code`, `full_name`, `numbers` and `why`
    /// (`none` or `unusable`), as far as a service keeps people.
    public static final String WITHOUT_NUMBER = "people-without-number";

    public static final String OWN = "human-resources";
    public static final String THIRD_PARTY = "third-party";
    public static final String GROUP = "group";

    public Directory {
        values = Map.copyOf(values);
    }

    /// True when what it lists can stand in that field.
    ///
    /// @param kind of responsible that is wanted; blank when the field names none
    public boolean lists(String field, String kind) {
        return values.containsKey(field) && responsible.equals(kind);
    }
}
