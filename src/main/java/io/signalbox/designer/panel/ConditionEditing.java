package io.signalbox.designer.panel;

import io.signalbox.flow.Condition;
import io.signalbox.flow.ConditionCheck;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Problem;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The changes that rows and groups of one condition ask for, each performed as one edit, and what rows need to know
/// about their flow.
final class ConditionEditing {
    /// Where the keyboard goes after the next redraw.
    ///
    /// @param choosing the row's list of fields opens
    record Focus(Spot spot, boolean choosing) {}

    private final Bench bench;
    private final ConditionPlace place;
    private List<FieldChoice> choices = List.of();
    private List<Problem> problems = List.of();
    private Optional<Focus> focus = Optional.empty();

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

    /// What is wrong with the row at a place, in the words that the list of problems has.
    Optional<Problem> problem(Spot spot) {
        var field = place.field() + spot.dotted();
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .findFirst();
    }

    void refresh() {
        choices = FieldChoice.of(bench, place.roots().apply(bench.flow()));
        problems = ConditionCheck.of(bench.flow(), place.owner(), place.field(), root());
    }

    boolean isFocusWanted() {
        return focus.isPresent();
    }

    /// Asked once.
    Optional<Focus> takeFocus() {
        var wanted = focus;
        focus = Optional.empty();
        return wanted;
    }

    void replace(Spot spot, Condition by, String gesture) {
        perform(spot.replaced(root(), by), gesture);
    }

    void addRow(Spot group) {
        focus = Optional.of(new Focus(group.child(members(group).size()), true));
        perform(group.appended(root(), Condition.blank()), "");
    }

    void addRowBehind(Spot row) {
        focus = Optional.of(new Focus(row.parent().child(row.index() + 1), true));
        perform(row.insertedBehind(root(), Condition.blank()), "");
    }

    void addGroup(Spot group) {
        int at = members(group).size();
        focus = Optional.of(new Focus(group.child(at).child(0), true));
        perform(group.appended(root(), new Condition.Group(Condition.Mode.ANY, List.of(Condition.blank()))), "");
    }

    void duplicate(Spot spot) {
        focus(spot.parent().child(spot.index() + 1));
        perform(spot.insertedBehind(root(), spot.in(root())), "");
    }

    void remove(Spot spot) {
        int left = members(spot.parent()).size() - 1;
        if (left > 0) {
            focus(spot.parent().child(Math.min(spot.index(), left - 1)));
        }
        perform(spot.removed(root()), "");
    }

    void move(Spot spot, int by) {
        int to = Math.clamp(spot.index() + by, 0, members(spot.parent()).size() - 1);
        focus(spot.parent().child(to));
        perform(spot.moved(root(), by), "");
    }

    /// Into the group before it, at its end; else into a group of its own.
    void nest(Spot spot) {
        var before = spot.parent().child(spot.index() - 1);
        if (spot.index() == 0 || !(before.in(root()) instanceof Condition.Group group)) {
            wrap(spot);
        } else if (before.depth() + spot.in(root()).depth() < Condition.DEEPEST) {
            focus(before.child(group.of().size()));
            drop(spot, before, group.of().size());
        }
    }

    /// Into a group of its own.
    void wrap(Spot spot) {
        if (mayWrap(spot)) {
            focus(spot.child(0));
            change(spot, condition -> new Condition.Group(Condition.Mode.ANY, List.of(condition)));
        }
    }

    void lift(Spot spot) {
        if (spot.depth() > 1) {
            boolean alone = members(spot.parent()).size() == 1;
            int behind = spot.parent().index() + (alone ? 0 : 1);
            focus(spot.parent().parent().child(behind));
            perform(spot.lifted(root()), "");
        }
    }

    void takeApart(Spot group) {
        perform(group.takenApart(root()), "");
    }

    /// Where a part was let go.
    ///
    /// @param index before whom it comes, counted as things are
    void drop(Spot spot, Spot group, int index) {
        if (!spot.holds(group)) {
            var moved = spot.movedInto(root(), group, index);
            if (moved.depth() <= Condition.DEEPEST) {
                perform(moved, "");
            }
        }
    }

    void change(Spot spot, UnaryOperator<Condition> rule) {
        perform(spot.changed(root(), rule), "");
    }

    /// A group may stand here without going deeper than the limit.
    boolean admitsGroup(Spot group) {
        return group.depth() + 1 < Condition.DEEPEST;
    }

    /// This part may stand in a group of its own.
    boolean mayWrap(Spot spot) {
        return spot.depth() + spot.in(root()).depth() < Condition.DEEPEST;
    }

    /// The value carried over to an operator that takes another number of values.
    static Value fitting(Value value, Operator chosen) {
        var values = value.asItems();
        return switch (chosen.operand()) {
            case NONE -> Value.nothing();
            case ONE -> values.isEmpty() ? Value.of("") : values.getFirst();
            case MANY ->
                new Value.Items(
                        values.stream().filter(each -> !each.isMissing()).toList());
            case TWO -> {
                var two = new ArrayList<>(values);
                while (two.size() < 2) {
                    two.add(Value.of(""));
                }
                yield new Value.Items(two.subList(0, 2));
            }
        };
    }

    /// The operator that most rows on such a value take.
    static Operator preset(Value sample) {
        return switch (sample) {
            case Value.Truth _ -> Operator.TRUE;
            case Value.Items _ -> Operator.HAS_ANY;
            case Value.Text _ when PathWords.isDate(sample) -> Operator.AFTER;
            case Value.Text _, Value.Decimal _, Value.Fields _, Value.Nothing _ -> Operator.EQ;
        };
    }

    private List<Condition> members(Spot group) {
        return ((Condition.Group) group.in(root())).of();
    }

    private void focus(Spot spot) {
        focus = Optional.of(new Focus(spot, false));
    }

    private void perform(Condition.Group changed, String gesture) {
        place.writes()
                .apply(bench.flow(), changed)
                .ifPresent(edit -> bench.session().perform(edit, gesture));
    }
}
