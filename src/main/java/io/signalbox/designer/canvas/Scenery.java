package io.signalbox.designer.canvas;

import io.signalbox.connector.Connectors;
import io.signalbox.designer.Words;
import io.signalbox.designer.canvas.Decorations.Link;
import io.signalbox.edit.FlowChanges;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Wire;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;

/// The views of nodes and wires. Only what is in view is attached, and only what changed is touched.
final class Scenery implements AutoCloseable {
    /// How far a badge, a shadow or a focus ring reaches out of its node.
    private static final double OVERHANG = 24;

    private final NodeWords nodeWords;
    private final WireWords wireWords;
    private final Words words;
    private final World world = new World();
    private final Map<NodeId, NodeView> nodeViews = new HashMap<>();
    private final Map<Link, LinkView> linkViews = new HashMap<>();

    private Flow flow;
    private SequencedMap<NodeId, Area> areas;
    private Decorations decorations = Decorations.none();
    private SequencedSet<NodeId> selection = new LinkedHashSet<>();
    private Optional<Wire> chosen = Optional.empty();
    private Optional<Wire> hovered = Optional.empty();
    private Optional<NodeId> current = Optional.empty();

    Scenery(Flow flow, Words words, Connectors connectors) {
        this.flow = flow;
        this.words = words;
        nodeWords = new NodeWords(words, connectors);
        wireWords = new WireWords(words);
        areas = Sight.areasOf(flow);
        current = flow.nodes().keySet().stream().findFirst();
    }

    World world() {
        return world;
    }

    Sight sight(double zoom) {
        return new Sight(flow, areas, selection, zoom);
    }

    int viewCount() {
        return world.viewCount() + nodeViews.size() + linkViews.size();
    }

    void look(Eye eye, double width, double height) {
        world.look(eye);
        cull(eye.seen(width, height));
    }

    private void cull(Area seen) {
        int order = 0;
        for (var node : flow.nodes().values()) {
            var area = areas.get(node.id());
            var view = nodeViews.get(node.id());
            boolean visible = area != null && area.grown(OVERHANG).touches(seen);
            // The node with the focus stays, else the keyboard would be lost with it.
            if (visible || (view != null && view.isFocused())) {
                if (view == null) {
                    view = makeView(node);
                }
                view.stack(order);
                world.attach(view);
            } else if (view != null) {
                world.detach(view);
            }
            order++;
        }
        var sight = sight(1);
        for (var wire : flow.wires()) {
            var view = linkViews.get(Link.of(wire));
            boolean visible = spans(wire).touches(seen);
            if (visible && view == null) {
                view = new LinkView();
                linkViews.put(Link.of(wire), view);
                redraw(wire, view, sight);
            }
            if (visible && view != null) {
                world.attach(view);
            } else if (view != null && !view.isFocused()) {
                world.detach(view);
            }
        }
    }

    /// Both ends and all that the way between them can need, without the cost of finding the way.
    private Area spans(Wire wire) {
        var from = areas.get(wire.from());
        var to = areas.get(wire.to());
        return from == null || to == null ? new Area(0, 0, 0, 0) : from.with(to).grown(2 * OVERHANG);
    }

    private NodeView makeView(Node node) {
        var view = new NodeView(node);
        nodeViews.put(node.id(), view);
        redraw(node, view);
        view.select(selection.contains(node.id()));
        view.setFocusTraversable(current.filter(node.id()::equals).isPresent());
        return view;
    }

    private void redraw(Node node, NodeView view) {
        view.show(flow, node, decorations.mark(node.id()), nodeWords, words.text("canvas.node.off"));
        var area = areas.get(node.id());
        if (area != null) {
            view.relocate(area.x(), area.y());
        }
    }

    private void redraw(Wire wire, LinkView view, Sight sight) {
        view.show(flow, wire, sight.route(wire), decorations, wireWords, nodeWords);
        view.choose(chosen.filter(wire::equals).isPresent());
        view.hover(hovered.filter(wire::equals).isPresent());
    }

    /// Moves on to a later or earlier version of the flow.
    void change(Flow before, Flow after) {
        var changes = FlowChanges.between(before, after);
        flow = after;
        var reordered = new LinkedHashMap<NodeId, Area>();
        var full = changes.added().isEmpty() && changes.changed().isEmpty() ? areas : Sight.areasOf(after);
        for (var node : after.nodes().values()) {
            var place = after.layout().of(node.id());
            var area = full.get(node.id());
            if (place.isPresent()) {
                reordered.put(node.id(), Area.of(node, place.get()));
            } else if (area != null) {
                reordered.put(node.id(), area);
            }
        }
        areas = reordered;
        changes.removed().forEach(this::forget);
        changes.wiresRemoved().forEach(this::forget);
        var stale = new HashSet<>(changes.changed());
        changes.wiresAdded().forEach(wire -> stale.add(wire.to()));
        changes.wiresRemoved().forEach(wire -> stale.add(wire.to()));
        changes.changed().forEach(id -> after.wiresFrom(id).forEach(wire -> stale.add(wire.to())));
        for (var id : stale) {
            var view = nodeViews.get(id);
            if (view != null) {
                after.node(id).ifPresent(node -> redraw(node, view));
            }
        }
        for (var id : changes.moved()) {
            var view = nodeViews.get(id);
            var area = areas.get(id);
            if (view != null && area != null) {
                view.relocate(area.x(), area.y());
            }
        }
        var touched = new HashSet<>(changes.moved());
        touched.addAll(stale);
        redrawWires(touched);
        if (current.filter(id -> !after.nodes().containsKey(id)).isPresent() || current.isEmpty()) {
            makeCurrent(
                    after.nodes().isEmpty()
                            ? Optional.empty()
                            : Optional.of(after.nodes().firstEntry().getKey()));
        }
    }

    /// Wires at these nodes, and those that run round boxes, since any box may have come into their way.
    private void redrawWires(Set<NodeId> touched) {
        var sight = sight(1);
        for (var wire : flow.wires()) {
            var view = linkViews.get(Link.of(wire));
            if (view != null && (touched.contains(wire.from()) || touched.contains(wire.to()) || view.turnsBack())) {
                redraw(wire, view, sight);
            }
        }
    }

    private void forget(NodeId id) {
        var view = nodeViews.remove(id);
        if (view != null) {
            world.detach(view);
        }
    }

    private void forget(Wire wire) {
        var view = linkViews.remove(Link.of(wire));
        if (view != null) {
            world.detach(view);
        }
    }

    void decorate(Decorations changed) {
        decorations = changed;
        refresh();
    }

    /// All words anew, as after another language was chosen.
    void refresh() {
        var sight = sight(1);
        nodeViews.forEach((id, view) -> flow.node(id).ifPresent(node -> redraw(node, view)));
        flow.wires().forEach(wire -> {
            var view = linkViews.get(Link.of(wire));
            if (view != null) {
                redraw(wire, view, sight);
            }
        });
    }

    void select(SequencedSet<NodeId> changed) {
        selection = changed;
        nodeViews.forEach((id, view) -> view.select(changed.contains(id)));
    }

    void chooseWire(Optional<Wire> wire) {
        chosen = wire;
        linkViews.forEach((link, view) ->
                view.choose(wire.filter(some -> Link.of(some).equals(link)).isPresent()));
    }

    void hoverWire(Optional<Wire> wire) {
        if (!hovered.equals(wire)) {
            hovered = wire;
            linkViews.forEach((link, view) ->
                    view.hover(wire.filter(some -> Link.of(some).equals(link)).isPresent()));
        }
    }

    /// The wire that the mouse is on, else the one chosen.
    Optional<Wire> wireAtHand() {
        return hovered.or(() -> chosen);
    }

    /// What nodes and wires show of a gesture: targets and refusals, numbers, the wire that would open.
    void show(Gesture gesture, Sight sight) {
        var opening = gesture.opens(sight).map(Link::of);
        flow.wires().forEach(wire -> {
            var view = linkViews.get(Link.of(wire));
            if (view != null) {
                view.open(opening.filter(Link.of(wire)::equals).isPresent());
                view.part(gesture.parts(wire), gesture.lifts(wire));
            }
        });
        nodeViews.forEach((id, view) -> {
            view.invite(gesture.targets(id), gesture.refuses(id, sight));
            view.number(gesture.number(id));
            view.carry(
                    gesture instanceof Dragging dragging && dragging.origins().containsKey(id));
        });
    }

    void focus(Wire wire) {
        var view = linkViews.get(Link.of(wire));
        if (view != null) {
            world.attach(view);
            view.requestFocus();
        }
    }

    void focus(NodeId id) {
        makeCurrent(Optional.of(id));
        var node = flow.node(id);
        if (node.isEmpty()) {
            return;
        }
        var known = nodeViews.get(id);
        var view = known == null ? makeView(node.get()) : known;
        world.attach(view);
        view.requestFocus();
    }

    Optional<NodeId> current() {
        return current;
    }

    /// The one node that Tab leads to.
    private void makeCurrent(Optional<NodeId> id) {
        current.map(nodeViews::get).ifPresent(view -> view.setFocusTraversable(false));
        current = id;
        current.map(nodeViews::get).ifPresent(view -> view.setFocusTraversable(true));
    }

    @Override
    public void close() {
        world.close();
        nodeViews.clear();
        linkViews.clear();
    }
}
