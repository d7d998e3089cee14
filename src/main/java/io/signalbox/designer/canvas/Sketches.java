package io.signalbox.designer.canvas;

import io.signalbox.designer.Keyboard;
import io.signalbox.designer.Words;
import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/// The views of notes and groups, behind everything else. A flow has few of them, so all are attached.
final class Sketches implements AutoCloseable {
    private static final double NOTES = 0;
    private static final double FRAMES = 1;

    private final World world;
    private final Words words;
    private final Map<NodeId, NoteView> notes = new HashMap<>();
    private final Map<NodeId, GroupView> groups = new HashMap<>();
    private Map<NodeId, SequencedSet<NodeId>> members = Map.of();
    private SequencedSet<NodeId> selection = new LinkedHashSet<>();
    private Optional<NodeId> current = Optional.empty();

    Sketches(World world, Words words) {
        this.world = world;
        this.words = words;
    }

    /// Where everything stands in a flow.
    ///
    /// @param known areas of nodes without a place of their own
    static SequencedMap<NodeId, Area> areas(Flow flow, Map<NodeId, Area> known) {
        var areas = new LinkedHashMap<NodeId, Area>();
        flow.layout().notes().values().forEach(note -> areas.put(note.id(), NoteView.area(note)));
        for (var node : flow.nodes().values()) {
            var place = flow.layout().of(node.id());
            var area = known.get(node.id());
            if (place.isPresent()) {
                areas.put(node.id(), Area.of(node, place.get()));
            } else if (area != null) {
                areas.put(node.id(), area);
            }
        }
        return areas;
    }

    void show(Flow flow, Map<NodeId, Area> areas) {
        var frames = Frame.of(flow, areas);
        var drawn = new HashMap<NodeId, SequencedSet<NodeId>>();
        frames.forEach(frame -> drawn.put(frame.group().id(), frame.members(flow)));
        members = drawn;
        notes.entrySet().removeIf(entry -> isGone(entry, flow.layout().notes()));
        groups.entrySet().removeIf(entry -> isGone(entry, drawn));
        for (var note : flow.layout().notes().values()) {
            var view = notes.computeIfAbsent(note.id(), _ -> new NoteView(note));
            var area = areas.getOrDefault(note.id(), NoteView.area(note));
            var group = flow.layout().groupOf(note.id());
            view.show(
                    note,
                    area,
                    group.map(some -> words.text("canvas.spoken.note.in", note.text(), some.name()))
                            .orElseGet(() -> words.text("canvas.spoken.note", note.text())));
            view.setFocusTraversable(current.filter(note.id()::equals).isPresent());
            world.attachBehind(view, NOTES);
        }
        for (var frame : frames) {
            var view = groups.computeIfAbsent(frame.group().id(), _ -> new GroupView(frame.group()));
            int members = frame.members(flow).size();
            view.show(
                    frame,
                    words.text(
                            words.texts().form("canvas.spoken.group", members),
                            frame.group().name(),
                            members));
            // Larger frames lie under the smaller ones in them.
            world.attachBehind(view, FRAMES + frame.area().width());
        }
        select(selection);
    }

    void select(SequencedSet<NodeId> chosen) {
        selection = chosen;
        notes.forEach((id, view) -> view.select(chosen.contains(id)));
        groups.forEach((id, view) -> view.select(chosen.containsAll(members.getOrDefault(id, new LinkedHashSet<>()))));
    }

    /// Gives a note the focus, as far as there is one of this id.
    void focus(NodeId id) {
        view(id).ifPresent(Keyboard::giveTo);
    }

    Optional<NoteView> view(NodeId note) {
        return Optional.ofNullable(notes.get(note));
    }

    /// Tab leads here when it is a note.
    void makeCurrent(Optional<NodeId> id) {
        current.map(notes::get).ifPresent(view -> view.setFocusTraversable(false));
        current = id;
        current.map(notes::get).ifPresent(view -> view.setFocusTraversable(true));
    }

    int viewCount() {
        return notes.size() + groups.size();
    }

    @Override
    public void close() {
        notes.clear();
        groups.clear();
    }

    private boolean isGone(Map.Entry<NodeId, ? extends javafx.scene.Node> entry, Map<NodeId, ?> there) {
        if (there.containsKey(entry.getKey())) {
            return false;
        }
        world.detachBehind(entry.getValue());
        return true;
    }
}
