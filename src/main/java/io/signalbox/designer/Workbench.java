package io.signalbox.designer;

import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.controlsfx.control.HiddenSidesPane;

/// The regions around an open flow: palette or outline, canvas with its bar, inspector, drawer. Panels meet at lines
/// that can be dragged; their sizes and whether they are shown stand in the preferences. Not split panes: these keep
/// shares, where a panel's size is a number of pixels on every screen.
final class Workbench extends Region implements AutoCloseable {
    private static final PseudoClass CLOSED = PseudoClass.getPseudoClass("closed");
    private static final double PALETTE = 240;
    private static final double INSPECTOR = 400;
    private static final double NARROW_INSPECTOR = 320;
    /// With less its tabs would not fit.
    private static final int LEAST_INSPECTOR = 304;
    private static final double DRAWER = 224;
    /// The row of tabs that stays in view.
    private static final double CLOSED_DRAWER = 41;
    private static final double LEAST = 160;
    /// With less the canvas is of no use: the palette then slides over it.
    private static final double LEAST_CANVAS = 320;
    /// An edge is one pixel to the eye and so many to the hand.
    private static final double GRIP = 6;

    /// By so much a key changes a panel, at 100 %.
    private static final double STEP = 24;

    private static final Duration GLIDE = Duration.millis(160);

    private final PreferenceBook book;
    private final StackPane left = new StackPane();
    private final StackPane inspector = new StackPane();
    private final StackPane drawer = new StackPane();
    private final InTurn slots = new InTurn(this);
    private final BorderPane middle = new BorderPane();
    private final HiddenSidesPane sliding = new HiddenSidesPane();
    private final Region leftEdge = edge(Cursor.H_RESIZE, this::dragLeft, this::usualLeft);
    private final Region rightEdge = edge(Cursor.H_RESIZE, this::dragRight, this::usualRight);
    private final Region upperEdge = edge(Cursor.V_RESIZE, this::dragUp, this::usualUp);
    private final BooleanProperty drawerOpen = new SimpleBooleanProperty(this, "drawerOpen", true);
    private final Subscription watching;
    private List<Node> beside = List.of();

    Workbench(PreferenceBook book, Node bar) {
        this.book = book;
        left.getStyleClass().add("left-slot");
        inspector.setId("inspector");
        inspector.getStyleClass().add("inspector-slot");
        drawer.setId("drawer");
        drawer.getStyleClass().add("drawer-slot");
        middle.setTop(bar);
        sliding.setContent(middle);
        // ControlsFX lets the keyboard stop at the pane itself, which has nothing to say.
        sliding.setFocusTraversable(false);
        setMinSize(0, 0);
        // In the order in which the keyboard goes through them.
        getChildren().addAll(left, sliding, inspector, drawer, leftEdge, rightEdge, upperEdge);
        drawerOpen.set(book.now().panels().drawer());
        watching = Subscription.combine(
                drawerOpen.subscribe(open -> change(panels().withDrawer(open))),
                book.nowProperty().subscribe(now -> {
                    drawerOpen.set(now.panels().drawer());
                    drawer.pseudoClassStateChanged(CLOSED, !drawerOpen.get());
                    // At once: who is sent there takes the keyboard before the next layout.
                    shown(inspector, inspected());
                    showLeft();
                    requestLayout();
                }));
    }

    /// @param panels what stands at the left by choice: the palette, then the outline
    void setLeft(List<? extends Node> panels) {
        beside = List.copyOf(panels);
        showLeft();
        requestLayout();
    }

    void setCanvas(Node canvas) {
        middle.setCenter(canvas);
    }

    void setInspector(Supplier<? extends Node> content) {
        slots.fill(inspector, content);
        requestLayout();
    }

    void setDrawer(Supplier<? extends Node> content) {
        slots.fill(drawer, content);
        requestLayout();
    }

    /// Takes canvas, inspector and drawer away.
    void clear() {
        middle.setCenter(null);
        slots.empty(inspector);
        slots.empty(drawer);
        requestLayout();
    }

    BooleanProperty drawerOpenProperty() {
        return drawerOpen;
    }

    Node left() {
        return left;
    }

    Node inspector() {
        return inspector;
    }

    Node drawer() {
        return drawer;
    }

    /// @param gliding false where nothing shall move
    void glide(boolean gliding) {
        sliding.setAnimationDuration(gliding ? GLIDE : Duration.ONE);
    }

    /// Opens the palette over the canvas, or puts it away again.
    void slide() {
        sliding.setPinnedSide(sliding.getPinnedSide() == null ? Side.LEFT : null);
    }

    /// True while the palette is wanted and has no room beside the canvas.
    boolean slides() {
        return sliding.getLeft() != null;
    }

    @Override
    public void close() {
        watching.unsubscribe();
    }

    private Panels panels() {
        return book.now().panels();
    }

    private void change(Panels changed) {
        book.change(now -> now.withPanels(changed));
    }

    private double scale() {
        return book.now().scale() / 100.0;
    }

    private void showLeft() {
        if (!beside.isEmpty()) {
            var wanted = beside.get(panels().outline() && beside.size() > 1 ? 1 : 0);
            if (!left.getChildren().contains(wanted)) {
                left.getChildren().setAll(wanted);
            }
        }
    }

    private boolean inspected() {
        return panels().inspector() && slots.isFilled(inspector);
    }

    private double palette() {
        return Math.rint(scale() * (panels().paletteWidth() > 0 ? panels().paletteWidth() : PALETTE));
    }

    private double inspectorSize() {
        int chosen = panels().inspectorWidth();
        // By the window, as the style sheets do: what is drawn narrow and what is given less room must be the same.
        boolean narrow = getScene() != null && getScene().getWidth() < Room.NARROW_BELOW * scale();
        double wanted =
                scale() * (chosen > 0 ? Math.max(chosen, LEAST_INSPECTOR) : narrow ? NARROW_INSPECTOR : INSPECTOR);
        return Math.rint(Math.clamp(wanted, LEAST, Math.max(LEAST, getWidth() - LEAST_CANVAS)));
    }

    private double drawerSize() {
        if (!drawerOpen.get()) {
            return Math.rint(scale() * CLOSED_DRAWER);
        }
        double wanted = scale() * (panels().drawerHeight() > 0 ? panels().drawerHeight() : DRAWER);
        return Math.rint(Math.clamp(wanted, LEAST, Math.max(LEAST, getHeight() / 2)));
    }

    @Override
    protected void layoutChildren() {
        boolean inspected = shown(inspector, inspected());
        boolean drawn = shown(drawer, slots.isFilled(drawer));
        boolean picked = panels().palette() && !beside.isEmpty();
        double width = getWidth() - (inspected ? inspectorSize() : 0);
        double height = getHeight() - (drawn ? drawerSize() : 0);
        boolean room = width - palette() >= LEAST_CANVAS;
        slideOrStand(picked, room);
        double start = picked && room ? palette() : 0;
        if (start > 0) {
            left.resizeRelocate(0, 0, start, height);
        }
        sliding.resizeRelocate(start, 0, width - start, height);
        drawer.resizeRelocate(0, height, width, getHeight() - height);
        inspector.resizeRelocate(width, 0, getWidth() - width, getHeight());
        place(leftEdge, start > 0, start - GRIP / 2, 0, GRIP, height);
        place(rightEdge, inspected, width - GRIP / 2, 0, GRIP, getHeight());
        place(upperEdge, drawn && drawerOpen.get(), 0, height - GRIP / 2, width, GRIP);
    }

    /// Where the canvas needs all the room, the palette slides over it from the left.
    private void slideOrStand(boolean picked, boolean room) {
        boolean slides = picked && !room;
        left.setPrefWidth(palette());
        if (slides && sliding.getLeft() == null) {
            getChildren().remove(left);
            sliding.setLeft(left);
        } else if (!slides && sliding.getLeft() != null) {
            sliding.setPinnedSide(null);
            sliding.setLeft(null);
            getChildren().addFirst(left);
        }
        // What slides shows itself when it is called for, and is not there until then.
        if (!slides) {
            left.setVisible(picked);
        }
    }

    private static boolean shown(Node region, boolean shown) {
        region.setVisible(shown);
        return shown;
    }

    private static void place(Region edge, boolean shown, double x, double y, double width, double height) {
        edge.setVisible(shown);
        edge.resizeRelocate(x, y, width, height);
    }

    private Region edge(Cursor cursor, DoubleConsumer dragged, Runnable usual) {
        var edge = new Region();
        edge.getStyleClass().add("panel-edge");
        edge.setCursor(cursor);
        edge.setManaged(false);
        edge.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            var here = sceneToLocal(event.getSceneX(), event.getSceneY());
            dragged.accept(cursor.equals(Cursor.V_RESIZE) ? here.getY() : here.getX());
            event.consume();
        });
        edge.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2) {
                usual.run();
            }
        });
        return edge;
    }

    /// Makes the panel with the keyboard larger, else the inspector: what dragging its edge does.
    ///
    /// @param by so many steps; smaller when negative
    void grow(int by) {
        if (Keyboard.isIn(left)) {
            dragLeft(palette() + by * STEP * scale());
        } else if (Keyboard.isIn(drawer) && drawerOpen.get()) {
            dragUp(getHeight() - drawerSize() - by * STEP * scale());
        } else if (inspector.isVisible()) {
            dragRight(getWidth() - inspectorSize() - by * STEP * scale());
        }
    }

    /// Gives the panel with the keyboard its usual size, else the inspector: what a double-click on its edge does.
    void usual() {
        if (Keyboard.isIn(left)) {
            usualLeft();
        } else if (Keyboard.isIn(drawer)) {
            usualUp();
        } else {
            usualRight();
        }
    }

    private void usualLeft() {
        change(panels().withSizes(0, panels().inspectorWidth(), panels().drawerHeight()));
    }

    private void usualRight() {
        change(panels().withSizes(panels().paletteWidth(), 0, panels().drawerHeight()));
    }

    private void usualUp() {
        change(panels().withSizes(panels().paletteWidth(), panels().inspectorWidth(), 0));
    }

    private void dragLeft(double x) {
        change(panels().withSizes(stored(x), panels().inspectorWidth(), panels().drawerHeight()));
    }

    private void dragRight(double x) {
        change(panels().withSizes(panels().paletteWidth(), stored(getWidth() - x), panels().drawerHeight()));
    }

    private void dragUp(double y) {
        change(panels().withSizes(panels().paletteWidth(), panels().inspectorWidth(), stored(getHeight() - y)));
    }

    private int stored(double pixels) {
        return (int) Math.rint(Math.clamp(pixels, LEAST, Math.max(LEAST, getWidth() / 2)) / scale());
    }
}
