package io.signalbox.designer.panel;

import io.signalbox.connector.whatsapp.MessageRules;
import io.signalbox.designer.Keyboard;
import io.signalbox.designer.WholeTip;
import io.signalbox.flow.Expression;
import io.signalbox.flow.MapRow;
import io.signalbox.flow.Path;
import io.signalbox.flow.SyntaxException;
import io.signalbox.flow.Value;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One row of a field map: the place it fills, the value with chips, what that gives for the sample.
final class MapRowView extends VBox implements AutoCloseable {
    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

    private final Bench bench;
    private static final double GAP = 8;

    private final FieldMapPanel panel;
    private final int index;
    private final TextField target = new TextField();
    private final Label opening = Wording.caption("{{");
    private final Label closing = Wording.caption("}}");
    private final Label name = Wording.strong("");
    private final Label star = new Label("*");
    private final Label expected = Wording.caption("");
    private final ChipField value;
    private final StatusLine result;
    private final FieldProblems wrong;
    private final HBox fallbackLine = new HBox(8);
    private final TextField fallback = new TextField();
    private final ContextMenu menu = new ContextMenu();
    private final Typing typing;
    private MapRow shown = MapRow.of("", Expression.literal(""));
    private RowStatus status = new RowStatus.Untried();
    private Optional<SyntaxException> unreadable = Optional.empty();
    private boolean required;
    private boolean problem;
    private boolean wantsFallback;
    private boolean showing;

    MapRowView(Bench bench, FieldMapPanel panel, int index) {
        this.bench = bench;
        this.panel = panel;
        this.index = index;
        typing = new Typing(this);
        getStyleClass().add("map-row");
        setAccessibleRole(AccessibleRole.PARENT);
        target.getStyleClass().add("map-target");
        target.setId("map-target-" + index);
        opening.getStyleClass().add("mono");
        closing.getStyleClass().add("mono");
        target.setPromptText(bench.text("map.target.prompt"));
        target.setAccessibleText(bench.text("map.target"));
        target.textProperty().addListener((_, _, text) -> {
            braced(text);
            if (!showing) {
                panel.change(index, shown.withTo(text.strip()), typing.gesture());
            }
        });
        star.getStyleClass().addAll("verdict", "tone-danger");
        star.setAccessibleText(bench.text("map.required"));
        value = new ChipField(bench, bench.text("map.value", index + 1), panel::roots, this::typed);
        value.setPrompt(bench.text("map.value.prompt"));
        value.setId("map-value-" + index);
        HBox.setHgrow(value, Priority.ALWAYS);
        value.setMaxWidth(Double.MAX_VALUE);
        var functions = Press.framed("text", bench.text("map.functions"), this::refine);
        functions.setGraphic(null);
        functions.setText("ƒx");
        functions.setId("map-functions-" + index);
        var more = Press.icon("more", bench.text("map.more"), () -> {});
        more.getStyleClass().add("slim");
        more.setId("map-more-" + index);
        more.setOnAction(_ -> {
            var raw = new CheckMenuItem(bench.text("map.as-text"));
            raw.setSelected(value.isText());
            raw.setOnAction(_ -> value.showAsText(raw.isSelected()));
            menu.getItems()
                    .setAll(
                            ConditionGroup.item(bench.text("map.fallback"), this::askFallback),
                            raw,
                            ConditionGroup.item(bench.text("map.delete"), () -> panel.remove(index)));
            menu.show(more, Side.BOTTOM, 0, 0);
        });
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        WholeTip.on(name).setMinWidth(0);
        expected.setMinWidth(Region.USE_PREF_SIZE);
        var label = new HBox(4, opening, target, closing, name, star, gap, expected, more);
        label.setAlignment(Pos.CENTER_LEFT);
        label.getStyleClass().add("map-label");
        result = new StatusLine(bench, text -> panel.change(index, shown.withFallback(text), ""));
        result.setId("map-result-" + index);
        wrong = new FieldProblems(bench, panel.node(), "fields." + index);
        wrong.setId("map-row-problem-" + index);
        fallback.setId("map-fallback-" + index);
        fallback.setAccessibleText(bench.text("map.fallback"));
        fallback.getStyleClass().add("map-fallback");
        fallback.textProperty().addListener((_, _, text) -> {
            if (!showing) {
                var changed = text.isEmpty() ? Optional.<String>empty() : Optional.of(text);
                panel.change(index, shown.withFallback(changed), typing.gesture());
            }
        });
        HBox.setHgrow(fallback, Priority.ALWAYS);
        fallbackLine.setAlignment(Pos.CENTER_LEFT);
        var otherwise = Wording.caption(bench.text("map.else"));
        otherwise.setMinWidth(USE_PREF_SIZE);
        fallbackLine.getChildren().addAll(otherwise, fallback);
        // A box in a row asks for the height at the width that is wished for, not at the one it will have: a wish for
        // just that width keeps the field as high as its lines.
        Runnable fit = () -> value.setPrefWidth(Math.max(
                value.getMinWidth(),
                getWidth() - snappedLeftInset() - snappedRightInset() - GAP - functions.getWidth()));
        widthProperty().subscribe(fit);
        functions.widthProperty().subscribe(fit);
        getChildren().addAll(label, new HBox(GAP, value, functions), wrong, result, fallbackLine);
        focusWithinProperty().subscribe(within -> {
            if (within) {
                panel.focusedRow(index);
            }
        });
        hoverProperty().subscribe(over -> panel.point(over ? shown.to() : panel.focusedPlace()));
    }

    /// @param places those of the template that the row is for
    void show(MapRow row, Places places) {
        showing = true;
        boolean changed = !row.from().equals(shown.from());
        shown = row;
        required = places.has(row.to());
        if (!target.getText().strip().equals(row.to())) {
            target.setText(row.to());
        }
        name.setText(places.label(row.to()));
        present(name, !name.getText().isEmpty());
        present(star, required);
        if (unreadable.isEmpty() || changed) {
            unreadable = Optional.empty();
            value.show(ExpressionText.of(row.from()));
        }
        if (!fallback.getText().equals(row.fallback().orElse(""))) {
            fallback.setText(row.fallback().orElse(""));
        }
        present(fallbackLine, wantsFallback || row.fallback().isPresent());
        tell();
        showing = false;
    }

    private static void present(Region part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    boolean isRequired() {
        return required;
    }

    /// The message would not go out as meant, or the list of problems names the row.
    boolean isProblem() {
        return problem;
    }

    /// The place it fills.
    String target() {
        return shown.to();
    }

    /// Marks it as the one that is meant elsewhere.
    void point(boolean here) {
        pseudoClassStateChanged(POINTED, here);
    }

    void focusValue() {
        Keyboard.giveTo(value.lookup(".text-field"));
    }

    void insert(Path path) {
        value.insert(path);
    }

    @Override
    public void close() {
        typing.close();
        menu.hide();
    }

    private void typed(String text) {
        try {
            var expression = ExpressionText.parse(text, shown.from());
            unreadable = Optional.empty();
            panel.change(index, shown.withFrom(expression), typing.gesture());
        } catch (SyntaxException problem) {
            // The flow keeps the last readable value while the person is still typing.
            unreadable = Optional.of(problem);
        }
        tell();
    }

    private void tell() {
        var evaluated = bench.preview().model().scope(bench.flow()).map(shown.from()::evaluate);
        var service = panel.service();
        boolean template = service.equals("whatsapp");
        expected.setText(
                template
                        ? bench.text("map.expected", MessageRules.LONGEST_PARAMETER)
                        : evaluated.map(found -> bench.text(typeKey(found))).orElse(""));
        status = RowStatus.of(shown, unreadable, evaluated, required, template);
        result.show(status, shown, service);
        // “No value yet” says once more what the sentence of the problem says.
        boolean told = wrong.show();
        present(result, !told || !(status instanceof RowStatus.Unmapped));
        problem = told || status.isProblem();
        setAccessibleText(bench.text(
                "map.spoken",
                shown.to(),
                ExpressionText.of(shown.from()),
                evaluated.map(Value::asText).orElse("")));
    }

    static String typeKey(Value value) {
        return switch (value) {
            case Value.Text _ -> PathWords.isDate(value) ? "type.date" : "type.text";
            case Value.Decimal _ -> "type.number";
            case Value.Truth _ -> "type.truth";
            case Value.Items _ -> "type.list";
            case Value.Fields _ -> "type.record";
            case Value.Nothing _ -> "type.nothing";
        };
    }

    private void refine() {
        value.chip().ifPresentOrElse(value::refine, value::browse);
    }

    /// A numbered place as the template writes it.
    private void braced(String place) {
        boolean numbered = !place.isBlank() && place.strip().chars().allMatch(Character::isDigit);
        for (var brace : List.of(opening, closing)) {
            present(brace, numbered);
        }
        target.setPrefColumnCount(numbered ? 1 : place.isBlank() ? 8 : Math.clamp(place.length(), 4, 14));
    }

    private void askFallback() {
        wantsFallback = true;
        present(fallbackLine, true);
        Keyboard.giveTo(fallback);
    }
}
