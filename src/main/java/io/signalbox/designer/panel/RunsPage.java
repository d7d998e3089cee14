package io.signalbox.designer.panel;

import io.signalbox.designer.FlowSession;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.panel.OptionPicker.Option;
import io.signalbox.engine.Archive;
import io.signalbox.engine.FlowStore;
import io.signalbox.engine.RunRecord;
import io.signalbox.engine.RunSummary;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Flow;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.MasterDetailPane;

/// The runs of all flows, newest first: which of them are looked for, and of the chosen one what happened at each node
/// and what can be done about it.
public final class RunsPage extends BorderPane implements Closes {
    /// How many are read at once; older ones when they are asked for.
    private static final int PAGE = 200;

    private static final double TABLE_SHARE = 0.46;

    private final Bench bench;
    private final Doors doors;
    private final Closing closing = new Closing();
    private final RunFilters filters;
    private final RunTable table;
    private final BorderPane list;
    private final MasterDetailPane panes = new MasterDetailPane(Side.BOTTOM);
    private final Button older;
    private final FlowNotice notice = new FlowNotice();
    private Optional<RunDetail> detail = Optional.empty();
    private int limit = PAGE;
    private boolean filling;
    /// Whether what stands in an empty table speaks of all runs; empty while nothing was read.
    private Optional<Boolean> unfiltered = Optional.empty();
    /// What was asked for last: what is read for an earlier wish comes too late.
    private long turn;

    /// What the page reads, and where it leads.
    ///
    /// @param tried makes the view of what a flow did
    /// @param masks whether phone numbers are hidden
    /// @param open shows a run on the canvas of its flow
    /// @param showFlows leads to the list of flows
    public record Doors(
            Archive archive,
            FlowStore flows,
            Function<FlowSession, LivePreview> tried,
            RunDeeds deeds,
            BooleanSupplier masks,
            InstantSource clock,
            BiConsumer<StoredFlow, RunSummary> open,
            Runnable showFlows) {}

    public RunsPage(Bench bench, Doors doors) {
        this.bench = bench;
        this.doors = doors;
        getStyleClass().add("runs-page");
        setId("runs-page");
        PanelSheet.dress(this);
        notice.setId("runs-notice");
        closing.add(notice::close);
        filters = new RunFilters(bench, doors.clock(), () -> {
            limit = PAGE;
            refresh();
        });
        closing.add(filters::close);
        older = Press.plain(bench.text("all-runs.older"), "down", () -> {
            limit += PAGE;
            refresh();
        });
        older.setId("runs-older");
        table = new RunTable(bench, this::open);
        table.getSelectionModel().selectedItemProperty().subscribe((_, run) -> {
            if (!filling && run != null) {
                read(run);
            }
        });
        var title = new Label(bench.text("all-runs.title"));
        title.getStyleClass().add("page-title");
        var head = new VBox(16, title, filters);
        head.getStyleClass().add("runs-head");
        setTop(new VBox(notice, head));
        list = new BorderPane(table);
        list.getStyleClass().add("runs-panel");
        panes.setMasterNode(list);
        panes.setAccessibleText(bench.text("all-runs.title"));
        panes.setAnimated(false);
        panes.setDividerPosition(TABLE_SHARE);
        panes.setShowDetailNode(false);
        setCenter(panes);
        closing.add(() -> detail.ifPresent(RunDetail::close));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        refresh();
    }

    @Override
    public void close() {
        turn++;
        closing.close();
    }

    private record Read(List<RunSummary> runs, boolean more, List<StoredFlow> flows) {}

    /// Reads the runs anew: something ran, or others are wanted.
    public void refresh() {
        var filter = filters.filter();
        int most = limit;
        long mine = ++turn;
        bench.background()
                .run(
                        () -> {
                            var runs = doors.archive().runs(filter, "", most + 1);
                            return new Read(
                                    runs.subList(0, Math.min(most, runs.size())),
                                    runs.size() > most,
                                    doors.flows().all());
                        },
                        read -> {
                            if (mine == turn) {
                                take(read);
                            }
                        },
                        this::failed);
    }

    private void take(Read read) {
        filters.show(read.flows().stream()
                .map(stored -> new Option(stored.flow().id(), stored.flow().name()))
                .toList());
        if (unfiltered.isEmpty() || unfiltered.get() != filters.isEmpty()) {
            unfiltered = Optional.of(filters.isEmpty());
            table.setPlaceholder(empty(filters.isEmpty()));
        }
        list.setBottom(read.more() ? olderRow() : null);
        var before = table.chosen();
        filling = true;
        boolean other = table.show(read.runs(), read.flows());
        filling = false;
        var now = table.chosen();
        if (now.isEmpty()) {
            showNone();
        } else if (other && !now.equals(before)) {
            read(now.get()); // It went on meanwhile.
        }
    }

    private HBox olderRow() {
        var row = new HBox(older);
        row.setAlignment(Pos.CENTER);
        row.getStyleClass().add("runs-older");
        return row;
    }

    /// Why there is none, and the way to some.
    ///
    /// @param all true while no run is left out
    private StackPane empty(boolean all) {
        var title = Wording.wrapped(Wording.section(bench.text(all ? "all-runs.none" : "all-runs.unfit")));
        var hint = Wording.wrapped(Wording.body(bench.text(all ? "all-runs.none.hint" : "all-runs.unfit.hint")));
        hint.getStyleClass().add("muted");
        var way = all
                ? Press.primary(bench.text("all-runs.flows.show"), "flows", doors.showFlows())
                : Press.plain(bench.text("all-runs.clear"), "cross", filters::clear);
        way.setId("runs-empty-way");
        var empty = new VBox(16, title, hint, way);
        empty.setAlignment(Pos.CENTER);
        empty.getStyleClass().add("runs-empty");
        return new StackPane(empty);
    }

    private record Past(Optional<RunRecord> run, Optional<Flow> flow) {}

    private void read(RunSummary run) {
        bench.background()
                .run(
                        () -> {
                            var found = bench.runs().find(run.id());
                            return new Past(
                                    found,
                                    found.flatMap(record -> doors.flows().version(run.flow(), record.version())));
                        },
                        past -> {
                            if (table.chosen()
                                    .filter(now -> now.id().equals(run.id()))
                                    .isPresent()) {
                                show(past);
                            }
                        },
                        this::failed);
    }

    private void show(Past past) {
        if (past.run().isEmpty() || past.flow().isEmpty()) {
            showNone();
            notice.stay(Wording.warning(bench.text("all-runs.gone")));
            return;
        }
        notice.quiet();
        detail.ifPresent(RunDetail::close);
        var made = new RunDetail(
                bench,
                past.flow().get(),
                past.run().get(),
                new RunDetail.Made(doors.tried(), doors.masks().getAsBoolean(), doors.deeds(), this::open));
        detail = Optional.of(made);
        panes.setDetailNode(made);
        panes.setShowDetailNode(true);
    }

    private void showNone() {
        detail.ifPresent(RunDetail::close);
        detail = Optional.empty();
        panes.setShowDetailNode(false);
    }

    private void open(RunSummary run) {
        table.stored(run)
                .ifPresentOrElse(
                        stored -> doors.open().accept(stored, run),
                        () -> notice.stay(Wording.warning(bench.text("all-runs.no-flow", run.flow()))));
    }

    /// A letter that is typed into a field is no key of the page.
    private void key(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl) {
            return;
        }
        bench.shortcuts().action(event, Shortcuts.Context.RUNS).ifPresent(action -> {
            switch (action) {
                case "runs.open" -> {
                    if (!table.isFocused()) {
                        return;
                    }
                    table.chosen().ifPresent(this::open);
                }
                case "runs.failure.next" -> detail.ifPresent(shown -> shown.stepFailure(1));
                default -> detail.ifPresent(shown -> shown.stepFailure(-1));
            }
            event.consume();
        });
    }

    private void failed(Exception failure) {
        notice.stay(Wording.verdict(false, bench.text("all-runs.failed")));
    }
}
