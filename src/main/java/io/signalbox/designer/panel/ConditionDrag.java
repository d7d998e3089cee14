package io.signalbox.designer.panel;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Carries a row or a group by its handle to another place, with a line where it would stand.
///
/// The state lies on the panel: some platforms report a drag to whatever is under the pointer.
final class ConditionDrag implements AutoCloseable {
    private static final PseudoClass CARRIED = PseudoClass.getPseudoClass("carried");
    private static final double TREMBLE = 4;

    /// @param group that it would go into
    /// @param index before whom
    /// @param y of the line, in the panel
    /// @param x of the line
    private record Target(Spot group, int index, double x, double y, double width) {}

    private final VBox panel;
    private final Supplier<Optional<ConditionGroup>> root;
    private final ConditionEditing editing;
    private final Region line = new Region();
    private final EventHandler<MouseEvent> onPress = this::press;
    private final EventHandler<MouseEvent> onDrag = this::drag;
    private final EventHandler<MouseEvent> onRelease = this::release;
    private final EventHandler<KeyEvent> onKey = this::key;
    private Optional<ConditionPart> held = Optional.empty();
    private Optional<Target> target = Optional.empty();
    private double start;
    private boolean carrying;

    ConditionDrag(VBox panel, Supplier<Optional<ConditionGroup>> root, ConditionEditing editing) {
        this.panel = panel;
        this.root = root;
        this.editing = editing;
        line.getStyleClass().add("condition-drop");
        line.setManaged(false);
        line.setMouseTransparent(true);
        line.setVisible(false);
        panel.getChildren().add(line);
        panel.addEventFilter(MouseEvent.MOUSE_PRESSED, onPress);
        panel.addEventFilter(MouseEvent.MOUSE_DRAGGED, onDrag);
        panel.addEventFilter(MouseEvent.MOUSE_RELEASED, onRelease);
        panel.addEventFilter(KeyEvent.KEY_PRESSED, onKey);
    }

    @Override
    public void close() {
        panel.removeEventFilter(MouseEvent.MOUSE_PRESSED, onPress);
        panel.removeEventFilter(MouseEvent.MOUSE_DRAGGED, onDrag);
        panel.removeEventFilter(MouseEvent.MOUSE_RELEASED, onRelease);
        panel.removeEventFilter(KeyEvent.KEY_PRESSED, onKey);
    }

    private void press(MouseEvent event) {
        held = event.isPrimaryButtonDown() ? handled(event) : Optional.empty();
        start = event.getSceneY();
        carrying = false;
    }

    private void drag(MouseEvent event) {
        if (held.isEmpty() || (!carrying && Math.abs(event.getSceneY() - start) < TREMBLE)) {
            return;
        }
        carrying = true;
        ((Node) held.get()).pseudoClassStateChanged(CARRIED, true);
        panel.setCursor(Cursor.CLOSED_HAND);
        target = root.get().flatMap(group -> at(group, event.getSceneY()));
        target = target.filter(place -> !held.get().spot().holds(place.group()));
        line.setVisible(target.isPresent());
        target.ifPresent(place -> line.resizeRelocate(place.x(), place.y() - 1, place.width(), 2));
        event.consume();
    }

    private void release(MouseEvent event) {
        var part = held;
        var place = target;
        boolean moved = carrying;
        letGo();
        if (moved) {
            event.consume();
            part.ifPresent(each -> place.ifPresent(where -> editing.drop(each.spot(), where.group(), where.index())));
        }
    }

    private void key(KeyEvent event) {
        if (carrying && event.getCode() == KeyCode.ESCAPE) {
            letGo();
            event.consume();
        }
    }

    private void letGo() {
        held.ifPresent(part -> ((Node) part).pseudoClassStateChanged(CARRIED, false));
        held = Optional.empty();
        target = Optional.empty();
        carrying = false;
        line.setVisible(false);
        panel.setCursor(null);
    }

    /// The place between two parts that is nearest: in the innermost group under the mouse.
    private Optional<Target> at(ConditionGroup group, double sceneY) {
        var parts = group.parts();
        for (var part : parts) {
            var bounds = ((Node) part).localToScene(((Node) part).getLayoutBounds());
            if (part instanceof ConditionGroup inner
                    && sceneY > bounds.getMinY() + bounds.getHeight() / 6
                    && sceneY < bounds.getMaxY() - bounds.getHeight() / 6) {
                return at(inner, sceneY);
            }
        }
        if (parts.isEmpty()) {
            return Optional.of(place(group, 0, group, false));
        }
        for (int at = 0; at < parts.size(); at++) {
            var node = (Node) parts.get(at);
            var bounds = node.localToScene(node.getLayoutBounds());
            if (sceneY < bounds.getCenterY()) {
                return Optional.of(place(group, at, node, true));
            }
        }
        return Optional.of(place(group, parts.size(), (Node) parts.getLast(), false));
    }

    private Target place(ConditionGroup group, int index, Node beside, boolean above) {
        var bounds = panel.sceneToLocal(beside.localToScene(beside.getLayoutBounds()));
        double y = above ? bounds.getMinY() - 6 : bounds.getMaxY() + 6;
        return new Target(group.spot(), index, bounds.getMinX(), y, bounds.getWidth());
    }

    private static Optional<ConditionPart> handled(MouseEvent event) {
        boolean onHandle = false;
        for (@Nullable Node node = event.getPickResult().getIntersectedNode(); node != null; node = node.getParent()) {
            onHandle |= node.getStyleClass().contains("condition-handle");
            if (node instanceof ConditionPart part) {
                return onHandle ? Optional.of(part) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
