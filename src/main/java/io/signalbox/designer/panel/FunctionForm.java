package io.signalbox.designer.panel;

import io.signalbox.flow.Flow;
import io.signalbox.flow.Function;
import io.signalbox.flow.FunctionCall;
import io.signalbox.flow.SyntaxException;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// What one function asks for, with words for each of its values.
final class FunctionForm extends VBox {
    private final Bench bench;
    private final Function function;
    private final Value input;
    private final Runnable changed;
    private final List<Supplier<String>> given = new ArrayList<>();

    /// @param preset what it is given at first
    /// @param input what goes into the function in the sample
    FunctionForm(Bench bench, Function function, List<String> preset, Value input, Runnable changed) {
        this.bench = bench;
        this.function = function;
        this.input = input;
        this.changed = changed;
        getStyleClass().add("function-form");
        switch (function) {
            case DATE -> {
                date(preset.getFirst());
                // A zone is written by those who read the text behind the chips.
                preset.stream().skip(1).forEach(zone -> given.add(() -> zone));
            }
            case LOOKUP -> {
                var lookup = new LookupForm(bench, preset.getFirst(), input, changed);
                given.add(lookup::table);
                getChildren().add(lookup);
            }
            case PHONE_DIGITS, IF, NUMBER, DEFAULT, SHORTEN, JOIN, REPLACE -> {
                for (int at = 0; at < function.mostArguments(); at++) {
                    text(at, at < preset.size() ? preset.get(at) : "");
                }
            }
            case UPPER, LOWER, TITLE, TRIM, FIRST, LAST, COUNT, SUM -> {}
        }
    }

    /// What a function is begun with.
    static List<String> preset(Flow flow, Function function, Value input) {
        var example = FunctionCall.parse(function.example().call()).arguments();
        return switch (function) {
            case LOOKUP ->
                List.of(
                        flow.tables().isEmpty()
                                ? ""
                                : flow.tables().firstEntry().getKey());
            case PHONE_DIGITS -> List.of(CountryCode.of(flow));
            case IF -> List.of(input.isMissing() ? example.getFirst() : input.asText(), "", "");
            default -> example;
        };
    }

    /// The function with what was given; empty while something is lacking.
    Optional<FunctionCall> call() {
        var arguments = new ArrayList<>(given.stream().map(Supplier::get).toList());
        while (arguments.size() > function.fewestArguments()
                && arguments.getLast().isBlank()) {
            arguments.removeLast();
        }
        try {
            return function == Function.LOOKUP && arguments.getFirst().isBlank()
                    ? Optional.empty()
                    : Optional.of(new FunctionCall(function, arguments));
        } catch (SyntaxException _) {
            return Optional.empty();
        }
    }

    private String label(int at) {
        return bench.text("functions.arg." + function.key() + "." + (at + 1));
    }

    private void row(int at, Node editor) {
        editor.setAccessibleText(label(at));
        editor.setId("function-value-" + at);
        var name = Wording.caption(label(at));
        name.setLabelFor(editor);
        getChildren().add(new VBox(2, name, editor));
    }

    private void text(int at, String preset) {
        var field = new TextField(preset);
        field.textProperty().addListener((_, _, _) -> changed.run());
        given.add(field::getText);
        row(at, field);
    }

    private void date(String preset) {
        var patterns = new ComboBox<String>();
        patterns.getItems().setAll(DatePresets.patterns(bench.flow()));
        patterns.setEditable(true);
        patterns.setMaxWidth(Double.MAX_VALUE);
        patterns.getEditor().setText(preset);
        patterns.getEditor().setAccessibleText(label(0));
        patterns.setCellFactory(_ -> new ListCell<>() {
            @Override
            protected void updateItem(String pattern, boolean empty) {
                super.updateItem(pattern, empty);
                setText(
                        empty || pattern == null
                                ? null
                                : DatePresets.looks(pattern, input, bench.flow()) + "   " + pattern);
            }
        });
        patterns.getEditor().textProperty().addListener((_, _, _) -> changed.run());
        given.add(() -> patterns.getEditor().getText());
        row(0, patterns);
    }
}
