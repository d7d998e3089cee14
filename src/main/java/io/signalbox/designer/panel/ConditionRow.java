package io.signalbox.designer.panel;

import io.signalbox.flow.Condition;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Value;
import io.signalbox.flow.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// One comparison: field and operator, value, and what comes out for the sample.
final class ConditionRow extends VBox implements AutoCloseable {
    private static final PseudoClass MUTED = PseudoClass.getPseudoClass("muted");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final ConditionEditing editing;
    private final Bench bench;
    private final Spot spot;
    private final int siblings;
    private final FieldPicker field;
    private final ComboBox<Operator> operator = new ComboBox<>();
    private final OperandEditor operand;
    private final HBox result = new HBox(4);
    private final ContextMenu menu = new ContextMenu();
    private Condition.Row shown;
    private boolean showing;

    ConditionRow(ConditionEditing editing, Spot spot, int siblings) {
        this.editing = editing;
        this.bench = editing.bench();
        this.spot = spot;
        this.siblings = siblings;
        this.shown = (Condition.Row) spot.in(editing.root());
        getStyleClass().add("condition-row");
        field = new FieldPicker(bench, this::pick);
        field.setId("condition-field-" + id());
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setMaxWidth(Double.MAX_VALUE);
        operator.setId("condition-operator-" + id());
        operator.getStyleClass().add("condition-operator");
        operator.setAccessibleText(bench.text("condition.operator"));
        operator.setConverter(new OperatorWords());
        operator.valueProperty().addListener((_, _, chosen) -> {
            if (!showing && chosen != null && chosen != shown.operator()) {
                change(new Condition.Row(
                        shown.path(), chosen, fitting(chosen), shown.as(), shown.strict(), shown.off()));
            }
        });
        operand = new OperandEditor(bench, (value, gesture) -> {
            var row = new Condition.Row(shown.path(), shown.operator(), value, shown.as(), shown.strict(), shown.off());
            editing.replace(spot, row, gesture);
        });
        operand.setId("condition-value-" + id());
        HBox.setHgrow(operand, Priority.ALWAYS);
        Button more = Press.icon("more", bench.text("condition.more"), () -> {});
        more.setId("condition-more-" + id());
        more.setOnAction(_ -> openMenu(more));
        var first = new HBox(8, field, operator);
        var second = new HBox(8, operand, more);
        second.setAlignment(Pos.CENTER_LEFT);
        result.setAlignment(Pos.CENTER_LEFT);
        result.getStyleClass().add("condition-result");
        result.setId("condition-result-" + id());
        getChildren().addAll(first, second, result);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    Spot spot() {
        return spot;
    }

    void focusValue() {
        field.requestFocus();
    }

    void show(Condition.Row row) {
        showing = true;
        shown = row;
        var sample = bench.preview()
                .model()
                .scope(bench.flow())
                .map(scope -> scope.at(row.path()))
                .orElse(Value.nothing());
        field.show(editing.choices(), row.path(), sample);
        var fitting = new ArrayList<>(Operator.forValue(sample));
        if (!fitting.contains(row.operator())) {
            fitting.add(row.operator());
        }
        if (!operator.getItems().equals(fitting)) {
            operator.getItems().setAll(fitting);
        }
        operator.setValue(row.operator());
        operand.show(row, sample);
        pseudoClassStateChanged(MUTED, row.off());
        showing = false;
    }

    void tell(Optional<Verdict.OfRow> verdict) {
        result.getChildren().clear();
        boolean wrong = false;
        if (shown.off()) {
            result.getChildren().add(Wording.caption(bench.text("condition.muted")));
        } else if (verdict.isEmpty()) {
            result.getChildren().add(Wording.caption(bench.text("condition.no-sample")));
        } else if (shown.operator().operand() != Operator.Operand.NONE
                && shown.value().isMissing()) {
            wrong = true;
            result.getChildren().add(Wording.warning(bench.text("condition.no-value", actual(verdict.get()))));
        } else {
            say(verdict.get());
        }
        pseudoClassStateChanged(WRONG, wrong);
        setAccessibleText(spoken(verdict));
        field.setAccessibleHelp(spoken(verdict));
    }

    private void say(Verdict.OfRow verdict) {
        var name = new PathWords(bench).rest(shown.path());
        var compared = Wording.caption(name + " = " + actual(verdict));
        compared.getStyleClass().add("condition-compared");
        compared.setMinWidth(0);
        var mark = Wording.verdict(verdict.holds(), "");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        var word = Wording.verdict(verdict.holds(), bench.text(verdict.holds() ? "condition.true" : "condition.false"));
        word.setGraphic(null);
        word.getStyleClass().add("strong");
        word.setMinWidth(Region.USE_PREF_SIZE);
        var arrow = Wording.caption("→");
        arrow.setMinWidth(Region.USE_PREF_SIZE);
        result.getChildren().addAll(mark, compared, arrow, word);
        verdict.note().ifPresent(note -> {
            var text = Wording.caption("· " + bench.flowText(note));
            text.setMinWidth(0);
            result.getChildren().add(text);
            if (note.equals("verdict.types")) {
                result.getChildren().add(Press.link(bench.text("condition.as-number"), () -> as(Condition.As.NUMBER)));
            }
        });
    }

    @Override
    public void close() {
        operand.close();
        menu.hide();
    }

    private void as(Condition.As as) {
        change(new Condition.Row(shown.path(), shown.operator(), shown.value(), as, shown.strict(), shown.off()));
    }

    private static String quoted(Value value) {
        return value instanceof Value.Text(var text) ? "“" + text + "”" : value.asText();
    }

    private String actual(Verdict.OfRow verdict) {
        return verdict.actual().isMissing() ? bench.text("condition.nothing") : quoted(verdict.actual());
    }

    private void pick(FieldChoice choice) {
        var fitting = Operator.forValue(choice.sample());
        var operator = fitting.contains(shown.operator()) && !choice.sample().isMissing()
                ? shown.operator()
                : ConditionEditing.preset(choice.sample());
        change(new Condition.Row(
                choice.path(), operator, shown.value(), Condition.As.AS_IS, shown.strict(), shown.off()));
        operand.focus();
    }

    /// The value carried over to an operator that takes another number of values.
    private Value fitting(Operator chosen) {
        var values = shown.value().asItems();
        return switch (chosen.operand()) {
            case NONE -> Value.nothing();
            case ONE -> values.isEmpty() ? Value.of("") : values.getFirst();
            case MANY ->
                new Value.Items(
                        values.stream().filter(value -> !value.isMissing()).toList());
            case TWO ->
                new Value.Items(List.of(
                        values.isEmpty() ? Value.of("") : values.get(0),
                        values.size() < 2 ? Value.of("") : values.get(1)));
        };
    }

    private void change(Condition.Row row) {
        editing.replace(spot, row, "");
    }

    private void openMenu(Button more) {
        menu.getItems()
                .setAll(
                        ConditionGroup.item(bench.text("condition.duplicate"), () -> editing.duplicate(spot)),
                        ConditionGroup.item(
                                bench.text(shown.off() ? "condition.unmute" : "condition.mute"), this::mute),
                        ConditionGroup.item(
                                bench.text(shown.strict() ? "condition.lenient" : "condition.strict"), this::strict),
                        ConditionGroup.item(bench.text("condition.up"), () -> editing.move(spot, -1)),
                        ConditionGroup.item(bench.text("condition.down"), () -> editing.move(spot, 1)),
                        ConditionGroup.item(bench.text("condition.wrap"), () -> editing.wrap(spot)),
                        ConditionGroup.item(bench.text("condition.delete"), () -> editing.remove(spot)));
        menu.show(more, Side.BOTTOM, 0, 0);
    }

    private void mute() {
        change(new Condition.Row(
                shown.path(), shown.operator(), shown.value(), shown.as(), shown.strict(), !shown.off()));
    }

    private void strict() {
        change(new Condition.Row(
                shown.path(), shown.operator(), shown.value(), shown.as(), !shown.strict(), shown.off()));
    }

    private void key(KeyEvent event) {
        var code = event.getCode();
        Runnable action;
        if (event.isShortcutDown() && code == KeyCode.ENTER) {
            action = () -> editing.addRowBehind(spot);
        } else if (event.isShortcutDown() && code == KeyCode.BACK_SPACE) {
            action = () -> editing.remove(spot);
        } else if (event.isAltDown() && (code == KeyCode.UP || code == KeyCode.DOWN)) {
            action = () -> editing.move(spot, code == KeyCode.UP ? -1 : 1);
        } else if (event.isAltDown() && code == KeyCode.RIGHT) {
            action = () -> editing.wrap(spot);
        } else if (event.isAltDown() && code == KeyCode.LEFT) {
            action = () -> editing.lift(spot);
        } else {
            return;
        }
        event.consume();
        action.run();
    }

    private String spoken(Optional<Verdict.OfRow> verdict) {
        var value = shown.operator().operand() == Operator.Operand.NONE
                ? ""
                : shown.value().asText();
        var outcome = verdict.map(told -> bench.text(told.holds() ? "condition.true" : "condition.false"))
                .orElse(bench.text("condition.no-sample"));
        return bench.text(
                "condition.spoken",
                spot.index() + 1,
                siblings,
                new PathWords(bench).rest(shown.path()),
                bench.flowText("operator." + shown.operator().key()),
                value,
                outcome);
    }

    private String id() {
        return spot.steps().stream().map(String::valueOf).collect(java.util.stream.Collectors.joining("-"));
    }

    private final class OperatorWords extends StringConverter<Operator> {
        @Override
        public String toString(Operator value) {
            return value == null ? "" : bench.flowText("operator." + value.key());
        }

        @Override
        public Operator fromString(String text) {
            return Operator.EQ;
        }
    }
}
