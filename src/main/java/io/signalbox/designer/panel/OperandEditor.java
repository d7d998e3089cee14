package io.signalbox.designer.panel;

import io.signalbox.designer.Keyboard;
import io.signalbox.designer.Tip;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Path;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.ToggleSwitch;
import org.controlsfx.control.textfield.CustomTextField;

/// The right side of a comparison, in the form that operator and field ask for: a text or number with what was seen
/// before, a day, a list of tags, two values, yes or no, or nothing.
final class OperandEditor extends HBox implements AutoCloseable {
    private static final Set<Operator> NUMERIC = EnumSet.of(
            Operator.GT, Operator.GE, Operator.LT, Operator.LE, Operator.SIZE, Operator.LAST_N, Operator.NEXT_N);

    /// A field that has room for a name and its id.
    private static final double WIDE = 200;

    private enum Form {
        NONE,
        TRUTH,
        TEXT,
        DAY,
        TAGS,
        TWO_TEXTS,
        TWO_DAYS
    }

    private final Bench bench;
    private final BiConsumer<Value, String> typed;
    private final Consumer<Operator> switched;
    private final Typing typing;
    private final NumberWords numbers;
    private final Closing completions = new Closing();
    private Form form = Form.NONE;
    private boolean numeric;
    private boolean showing;
    private Path path = Path.parse("trigger");
    private String responsible = "";
    private Value current = Value.nothing();
    private List<Node> editors = List.of();

    /// @param typed gets the value and the gesture it belongs to
    /// @param switched told which of yes and no is asked for
    OperandEditor(Bench bench, BiConsumer<Value, String> typed, Consumer<Operator> switched) {
        this.bench = bench;
        this.typed = typed;
        this.switched = switched;
        this.typing = new Typing(this);
        this.numbers = new NumberWords(bench.words().language().locale());
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(8);
        setMinHeight(32);
    }

    void show(Condition.Row row, Value sample) {
        showing = true;
        path = row.path();
        responsible = ResponsibleKind.of(row);
        var wanted = form(row, sample);
        numeric = sample instanceof Value.Decimal
                || row.as() == Condition.As.NUMBER
                || wanted == Form.TWO_TEXTS
                || (NUMERIC.contains(row.operator()) && row.as() != Condition.As.DATE);
        if (wanted != form || (wanted != Form.NONE && editors.isEmpty())) {
            form = wanted;
            build();
        }
        current = row.value();
        var values =
                form == Form.TWO_DAYS || form == Form.TWO_TEXTS ? row.value().asItems() : List.of(row.value());
        for (int at = 0; at < editors.size(); at++) {
            fill(editors.get(at), row, at < values.size() ? values.get(at) : Value.of(""));
        }
        showing = false;
    }

    void focus() {
        if (!editors.isEmpty()) {
            Keyboard.giveTo(editors.getFirst());
        }
    }

    @Override
    public void close() {
        // What leaves the scene loses focus, and a field that loses focus gives its last word: too late by now.
        showing = true;
        completions.close();
        typing.close();
    }

    private static Form form(Condition.Row row, Value sample) {
        var operator = row.operator();
        boolean date = (PathWords.isDate(sample)
                        || row.as() == Condition.As.DATE
                        || operator == Operator.BEFORE
                        || operator == Operator.AFTER)
                && row.as() != Condition.As.TEXT;
        boolean days = operator == Operator.LAST_N || operator == Operator.NEXT_N || operator == Operator.SIZE;
        return switch (operator.operand()) {
            case NONE -> operator == Operator.TRUE || operator == Operator.FALSE ? Form.TRUTH : Form.NONE;
            case ONE -> date && !days ? Form.DAY : Form.TEXT;
            case TWO -> date ? Form.TWO_DAYS : Form.TWO_TEXTS;
            case MANY -> Form.TAGS;
        };
    }

    private void build() {
        completions.close();
        editors = switch (form) {
            case NONE -> List.of();
            case TRUTH -> List.of(truth());
            case TEXT -> List.of(text());
            case DAY -> List.of(new DayField(bench, this::changed));
            case TAGS -> List.of(tags());
            case TWO_TEXTS -> List.of(text(), text());
            case TWO_DAYS -> List.of(new DayField(bench, this::changed), new DayField(bench, this::changed));
        };
        getChildren().setAll(editors);
        if (editors.size() == 2) {
            getChildren().add(1, Wording.caption(bench.flowText("operator.and")));
        }
        editors.forEach(editor -> HBox.setHgrow(editor, Priority.ALWAYS));
    }

    private ToggleSwitch truth() {
        var toggle = new ToggleSwitch();
        toggle.setAccessibleText(bench.text("condition.value"));
        toggle.selectedProperty().subscribe((_, on) -> {
            toggle.setText(bench.text(on ? "condition.yes" : "condition.no"));
            if (!showing) {
                switched.accept(on ? Operator.TRUE : Operator.FALSE);
            }
        });
        return toggle;
    }

    private CustomTextField text() {
        var field = new CustomTextField();
        field.getStyleClass().add("condition-text");
        field.setAccessibleText(bench.text("condition.value"));
        field.setPromptText(bench.text("condition.value.prompt"));
        field.setPrefColumnCount(6);
        field.textProperty().subscribe((_, _) -> changed());
        var completion = new Completion(field, this::seen, this::ask);
        completions.add(completion::close);
        return field;
    }

    private List<Observed.Seen> seen() {
        return namesCount() ? new Observed(bench).of(path) : List.of();
    }

    private void ask(String text, Consumer<Suggestions.Offer> done) {
        if (namesCount() && !numeric) {
            bench.suggestions().ask(bench, Suggestions.wanted(path, responsible), text, done);
        }
    }

    /// Ends of a range are amounts, not names.
    private boolean namesCount() {
        return form != Form.TWO_TEXTS;
    }

    private TagField tags() {
        var tags = new TagField(bench, _ -> changed());
        var completion = new Completion(tags.entry(), this::seen, this::ask);
        completions.add(completion::close);
        return tags;
    }

    private void fill(Node editor, Condition.Row row, Value value) {
        switch (editor) {
            case ToggleSwitch toggle -> {
                boolean on = row.operator() == Operator.TRUE;
                toggle.setSelected(on);
                toggle.setText(bench.text(on ? "condition.yes" : "condition.no"));
            }
            case CustomTextField field -> {
                // Not while it says the same: a number typed as 1, or 1.50 must not jump under the hand.
                if (!field.getText().equals(shown(value))
                        && !value(field.getText()).equals(value)) {
                    field.setText(shown(value));
                }
                identify(field, value);
            }
            case DayField day -> day.show(value);
            case TagField tags ->
                tags.show(row.value().asItems().stream().map(this::shown).toList());
            default -> throw new IllegalStateException("no editor: " + editor);
        }
    }

    /// Behind a name stands the id that is compared: two people may be called the same.
    private static void identify(CustomTextField field, Value value) {
        var id = value.at("id").asText();
        var known = id.isEmpty() || id.equals(value.at("label").asText()) ? "" : id;
        if (known.isEmpty()) {
            field.setRight(null);
        } else if (!(field.getRight() instanceof Label shown)
                || !shown.getText().equals(known)) {
            var label = Wording.caption(known);
            label.setMinWidth(Region.USE_PREF_SIZE);
            // The name goes first: where both do not fit, the tip has the id.
            label.managedProperty().bind(field.widthProperty().greaterThan(WIDE));
            label.visibleProperty().bind(label.managedProperty());
            field.setRight(label);
        }
        field.setTooltip(known.isEmpty() ? null : new Tip(value.at("label").asText() + " · " + known));
        field.setAccessibleHelp(known);
    }

    private String shown(Value value) {
        return switch (value) {
            case Value.Decimal number -> numbers.text(number);
            case Value.Fields reference
            when reference.has("label") -> reference.at("label").asText();
            case Value.Nothing _, Value.Text _, Value.Truth _, Value.Items _, Value.Fields _ -> value.asText();
        };
    }

    private void changed() {
        if (showing) {
            return;
        }
        var values = new ArrayList<Value>();
        for (var editor : editors) {
            switch (editor) {
                case TextField field -> values.add(value(field.getText()));
                case DayField day -> values.add(day.value());
                case TagField tags -> tags.texts().forEach(tag -> values.add(value(tag)));
                default -> {}
            }
        }
        boolean one = form == Form.TEXT || form == Form.DAY;
        var value = one ? values.getFirst() : new Value.Items(values);
        if (!value.equals(current)) {
            current = value;
            typed.accept(value, typing.gesture());
        }
    }

    /// A name that is known stands for what it names; a number is one where a number is asked for.
    private Value value(String text) {
        for (var kept : current.asItems()) {
            if (kept instanceof Value.Fields && shown(kept).equals(text)) {
                return kept;
            }
        }
        var named = new Observed(bench)
                .called(path, text)
                .or(() -> bench.suggestions().called(Suggestions.wanted(path, responsible), text))
                .map(Observed.Seen::value)
                .filter(Value.Fields.class::isInstance);
        if (named.isPresent() && namesCount()) {
            return named.get();
        }
        return numeric ? numbers.read(text).<Value>map(number -> number).orElse(Value.of(text)) : Value.of(text);
    }
}
