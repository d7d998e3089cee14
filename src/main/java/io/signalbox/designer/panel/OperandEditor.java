package io.signalbox.designer.panel;

import io.signalbox.flow.Condition;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The right side of a comparison, in the form that operator and field ask for: a text, a date, a list of tags, two
/// values, or nothing.
final class OperandEditor extends HBox implements AutoCloseable {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+([.,]\\d+)?");
    private static final Set<Operator> NUMERIC = EnumSet.of(
            Operator.GT,
            Operator.GE,
            Operator.LT,
            Operator.LE,
            Operator.OUTSIDE,
            Operator.SIZE,
            Operator.LAST_N,
            Operator.NEXT_N);

    private enum Form {
        NONE,
        TEXT,
        DATE,
        TAGS,
        TWO_TEXTS,
        TWO_DATES
    }

    private final Bench bench;
    private final BiConsumer<Value, String> typed;
    private final Typing typing;
    private Form form = Form.NONE;
    private boolean numeric;
    private boolean showing;
    private Value current = Value.nothing();
    private List<Node> editors = List.of();

    /// @param typed gets the value and the gesture it belongs to
    OperandEditor(Bench bench, BiConsumer<Value, String> typed) {
        this.bench = bench;
        this.typed = typed;
        this.typing = new Typing(this);
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(8);
        setMinHeight(32);
    }

    void show(Condition.Row row, Value sample) {
        showing = true;
        numeric = sample instanceof Value.Decimal || NUMERIC.contains(row.operator());
        var wanted = form(row.operator(), sample);
        if (wanted != form || (wanted != Form.NONE && editors.isEmpty())) {
            form = wanted;
            build();
        }
        current = row.value();
        var values =
                form == Form.TWO_DATES || form == Form.TWO_TEXTS ? row.value().asItems() : List.of(row.value());
        for (int at = 0; at < editors.size(); at++) {
            fill(editors.get(at), form == Form.TAGS ? row.value() : at < values.size() ? values.get(at) : Value.of(""));
        }
        showing = false;
    }

    void focus() {
        if (!editors.isEmpty()) {
            editors.getFirst().requestFocus();
        }
    }

    @Override
    public void close() {
        // What leaves the scene loses focus, and a field that loses focus gives its last word: too late by now.
        showing = true;
        typing.close();
    }

    private static Form form(Operator operator, Value sample) {
        boolean date = PathWords.isDate(sample);
        return switch (operator.operand()) {
            case NONE -> Form.NONE;
            case ONE -> date && !NUMERIC.contains(operator) ? Form.DATE : Form.TEXT;
            case TWO -> date ? Form.TWO_DATES : Form.TWO_TEXTS;
            case MANY -> Form.TAGS;
        };
    }

    private void build() {
        editors = switch (form) {
            case NONE -> List.of();
            case TEXT -> List.of(text());
            case DATE -> List.of(date());
            case TAGS -> List.of(tags());
            case TWO_TEXTS -> List.of(text(), text());
            case TWO_DATES -> List.of(date(), date());
        };
        getChildren().setAll(editors);
        if (editors.size() == 2) {
            getChildren().add(1, Wording.caption(bench.text("condition.and")));
        }
        editors.forEach(editor -> HBox.setHgrow(editor, Priority.ALWAYS));
    }

    private TextField text() {
        var field = new TextField();
        field.getStyleClass().add("condition-text");
        field.setAccessibleText(bench.text("condition.value"));
        field.setPromptText(bench.text("condition.value.prompt"));
        field.setPrefColumnCount(6);
        field.textProperty().addListener((_, _, _) -> changed());
        return field;
    }

    private DatePicker date() {
        var picker = new DatePicker();
        picker.setMaxWidth(Double.MAX_VALUE);
        picker.setPrefWidth(112);
        picker.setAccessibleText(bench.text("condition.value"));
        var format = DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT)
                .withLocale(bench.words().language().locale());
        picker.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable LocalDate day) {
                return day == null ? "" : format.format(day);
            }

            @Override
            public @Nullable LocalDate fromString(String text) {
                try {
                    return text.isBlank() ? null : LocalDate.parse(text.strip(), format);
                } catch (DateTimeException _) {
                    return null;
                }
            }
        });
        picker.valueProperty().addListener((_, _, _) -> changed());
        return picker;
    }

    private TagField tags() {
        return new TagField(bench, _ -> changed());
    }

    private void fill(Node editor, Value value) {
        switch (editor) {
            case TextField field -> {
                var text = shown(value);
                // Not while it says the same: a number typed as 1, or 1.50 must not jump under the hand.
                if (!field.getText().equals(text) && !value(field.getText()).equals(value)) {
                    field.setText(text);
                }
            }
            case DatePicker picker -> {
                LocalDate day = null;
                try {
                    var text = value.asText();
                    day = text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
                } catch (DateTimeException _) {
                    // Shown empty: what is stored is no day.
                }
                picker.setValue(day);
            }
            case TagField tags ->
                tags.show(value.asItems().stream().map(OperandEditor::shown).toList());
            default -> throw new IllegalStateException("no editor: " + editor);
        }
    }

    private static String shown(Value value) {
        return value instanceof Value.Fields reference && !reference.at("label").isMissing()
                ? reference.at("label").asText()
                : value.asText();
    }

    private void changed() {
        if (showing) {
            return;
        }
        var values = new ArrayList<Value>();
        for (var editor : editors) {
            switch (editor) {
                case TextField field -> values.add(value(field.getText()));
                case DatePicker picker ->
                    values.add(Value.of(
                            picker.getValue() == null ? "" : picker.getValue().toString()));
                case TagField tags -> tags.texts().forEach(tag -> values.add(value(tag)));
                default -> {}
            }
        }
        boolean one = form == Form.TEXT || form == Form.DATE;
        var value = one ? values.getFirst() : new Value.Items(values);
        if (!value.equals(current)) {
            current = value;
            typed.accept(value, typing.gesture());
        }
    }

    private Value value(String text) {
        var stripped = text.strip();
        return numeric && NUMBER.matcher(stripped).matches()
                ? new Value.Decimal(new BigDecimal(stripped.replace(',', '.')))
                : Value.of(text);
    }
}
