package io.signalbox.designer.canvas;

import io.signalbox.designer.Keyboard;
import io.signalbox.designer.canvas.Decorations.Link;
import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Wire;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The views of wires. Only what is in view is attached, and only what changed is touched.
final class LinkViews implements AutoCloseable {
    /// How many views out of sight are kept for when they come into it again.
    private static final int SPARE = 400;

    private final World world;
    private final WireWords words;
    private final NodeWords nodeWords;
    private final Consumer<Wire> onCount;
    private final Map<Link, LinkView> views = new HashMap<>();
    private final Dots dots = new Dots(this::run);
    private Set<Link> shown = new HashSet<>();
    private Decorations decorations = Decorations.none();
    private Optional<Wire> chosen = Optional.empty();
    private Optional<Wire> hovered = Optional.empty();

    /// @param onCount told on which wire's pill a person pressed
    LinkViews(World world, WireWords words, NodeWords nodeWords, Consumer<Wire> onCount) {
        this.world = world;
        this.words = words;
        this.nodeWords = nodeWords;
        this.onCount = onCount;
    }

    int count() {
        return views.size();
    }

    /// Attaches these and no others.
    void cull(List<Wire> seen, Sight sight) {
        var links = new HashSet<Link>();
        for (var wire : seen) {
            var link = Link.of(wire);
            links.add(link);
            var view = views.get(link);
            world.attach(view == null ? make(wire, sight) : view);
        }
        shown.removeAll(links);
        for (var link : shown) {
            var view = views.get(link);
            // The wire with the focus stays, else the keyboard would be lost with it.
            if (view != null && Keyboard.isIn(view)) {
                links.add(link);
            } else if (view != null) {
                world.detach(view);
            }
        }
        shown = links;
        if (views.size() > shown.size() + SPARE) {
            views.keySet().removeIf(link -> !shown.contains(link));
        }
    }

    /// Where dots run.
    Dots dots() {
        return dots;
    }

    private void run(Link link, List<Double> parts) {
        var view = views.get(link);
        if (view != null) {
            // Out of sight nothing has to move.
            view.run(shown.contains(link) ? parts : List.of());
        }
    }

    private LinkView make(Wire wire, Sight sight) {
        var view = new LinkView();
        view.setOnCount(() -> onCount.accept(wire));
        views.put(Link.of(wire), view);
        redraw(wire, view, sight);
        return view;
    }

    private void redraw(Wire wire, LinkView view, Sight sight) {
        view.show(sight.flow(), wire, sight.route(wire), decorations, words, nodeWords);
        view.choose(isOf(chosen, Link.of(wire)));
        view.hover(isOf(hovered, Link.of(wire)));
    }

    private static boolean isOf(Optional<Wire> wire, Link link) {
        return wire.map(Link::of).filter(link::equals).isPresent();
    }

    /// Wires at these nodes, and those that run round boxes, since any box may have come into their way.
    void redraw(Set<NodeId> touched, Sight sight) {
        redraw(sight, link -> touched.contains(link.from()) || touched.contains(link.to()) || turnsBack(link));
    }

    private boolean turnsBack(Link link) {
        var view = views.get(link);
        return view != null && view.turnsBack();
    }

    /// All anew.
    void redraw(Decorations changed, Sight sight) {
        decorations = changed;
        redraw(sight, _ -> true);
    }

    private void redraw(Sight sight, Predicate<Link> which) {
        views.forEach((link, view) -> {
            if (which.test(link)) {
                wire(sight.flow(), link).ifPresent(wire -> redraw(wire, view, sight));
            }
        });
    }

    private static Optional<Wire> wire(Flow flow, Link link) {
        return flow.wiresFrom(link.from()).stream()
                .filter(wire -> wire.to().equals(link.to()))
                .findFirst();
    }

    void forget(Wire wire) {
        var view = views.remove(Link.of(wire));
        if (view != null) {
            world.detach(view);
        }
    }

    /// What is shown of a wire at its middle; empty for one out of view.
    Optional<javafx.scene.Node> anchor(Wire wire) {
        return Optional.ofNullable(views.get(Link.of(wire))).map(LinkView::anchor);
    }

    void choose(Optional<Wire> wire) {
        chosen = wire;
        views.forEach((link, view) -> view.choose(isOf(wire, link)));
    }

    void hover(Optional<Wire> wire) {
        if (!hovered.equals(wire)) {
            hovered = wire;
            views.forEach((link, view) -> view.hover(isOf(wire, link)));
        }
    }

    /// The wire that the mouse is on, else the one chosen.
    Optional<Wire> atHand() {
        return hovered.or(() -> chosen);
    }

    /// What they show of a gesture: the wire that would open, those that would be parted.
    void show(Gesture gesture, Sight sight) {
        var opening = gesture.opens(sight);
        views.forEach((link, view) -> {
            var wire = wire(sight.flow(), link);
            view.open(isOf(opening, link));
            view.part(
                    wire.filter(gesture::parts).isPresent(),
                    wire.filter(gesture::lifts).isPresent());
        });
    }

    void focus(Wire wire, Sight sight) {
        var known = views.get(Link.of(wire));
        var view = known == null ? make(wire, sight) : known;
        shown.add(Link.of(wire));
        world.attach(view);
        Keyboard.giveTo(view);
    }

    @Override
    public void close() {
        dots.close();
        views.clear();
    }
}
