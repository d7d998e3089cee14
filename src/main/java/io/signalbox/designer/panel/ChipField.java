package io.signalbox.designer.panel;

import io.signalbox.flow.NodeId;
import io.signalbox.flow.Path;
import io.signalbox.flow.SyntaxException;
import io.signalbox.flow.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/// One line of text with chips in it; wraps when it must. Text and chips alternate: before, between and behind the
/// chips there is always a place to type. What is typed as `{{ path }}` turns into a chip as soon as it is complete.
final class ChipField extends Region {
    private static final double PLUS = 24;

    private final Bench bench;
    private final Supplier<? extends Set<NodeId>> roots;
    private final Consumer<String> typed;
    private final List<Node> cells = new ArrayList<>();
    private final Button plus;
    private final String name;
    private String prompt = "";
    private boolean showing;
    private int lastCell;

    /// @param name what screen readers call it
    /// @param typed gets the whole text after every change by the person
    ChipField(Bench bench, String name, Supplier<? extends Set<NodeId>> roots, Consumer<String> typed) {
        this.bench = bench;
        this.roots = roots;
        this.typed = typed;
        this.name = name;
        getStyleClass().add("chip-field");
        plus = Press.icon("plus", bench.text("chip.insert", name), this::browse);
        plus.getStyleClass().add("chip-field-plus");
        getChildren().add(plus);
        setOnMousePressed(_ -> lastSegment().requestFocus());
        focusWithinProperty()
                .subscribe(within ->
                        pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("focus-within"), within));
        show("");
    }

    void setPrompt(String text) {
        prompt = text;
        prompted();
    }

    /// Shows a text without telling anyone; keeps caret and focus when it is shown already.
    void show(String text) {
        if (!cells.isEmpty() && text.equals(text())) {
            return;
        }
        rebuild(text);
    }

    /// As it stands in the field, readable or not.
    String text() {
        return cells.stream().map(ChipLines::text).collect(Collectors.joining());
    }

    /// Puts a value where the caret was last. A field that holds nothing but one value gets the new one instead.
    void insert(Path path) {
        var slot = new Template.Slot(path, List.of()).toString();
        boolean soleValue = cells.size() == 3
                && segment(0).getText().isEmpty()
                && segment(2).getText().isEmpty();
        if (soleValue) {
            change(slot);
        } else {
            var segment = segment(Math.min(lastCell, cells.size() - 1));
            int caret = Math.min(segment.getCaretPosition(), segment.getLength());
            showing = true;
            segment.insertText(caret, slot);
            showing = false;
            change(text());
        }
        lastSegment().requestFocus();
    }

    /// The chip that functions are added to: the focused one, else the last; empty when there is none.
    java.util.Optional<PathChip> chip() {
        return cells.stream()
                .filter(cell -> cell instanceof PathChip && cell.isFocused())
                .findFirst()
                .or(() -> cells.reversed().stream()
                        .filter(PathChip.class::isInstance)
                        .findFirst())
                .map(PathChip.class::cast);
    }

    /// Opens the functions of a chip.
    void refine(PathChip chip) {
        new FunctionPopover(bench, chip.slot(), changed -> replace(chip, changed.toString())).showBelow(chip);
    }

    void browse() {
        new FieldPopover(bench, roots.get(), this::insert).showBelow(this);
    }

    private void replace(PathChip chip, String by) {
        var whole = new StringBuilder();
        for (var cell : cells) {
            whole.append(cell.equals(chip) ? by : ChipLines.text(cell));
        }
        change(whole.toString());
    }

    private void change(String text) {
        rebuild(text);
        typed.accept(text);
    }

    private void rebuild(String text) {
        showing = true;
        cells.clear();
        try {
            var plain = new StringBuilder();
            for (var part : Template.parse(text).parts()) {
                switch (part) {
                    case Template.Plain(var words) -> plain.append(words.replace("{{", "{{{{"));
                    case Template.Slot slot -> {
                        cells.add(segment(plain.toString()));
                        plain.setLength(0);
                        cells.add(chipOf(slot));
                    }
                }
            }
            cells.add(segment(plain.toString()));
        } catch (SyntaxException _) {
            cells.clear();
            cells.add(segment(text));
        }
        getChildren().setAll(cells);
        getChildren().add(plus);
        lastCell = cells.size() - 1;
        prompted();
        showing = false;
        requestLayout();
    }

    private void prompted() {
        if (cells.size() == 1) {
            segment(0).setPromptText(prompt);
        }
    }

    private TextField segment(String text) {
        var segment = new TextField(text);
        segment.getStyleClass().add("chip-field-text");
        segment.setAccessibleText(name);
        segment.textProperty().addListener((_, _, _) -> segmentChanged(segment));
        segment.focusedProperty().addListener((_, _, focused) -> {
            if (focused) {
                lastCell = cells.indexOf(segment);
            }
        });
        segment.addEventFilter(KeyEvent.KEY_PRESSED, event -> segmentKey(segment, event));
        return segment;
    }

    private PathChip chipOf(Template.Slot slot) {
        var chip = new PathChip(bench, slot);
        chip.setOnMousePressed(event -> {
            chip.requestFocus();
            event.consume();
        });
        chip.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                refine(chip);
            }
            event.consume();
        });
        chip.setOnKeyPressed(event -> chipKey(chip, event));
        return chip;
    }

    private void segmentChanged(TextField segment) {
        requestLayout();
        if (showing) {
            return;
        }
        var text = text();
        if (segment.getText().contains("}}") && isReadable(text)) {
            int at = cells.indexOf(segment);
            rebuild(text);
            // Typing goes on behind the new chip.
            var next = segment(Math.min(at + 2, cells.size() - 1));
            next.requestFocus();
            next.positionCaret(0);
        }
        typed.accept(text);
    }

    private static boolean isReadable(String text) {
        try {
            return !Template.parse(text).parts().isEmpty();
        } catch (SyntaxException _) {
            return false;
        }
    }

    private void segmentKey(TextField segment, KeyEvent event) {
        int at = cells.indexOf(segment);
        boolean atStart =
                segment.getCaretPosition() == 0 && segment.getSelectedText().isEmpty();
        boolean atEnd = segment.getCaretPosition() == segment.getLength();
        if (event.getCode() == KeyCode.DOWN && event.isAltDown()) {
            browse();
            event.consume();
        } else if (at > 0 && atStart && (event.getCode() == KeyCode.BACK_SPACE || event.getCode() == KeyCode.LEFT)) {
            // The first Backspace chooses the chip, so that no value is lost by one stroke too many.
            cells.get(at - 1).requestFocus();
            event.consume();
        } else if (at < cells.size() - 1
                && atEnd
                && (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.RIGHT)) {
            cells.get(at + 1).requestFocus();
            event.consume();
        }
    }

    private void chipKey(PathChip chip, KeyEvent event) {
        int at = cells.indexOf(chip);
        switch (event.getCode()) {
            case BACK_SPACE, DELETE -> {
                replace(chip, "");
                segment(Math.min(at - 1, cells.size() - 1)).requestFocus();
                event.consume();
            }
            case LEFT -> {
                segment(at - 1).requestFocus();
                segment(at - 1).end();
                event.consume();
            }
            case RIGHT -> {
                segment(at + 1).requestFocus();
                segment(at + 1).home();
                event.consume();
            }
            case ENTER, SPACE -> {
                refine(chip);
                event.consume();
            }
            default -> {}
        }
    }

    private TextField segment(int at) {
        return (TextField) cells.get(at % 2 == 0 ? at : at - 1);
    }

    private TextField lastSegment() {
        return (TextField) cells.getLast();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double within = (width < 0 ? 280 : width) - snappedLeftInset() - snappedRightInset() - PLUS;
        int lines = ChipLines.of(cells, within);
        return snappedTopInset() + snappedBottomInset() + lines * ChipLines.LINE + (lines - 1) * ChipLines.GAP;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 80;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 280;
    }

    @Override
    protected void layoutChildren() {
        ChipLines.place(
                cells,
                getWidth() - snappedLeftInset() - snappedRightInset() - PLUS,
                snappedLeftInset(),
                snappedTopInset());
        plus.resizeRelocate(getWidth() - snappedRightInset() - PLUS, snappedTopInset(), PLUS, ChipLines.LINE);
    }
}
