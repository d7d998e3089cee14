package io.signalbox.designer;

import io.signalbox.designer.canvas.CanvasView;
import io.signalbox.designer.canvas.PaletteItem;
import io.signalbox.designer.canvas.PaletteRow;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Carries things from the palette to the canvas with a ghost of our own under the mouse. Filters on the window, which
/// sees every drag wherever it is reported.
final class PaletteDrag implements AutoCloseable {
    private static final double TREMBLE = 4;

    private final Node window;
    private final Pane overlay;
    private final Supplier<Optional<CanvasView>> canvas;
    private final HBox ghost = new HBox();
    private final EventHandler<MouseEvent> onPressed = this::pressed;
    private final EventHandler<MouseEvent> onDragged = this::dragged;
    private final EventHandler<MouseEvent> onReleased = this::released;
    private final EventHandler<KeyEvent> onKey = this::key;
    private Optional<PaletteItem> held = Optional.empty();
    private Point2D start = Point2D.ZERO;
    private boolean carrying;

    /// @param overlay lies over the whole window
    PaletteDrag(Node window, Pane overlay, Supplier<Optional<CanvasView>> canvas) {
        this.window = window;
        this.overlay = overlay;
        this.canvas = canvas;
        ghost.getStyleClass().add("palette-ghost");
        ghost.setManaged(false);
        ghost.setVisible(false);
        overlay.getChildren().add(ghost);
        window.addEventFilter(MouseEvent.MOUSE_PRESSED, onPressed);
        window.addEventFilter(MouseEvent.MOUSE_DRAGGED, onDragged);
        window.addEventFilter(MouseEvent.MOUSE_RELEASED, onReleased);
        window.addEventFilter(KeyEvent.KEY_PRESSED, onKey);
    }

    @Override
    public void close() {
        window.removeEventFilter(MouseEvent.MOUSE_PRESSED, onPressed);
        window.removeEventFilter(MouseEvent.MOUSE_DRAGGED, onDragged);
        window.removeEventFilter(MouseEvent.MOUSE_RELEASED, onReleased);
        window.removeEventFilter(KeyEvent.KEY_PRESSED, onKey);
    }

    private void pressed(MouseEvent event) {
        held = event.isPrimaryButtonDown() ? itemAt(event) : Optional.empty();
        start = new Point2D(event.getSceneX(), event.getSceneY());
        carrying = false;
    }

    private void dragged(MouseEvent event) {
        if (held.isEmpty() || canvas.get().isEmpty()) {
            return;
        }
        if (!carrying && start.distance(event.getSceneX(), event.getSceneY()) < TREMBLE) {
            return;
        }
        if (!carrying) {
            carrying = true;
            show(held.get());
        }
        var at = overlay.sceneToLocal(event.getSceneX(), event.getSceneY());
        ghost.relocate(at.getX() + 8, at.getY() + 8);
        canvas.get().get().carry(held.get(), event.getSceneX(), event.getSceneY());
        event.consume();
    }

    private void released(MouseEvent event) {
        if (carrying) {
            canvas.get().ifPresent(view -> view.drop(event.getSceneX(), event.getSceneY()));
            event.consume();
        }
        letGo();
    }

    private void key(KeyEvent event) {
        if (carrying && event.getCode() == KeyCode.ESCAPE) {
            canvas.get().ifPresent(CanvasView::escape);
            letGo();
            event.consume();
        }
    }

    private void letGo() {
        held = Optional.empty();
        carrying = false;
        ghost.setVisible(false);
    }

    private void show(PaletteItem item) {
        var tile = new StackPane(Icon.drawn(item.icon(), "icon-16"));
        tile.getStyleClass().addAll("tile", "small");
        ghost.getStyleClass().setAll("palette-ghost", "kind-" + item.kind());
        ghost.getChildren().setAll(tile, new Label(item.name()));
        ghost.setVisible(true);
        ghost.applyCss();
        ghost.autosize();
    }

    private static Optional<PaletteItem> itemAt(MouseEvent event) {
        for (@Nullable Node node = event.getTarget() instanceof Node target ? target : null;
                node != null;
                node = node.getParent()) {
            if (node instanceof PaletteRow row) {
                return Optional.of(row.item());
            }
        }
        return Optional.empty();
    }
}
