package io.signalbox.designer.panel;

import io.signalbox.flow.Condition;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Path;
import io.signalbox.flow.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The changes that rows and groups of one condition ask for, each performed as one edit.
final class ConditionEditing {
    private final Bench bench;
    private final ConditionPlace place;
    private List<FieldChoice> choices = List.of();
    private Optional<Spot> focus = Optional.empty();

    ConditionEditing(Bench bench, ConditionPlace place) {
        this.bench = bench;
        this.place = place;
    }

    Bench bench() {
        return bench;
    }

    Condition.Group root() {
        return place.reads().apply(bench.flow()) instanceof Condition.Group group
                ? group
                : new Condition.Group(Condition.Mode.ALL, List.of(place.reads().apply(bench.flow())));
    }

    /// The fields to choose from.
    List<FieldChoice> choices() {
        return choices;
    }

    void refreshChoices() {
        choices = FieldChoice.of(bench, place.roots().apply(bench.flow()));
    }

    /// Where the keyboard should go after the next redraw; asked once.
    Optional<Spot> takeFocus() {
        var wanted = focus;
        focus = Optional.empty();
        return wanted;
    }

    void replace(Spot spot, Condition by, String gesture) {
        perform(spot.replaced(root(), by), gesture);
    }

    void addRow(Spot group) {
        focus = Optional.of(
                group.child(((Condition.Group) group.in(root())).of().size()));
        perform(group.appended(root(), freshRow()), "");
    }

    void addRowBehind(Spot row) {
        focus = Optional.of(row.parent().child(row.index() + 1));
        perform(row.insertedBehind(root(), freshRow()), "");
    }

    void addGroup(Spot group) {
        int at = ((Condition.Group) group.in(root())).of().size();
        focus = Optional.of(group.child(at).child(0));
        perform(group.appended(root(), new Condition.Group(Condition.Mode.ANY, List.of(freshRow()))), "");
    }

    void duplicate(Spot spot) {
        perform(spot.insertedBehind(root(), spot.in(root())), "");
    }

    void remove(Spot spot) {
        perform(spot.removed(root()), "");
    }

    void move(Spot spot, int by) {
        focus = Optional.of(spot.parent().child(Math.max(0, spot.index() + by)));
        perform(spot.moved(root(), by), "");
    }

    /// Into a group of its own.
    void wrap(Spot spot) {
        if (spot.depth() < Condition.DEEPEST) {
            focus = Optional.of(spot.child(0));
            change(spot, condition -> new Condition.Group(Condition.Mode.ANY, List.of(condition)));
        }
    }

    void lift(Spot spot) {
        if (spot.depth() > 1) {
            focus = Optional.of(spot.parent().parent().child(spot.parent().index() + 1));
            perform(spot.lifted(root()), "");
        }
    }

    void change(Spot spot, UnaryOperator<Condition> rule) {
        perform(spot.changed(root(), rule), "");
    }

    /// A group may stand here without going deeper than the limit.
    boolean admitsGroup(Spot group) {
        return group.depth() + 1 < Condition.DEEPEST;
    }

    private Condition.Row freshRow() {
        var first = choices.stream().findFirst();
        var path = first.map(FieldChoice::path).orElse(Path.parse("trigger.data"));
        var sample = first.map(FieldChoice::sample).orElse(Value.nothing());
        return new Condition.Row(path, preset(sample), Value.of(""), Condition.As.AS_IS, false, false);
    }

    /// The operator that most rows on such a value take.
    static Operator preset(Value sample) {
        return switch (sample) {
            case Value.Truth _ -> Operator.TRUE;
            case Value.Items _ -> Operator.HAS_ANY;
            case Value.Text _, Value.Decimal _, Value.Fields _, Value.Nothing _ -> Operator.EQ;
        };
    }

    private void perform(Condition.Group changed, String gesture) {
        place.writes()
                .apply(bench.flow(), changed)
                .ifPresent(edit -> bench.session().perform(edit, gesture));
    }
}
