package io.signalbox.designer.canvas;

import io.signalbox.connector.Connectors;
import io.signalbox.designer.Keyboard;
import io.signalbox.designer.Words;
import io.signalbox.edit.FlowChanges;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Wire;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Consumer;

/// The views of nodes and wires. Only what is in view is attached, and only what changed is touched.
final class Scenery implements AutoCloseable {
    /// How far a badge, a shadow or a focus ring reaches out of its node.
    private static final double OVERHANG = 24;
    /// More than so many nodes are painted at once when nothing on them could be read.
    private static final int CROWD = 240;
    /// How many views out of sight are kept for when they come into it again.
    private static final int SPARE = 400;

    private final NodeWords nodeWords;
    private final Words words;
    private final World world = new World();
    private final FarView far = new FarView();
    private final Sketches sketches;
    private final Consumer<NodeId> onProblem;
    private final LinkViews links;
    private final Map<NodeId, NodeView> nodeViews = new HashMap<>();
    private Set<NodeId> nodesShown = new HashSet<>();

    private Flow flow;
    private Areas areas;
    private Decorations decorations = Decorations.none();
    private SequencedSet<NodeId> selection = new LinkedHashSet<>();
    private Optional<NodeId> current = Optional.empty();

    /// @param onCount told on which wire's pill a person pressed
    /// @param onProblem told on which node's mark of a problem
    Scenery(Flow flow, Words words, Connectors connectors, Consumer<Wire> onCount, Consumer<NodeId> onProblem) {
        this.onProblem = onProblem;
        this.flow = flow;
        this.words = words;
        nodeWords = new NodeWords(words, connectors);
        sketches = new Sketches(world, words);
        links = new LinkViews(world, new WireWords(words), nodeWords, onCount);
        areas = Areas.of(Sight.areasOf(flow));
        sketches.show(flow, areas);
        current = flow.nodes().isEmpty()
                ? Optional.empty()
                : Optional.of(flow.nodes().firstEntry().getKey());
    }

    World world() {
        return world;
    }

    /// What takes the place of nodes and wires where too many are in view. Lies beside the world, since it keeps to the
    /// pixels of the screen: a picture that is scaled and scaled back costs a frame by itself.
    FarView far() {
        return far;
    }

    Sight sight(double zoom) {
        return new Sight(flow, areas, selection, zoom);
    }

    /// True for a flow without a node.
    boolean isEmpty() {
        return flow.nodes().isEmpty();
    }

    int viewCount() {
        return world.viewCount() + sketches.viewCount() + nodeViews.size() + links.count();
    }

    void look(Eye eye, double width, double height) {
        world.look(eye);
        var seen = eye.seen(width, height);
        var nodes = areas.touching(seen.grown(OVERHANG));
        var wires = areas.wiresNear(flow, seen);
        boolean crowd = World.isFarthest(eye) && nodes.size() > CROWD;
        world.crowd(crowd);
        if (crowd) {
            cull(List.of(), List.of());
            far.paint(eye, width, height, flow, areas, nodes, wires);
            far.frame(eye, areas, atHand());
        } else {
            far.hide();
            cull(nodes, wires);
        }
    }

    /// What is chosen, and what the keyboard is on.
    private Set<NodeId> atHand() {
        var marked = new HashSet<>(selection);
        held().ifPresent(marked::add);
        return marked;
    }

    private void cull(List<NodeId> nodes, List<Wire> wires) {
        var nodesSeen = new HashSet<>(nodes);
        // Where the keyboard is, or where Tab leads to, stays.
        current.ifPresent(nodesSeen::add);
        nodesSeen.retainAll(flow.nodes().keySet());
        nodesShown.removeAll(nodesSeen);
        for (var id : nodesShown) {
            var view = nodeViews.get(id);
            if (view != null) {
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
        links.cull(wires, sight(1));
        forgetSome();
    }

    /// Views that nobody sees are kept for a while, so that looking back costs nothing, but not all of them for ever.
    private void forgetSome() {
        if (nodeViews.size() > nodesShown.size() + SPARE) {
            nodeViews.keySet().stream()
                    .filter(id -> !nodesShown.contains(id))
                    .toList()
                    .forEach(this::forget);
        }
    }

    private NodeView makeView(Node node) {
        var view = new NodeView(node);
        view.setOnProblem(() -> onProblem.accept(node.id()));
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

    /// Moves on to a later or earlier version of the flow.
    void change(Flow before, Flow after) {
        var changes = FlowChanges.between(before, after);
        var stood = current.map(areas::get);
        flow = after;
        areas = changes.keepsBoxes() ? areas.with(moved(changes.moved())) : areasAfter(changes);
        if (!before.layout().notes().equals(after.layout().notes())) {
            areas = Areas.of(Sketches.areas(after, areas));
        }
        sketches.show(after, areas);
        changes.removed().forEach(this::forget);
        changes.wiresRemoved().forEach(links::forget);
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
        links.redraw(touched, sight(1));
        if (current.filter(id -> !after.has(id)).isPresent() || current.isEmpty()) {
            makeCurrent(stood.flatMap(this::nearest)
                    .or(() -> areas.keySet().stream().findFirst()));
        }
    }

    /// What stands nearest to where something stood, so that the keyboard goes on from there.
    private Optional<NodeId> nearest(Area gone) {
        return areas.entrySet().stream()
                .min(Comparator.comparingDouble(entry -> entry.getValue().distance(gone)))
                .map(Map.Entry::getKey);
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
        var full = changes.added().isEmpty() && changes.changed().isEmpty() ? areas : Sight.areasOf(flow);
        return Areas.of(Sketches.areas(flow, full));
    }

    private void forget(NodeId id) {
        var view = nodeViews.remove(id);
        if (view != null) {
            view.close();
            world.detach(view);
        }
    }

    void decorate(Decorations changed) {
        decorations = changed;
        refresh();
    }

    /// Where dots run along the wires.
    Dots dots() {
        return links.dots();
    }

    /// What is shown of a wire at its middle; empty for one out of view.
    Optional<javafx.scene.Node> anchor(Wire wire) {
        return links.anchor(wire);
    }

    /// All words anew, as after another language was chosen.
    void refresh() {
        sketches.show(flow, areas);
        nodeViews.forEach((id, view) -> flow.node(id).ifPresent(node -> redraw(node, view)));
        links.redraw(decorations, sight(1));
    }

    void select(SequencedSet<NodeId> changed) {
        selection = changed;
        sketches.select(changed);
        nodeViews.forEach((id, view) -> view.select(changed.contains(id)));
    }

    void chooseWire(Optional<Wire> wire) {
        links.choose(wire);
    }

    void hoverWire(Optional<Wire> wire) {
        links.hover(wire);
    }

    /// The wire that the mouse is on, else the one chosen.
    Optional<Wire> wireAtHand() {
        return links.atHand();
    }

    /// What nodes and wires show of a gesture: targets and refusals, numbers, the wire that would open.
    void show(Gesture gesture, Sight sight) {
        links.show(gesture, sight);
        nodeViews.forEach((id, view) -> {
            view.invite(gesture.targets(id), gesture.refuses(id, sight));
            view.number(gesture.number(id));
            view.carry(
                    gesture instanceof Dragging dragging && dragging.origins().containsKey(id));
        });
    }

    void focus(Wire wire) {
        links.focus(wire, sight(1));
    }

    void focus(NodeId id) {
        makeCurrent(Optional.of(id));
        var node = flow.node(id);
        if (node.isEmpty()) {
            sketches.focus(id);
            return;
        }
        var known = nodeViews.get(id);
        var view = known == null ? makeView(node.get()) : known;
        world.attach(view);
        Keyboard.giveTo(view);
    }

    Optional<NodeId> current() {
        return current;
    }

    /// The node or note that keys go to.
    Optional<NodeId> held() {
        return current.filter(id -> sketches.view(id)
                .<javafx.scene.Node>map(view -> view)
                .or(() -> Optional.ofNullable(nodeViews.get(id)))
                .filter(Keyboard::isIn)
                .isPresent());
    }

    /// The one node or note that Tab leads to.
    private void makeCurrent(Optional<NodeId> id) {
        current.map(nodeViews::get).ifPresent(view -> view.setFocusTraversable(false));
        current = id;
        current.map(nodeViews::get).ifPresent(view -> view.setFocusTraversable(true));
        sketches.makeCurrent(id);
    }

    @Override
    public void close() {
        sketches.close();
        world.close();
        nodeViews.values().forEach(NodeView::close);
        nodeViews.clear();
        links.close();
    }
}
