package io.signalbox.designer.panel;

import io.signalbox.flow.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Carries a value from the tree onto a row: a mouse gesture with a ghost of our own.
///
/// The state lies on the panel that holds both, not on the tree: some platforms report a drag to whatever is under the
/// pointer.
final class FieldDrag {
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");

    /// Less is a shaky click.
    private static final double THRESHOLD = 5;

    private final StackPane panel;
    private final FieldTree tree;
    private final List<MapRowView> rows;
    private final BiConsumer<Integer, Path> dropped;
    private @Nullable Path pressed;
    private @Nullable Label ghost;
    private double startX;
    private double startY;

    FieldDrag(StackPane panel, FieldTree tree, List<MapRowView> rows, BiConsumer<Integer, Path> dropped) {
        this.panel = panel;
        this.tree = tree;
        this.rows = rows;
        this.dropped = dropped;
    }

    Subscription install() {
        EventHandler<MouseEvent> onPress = this::press;
        EventHandler<MouseEvent> onDrag = this::drag;
        EventHandler<MouseEvent> onRelease = this::release;
        // As filters: the tree's own behaviour swallows what it handles.
        tree.addEventFilter(MouseEvent.MOUSE_PRESSED, onPress);
        panel.addEventFilter(MouseEvent.MOUSE_DRAGGED, onDrag);
        panel.addEventFilter(MouseEvent.MOUSE_RELEASED, onRelease);
        return () -> {
            tree.removeEventFilter(MouseEvent.MOUSE_PRESSED, onPress);
            panel.removeEventFilter(MouseEvent.MOUSE_DRAGGED, onDrag);
            panel.removeEventFilter(MouseEvent.MOUSE_RELEASED, onRelease);
            end();
        };
    }

    private void press(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            pressed = valueAt(event.getPickResult().getIntersectedNode());
            startX = event.getSceneX();
            startY = event.getSceneY();
        }
    }

    /// The value of the row of the tree that was hit; none for a whole record.
    private static @Nullable Path valueAt(@Nullable Node hit) {
        for (var node = hit; node != null; node = node.getParent()) {
            if (node instanceof FieldTreeCell cell) {
                return cell.getItem() instanceof FieldLine.Entry entry && entry.isValue() ? entry.path() : null;
            }
        }
        return null;
    }

    private void drag(MouseEvent event) {
        var path = pressed;
        if (path == null) {
            return;
        }
        event.consume();
        var carried = ghost;
        if (carried == null) {
            if (Math.hypot(event.getSceneX() - startX, event.getSceneY() - startY) < THRESHOLD) {
                return;
            }
            carried = new Label(path.toString());
            carried.getStyleClass().add("drag-ghost");
            carried.setMouseTransparent(true);
            carried.setManaged(false);
            panel.getChildren().add(carried);
            carried.applyCss();
            carried.autosize();
            StackPane.setAlignment(carried, Pos.TOP_LEFT);
            ghost = carried;
        }
        var at = panel.sceneToLocal(event.getSceneX(), event.getSceneY());
        carried.relocate(at.getX() + 8, at.getY() + 8);
        var over = under(event);
        rows.forEach(row -> row.pseudoClassStateChanged(
                TARGET, over.filter(found -> found == row).isPresent()));
    }

    private void release(MouseEvent event) {
        var path = pressed;
        boolean carrying = ghost != null;
        end();
        if (path != null && carrying) {
            event.consume();
            under(event).ifPresent(row -> dropped.accept(rows.indexOf(row), path));
        }
    }

    private void end() {
        pressed = null;
        if (ghost != null) {
            panel.getChildren().remove(ghost);
            ghost = null;
        }
        rows.forEach(row -> row.pseudoClassStateChanged(TARGET, false));
    }

    private Optional<MapRowView> under(MouseEvent event) {
        return rows.stream()
                .filter(row -> row.isVisible() && row.contains(row.sceneToLocal(event.getSceneX(), event.getSceneY())))
                .findFirst();
    }
}
