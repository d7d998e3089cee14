package io.signalbox.designer.canvas;

import io.signalbox.designer.FlowSession;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.Shortcuts.Direction;
import io.signalbox.edit.Edit;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Point;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.event.EventHandler;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keyboard's way to everything the mouse can do on the canvas.
final class CanvasKeys implements AutoCloseable {
    private static final double FAR = 40;
    private static final double PAN = 48;

    private final CanvasView canvas;
    private final FlowSession session;
    private final Shortcuts shortcuts;
    private final EventHandler<KeyEvent> onPressed = this::pressed;
    private final EventHandler<KeyEvent> onReleased = this::released;
    /// Names a burst of moves, which is one undo step until another key is pressed.
    private int burst;

    CanvasKeys(CanvasView canvas, FlowSession session, Shortcuts shortcuts) {
        this.canvas = canvas;
        this.session = session;
        this.shortcuts = shortcuts;
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, onPressed);
        canvas.addEventHandler(KeyEvent.KEY_RELEASED, onReleased);
    }

    @Override
    public void close() {
        canvas.removeEventHandler(KeyEvent.KEY_PRESSED, onPressed);
        canvas.removeEventHandler(KeyEvent.KEY_RELEASED, onReleased);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            canvas.holdSpace(true);
            event.consume();
        } else if (canvas.gesture() instanceof Wiring && wiring(event)) {
            event.consume();
        } else {
            shortcuts.action(event, Shortcuts.Context.CANVAS).filter(this::act).ifPresent(_ -> event.consume());
        }
    }

    private void released(KeyEvent event) {
        switch (event.getCode()) {
            case SPACE -> canvas.holdSpace(false);
            case CONTROL, COMMAND, META, SHIFT -> burst++;
            default -> {}
        }
    }

    /// While a wire is drawn with the keyboard, arrows and digits choose its end.
    private boolean wiring(KeyEvent event) {
        switch (event.getCode()) {
            case RIGHT, DOWN -> canvas.handle(new CanvasInput.Turn(1));
            case LEFT, UP -> canvas.handle(new CanvasInput.Turn(-1));
            case ENTER -> canvas.handle(new CanvasInput.Confirm());
            case ESCAPE -> canvas.handle(new CanvasInput.Escape());
            default -> {
                int digit = event.getText().length() == 1 ? event.getText().charAt(0) - '1' : -1;
                if (digit < 0 || digit > 8) {
                    return false;
                }
                canvas.handle(new CanvasInput.Pick(digit));
            }
        }
        return true;
    }

    boolean act(String action) {
        if (!action.startsWith("canvas.move")) {
            burst++;
        }
        int dot = action.lastIndexOf('.');
        for (var direction : Direction.values()) {
            if (action.endsWith("." + direction.key())) {
                return towards(action.substring(0, dot), direction);
            }
        }
        switch (action) {
            case "edit.undo" -> session.undo();
            case "edit.redo" -> session.redo();
            case "tool.tidy" -> canvas.editing().tidy();
            case "canvas.zoom.in" -> canvas.zoom(CanvasView.ZOOM_STEP);
            case "canvas.zoom.out" -> canvas.zoom(1 / CanvasView.ZOOM_STEP);
            case "canvas.zoom.reset" -> canvas.zoomReset();
            case "canvas.fit" -> canvas.fit();
            case "canvas.select.all" ->
                canvas.select(new LinkedHashSet<>(canvas.sight().areas().keySet()));
            case "canvas.delete" -> delete(true);
            case "canvas.delete.alone" -> delete(false);
            case "canvas.off" -> toggleOff();
            case "tool.preview.here" -> one().ifPresent(node -> canvas.ask(new Asked.PreviewHere(node)));
            case "canvas.pin" ->
                canvas.ask(new Asked.Pin(session.selectionProperty().get()));
            case "canvas.payload" -> payload();
            case "canvas.connect" -> one().ifPresent(node -> canvas.handle(new CanvasInput.WireFrom(node)));
            case "canvas.add" -> canvas.askWhatToAdd();
            case "canvas.edit" -> one().ifPresent(canvas::edit);
            case "canvas.escape" -> escape();
            default -> {
                return canvas.editing().act(action);
            }
        }
        return true;
    }

    private boolean towards(String action, Direction direction) {
        switch (action) {
            case "canvas.go" -> go(direction, false);
            case "canvas.extend" -> go(direction, true);
            case "canvas.move" -> move(direction, CanvasView.GRID);
            case "canvas.move-far" -> move(direction, FAR);
            case "canvas.pan" -> canvas.look(canvas.eye().moved(-direction.dx() * PAN, -direction.dy() * PAN));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void go(Direction direction, boolean extend) {
        var sight = canvas.sight();
        var from = canvas.scenery().current();
        var next = from.flatMap(node -> Neighbours.of(sight, node, direction));
        if (sight.selection().isEmpty() && next.isEmpty()) {
            next = from;
        }
        next.ifPresent(node -> {
            var chosen = extend ? new LinkedHashSet<>(sight.selection()) : new LinkedHashSet<NodeId>();
            chosen.add(node);
            canvas.chooseWire(Optional.empty());
            canvas.select(chosen);
            canvas.focusNode(node);
        });
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
    }

    private void delete(boolean heal) {
        var wire = canvas.wireProperty().get();
        if (wire.isPresent()) {
            session.perform(new Edit.Disconnect(wire.get().from(), wire.get().to()), "");
            return;
        }
        var gone = chosen();
        if (!gone.isEmpty()) {
            session.perform(new Edit.Remove(gone, heal), "");
            // The focus was on a node that is gone; the keyboard goes on from the canvas.
            canvas.scenery().current().ifPresentOrElse(canvas::focusNode, canvas::requestFocus);
        }
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

    /// Over the chosen wire, else over the first that leads to the chosen node or from it.
    private void payload() {
        var flow = session.flow();
        canvas.wireProperty()
                .get()
                .or(() -> one().stream()
                        .flatMap(node -> Stream.concat(flow.wiresTo(node).stream(), flow.wiresFrom(node).stream()))
                        .findFirst())
                .ifPresent(canvas::askPayload);
    }

    private void escape() {
        if (!canvas.escape()) {
            canvas.chooseWire(Optional.empty());
            canvas.select(new LinkedHashSet<>());
        }
    }

    private Set<NodeId> chosen() {
        return session.selectionProperty().get();
    }

    private Optional<NodeId> one() {
        return chosen().size() == 1
                ? Optional.of(session.selectionProperty().get().getFirst())
                : Optional.empty();
    }
}
