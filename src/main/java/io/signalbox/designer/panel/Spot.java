package io.signalbox.designer.panel;

import io.signalbox.flow.Condition;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Where a row or a group stands in a tree of conditions: the index at each level, outermost first. The root has none.
record Spot(List<Integer> steps) {
    Spot {
        steps = List.copyOf(steps);
    }

    static Spot root() {
        return new Spot(List.of());
    }

    Spot child(int index) {
        var longer = new ArrayList<>(steps);
        longer.add(index);
        return new Spot(longer);
    }

    Spot parent() {
        return new Spot(steps.subList(0, steps.size() - 1));
    }

    /// Its place among its siblings.
    int index() {
        return steps.getLast();
    }

    int depth() {
        return steps.size();
    }

    boolean isRoot() {
        return steps.isEmpty();
    }

    Condition in(Condition.Group root) {
        Condition found = root;
        for (int step : steps) {
            found = ((Condition.Group) found).of().get(step);
        }
        return found;
    }

    /// The same tree with something else here.
    Condition.Group replaced(Condition.Group root, Condition by) {
        if (isRoot()) {
            return by instanceof Condition.Group group ? group : new Condition.Group(Condition.Mode.ALL, List.of(by));
        }
        return parent().siblings(root, of -> of.set(index(), by));
    }

    Condition.Group removed(Condition.Group root) {
        return parent().siblings(root, of -> of.remove(index()));
    }

    Condition.Group insertedBehind(Condition.Group root, Condition condition) {
        return parent().siblings(root, of -> of.add(index() + 1, condition));
    }

    /// For a group: its members with one more at the end.
    Condition.Group appended(Condition.Group root, Condition condition) {
        return siblings(root, of -> of.add(condition));
    }

    /// Up or down among its siblings; the tree as it is at either end.
    Condition.Group moved(Condition.Group root, int by) {
        int to = index() + by;
        if (to < 0 || to >= ((Condition.Group) parent().in(root)).of().size()) {
            return root;
        }
        return parent().siblings(root, of -> of.add(to, of.remove(index())));
    }

    /// Out of its group, to stand behind it; a group that would be left empty goes.
    Condition.Group lifted(Condition.Group root) {
        if (depth() < 2) {
            return root;
        }
        var condition = in(root);
        if (((Condition.Group) parent().in(root)).of().size() == 1) {
            return parent().replaced(root, condition);
        }
        return parent().insertedBehind(removed(root), condition);
    }

    /// The group's members stand where it stood.
    Condition.Group takenApart(Condition.Group root) {
        var inner = ((Condition.Group) in(root)).of();
        return parent().siblings(root, of -> {
            of.remove(index());
            of.addAll(index(), inner);
        });
    }

    /// To another place of the tree.
    ///
    /// @param group where it goes
    /// @param index before whom it comes there, counted in the tree as it is
    Condition.Group movedInto(Condition.Group root, Spot group, int index) {
        var condition = in(root);
        // A hole keeps every other place where it is until the end.
        var hole = new Condition.Group(Condition.Mode.ANY, List.of(), Value.fields("hole", Value.of(true)));
        var with = group.siblings(replaced(root, hole), of -> of.add(index, condition));
        return (Condition.Group) without(with, hole);
    }

    private static Condition without(Condition.Group group, Condition gone) {
        return group.withOf(group.of().stream()
                .filter(part -> !part.equals(gone))
                .map(part -> part instanceof Condition.Group inner ? without(inner, gone) : part)
                .toList());
    }

    /// True for this place and every place in it.
    boolean holds(Spot other) {
        return other.depth() >= depth() && other.steps().subList(0, depth()).equals(steps);
    }

    /// Its place as problems name it, `.1.0`.
    String dotted() {
        return steps.stream().map(step -> "." + step).collect(Collectors.joining());
    }

    /// Its place in the id of a control, `1-0`.
    String dashed() {
        return steps.stream().map(String::valueOf).collect(Collectors.joining("-"));
    }

    private Condition.Group siblings(Condition.Group root, java.util.function.Consumer<List<Condition>> change) {
        var group = (Condition.Group) in(root);
        var of = new ArrayList<>(group.of());
        change.accept(of);
        return replaced(root, group.withOf(of));
    }

    /// The tree with this place changed by a rule.
    Condition.Group changed(Condition.Group root, UnaryOperator<Condition> rule) {
        return replaced(root, rule.apply(in(root)));
    }
}
