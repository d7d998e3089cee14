package io.signalbox.json;

import io.signalbox.flow.Group;
import io.signalbox.flow.Layout;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Note;
import io.signalbox.flow.Point;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Notes and groups in a flow's layout: lists of objects with an id. What does not look like one is no reason to refuse
/// a flow: it is kept as it stands, like every member this version does not know.
final class DrawingJson {
    private static final String NOTES = "notes";
    private static final String GROUPS = "groups";
    private static final Set<String> NOTE = Set.of("id", "text", "x", "y");
    private static final Set<String> GROUP = Set.of("id", "name", "nodes");

    private DrawingJson() {}

    /// @param rest what the layout holds besides the places of nodes
    /// @param nodes whose ids are taken
    static Layout read(SequencedMap<NodeId, Point> places, Value.Fields rest, Set<NodeId> nodes) {
        var notes = new LinkedHashMap<NodeId, Note>();
        var groups = new LinkedHashMap<NodeId, Group>();
        var taken = new LinkedHashSet<>(nodes);
        var extra = new LinkedHashMap<String, Value>();
        for (var member : rest.fields().entrySet()) {
            var kept = new ArrayList<Value>();
            if (member.getValue() instanceof Value.Items(var items)) {
                for (var item : items) {
                    var note = member.getKey().equals(NOTES) ? note(item, taken) : Optional.<Note>empty();
                    var group = member.getKey().equals(GROUPS) ? group(item, taken) : Optional.<Group>empty();
                    note.ifPresent(some -> notes.put(some.id(), some));
                    group.ifPresent(some -> groups.put(some.id(), some));
                    if (note.isEmpty() && group.isEmpty()) {
                        kept.add(item);
                    }
                }
                if (!kept.isEmpty() || items.isEmpty()) {
                    extra.put(member.getKey(), new Value.Items(kept));
                }
            } else {
                extra.put(member.getKey(), member.getValue());
            }
        }
        return new Layout(places, notes, groups, new Value.Fields(extra));
    }

    /// @param places the nodes' places as they are written
    static Value.Fields write(Value.Fields places, Layout layout) {
        var fields = places;
        fields = with(
                fields,
                NOTES,
                layout.notes().values().stream().map(DrawingJson::value).toList(),
                layout);
        return with(
                fields,
                GROUPS,
                layout.groups().values().stream().map(DrawingJson::value).toList(),
                layout);
    }

    private static Value.Fields with(Value.Fields fields, String name, List<? extends Value> known, Layout layout) {
        if (known.isEmpty()) {
            return fields;
        }
        var all = new ArrayList<Value>(known);
        switch (layout.extra().at(name)) {
            case Value.Items(var kept) -> all.addAll(kept);
            case Value.Nothing _ -> {}
            case Value.Text _, Value.Decimal _, Value.Truth _, Value.Fields _ ->
                all.add(layout.extra().at(name));
        }
        return fields.with(name, new Value.Items(all));
    }

    private static Value.Fields value(Note note) {
        var fields = Value.fields("id", Value.of(note.id().value()), "text", Value.of(note.text()))
                .with("x", FlowWriter.number(note.place().x()))
                .with("y", FlowWriter.number(note.place().y()));
        return FlowWriter.plus(fields, note.extra());
    }

    private static Value.Fields value(Group group) {
        var fields = Value.fields("id", Value.of(group.id().value()), "name", Value.of(group.name()))
                .with(
                        "nodes",
                        Value.texts(group.members().stream().map(NodeId::value).toList()));
        return FlowWriter.plus(fields, group.extra());
    }

    private static Optional<Note> note(Value item, Set<NodeId> taken) {
        if (item.at("text") instanceof Value.Text(var text)
                && item.at("x") instanceof Value.Decimal(var x)
                && item.at("y") instanceof Value.Decimal(var y)
                && Double.isFinite(x.doubleValue())
                && Double.isFinite(y.doubleValue())) {
            return id(item, taken)
                    .map(id -> new Note(
                            id,
                            text,
                            new Point(x.doubleValue(), y.doubleValue()),
                            MemberReader.rest(item.asFields(), NOTE)));
        }
        return Optional.empty();
    }

    private static Optional<Group> group(Value item, Set<NodeId> taken) {
        if (!(item.at("name") instanceof Value.Text(var name) && item.at("nodes") instanceof Value.Items(var items))) {
            return Optional.empty();
        }
        var members = new LinkedHashSet<NodeId>();
        for (var member : items) {
            if (!(member instanceof Value.Text(var text)) || !NodeId.isValid(text) || !members.add(new NodeId(text))) {
                return Optional.empty();
            }
        }
        return id(item, taken).map(id -> new Group(id, name, members, MemberReader.rest(item.asFields(), GROUP)));
    }

    /// Its id when nothing else has it; it is taken from then on.
    private static Optional<NodeId> id(Value item, Set<NodeId> taken) {
        return item.at("id") instanceof Value.Text(var text)
                        && NodeId.isValid(text)
                        && !text.equals("trigger")
                        && taken.add(new NodeId(text))
                ? Optional.of(new NodeId(text))
                : Optional.empty();
    }
}
