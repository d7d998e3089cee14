package io.signalbox.designer.panel;

import io.signalbox.designer.Keyboard;
import io.signalbox.engine.RunState;
import io.signalbox.engine.RunSummary;
import io.signalbox.engine.RunView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/// What can be done with several runs that are chosen: two are compared, those that failed are repeated. There while
/// more than one is.
final class RunPicks extends FlowPane {
    private final Bench bench;
    private final RunsPage.Doors doors;
    private final FlowNotice notice;
    private final Label count = Wording.strong("");
    private final Button compare;
    private final Button repeat;
    private List<RunSummary> chosen = List.of();

    RunPicks(Bench bench, RunsPage.Doors doors, FlowNotice notice) {
        super(8, 8);
        this.bench = bench;
        this.doors = doors;
        this.notice = notice;
        setId("runs-picks");
        getStyleClass().add("runs-picks");
        setAlignment(Pos.CENTER_LEFT);
        compare = Press.small(bench.words().text("runs.compare"), "split", this::compare);
        compare.setId("runs-compare");
        repeat = Press.small("", "skip", this::repeat);
        repeat.setId("runs-repeat");
        getChildren().addAll(count, compare, repeat);
        show(List.of());
    }

    void show(List<RunSummary> picked) {
        chosen = List.copyOf(picked);
        int failed = failed().size();
        count.setText(bench.counted("all-runs.chosen", chosen.size()));
        compare.setDisable(chosen.size() != 2);
        repeat.setVisible(failed > 0);
        repeat.setManaged(failed > 0);
        repeat.setText(bench.counted("all-runs.repeat", failed));
        repeat.setAccessibleText(repeat.getText());
        setVisible(chosen.size() > 1);
        setManaged(isVisible());
    }

    private List<RunSummary> failed() {
        return chosen.stream()
                .filter(run -> run.state() == RunState.FAILED || run.state() == RunState.DEAD)
                .toList();
    }

    /// Asks once, with their number: what a run sends cannot be taken back.
    void repeat() {
        var failed = failed();
        if (failed.isEmpty()) {
            notice.say(Wording.warning(bench.text("all-runs.repeat.none")));
            return;
        }
        var card = new DialogCard(
                bench,
                "skip",
                bench.counted("all-runs.repeat.really", failed.size()),
                bench.text("all-runs.repeat.once"),
                bench.overlay()::dismiss);
        card.setId("runs-repeat-card");
        card.add(Wording.wrapped(Wording.body(bench.text("all-runs.repeat.what"))));
        int others = chosen.size() - failed.size();
        if (others > 0) {
            card.add(Wording.wrapped(Wording.caption(bench.counted("all-runs.repeat.others", others))));
        }
        var go = Press.primary(bench.counted("all-runs.repeat", failed.size()), "skip", () -> {
            bench.overlay().dismiss();
            doors.repeat().accept(failed);
        });
        go.setId("runs-repeat-really");
        var stay = Press.plain(bench.text("dialog.cancel"), "", bench.overlay()::dismiss);
        card.buttons(stay, go);
        bench.overlay().show(card);
        Keyboard.within(card, () -> Keyboard.giveTo(stay));
    }

    /// Shows them side by side, the older one first.
    void compare() {
        if (chosen.size() != 2) {
            notice.say(Wording.warning(bench.text("all-runs.compare.two")));
            return;
        }
        // Their ids grow with time.
        var both = chosen.stream().sorted(Comparator.comparing(RunSummary::id)).toList();
        bench.background()
                .run(
                        () -> sides(both),
                        this::compare,
                        failure -> notice.stay(Wording.verdict(false, bench.text("all-runs.failed"))));
    }

    /// Those that can be told of: what a flow did in a run is planned anew.
    private List<Optional<RunComparison.Side>> sides(List<RunSummary> both) {
        var sides = new ArrayList<Optional<RunComparison.Side>>();
        for (var run : both) {
            sides.add(bench.runs()
                    .find(run.id())
                    .flatMap(record -> doors.flows()
                            .version(run.flow(), record.version())
                            .map(flow -> new RunComparison.Side(
                                    flow, record, doors.preview().of(flow, record)))));
        }
        return sides;
    }

    private void compare(List<Optional<RunComparison.Side>> sides) {
        if (sides.stream().anyMatch(Optional::isEmpty)) {
            notice.stay(Wording.warning(bench.text("all-runs.gone")));
            return;
        }
        var whole = sides.stream().flatMap(Optional::stream).toList();
        var removed = whole.stream()
                .map(side -> side.run().event())
                .filter(event -> event.removedAt().isPresent())
                .findFirst();
        if (removed.isPresent()) {
            notice.stay(
                    Wording.warning(RunView.removed(removed.get(), bench.words().language())));
            return;
        }
        bench.overlay()
                .show(new RunComparison(
                        bench,
                        whole.getFirst(),
                        whole.getLast(),
                        doors.masks().getAsBoolean(),
                        bench.overlay()::dismiss));
    }
}
