package io.signalbox.designer.panel;

import io.signalbox.designer.Keyboard;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Path;
import io.signalbox.flow.Template;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/// One line of text with chips in it; wraps when it must. Text and chips alternate: before, between and behind the
/// chips there is always a place to type. What is typed as `{{ path }}` turns into a chip as soon as it is complete.
final class ChipField extends Region {
    private final Bench bench;
    private final Supplier<? extends Set<NodeId>> roots;
    private final Consumer<String> typed;
    private final List<Node> cells = new ArrayList<>();
    private final Button plus;
    private final String name;
    private final ChipKeys keys;
    private final BraceCompletion completion;
    private UnaryOperator<Template.Slot> dressed = UnaryOperator.identity();
    private Predicate<Value> suggested = _ -> false;
    private String prompt = "";
    private boolean showing;
    private boolean asText;
    private int lastCell;

    /// @param name what screen readers call it
    /// @param typed gets the whole text after every change by the person
    ChipField(Bench bench, String name, Supplier<? extends Set<NodeId>> roots, Consumer<String> typed) {
        this.bench = bench;
        this.roots = roots;
        this.typed = typed;
        this.name = name;
        getStyleClass().add("chip-field");
        setAccessibleRole(AccessibleRole.TEXT);
        setMinWidth(80);
        setPrefWidth(280);
        completion = new BraceCompletion(bench, roots, this::complete);
        keys = new ChipKeys(this, completion);
        plus = Press.icon("plus", bench.text("chip.insert", name), this::browse);
        plus.getStyleClass().add("chip-field-plus");
        getChildren().add(plus);
        setOnMousePressed(_ -> Keyboard.giveTo(lastSegment()));
        focusWithinProperty()
                .subscribe(within ->
                        pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("focus-within"), within));
        show("");
    }

    void setPrompt(String text) {
        prompt = text;
        prompted();
    }

    /// What is done to a value before it is put in, such as making a phone number of digits.
    ///
    /// @param fits the values that are offered first
    void dressing(UnaryOperator<Template.Slot> dress, Predicate<Value> fits) {
        dressed = dress;
        suggested = fits;
    }

    /// Shows a text without telling anyone; keeps caret and focus when it is shown already.
    void show(String text) {
        if (!cells.isEmpty() && text.equals(text())) {
            return;
        }
        rebuild(text);
    }

    /// The raw template instead of chips, for experts.
    void showAsText(boolean raw) {
        var text = text();
        asText = raw;
        rebuild(text);
    }

    boolean isText() {
        return asText;
    }

    /// As it stands in the field, readable or not.
    String text() {
        return ChipLines.text(cells, -1, "");
    }

    /// Puts a value where the caret was last. A field that holds nothing but one value gets the new one instead.
    void insert(Path path) {
        var slot = dressed.apply(new Template.Slot(path, List.of())).toString();
        boolean soleValue = cells.size() == 3
                && segment(0).getText().isEmpty()
                && segment(2).getText().isEmpty();
        if (soleValue) {
            change(slot);
        } else {
            var segment = segment(Math.min(lastCell, cells.size() - 1));
            int caret = Math.min(segment.getCaretPosition(), segment.getLength());
            replaceText(segment, caret, caret, slot);
        }
        Keyboard.giveTo(lastSegment());
    }

    /// The value chosen while a name was typed behind a brace takes the place of what was typed.
    private void complete(TextField segment, int from, Path path) {
        replaceText(
                segment,
                from,
                segment.getCaretPosition(),
                dressed.apply(new Template.Slot(path, List.of())).toString());
        Keyboard.giveTo(lastSegment());
    }

    private void replaceText(TextField segment, int from, int to, String by) {
        showing = true;
        segment.replaceText(from, to, by);
        showing = false;
        change(text());
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

    /// Opens what can be done with a chip.
    void refine(PathChip chip) {
        int at = cells.indexOf(chip);
        new FunctionPopover(
                        bench,
                        chip.slot(),
                        changed -> replaceAt(at, changed.toString()),
                        () -> new FieldPopover(
                                        bench,
                                        roots.get(),
                                        path -> replaceAt(
                                                at,
                                                new Template.Slot(
                                                                path,
                                                                chip.slot().apply())
                                                        .toString()))
                                .showBelow(this))
                .showBelow(chip);
    }

    void browse() {
        new FieldPopover(bench, roots.get(), this::insert).suggesting(suggested).showBelow(this);
    }

    /// Takes a chip away; typing goes on where it was.
    void delete(PathChip chip) {
        int at = cells.indexOf(chip);
        replaceAt(at, "");
        Keyboard.giveTo(segment(Math.min(at - 1, cells.size() - 1)));
    }

    List<Node> cells() {
        return cells;
    }

    private void replaceAt(int index, String by) {
        change(ChipLines.text(cells, index, by));
    }

    private void change(String text) {
        rebuild(text);
        typed.accept(text);
    }

    private void rebuild(String text) {
        showing = true;
        cells.clear();
        cells.addAll(ChipLines.cells(text, asText, this::segment, this::chipOf));
        getChildren().setAll(cells);
        getChildren().add(plus);
        lastCell = cells.size() - 1;
        prompted();
        showing = false;
        spoken();
        requestLayout();
    }

    /// Text and values as one sentence, for whoever hears them: the part that has the focus says the whole.
    private void spoken() {
        var sentence = bench.text("chip.sentence", name, ChipLines.sentence(cells));
        setAccessibleText(sentence);
        for (var cell : cells) {
            if (cell instanceof TextField segment) {
                segment.setAccessibleText(sentence);
            }
        }
    }

    private void prompted() {
        if (cells.size() == 1) {
            segment(0).setPromptText(prompt);
        }
    }

    private TextField segment(String text) {
        var segment = new TextField(text);
        segment.getStyleClass().add("chip-field-text");
        segment.textProperty().addListener((_, _, _) -> segmentChanged(segment));
        segment.focusedProperty().addListener((_, _, focused) -> {
            if (focused) {
                lastCell = cells.indexOf(segment);
            } else {
                completion.hide();
            }
        });
        segment.caretPositionProperty().addListener((_, _, _) -> completing(segment));
        segment.addEventFilter(KeyEvent.KEY_PRESSED, event -> keys.segment(segment, event));
        return segment;
    }

    private PathChip chipOf(Template.Slot slot) {
        var chip = new PathChip(bench, slot);
        keys.watch(chip);
        return chip;
    }

    private void segmentChanged(TextField segment) {
        requestLayout();
        if (showing) {
            return;
        }
        spoken();
        var text = text();
        if (!asText && segment.getText().contains("}}") && ChipLines.isReadable(text)) {
            completion.hide();
            int at = cells.indexOf(segment);
            rebuild(text);
            // Typing goes on behind the new chip.
            var next = segment(Math.min(at + 2, cells.size() - 1));
            Keyboard.giveTo(next);
            next.positionCaret(0);
        }
        typed.accept(text);
    }

    private void completing(TextField segment) {
        if (!showing && !asText && segment.isFocused()) {
            completion.follow(segment, this);
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
        double high = ChipLines.line(cells);
        int lines = ChipLines.of(cells, (width < 0 ? 280 : width) - snappedLeftInset() - snappedRightInset() - high);
        return snappedTopInset() + snappedBottomInset() + lines * high + (lines - 1) * ChipLines.GAP;
    }

    @Override
    protected void layoutChildren() {
        double high = ChipLines.line(cells);
        double within = getWidth() - snappedLeftInset() - snappedRightInset() - high;
        ChipLines.place(cells, within, snappedLeftInset(), snappedTopInset());
        plus.resizeRelocate(snappedLeftInset() + within, snappedTopInset(), high, high);
    }
}
