package io.signalbox.access;

import io.signalbox.flow.NodeId;
import io.signalbox.flow.SyntaxException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A named connection of the workspace: what flows refer to by name and type. Its secrets lie in the vault; here only
/// the keys of those that are set.
///
/// @param type the connector's id
/// @param values the fields that are no secrets
/// @param secrets keys of the fields whose secret is set
public record Account(
        String name, String type, SequencedMap<String, String> values, Set<String> secrets, boolean enabled) {
    /// Keys of [#values] that every connection has, whatever its service; no service names a field so.
    public static final String GROUP = "group";

    public static final String DESCRIPTION = "description";
    public static final String HUB = "hub";

    public Account {
        if (!NodeId.isValid(name)) {
            throw new SyntaxException("syntax.account", 0, name);
        }
        values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
        secrets = Collections.unmodifiableSet(new TreeSet<>(secrets));
    }

    /// One that is in use, its secrets not set yet.
    public static Account of(String name, String type, Map<String, String> values) {
        return new Account(name, type, new LinkedHashMap<>(new TreeMap<>(values)), Set.of(), true);
    }

    /// The field's value; blank when not set.
    public String value(String key) {
        var value = values.get(key);
        return value == null ? "" : value;
    }

    /// The name of its permission group; blank for none.
    public String group() {
        return value(GROUP);
    }

    public String description() {
        return value(DESCRIPTION);
    }

    /// True unless somebody took it away: flows may read with it.
    public boolean hub() {
        return !value(HUB).equals("false");
    }

    /// The same with another value; a blank one is taken out.
    public Account with(String key, String value) {
        var changed = new LinkedHashMap<>(values);
        if (value.isBlank()) {
            changed.remove(key);
        } else {
            changed.put(key, value.strip());
        }
        return new Account(name, type, changed, secrets, enabled);
    }
}
