package io.signalbox.designer.panel;

import io.signalbox.designer.Icon;
import io.signalbox.designer.Keyboard;
import io.signalbox.designer.Tip;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Problem;
import io.signalbox.flow.Value;
import io.signalbox.flow.Verdict;
import java.util.ArrayList;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// One comparison: field and operator, value, and what comes out for the sample.
final class ConditionRow extends HBox implements ConditionPart {
    private static final PseudoClass MUTED = PseudoClass.getPseudoClass("muted");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final ConditionEditing editing;
    private final Bench bench;
    private final Spot spot;
    private final int siblings;
    private final FieldPicker field;
    private final OperatorPicker operator;
    private final ResponsibleKind kind;
    private final OperandEditor operand;
    private final ToggleButton exact = new ToggleButton("Aa");
    private final ConditionResult result;
    /// What the field is compared with.
    private final HBox second = new HBox(4);
    private final HBox last = new HBox(4);
    private final Button more;
    private final ContextMenu menu = new ContextMenu();
    private Condition.Row shown;
    private boolean showing;

    ConditionRow(ConditionEditing editing, Spot spot, int siblings) {
        super(4);
        this.editing = editing;
        this.bench = editing.bench();
        this.spot = spot;
        this.siblings = siblings;
        this.shown = (Condition.Row) spot.in(editing.root());
        getStyleClass().add("condition-row");
        setAccessibleRole(AccessibleRole.PARENT);
        field = new FieldPicker(bench, this::pick);
        field.setId("condition-field-" + spot.dashed());
        operator = new OperatorPicker(bench);
        operator.setId("condition-operator-" + spot.dashed());
        kind = new ResponsibleKind(
                bench,
                extra -> change(new Condition.Row(
                        shown.path(),
                        shown.operator(),
                        shown.value(),
                        shown.as(),
                        shown.strict(),
                        shown.off(),
                        extra)));
        operand = new OperandEditor(
                bench,
                (value, gesture) -> editing.replace(spot, shown.withValue(value), gesture),
                chosen -> change(shown.withOperator(chosen)));
        operator.valueProperty().subscribe((_, chosen) -> {
            if (!showing && chosen != null && chosen != shown.operator()) {
                change(shown.withOperator(chosen).withValue(ConditionEditing.fitting(shown.value(), chosen)));
                operand.focus();
            }
        });
        operand.setId("condition-value-" + spot.dashed());
        HBox.setHgrow(operand, Priority.ALWAYS);
        exact.setId("condition-exact-" + spot.dashed());
        exact.getStyleClass().addAll("small", "condition-exact");
        exact.setMinWidth(USE_PREF_SIZE);
        exact.setAccessibleText(bench.text("condition.strict"));
        exact.setTooltip(new Tip(bench.text("condition.strict")));
        exact.selectedProperty().subscribe((_, strict) -> {
            if (!showing) {
                change(shown.withStrict(strict));
            }
        });
        more = Press.icon("more", bench.text("condition.more"), () -> {});
        more.setId("condition-more-" + spot.dashed());
        more.setOnAction(_ -> openMenu(more));
        result = new ConditionResult(bench, this::change, field::open, operand::focus);
        result.setId("condition-result-" + spot.dashed());
        more.getStyleClass().add("condition-more");
        second.getChildren().addAll(kind, operand, exact);
        second.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(result, Priority.ALWAYS);
        last.getChildren().add(result);
        last.setAlignment(Pos.TOP_LEFT);
        var lines = new VBox(new Beside(4, field, operator), second, last);
        lines.getStyleClass().add("condition-lines");
        HBox.setHgrow(lines, Priority.ALWAYS);
        getChildren().addAll(handle(bench, spot), lines);
        ConditionKeys.install(this, editing, spot);
    }

    /// What a part is dragged by. The keyboard has Alt with the arrows.
    static StackPane handle(Bench bench, Spot spot) {
        var handle = new StackPane(Icon.of("grip", "icon-16", "tone-muted"));
        handle.getStyleClass().add("condition-handle");
        handle.setId("condition-handle-" + spot.dashed());
        Tooltip.install(handle, new Tip(bench.text("condition.drag")));
        return handle;
    }

    @Override
    public Spot spot() {
        return spot;
    }

    @Override
    public void focus(ConditionEditing.Focus wanted) {
        if (wanted.spot().equals(spot)) {
            Keyboard.giveTo(field);
            if (wanted.choosing()) {
                field.open();
            }
        }
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
        var fitting = new ArrayList<>(
                row.as() == Condition.As.NUMBER ? Operator.forValue(Value.of(0)) : Operator.forValue(sample));
        if (!fitting.contains(row.operator())) {
            fitting.add(row.operator());
        }
        operator.show(fitting, row.operator());
        kind.show(row);
        operand.show(row, sample);
        exact.setSelected(row.strict());
        boolean text = row.operator().operand() != Operator.Operand.NONE
                && (sample instanceof Value.Text || sample instanceof Value.Items)
                && !PathWords.isDate(sample)
                && row.as() != Condition.As.NUMBER;
        exact.setVisible(text || row.strict());
        exact.setManaged(text || row.strict());
        boolean compares = row.operator().operand() != Operator.Operand.NONE
                || row.operator() == Operator.TRUE
                || row.operator() == Operator.FALSE;
        second.setVisible(compares);
        second.setManaged(compares);
        place(compares ? second : last);
        pseudoClassStateChanged(MUTED, row.off());
        showing = false;
    }

    /// Beside the value; a row without one has no line for it.
    private void place(HBox line) {
        if (!line.getChildren().contains(more)) {
            second.getChildren().remove(more);
            last.getChildren().remove(more);
            line.getChildren().add(more);
        }
    }

    void tell(Optional<Verdict.OfRow> verdict) {
        var problem = editing.problem(spot);
        result.show(shown, problem, verdict);
        pseudoClassStateChanged(WRONG, problem.filter(Problem::isError).isPresent());
        setAccessibleText(spoken(problem, verdict));
        field.setAccessibleHelp(getAccessibleText());
    }

    @Override
    public void close() {
        operand.close();
        field.close();
        menu.hide();
    }

    private void pick(FieldChoice choice) {
        var fits = Operator.forValue(choice.sample()).contains(shown.operator())
                && !choice.sample().isMissing()
                && !shown.isWithoutField();
        var chosen = fits ? shown.operator() : ConditionEditing.preset(choice.sample());
        change(shown.withPath(choice.path())
                .withOperator(chosen)
                .withValue(ConditionEditing.fitting(shown.value(), chosen))
                .withAs(Condition.As.AS_IS));
        operand.focus();
    }

    private void change(Condition.Row row) {
        editing.replace(spot, row, "");
    }

    private void openMenu(Button more) {
        var wrap = ConditionGroup.item(bench.text("condition.wrap"), () -> editing.wrap(spot));
        if (!editing.mayWrap(spot)) {
            wrap.setDisable(true);
            wrap.setText(bench.text("condition.too-deep"));
        }
        menu.getItems()
                .setAll(
                        ConditionGroup.item(bench.text("condition.duplicate"), () -> editing.duplicate(spot)),
                        ConditionGroup.item(
                                bench.text(shown.off() ? "condition.unmute" : "condition.mute"),
                                () -> change(shown.withOff(!shown.off()))),
                        ConditionGroup.item(bench.text("condition.up"), () -> editing.move(spot, -1)),
                        ConditionGroup.item(bench.text("condition.down"), () -> editing.move(spot, 1)),
                        wrap,
                        ConditionGroup.item(bench.text("condition.delete"), () -> editing.remove(spot)));
        if (spot.depth() > 1) {
            menu.getItems().add(5, ConditionGroup.item(bench.text("condition.lift"), () -> editing.lift(spot)));
        }
        menu.show(more, Side.BOTTOM, 0, 0);
    }

    private String spoken(Optional<Problem> problem, Optional<Verdict.OfRow> verdict) {
        var outcome = shown.off()
                ? bench.text("condition.muted.spoken")
                : problem.filter(Problem::isError)
                        .map(found -> found.text(bench.words().flowTexts()))
                        .or(() -> verdict.map(told -> bench.text(told.holds() ? "condition.true" : "condition.false")))
                        .orElse(bench.text("condition.no-sample"));
        return bench.text("condition.spoken", spot.index() + 1, siblings, new ConditionWords(bench).of(shown), outcome);
    }
}
