package io.signalbox.designer.panel;

import io.signalbox.designer.Icon;
import io.signalbox.designer.TextWidth;
import io.signalbox.designer.panel.TabBar.Tab;
import io.signalbox.engine.RunSummary;
import io.signalbox.flow.NodeId;
import io.signalbox.sandbox.Arrived;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// What stands below the canvas: a row of tabs that stays while the drawer is closed, and preview, runs, problems or
/// what
/// arrived at the sandbox.
public final class Drawer implements AutoCloseable {
    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");

    private final Bench bench;
    private final PreviewPanel preview;
    private final RunsPanel runs;
    private final ProblemsPanel problems;
    private final SandboxPanel sandbox;
    private final BooleanProperty open;
    private final Closing closing = new Closing();
    private final TabBar tabs = new TabBar(this::choose);
    private final HBox row = new HBox(8) {
        @Override
        protected void layoutChildren() {
            giveWay();
            super.layoutChildren();
        }
    };
    private final HBox tools = new HBox();
    private final StackPane content = new StackPane();
    private String page = "preview";
    private boolean tight;
    private List<RunSummary> lastRuns = List.of();

    /// @param open whether the content is to be seen
    public Drawer(
            Bench bench,
            PreviewPanel preview,
            RunsPanel runs,
            ProblemsPanel problems,
            SandboxPanel sandbox,
            BooleanProperty open) {
        this.bench = bench;
        this.preview = preview;
        this.runs = runs;
        this.problems = problems;
        this.sandbox = sandbox;
        this.open = open;
        row.getStyleClass().add("drawer-row");
        row.setAlignment(Pos.CENTER_LEFT);
        PanelSheet.dress(row);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var fold = Press.icon("down", bench.text("drawer.fold"), () -> open.set(!open.get()));
        row.getChildren().addAll(tabs, gap, tools, fold);
        tools.setAlignment(Pos.CENTER_RIGHT);
        // Beside the panels of a small window the tabs give way, and what is below them never reaches over the edge.
        tabs.setMinWidth(0);
        tools.setMinWidth(Region.USE_PREF_SIZE);
        row.setMinWidth(0);
        content.setMinWidth(0);
        content.getStyleClass().add("drawer-content");
        var folded = open.subscribe(is -> fold.setGraphic(Icon.of(is ? "down" : "up")));
        closing.add(folded::unsubscribe);
        var model = bench.preview().modelProperty().subscribe(_ -> draw());
        closing.add(model::unsubscribe);
        choose(page);
    }

    /// The row of tabs, then what the chosen tab shows.
    public Node[] nodes() {
        return new Node[] {row, content};
    }

    /// The last runs of this flow, newest first.
    public void showRuns(List<RunSummary> latest) {
        if (latest.equals(lastRuns)) {
            return; // Asked every second: what is the same keeps its place, its choice and its focus.
        }
        lastRuns = List.copyOf(latest);
        runs.show(latest);
        draw();
    }

    /// What reached the stand-ins that run here, oldest first.
    public void showArrivals(List<Arrived> all) {
        int before = sandbox.count();
        sandbox.show(all);
        if (sandbox.count() != before) {
            draw();
        }
    }

    /// The same, with the last one to be read.
    public void showNewest(List<Arrived> all) {
        showArrivals(all);
        sandbox.chooseNewest();
    }

    /// @param key `preview`, `runs`, `problems` or `sandbox`
    public void reveal(String key) {
        open.set(true);
        choose(key);
    }

    /// To the next problem, or to the one before.
    public void stepProblem(int by) {
        reveal("problems");
        problems.step(by);
    }

    /// The first problem of a node, and its field.
    public void showProblem(NodeId node) {
        reveal("problems");
        problems.show(node);
    }

    @Override
    public void close() {
        closing.close();
        preview.close();
        runs.close();
        problems.close();
    }

    /// The tabs' names go before the words of the buttons beside them, and those before a word is cut.
    private void giveWay() {
        double words = tight ? words() : 0;
        double fold = row.getChildren().getLast().prefWidth(-1);
        double free =
                row.getWidth() - row.getInsets().getLeft() - row.getInsets().getRight() - 3 * row.getSpacing();
        tight = tabs.least() + tools.prefWidth(-1) + words + fold > free;
        row.pseudoClassStateChanged(TIGHT, tight);
    }

    /// The room that the words on the buttons would take.
    private double words() {
        return tools.lookupAll(".button").stream()
                .map(Button.class::cast)
                .mapToDouble(button -> TextWidth.of(button.getText(), button.getFont()) + button.getGraphicTextGap())
                .sum();
    }

    private void choose(String key) {
        page = key;
        open.set(true);
        content.getChildren()
                .setAll(
                        switch (key) {
                            case "runs" -> runs;
                            case "problems" -> problems;
                            case "sandbox" -> sandbox;
                            default -> preview;
                        });
        tools.getChildren()
                .setAll(
                        switch (key) {
                            case "runs" -> List.of(runs.tools());
                            case "problems", "sandbox" -> List.<Node>of();
                            default -> List.of(preview.tools());
                        });
        draw();
    }

    private void draw() {
        int count = bench.preview().model().problems().size();
        tabs.show(
                List.of(
                        new Tab("preview", bench.text("drawer.preview"), ""),
                        new Tab("runs", bench.text("drawer.runs"), Integer.toString(lastRuns.size())),
                        new Tab("problems", bench.text("drawer.problems"), Integer.toString(count)),
                        new Tab(
                                "sandbox",
                                bench.text("drawer.sandbox"),
                                sandbox.count() == 0 ? "" : Integer.toString(sandbox.count()))),
                page);
    }
}
