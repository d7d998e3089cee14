package io.signalbox.designer;

import io.signalbox.connector.Connectors;
import io.signalbox.designer.canvas.CanvasView;
import io.signalbox.designer.canvas.Decorations;
import io.signalbox.designer.canvas.OutlineView;
import io.signalbox.designer.canvas.PaletteView;
import io.signalbox.designer.search.Find;
import io.signalbox.flow.NodeId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The frame of the program: top bar, rail, status strip, and in the middle either a page or the workbench of the open
/// flow. Knows where things stand, not what they do: whoever makes it fills the slots and hears of the actions.
public final class MainWindow extends StackPane implements AutoCloseable {
    public static final double LEAST_WIDTH = 960;
    public static final double LEAST_HEIGHT = 640;

    /// Style class of a window in which nothing moves.
    public static final String STILL = "still";

    /// Style class of a window whose rows and controls stand closer.
    public static final String COMPACT = "compact";

    private final Words words;
    private final Connectors connectors;
    private final Shortcuts shortcuts;
    private final PreferenceBook book;
    private final TopBar top;
    private final Rail rail;
    private final StatusStrip status;
    private final PaletteView palette;
    private final CanvasBar bar;
    private final Workbench workbench;
    private final StackPane middle = new StackPane();
    private final VBox above = new VBox();
    private final Theme theme;
    private final Pane overlay = new Pane();
    private final PaletteDrag drag;
    private Optional<CanvasView> canvas = Optional.empty();
    private final Room room;
    private final Subscription calming;
    private Subscription watching = Subscription.EMPTY;
    private final Finder finder;
    private final LeftTabs tabs;
    private Optional<OutlineView> outline = Optional.empty();
    private final WindowActs acts;

    /// With preferences that nobody keeps.
    public MainWindow(Words words, Theme theme, Connectors connectors, Shortcuts shortcuts, List<RailEntry> entries) {
        this(words, theme, connectors, shortcuts, entries, new PreferenceBook());
    }

    public MainWindow(
            Words words,
            Theme theme,
            Connectors connectors,
            Shortcuts shortcuts,
            List<RailEntry> entries,
            PreferenceBook book) {
        this.book = book;
        this.words = words;
        this.connectors = connectors;
        this.theme = theme;
        this.shortcuts = shortcuts;
        setId("main-window");
        getStyleClass().add("main-window");
        setMinSize(LEAST_WIDTH, LEAST_HEIGHT);
        top = new TopBar(words, theme, shortcuts);
        status = new StatusStrip(words);
        rail = new Rail(words, entries);
        palette = new PaletteView(words, connectors, item -> canvas.ifPresent(view -> view.add(item)));
        bar = new CanvasBar(words, shortcuts);
        workbench = new Workbench(book, bar);
        tabs = new LeftTabs(words, book);
        workbench.setLeft(List.of(tabs.over(palette)));
        var frame = new BorderPane();
        // In the order in which the keyboard goes through them.
        frame.setLeft(rail);
        frame.setTop(top);
        var page = new BorderPane(middle);
        page.setTop(above);
        frame.setCenter(page);
        frame.setBottom(status);
        overlay.setMouseTransparent(true);
        finder = new Finder(words, shortcuts, this::act);
        acts = new WindowActs(shortcuts, rail, workbench, tabs, finder, this::regions);
        getChildren().addAll(frame, overlay, finder.card());
        drag = new PaletteDrag(this, overlay, () -> canvas);
        sceneProperty().subscribe(acts::listen);
        bar.setOnAct(this::act);
        top.setOnHelp(() -> act("top.help"));
        top.setOnSearch(() -> act("search.all"));
        room = new Room(this, book);
        calming = book.nowProperty()
                .subscribe(_ -> calm())
                .and(Platform.getPreferences().reducedMotionProperty().subscribe((_, _) -> calm()));
    }

    /// Shows the flow on a canvas of its own, which lives until another is opened or the window is closed.
    public CanvasView open(FlowSession session) {
        closeFlow();
        var view = new CanvasView(session, words, connectors, shortcuts);
        view.setOnSay(this::say);
        view.choose(PreferenceEffects.canvas(book.now()));
        view.setOnReport((sentence, undo) -> status.report(
                sentence, new DeedWords(words).undo(session.historyProperty().get()), undo));
        canvas = Optional.of(view);
        bar.watch(session);
        finder.follow(Optional.of(session));
        palette.follow(Optional.of(session));
        var steps = new OutlineView(session, view, words, connectors, shortcuts);
        outline = Optional.of(steps);
        acts.follow(view, steps);
        workbench.setLeft(List.of(tabs.over(palette), tabs.over(steps)));
        watching = session.historyProperty()
                .subscribe(history -> {
                    var flow = history.present();
                    top.showFlow(flow.filing().folder(), flow.name());
                    status.say("");
                })
                .and(book.nowProperty().subscribe(now -> {
                    view.choose(PreferenceEffects.canvas(now));
                    view.editing().showMap(now.habits().map());
                }));
        workbench.setCanvas(view);
        middle.getChildren().setAll(workbench);
        return view;
    }

    /// Shows a page in place of the workbench, such as the list of flows. The open flow is closed.
    public void showPage(Node page) {
        closeFlow();
        middle.getChildren().setAll(page);
    }

    /// Marks a place of the rail without opening it; the bar above says that one is there.
    public void choose(String railEntry) {
        rail.choose(railEntry);
        top.showArea(railEntry, canvas.isPresent());
    }

    /// Tells beside a place of the rail what is new there.
    public void mark(String railEntry, RailMark mark) {
        rail.mark(railEntry, mark);
    }

    /// Shows problems, run states and counts on the canvas and in the outline.
    public void show(Decorations decorations) {
        canvas.ifPresent(view -> view.show(decorations));
        outline.ifPresent(steps -> steps.show(decorations));
    }

    /// The node as a screen reader should say it; blank for one that is not there.
    public String spoken(NodeId node) {
        return outline.map(steps -> steps.spoken(node)).orElse("");
    }

    public Optional<CanvasView> canvas() {
        return canvas;
    }

    /// @param content asked for a frame after the canvas is shown, or at once in a window that is not
    public void setInspector(Supplier<? extends Node> content) {
        workbench.setInspector(content);
    }

    /// Shows the inspector, also when it was put away.
    public void showInspector() {
        book.change(now -> now.withPanels(now.panels().withInspector(true)));
    }

    /// @param content asked for a frame after the inspector; begins with a row of 40 pixels that stays in view while
    /// the
    ///     drawer is closed
    public void setDrawer(Supplier<? extends Node> content) {
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

    /// Lines over the page or the workbench, the first on top.
    public void setAbove(Node... nodes) {
        above.getChildren().setAll(nodes);
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

    /// Says it in the status strip, and where the keyboard is: that gets it once more, since a screen reader tells of
    /// nothing but what has just got it.
    public void sayHere(String sentence) {
        say(sentence);
        var focused = getScene().getFocusOwner();
        if (focused != null && !focused.accessibleTextProperty().isBound()) {
            focused.setAccessibleText(sentence);
            Keyboard.giveTo(this);
            Keyboard.giveTo(focused);
        }
    }

    /// @param open told the folder whose flows are wanted, blank for all
    public void setOnFlows(Consumer<String> open) {
        acts.onFlows(() -> open.accept(""));
        top.setOnFlows(open);
    }

    public void setOnSend(Runnable run) {
        bar.setOnSend(run);
    }

    /// What its keys do; whoever fills the window says so there.
    public WindowActs acts() {
        return acts;
    }

    public Shortcuts shortcuts() {
        return shortcuts;
    }

    public Theme theme() {
        return theme;
    }

    /// @param more hands over what else can be found, such as the flows of the workspace
    public void setOnSearch(Consumer<Consumer<List<Find>>> more) {
        finder.setMore(more);
    }

    /// @param help what is offered above the keys to whoever asks for help
    public void setHelp(Supplier<List<Find>> help) {
        finder.setHelp(help);
    }

    @Override
    public void close() {
        closeFlow();
        drag.close();
        workbench.close();
        room.close();
        calming.unsubscribe();
        bar.close();
        palette.close();
        acts.listen(getScene(), null);
        getChildren().clear();
    }

    private void closeFlow() {
        acts.forget();
        finder.follow(Optional.empty());
        palette.follow(Optional.empty());
        watching.unsubscribe();
        watching = Subscription.EMPTY;
        workbench.clear();
        outline.ifPresent(OutlineView::close);
        outline = Optional.empty();
        canvas.ifPresent(CanvasView::close);
        canvas = Optional.empty();
    }

    /// Whatever glides or pulses in the window looks for this style class above it.
    private void calm() {
        boolean still = !PreferenceEffects.moves(book.now());
        wear(STILL, still);
        rail.name(book.now().habits().named());
        wear(COMPACT, book.now().habits().density() == Habits.Density.COMPACT);
        workbench.glide(!still);
    }

    private void wear(String style, boolean worn) {
        if (worn != getStyleClass().contains(style)) {
            if (worn) {
                getStyleClass().add(style);
            } else {
                getStyleClass().remove(style);
            }
        }
    }

    private boolean act(String action) {
        return acts.act(action);
    }

    private Regions regions() {
        var page = middle.getChildren().isEmpty() ? top : middle.getChildren().getFirst();
        return new Regions(
                canvas.isPresent()
                        ? List.of(rail, workbench.left(), canvas.get(), workbench.inspector(), workbench.drawer())
                        : List.of(rail, page));
    }
}
