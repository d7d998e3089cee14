package io.signalbox.designer.canvas;

import io.signalbox.designer.Direction;
import io.signalbox.designer.FlowSession;
import io.signalbox.designer.Words;
import io.signalbox.edit.Edit;
import io.signalbox.edit.FlowChanges;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Point;
import io.signalbox.flow.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;
import javafx.util.Subscription;

/// What the canvas does when a key, a button or a menu names it: the twin of everything the mouse can do.
final class CanvasActions implements AutoCloseable {
    /// What is done to a node. Where nothing is chosen it is done to the one that has the keyboard, but for what takes
    /// nodes away: a Delete that is held down must not eat up the flow.
    private static final Set<String> TO_A_NODE = Set.of(
            "canvas.add",
            "canvas.add.again",
            "canvas.connect",
            "canvas.connect.back",
            "canvas.duplicate",
            "canvas.duplicate.wired",
            "canvas.edit",
            "canvas.extend",
            "canvas.fit.chosen",
            "canvas.group",
            "canvas.menu",
            "canvas.move",
            "canvas.move-far",
            "canvas.off",
            "canvas.payload",
            "canvas.pin",
            "canvas.reach",
            "canvas.rename",
            "edit.copy",
            "tool.preview.here");

    private static final double FAR = 40;
    private static final double PAN = 48;

    private final CanvasView canvas;
    private final FlowSession session;
    private final Words words;
    private final Adding adding;
    private final Subscription watching;
    /// Names a burst of moves, which is one undo step until something else is done.
    private int burst;

    CanvasActions(CanvasView canvas, FlowSession session, Words words, Adding adding) {
        this.canvas = canvas;
        this.session = session;
        this.words = words;
        this.adding = adding;
        watching = session.selectionProperty().subscribe(this::endBurst);
    }

    @Override
    public void close() {
        watching.unsubscribe();
    }

    /// What is moved from now on is another undo step.
    void endBurst() {
        burst++;
    }

    /// @return false when the canvas does not know the action
    boolean act(String action) {
        if (!action.startsWith("canvas.move")) {
            endBurst();
        }
        int dot = action.lastIndexOf('.');
        for (var direction : Direction.values()) {
            if (action.endsWith("." + direction.key())) {
                return towards(action.substring(0, dot), direction);
            }
        }
        chooseHeld(action);
        switch (action) {
            case "edit.undo" -> session.undo();
            case "edit.redo" -> session.redo();
            case "tool.tidy" -> canvas.editing().tidy();
            case "canvas.zoom.in" -> canvas.gaze().zoomIn();
            case "canvas.zoom.out" -> canvas.gaze().zoomOut();
            case "canvas.zoom.reset" -> canvas.gaze().zoomReset();
            case "canvas.fit" -> canvas.fit();
            case "canvas.fit.chosen" -> canvas.sight().chosenBounds().ifPresent(canvas.gaze()::fit);
            case "canvas.select.all" ->
                canvas.select(new LinkedHashSet<>(canvas.sight().areas().keySet()));
            case "canvas.delete" -> delete(canvas.choices().heals());
            case "canvas.delete.alone" -> delete(false);
            case "canvas.off" -> toggleOff();
            case "canvas.pin" -> canvas.ask(new Asked.Pin(chosen()));
            case "tool.preview.here" -> canvas.ask(new Asked.PreviewHere());
            case "canvas.payload" -> payload();
            case "canvas.connect" -> connect(true);
            case "canvas.connect.back" -> connect(false);
            case "canvas.add" -> adding.ask();
            case "canvas.add.free" -> adding.askForMiddle();
            case "canvas.add.again" -> adding.again();
            case "canvas.wire.next" -> turnWire(1);
            case "canvas.wire.previous" -> turnWire(-1);
            case "canvas.edit" -> edit();
            case "canvas.escape" -> escape();
            default -> {
                return canvas.editing().act(action);
            }
        }
        return true;
    }

    private void chooseHeld(String action) {
        if (TO_A_NODE.contains(action) && chosen().isEmpty() && wire().isEmpty()) {
            canvas.scenery().held().ifPresent(node -> canvas.select(new LinkedHashSet<>(List.of(node))));
        }
    }

    private boolean towards(String action, Direction direction) {
        chooseHeld(action);
        switch (action) {
            case "canvas.go" -> go(direction, false);
            case "canvas.extend" -> go(direction, true);
            case "canvas.reach" -> reach(direction);
            case "canvas.move" -> move(direction, CanvasView.GRID);
            case "canvas.move-far" -> move(direction, FAR);
            case "canvas.pan" -> canvas.gaze().move(-direction.dx() * PAN, -direction.dy() * PAN);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void go(Direction direction, boolean extend) {
        var sight = canvas.sight();
        var from = canvas.scenery().current();
        var wire = wire();
        if (wire.isPresent()) {
            boolean on = direction == Direction.RIGHT || direction == Direction.DOWN;
            goTo(on ? wire.get().to() : wire.get().from(), new LinkedHashSet<>());
            return;
        }
        var next = from.flatMap(node -> Neighbours.of(sight, node, direction));
        if (sight.selection().isEmpty() && next.isEmpty()) {
            next = from;
        }
        next.ifPresent(node -> goTo(node, extend ? new LinkedHashSet<>(sight.selection()) : new LinkedHashSet<>()));
    }

    private void goTo(NodeId node, SequencedSet<NodeId> beside) {
        beside.add(node);
        canvas.chooseWire(Optional.empty());
        canvas.select(beside);
        canvas.focusNode(node);
    }

    /// Adds all that leads to what is chosen, or all that follows it.
    private void reach(Direction direction) {
        var flow = session.flow();
        var chosen = new LinkedHashSet<>(chosen());
        for (var node : chosen()) {
            switch (direction) {
                case RIGHT, DOWN -> chosen.addAll(flow.reachableFrom(node));
                case LEFT, UP ->
                    flow.nodes().keySet().stream()
                            .filter(other -> flow.reachableFrom(other).contains(node))
                            .forEach(chosen::add);
            }
        }
        canvas.select(chosen);
    }

    private void move(Direction direction, double by) {
        var places = new LinkedHashMap<NodeId, Point>();
        for (var node : chosen()) {
            canvas.sight()
                    .area(node)
                    .ifPresent(area -> places.put(
                            node, new Point(area.x() + direction.dx() * by, area.y() + direction.dy() * by)));
        }
        session.perform(new Edit.Move(places), "keys-" + burst);
        // As at the edge when the mouse drags: what is moved stays in view.
        canvas.scenery()
                .current()
                .filter(places::containsKey)
                .flatMap(canvas.sight()::area)
                .ifPresent(canvas.gaze()::reveal);
    }

    /// Goes round the wires of the node last chosen: those that lead on first.
    private void turnWire(int by) {
        var wires = new ArrayList<Wire>();
        canvas.scenery().current().ifPresent(node -> {
            wires.addAll(session.flow().wiresFrom(node));
            wires.addAll(session.flow().wiresTo(node));
        });
        if (wires.isEmpty()) {
            canvas.say(words.text("canvas.wire.none"));
            return;
        }
        int now = wire().map(wires::indexOf).orElse(by > 0 ? -1 : 0);
        var next = wires.get(Math.floorMod(now + by, wires.size()));
        canvas.select(new LinkedHashSet<>());
        canvas.chooseWire(Optional.of(next));
        canvas.gaze().reveal(canvas.sight().route(next).area());
        canvas.scenery().focus(next);
    }

    /// Draws a wire from the chosen node, or to it; takes the head of the chosen wire elsewhere, or its beginning.
    private void connect(boolean forwards) {
        wire().map(some -> Loose.of(some, forwards))
                .or(() -> one().filter(session.flow()::has).map(forwards ? Loose::from : Loose::to))
                .ifPresent(loose -> canvas.handle(new CanvasInput.WireFrom(loose)));
    }

    void deleteWire(Wire wire) {
        session.perform(new Edit.Disconnect(wire.from(), wire.to()), "");
        canvas.takeFocus();
        canvas.report(words.text("canvas.deleted.wire"));
    }

    private void delete(boolean heal) {
        if (wire().isPresent()) {
            deleteWire(wire().get());
        } else if (chosen().isEmpty()) {
            canvas.say(words.text("canvas.copy.nothing"));
        } else {
            delete(chosen(), heal);
        }
    }

    private void delete(SequencedSet<NodeId> gone, boolean heal) {
        var before = session.flow();
        session.perform(new Edit.Remove(gone, heal), "");
        boolean healed =
                !FlowChanges.between(before, session.flow()).wiresAdded().isEmpty();
        canvas.takeFocus();
        canvas.report(deleted(before, gone, healed));
    }

    private String deleted(Flow before, SequencedSet<NodeId> gone, boolean healed) {
        var nodes = gone.stream().flatMap(id -> before.node(id).stream()).toList();
        if (nodes.isEmpty()) {
            return words.text(gone.size() == 1 ? "canvas.deleted.note" : "canvas.deleted.notes", gone.size());
        }
        if (nodes.size() < gone.size()) {
            return words.text("canvas.deleted.things", gone.size());
        }
        var first = nodes.getFirst();
        var name = first.name().isBlank() ? words.flowTexts().text("kind." + first.kind()) : first.name();
        var ending = healed ? ".healed" : "";
        return nodes.size() == 1
                ? words.text("canvas.deleted.node" + ending, name)
                : words.text("canvas.deleted.nodes" + ending, nodes.size());
    }

    private void toggleOff() {
        var nodes = chosen().stream()
                .flatMap(id -> session.flow().node(id).stream())
                .toList();
        boolean off = nodes.stream().anyMatch(node -> !node.off());
        var gesture = "off-" + burst;
        for (Node node : nodes) {
            session.perform(new Edit.ChangeNode(node.withOff(off), off ? "edit.off" : "edit.on"), gesture);
        }
    }

    private void edit() {
        wire().ifPresentOrElse(some -> canvas.ask(new Asked.EditWire(some)), () -> one().ifPresent(canvas::edit));
    }

    /// Over the chosen wire, else over the first that leads to the chosen node or from it.
    private void payload() {
        var flow = session.flow();
        wire().or(() -> one().stream()
                        .flatMap(node -> Stream.concat(flow.wiresTo(node).stream(), flow.wiresFrom(node).stream()))
                        .findFirst())
                .ifPresent(canvas::askPayload);
    }

    private void escape() {
        if (canvas.escape()) {
            return;
        }
        boolean onWire = wire().isPresent();
        canvas.chooseWire(Optional.empty());
        if (onWire) {
            canvas.takeFocus();
        }
        canvas.select(new LinkedHashSet<>());
    }

    private Optional<Wire> wire() {
        return canvas.wireProperty().get();
    }

    private SequencedSet<NodeId> chosen() {
        return session.selectionProperty().get();
    }

    private Optional<NodeId> one() {
        return chosen().size() == 1 ? Optional.of(chosen().getFirst()) : Optional.empty();
    }
}
