package io.signalbox.json;

import io.signalbox.flow.SyntaxException;
import io.signalbox.flow.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the members of a file's objects. Refuses what does not fit, with its place in the text.
abstract class MemberReader {
    private final Map<String, Json.Place> places;
    /// Whose members are read; blank outside of nodes.
    private String node = "";

    MemberReader(Map<String, Json.Place> places) {
        this.places = places;
    }

    /// What is refused from now on belongs to this node; blank for none.
    final void reading(String id) {
        node = id;
    }

    interface Syntax<T> {
        T parse(String text);
    }

    final <T> T syntax(String at, String text, Syntax<T> syntax) throws UnreadableFlow {
        try {
            return syntax.parse(text);
        } catch (SyntaxException problem) {
            throw refuse(at, problem.key(), problem.arguments().toArray(String[]::new));
        }
    }

    final Value.Fields object(Value value, String at) throws UnreadableFlow {
        if (value instanceof Value.Fields fields) {
            return fields;
        }
        throw refuse(at, "read.object");
    }

    final Value.Fields member(Value.Fields fields, String at, String name) throws UnreadableFlow {
        return fields.has(name) ? object(fields.at(name), at + "/" + name) : Value.Fields.empty();
    }

    final List<Value> array(Value.Fields fields, String at, String name) throws UnreadableFlow {
        if (!fields.has(name)) {
            return List.of();
        }
        if (fields.at(name) instanceof Value.Items(var items)) {
            return items;
        }
        throw refuse(at + "/" + name, "read.list");
    }

    final String text(Value.Fields fields, String at, String name) throws UnreadableFlow {
        if (!fields.has(name)) {
            return "";
        }
        if (fields.at(name) instanceof Value.Text(var text)) {
            return text;
        }
        throw refuse(at + "/" + name, "read.text");
    }

    final String requiredText(Value.Fields fields, String at, String name) throws UnreadableFlow {
        var text = text(fields, at, name);
        if (text.isEmpty()) {
            throw refuse(at + "/" + name, "read.required", name);
        }
        return text;
    }

    final boolean truth(Value.Fields fields, String at, String name) throws UnreadableFlow {
        if (!fields.has(name)) {
            return false;
        }
        if (fields.at(name) instanceof Value.Truth(var truth)) {
            return truth;
        }
        throw refuse(at + "/" + name, "read.truth");
    }

    static Value.Fields rest(Value.Fields fields, Set<String> known) {
        var rest = Value.Fields.empty();
        for (var member : fields.fields().entrySet()) {
            if (!known.contains(member.getKey())) {
                rest = rest.with(member.getKey(), member.getValue());
            }
        }
        return rest;
    }

    final UnreadableFlow refuse(String at, String key, String... arguments) {
        var place = place(at);
        var field = at.substring(at.lastIndexOf('/') + 1);
        return new UnreadableFlow(key, place.line(), place.column(), node, field, List.of(arguments));
    }

    /// Of the nearest thing around that has one: what is missing stands nowhere.
    private Json.Place place(String at) {
        for (var near = at; !near.isEmpty(); near = near.substring(0, near.lastIndexOf('/'))) {
            var found = places.get(near);
            if (found != null) {
                return found;
            }
        }
        return places.getOrDefault("/", new Json.Place(1, 1));
    }
}
