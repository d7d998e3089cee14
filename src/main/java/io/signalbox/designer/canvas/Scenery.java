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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/// The views of nodes and wires. Only what is in view is attached, and only what changed is touched.
final class Scenery implements AutoCloseable {
    /// How far a badge, a shadow or a focus ring reaches out of its node.
    private static final double OVERHANG = 24;
    /// More than so many nodes are painted at once when nothing on them could be read.
    private static final int CROWD = 240;
    /// How many views out of sight are kept for when they come into it again.
    private static final int SPARE = 400;

    private final NodeWords nodeWords;
    private final WireWords wireWords;
    private final Words words;
    private final World world = new World();
    private final Map<NodeId, NodeView> nodeViews = new HashMap<>();
    private final Map<Link, LinkView> linkViews = new HashMap<>();
    private Set<NodeId> nodesShown = new HashSet<>();
    private Set<Link> linksShown = new HashSet<>();

    private Flow flow;
    private Areas areas;
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
        areas = Areas.of(Sight.areasOf(flow));
        current = flow.nodes().isEmpty()
                ? Optional.empty()
                : Optional.of(flow.nodes().firstEntry().getKey());
    }

    World world() {
        return world;
    }

    Sight sight(SequencedSet<NodeId> chosenNodes, double zoom) {
        return new Sight(flow, areas, chosenNodes, zoom);
    }

    int viewCount() {
        return world.viewCount() + nodeViews.size() + linkViews.size();
    }

    void look(Eye eye, double width, double height) {
        world.look(eye);
        var seen = eye.seen(width, height);
        var nodes = areas.touching(seen.grown(OVERHANG));
        var wires = areas.wiresNear(flow, seen);
        if (World.isFarthest(eye) && nodes.size() > CROWD) {
            cull(List.of(), List.of());
            world.far().paint(eye, width, height, flow, areas, nodes, wires);
            world.far().frame(eye, areas, selection);
        } else {
            world.far().hide();
            cull(nodes, wires);
        }
    }

    private void cull(List<NodeId> nodes, List<Wire> wires) {
        var nodesSeen = new HashSet<>(nodes);
        nodesSeen.retainAll(flow.nodes().keySet());
        // The node with the focus stays, else the keyboard would be lost with it.
        nodesShown.removeAll(nodesSeen);
        for (var id : nodesShown) {
            var view = nodeViews.get(id);
            if (view != null && view.isFocused()) {
                nodesSeen.add(id);
            } else if (view != null) {
                world.detach(view);
            }
        }
        nodesShown = nodesSeen;
        for (var id : nodesSeen) {
            flow.node(id).ifPresent(node -> {
                var known = nodeViews.get(id);
                var view = known == null ? makeView(node) : known;
                view.stack(areas.order(id));
                world.attach(view);
            });
        }
        cullWires(wires);
        forgetSome();
    }

    private void cullWires(List<Wire> seen) {
        var sight = sight(selection, 1);
        var linksSeen = new HashSet<Link>();
        for (var wire : seen) {
            var link = Link.of(wire);
            linksSeen.add(link);
            var view = linkViews.get(link);
            if (view == null) {
                view = new LinkView();
                linkViews.put(link, view);
                redraw(wire, view, sight);
            }
            world.attach(view);
        }
        linksShown.removeAll(linksSeen);
        linksShown.stream().map(linkViews::get).filter(Objects::nonNull).forEach(world::detach);
        linksShown = linksSeen;
    }

    /// Views that nobody sees are kept for a while, so that looking back costs nothing, but not all of them for ever.
    private void forgetSome() {
        if (nodeViews.size() > nodesShown.size() + SPARE) {
            nodeViews.keySet().stream().filter(id -> !nodesShown.contains(id)).toList().forEach(this::forget);
        }
        if (linkViews.size() > linksShown.size() + SPARE) {
            linkViews.keySet().removeIf(link -> !linksShown.contains(link));
        }
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
        areas = changes.keepsBoxes() ? areas.with(moved(changes.moved())) : areasAfter(changes);
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

    private Map<NodeId, Area> moved(Set<NodeId> ids) {
        var moved = new HashMap<NodeId, Area>();
        for (var id : ids) {
            var place = flow.layout().of(id);
            flow.node(id).ifPresent(node -> place.ifPresent(at -> moved.put(id, Area.of(node, at))));
        }
        return moved;
    }

    private Areas areasAfter(FlowChanges changes) {
        var reordered = new LinkedHashMap<NodeId, Area>();
        var full = changes.added().isEmpty() && changes.changed().isEmpty() ? areas : Sight.areasOf(flow);
        for (var node : flow.nodes().values()) {
            var place = flow.layout().of(node.id());
            var area = full.get(node.id());
            if (place.isPresent()) {
                reordered.put(node.id(), Area.of(node, place.get()));
            } else if (area != null) {
                reordered.put(node.id(), area);
            }
        }
        return Areas.of(reordered);
    }

    /// Wires at these nodes, and those that run round boxes, since any box may have come into their way.
    private void redrawWires(Set<NodeId> touched) {
        var sight = sight(selection, 1);
        linkViews.forEach((link, view) -> {
            if (touched.contains(link.from()) || touched.contains(link.to()) || view.turnsBack()) {
                wire(link).ifPresent(wire -> redraw(wire, view, sight));
            }
        });
    }

    private Optional<Wire> wire(Link link) {
        return flow.wiresFrom(link.from()).stream()
                .filter(wire -> wire.to().equals(link.to()))
                .findFirst();
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
        var sight = sight(selection, 1);
        nodeViews.forEach((id, view) -> flow.node(id).ifPresent(node -> redraw(node, view)));
        linkViews.forEach((link, view) -> wire(link).ifPresent(wire -> redraw(wire, view, sight)));
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

    /// What nodes and wires show of a gesture: targets and refusals, numbers, the wire that would open.
    void show(Gesture gesture, Sight sight) {
        var opening = gesture.opens(sight).map(Link::of);
        linkViews.forEach((link, view) -> view.open(opening.filter(link::equals).isPresent()));
        nodeViews.forEach((id, view) -> {
            view.invite(gesture.targets(id), gesture.refuses(id, sight));
            view.number(gesture.number(id));
            view.carry(
                    gesture instanceof Dragging dragging && dragging.origins().containsKey(id));
        });
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
