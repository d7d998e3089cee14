package io.signalbox.designer.panel;

import io.signalbox.designer.Keyboard;
import io.signalbox.designer.telling.ConditionReading;
import io.signalbox.flow.Value;
import java.time.DateTimeException;
import java.time.LocalDate;
import javafx.scene.control.DatePicker;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// A day of the calendar, or the day on which the event comes in.
final class DayField extends HBox {
    private final DatePicker picker = new DatePicker();
    private final ToggleButton today;
    private boolean showing;

    DayField(Bench bench, Runnable changed) {
        super(4);
        picker.setMaxWidth(Double.MAX_VALUE);
        picker.setPrefWidth(112);
        picker.setMinWidth(88);
        picker.setAccessibleText(bench.text("condition.value"));
        picker.setConverter(new Days(new DayWords(bench.words().language().locale())));
        today = new ToggleButton(bench.flowText("operator.today"));
        today.getStyleClass().add("small");
        today.setMinWidth(USE_PREF_SIZE);
        today.setAccessibleText(bench.text("condition.today.spoken"));
        picker.valueProperty().subscribe((_, day) -> {
            if (!showing) {
                showing = true;
                today.setSelected(false);
                showing = false;
                changed.run();
            }
        });
        today.selectedProperty().subscribe((_, on) -> {
            if (!showing) {
                showing = true;
                picker.setValue(null);
                showing = false;
                changed.run();
            }
        });
        HBox.setHgrow(picker, Priority.ALWAYS);
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        getChildren().addAll(picker, today);
    }

    void show(Value value) {
        showing = true;
        today.setSelected(value.equals(ConditionReading.TODAY));
        picker.setValue(day(value));
        showing = false;
    }

    Value value() {
        if (today.isSelected()) {
            return ConditionReading.TODAY;
        }
        return Value.of(picker.getValue() == null ? "" : picker.getValue().toString());
    }

    @Override
    public void requestFocus() {
        Keyboard.giveTo(picker);
    }

    /// Shown empty when what is stored is no day.
    private static @Nullable LocalDate day(Value value) {
        var text = value.asText();
        try {
            return text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static final class Days extends StringConverter<LocalDate> {
        private final DayWords words;

        Days(DayWords words) {
            this.words = words;
        }

        @Override
        public String toString(@Nullable LocalDate day) {
            return day == null ? "" : words.text(day);
        }

        @Override
        public @Nullable LocalDate fromString(String text) {
            return words.read(text).orElse(null);
        }
    }
}
