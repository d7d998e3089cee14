package io.signalbox.designer;

import io.signalbox.connector.Connectors;
import io.signalbox.designer.canvas.CanvasView;
import io.signalbox.designer.canvas.PaletteView;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// The frame of the program: top bar, rail, status strip, and in the middle either a page or the workbench of the open
/// flow. Knows where things stand, not what they do: whoever makes it fills the slots and hears of the actions.
public final class MainWindow extends StackPane implements AutoCloseable {
    public static final double LEAST_WIDTH = 960;
    public static final double LEAST_HEIGHT = 640;

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double NARROW_BELOW = 1200;

    private final Words words;
    private final Connectors connectors;
    private final Shortcuts shortcuts;
    private final TopBar top;
    private final Rail rail;
    private final StatusStrip status;
    private final PaletteView palette;
    private final CanvasBar bar;
    private final Workbench workbench;
    private final StackPane middle = new StackPane();
    private final Pane overlay = new Pane();
    private final PaletteDrag drag;
    private final EventHandler<KeyEvent> onKey = this::key;
    private Optional<CanvasView> canvas = Optional.empty();
    private Subscription watching = Subscription.EMPTY;
    private Runnable onPreview = () -> {};
    private Runnable onHelp = () -> {};
    private IntConsumer onProblem = _ -> {};

    public MainWindow(Words words, Theme theme, Connectors connectors, Shortcuts shortcuts, List<RailEntry> entries) {
        this.words = words;
        this.connectors = connectors;
        this.shortcuts = shortcuts;
        setId("main-window");
        getStyleClass().add("main-window");
        setMinSize(LEAST_WIDTH, LEAST_HEIGHT);
        top = new TopBar(words, theme, shortcuts);
        status = new StatusStrip(words);
        rail = new Rail(words, entries);
        palette = new PaletteView(words, connectors, item -> canvas.ifPresent(view -> view.add(item)));
        bar = new CanvasBar(words, shortcuts);
        workbench = new Workbench(palette, bar);
        var frame = new BorderPane();
        frame.setTop(top);
        frame.setLeft(rail);
        frame.setCenter(middle);
        frame.setBottom(status);
        overlay.setMouseTransparent(true);
        getChildren().addAll(frame, overlay);
        drag = new PaletteDrag(this, overlay, () -> canvas);
        addEventHandler(KeyEvent.KEY_PRESSED, onKey);
        bar.setOnTidy(() -> act("tool.tidy"));
        bar.setOnPreview(() -> act("tool.preview"));
        top.setOnHelp(() -> act("top.help"));
        widthProperty().subscribe(width -> pseudoClassStateChanged(NARROW, width.doubleValue() < NARROW_BELOW));
    }

    /// Shows the flow on a canvas of its own, which lives until another is opened or the window is closed.
    public CanvasView open(FlowSession session) {
        closeFlow();
        var view = new CanvasView(session, words, connectors, shortcuts);
        view.setOnSay(this::say);
        view.setOnReport(status::report);
        canvas = Optional.of(view);
        bar.watch(session);
        watching = session.historyProperty().subscribe(history -> {
            top.showPlace(history.present().name());
            status.say("");
        });
        workbench.setCanvas(view);
        middle.getChildren().setAll(workbench);
        return view;
    }

    /// Shows a page in place of the workbench, such as the list of flows. The open flow is closed.
    public void showPage(Node page) {
        closeFlow();
        top.showPlace("");
        middle.getChildren().setAll(page);
    }

    /// Marks a place of the rail without opening it.
    public void choose(String railEntry) {
        rail.choose(railEntry);
    }

    public Optional<CanvasView> canvas() {
        return canvas;
    }

    /// @param content none to give the room to the canvas
    public void setInspector(Node... content) {
        workbench.setInspector(content);
    }

    /// @param content begins with a row of 40 pixels that stays in view while the drawer is closed
    public void setDrawer(Node... content) {
        workbench.setDrawer(content);
    }

    public BooleanProperty drawerOpenProperty() {
        return workbench.drawerOpenProperty();
    }

    /// What differs from what runs, behind the flow's name.
    public void setChip(Node... nodes) {
        top.setChip(nodes);
    }

    public void setListening(Node... nodes) {
        top.setListening(nodes);
    }

    public void setSample(Node... nodes) {
        bar.setSample(nodes);
    }

    public void setStatusLeft(Node... nodes) {
        status.setLeft(nodes);
    }

    public void setStatusCentre(Node... nodes) {
        status.setCentre(nodes);
    }

    public void setStatusRight(Node... nodes) {
        status.setRight(nodes);
    }

    /// Says one sentence in the status strip, until the flow changes.
    public void say(String sentence) {
        status.say(sentence);
    }

    public void setOnFlows(Runnable run) {
        top.setOnFlows(run);
    }

    public void setOnPreview(Runnable run) {
        onPreview = run;
    }

    public void setOnSend(Runnable run) {
        bar.setOnSend(run);
    }

    public void setOnHelp(Runnable run) {
        onHelp = run;
    }

    /// @param show told 1 for the next problem, -1 for the one before
    public void setOnProblem(IntConsumer show) {
        onProblem = show;
    }

    @Override
    public void close() {
        closeFlow();
        drag.close();
        bar.close();
        palette.close();
        removeEventHandler(KeyEvent.KEY_PRESSED, onKey);
        getChildren().clear();
    }

    private void closeFlow() {
        watching.unsubscribe();
        watching = Subscription.EMPTY;
        workbench.setCanvas();
        canvas.ifPresent(CanvasView::close);
        canvas = Optional.empty();
    }

    private void key(KeyEvent event) {
        shortcuts.action(event, Shortcuts.Context.WINDOW).filter(this::act).ifPresent(_ -> event.consume());
    }

    private boolean act(String action) {
        switch (action) {
            case "tool.preview" -> onPreview.run();
            case "top.help" -> onHelp.run();
            case "region.drawer" ->
                drawerOpenProperty().set(!drawerOpenProperty().get());
            case "region.next" -> regions().go(1);
            case "region.previous" -> regions().go(-1);
            case "canvas.problem.next" -> onProblem.accept(1);
            case "canvas.problem.previous" -> onProblem.accept(-1);
            default -> {
                return canvas.filter(view -> view.act(action)).isPresent();
            }
        }
        return true;
    }

    private Regions regions() {
        var page = middle.getChildren().isEmpty() ? top : middle.getChildren().getFirst();
        return new Regions(
                canvas.isPresent()
                        ? List.of(rail, palette, canvas.get(), workbench.inspector(), workbench.drawer())
                        : List.of(rail, page));
    }
}
