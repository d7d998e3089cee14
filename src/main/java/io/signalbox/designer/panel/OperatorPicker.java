package io.signalbox.designer.panel;

import io.signalbox.designer.TextWidth;
import io.signalbox.designer.WholeTip;
import io.signalbox.flow.Operator;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.util.StringConverter;

/// How two values are compared. As wide as the chosen words, so that the field beside it has what they leave.
final class OperatorPicker extends ComboBox<Operator> {
    /// Beside the words, in widths of an m: the padding and the arrow.
    private static final double AROUND = 2.6;
    private static final double WIDEST = 16;

    private final Bench bench;
    private final ListCell<Operator> chosen = WholeTip.on(new Chosen());

    OperatorPicker(Bench bench) {
        this.bench = bench;
        getStyleClass().add("condition-operator");
        setAccessibleText(bench.text("condition.operator"));
        setConverter(new OperatorWords());
        setButtonCell(chosen);
        valueProperty().subscribe(this::fit);
        chosen.fontProperty().subscribe(this::fit);
    }

    /// @param fitting those to choose from, `now` among them
    void show(List<Operator> fitting, Operator now) {
        if (!getItems().equals(fitting)) {
            // Another list, not other items: the picker would go on showing what stands where the chosen one stood.
            setValue(null);
            setItems(FXCollections.observableArrayList(fitting));
        }
        setValue(now);
    }

    private void fit() {
        double em = chosen.getFont().getSize();
        double words = TextWidth.of(words(getValue()), chosen.getFont());
        double width = Math.ceil(Math.min(words + AROUND * em, WIDEST * em));
        setMinWidth(width);
        setPrefWidth(width);
    }

    private String words(@org.jspecify.annotations.Nullable Operator operator) {
        return operator == null ? "" : bench.flowText("operator." + operator.key());
    }

    private final class Chosen extends ListCell<Operator> {
        @Override
        protected void updateItem(Operator operator, boolean empty) {
            super.updateItem(operator, empty);
            setText(empty ? "" : words(operator));
        }
    }

    private final class OperatorWords extends StringConverter<Operator> {
        @Override
        public String toString(Operator value) {
            return words(value);
        }

        @Override
        public Operator fromString(String text) {
            return Operator.EQ;
        }
    }
}
