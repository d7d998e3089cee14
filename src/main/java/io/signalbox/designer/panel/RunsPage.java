package io.signalbox.designer.panel;

import io.signalbox.designer.FlowSession;
import io.signalbox.designer.Keyboard;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.panel.OptionPicker.Option;
import io.signalbox.engine.Archive;
import io.signalbox.engine.FlowStore;
import io.signalbox.engine.Preview;
import io.signalbox.engine.RunRecord;
import io.signalbox.engine.RunSummary;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Flow;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
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
    private final RunPicks picks;
    private final RunSearch search;
    private final RunsFoot foot;
    private final FlowNotice notice = new FlowNotice();
    private Optional<RunDetail> detail = Optional.empty();
    private List<StoredFlow> flows = List.of();
    private int limit = PAGE;
    private boolean filling;
    /// Whether what stands in an empty table speaks of all runs; empty while nothing was read.
    private Optional<Boolean> unfiltered = Optional.empty();
    /// What was asked for last: what is read for an earlier wish comes too late.
    private long turn;

    /// What the page reads, and where it leads.
    ///
    /// @param tried makes the view of what a flow did
    /// @param preview tells what a run did
    /// @param repeat goes on with runs where they were given up
    /// @param masks whether phone numbers are hidden
    /// @param open shows a run on the canvas of its flow
    /// @param showFlows leads to the list of flows
    public record Doors(
            Archive archive,
            FlowStore flows,
            Function<FlowSession, LivePreview> tried,
            Preview preview,
            RunDeeds deeds,
            Consumer<List<RunSummary>> repeat,
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
        search = new RunSearch(bench.background(), doors.archive(), this::searched, this::failed);
        closing.add(search::leave);
        foot = new RunsFoot(bench, this::goFurther);
        table = new RunTable(bench, this::open);
        table.getSelectionModel().selectedItemProperty().subscribe((_, run) -> {
            if (!filling && run != null) {
                read(run);
            }
        });
        picks = new RunPicks(bench, doors, notice);
        table.getSelectionModel().getSelectedIndices().addListener((ListChangeListener<Integer>) _ -> {
            if (!filling) {
                picks.show(table.allChosen());
            }
        });
        RowMenu.on(table, this::menu);
        var title = new Label(bench.text("all-runs.title"));
        title.getStyleClass().add("page-title");
        var head = new VBox(16, title, filters);
        head.getStyleClass().add("runs-head");
        setTop(new VBox(notice, head));
        list = new BorderPane(table);
        list.setTop(picks);
        list.setBottom(foot);
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

    private void goFurther() {
        if (filters.data().isEmpty()) {
            limit += PAGE;
            refresh();
        } else {
            search.further();
        }
    }

    private record Read(List<RunSummary> runs, boolean more, List<StoredFlow> flows) {}

    /// Reads the runs anew: something ran, or others are wanted.
    public void refresh() {
        var filter = filters.filter();
        long mine = ++turn;
        if (!filters.data().isEmpty()) {
            bench.background()
                    .run(
                            doors.flows()::all,
                            read -> {
                                if (mine == turn) {
                                    flows = read;
                                    name(read);
                                    search.look(filter, filters.data());
                                }
                            },
                            this::failed);
            return;
        }
        search.leave();
        int most = limit;
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
                                foot.listed(read.more());
                                take(read.runs(), read.flows());
                            }
                        },
                        this::failed);
    }

    private void name(List<StoredFlow> known) {
        filters.show(known.stream()
                .map(stored -> new Option(stored.flow().id(), stored.flow().name()))
                .toList());
    }

    /// What the look into the data gave, so far or for now.
    private void searched(RunSearch.Outcome outcome, boolean done) {
        foot.searched(outcome, done);
        take(outcome.found(), flows);
    }

    private void take(List<RunSummary> runs, List<StoredFlow> known) {
        flows = known;
        name(flows);
        if (unfiltered.isEmpty() || unfiltered.get() != filters.isEmpty()) {
            unfiltered = Optional.of(filters.isEmpty());
            boolean all = filters.isEmpty();
            table.setPlaceholder(new RunsEmpty(bench, all, all ? doors.showFlows() : filters::clear));
        }
        var before = table.chosen();
        filling = true;
        boolean other = table.show(runs, flows);
        filling = false;
        picks.show(table.allChosen());
        var now = table.chosen();
        if (now.isEmpty()) {
            showNone();
        } else if (other && !now.equals(before)) {
            read(now.get()); // It went on meanwhile.
        }
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
                case "runs.compare" -> picks.compare();
                case "runs.repeat" -> picks.repeat();
                case "runs.find" -> find();
                case "runs.failure.next" -> detail.ifPresent(shown -> shown.stepFailure(1));
                default -> detail.ifPresent(shown -> shown.stepFailure(-1));
            }
            event.consume();
        });
    }

    /// What can be done with the chosen runs, with the keys that do it.
    private ContextMenu menu() {
        var menu = new ContextMenu(
                item("runs.open", "flows", () -> table.chosen().ifPresent(this::open)),
                item("runs.compare", "split", picks::compare),
                item("runs.repeat", "skip", picks::repeat),
                new SeparatorMenuItem(),
                item("runs.find", "search", this::find));
        menu.setId("runs-menu");
        return menu;
    }

    private MenuItem item(String action, String icon, Runnable act) {
        return RowMenu.item(bench, action, icon, act);
    }

    private void find() {
        Keyboard.giveTo(filters.dataField());
    }

    private void failed(Exception failure) {
        notice.stay(Wording.verdict(false, bench.text("all-runs.failed")));
    }
}
