package io.signalbox.designer.panel;

import io.signalbox.designer.Keyboard;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Verdict;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Edits a condition, with true or false below every row as the sample has it.
///
/// The header is a sentence, “Run when all of these are true”; its pill says whether the sample passes.
public final class ConditionPanel extends VBox implements Closes {
    private final Bench bench;
    private final ConditionPlace place;
    private final ConditionEditing editing;
    private final Closing closing = new Closing();
    private final FlowPane header = new FlowPane(8, 4);
    private final HBox outcome = new HBox();
    private final VBox body = new VBox();
    private Optional<ConditionGroup> group = Optional.empty();
    private Condition.Group drawn = Condition.always();

    public ConditionPanel(Bench bench, ConditionPlace place) {
        this.bench = bench;
        this.place = place;
        this.editing = new ConditionEditing(bench, place);
        getStyleClass().add("condition-panel");
        header.getStyleClass().add("condition-header");
        header.setAlignment(Pos.CENTER_LEFT);
        header.setPrefWrapLength(0);
        outcome.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(header, body);
        rebuild();
        var meaning = bench.session().meaningProperty().subscribe((_, _) -> draw());
        closing.add(meaning::unsubscribe);
        var model = bench.preview().modelProperty().subscribe((_, _) -> draw());
        closing.add(model::unsubscribe);
        closing.add(this::closeGroup);
        var dragging = new ConditionDrag(this, () -> group, editing);
        closing.add(dragging::close);
    }

    @Override
    public void close() {
        closing.close();
    }

    /// Opens the list of fields of the first row, which is still to be filled in.
    void begin() {
        group.ifPresent(shown -> Keyboard.within(
                shown, () -> shown.focus(new ConditionEditing.Focus(Spot.root().child(0), true))));
    }

    private void draw() {
        var now = editing.root();
        if (editing.isFocusWanted() || !isSameShape(drawn, now)) {
            rebuild();
        } else {
            editing.refresh();
            drawn = now;
            group.ifPresent(shown -> shown.show(now));
            tell();
        }
    }

    private void rebuild() {
        closeGroup();
        editing.refresh();
        drawn = editing.root();
        var shown = new ConditionGroup(editing, Spot.root());
        shown.show(drawn);
        group = Optional.of(shown);
        drawHeader(shown);
        body.getChildren().setAll(shown);
        tell();
        editing.takeFocus().ifPresent(wanted -> Keyboard.within(shown, () -> shown.focus(wanted)));
    }

    private void drawHeader(ConditionGroup shown) {
        // What does not fit beside the rest stands below it: nothing is cut.
        header.getChildren().setAll(Wording.around(bench.text(place.sentence() + ".when"), shown.modePicker()));
        header.getChildren().add(outcome);
    }

    private void tell() {
        var scope = bench.preview().model().scope(bench.flow());
        var verdict = scope.map(drawn::explain).map(Verdict.OfGroup.class::cast);
        group.ifPresent(shown -> shown.tell(verdict));
        outcome.getChildren().setAll(pill(verdict));
    }

    private Label pill(Optional<Verdict.OfGroup> verdict) {
        if (verdict.isEmpty()) {
            return Wording.pill(bench.text("condition.no-sample"), "", "");
        }
        if (verdict.get().holds()) {
            return Wording.pill(bench.text("condition.passes"), "success", "check");
        }
        int against = against(verdict.get());
        return Wording.pill(bench.counted("condition.stopped", Math.max(1, against)), "danger", "cross");
    }

    /// How many parts of the outermost group speak against it.
    private static int against(Verdict.OfGroup verdict) {
        boolean unwanted = verdict.mode() == Condition.Mode.NONE;
        return (int) verdict.parts().stream()
                .filter(part -> part.holds() == unwanted)
                .filter(part -> !(part instanceof Verdict.OfRow row && row.row().off()))
                .count();
    }

    private void closeGroup() {
        group.ifPresent(ConditionGroup::close);
        group = Optional.empty();
    }

    private static boolean isSameShape(Condition one, Condition other) {
        return switch (one) {
            case Condition.Row _ -> other instanceof Condition.Row;
            case Condition.Group(var _, var of, var _) -> {
                if (!(other instanceof Condition.Group(var _, var others, var _)) || of.size() != others.size()) {
                    yield false;
                }
                for (int at = 0; at < of.size(); at++) {
                    if (!isSameShape(of.get(at), others.get(at))) {
                        yield false;
                    }
                }
                yield true;
            }
        };
    }
}
