package io.signalbox.designer.panel;

import io.signalbox.flow.Expression;
import io.signalbox.flow.MapRow;
import io.signalbox.flow.Path;
import io.signalbox.flow.SyntaxException;
import io.signalbox.flow.Value;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One row of a field map: target, value with chips, what it gives for the sample.
final class MapRowView extends VBox implements AutoCloseable {
    private final Bench bench;
    private final FieldMapPanel panel;
    private final int index;
    private final TextField target = new TextField();
    private final Label opening = Wording.caption("{{");
    private final Label closing = Wording.caption("}}");
    private final Label kind = Wording.caption("");
    private final ChipField value;
    private final HBox result = new HBox(4);
    private final HBox fallbackLine = new HBox(8);
    private final TextField fallback = new TextField();
    private final ContextMenu menu = new ContextMenu();
    private final Typing typing;
    private MapRow shown = MapRow.of("", Expression.literal(""));
    private Optional<SyntaxException> unreadable = Optional.empty();
    private boolean wantsFallback;
    private boolean showing;

    MapRowView(Bench bench, FieldMapPanel panel, int index) {
        this.bench = bench;
        this.panel = panel;
        this.index = index;
        typing = new Typing(this);
        getStyleClass().add("map-row");
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
            menu.getItems()
                    .setAll(
                            ConditionGroup.item(bench.text("map.fallback"), this::askFallback),
                            ConditionGroup.item(bench.text("map.delete"), () -> panel.remove(index)));
            menu.show(more, Side.BOTTOM, 0, 0);
        });
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var label = new HBox(2, opening, target, closing, gap, kind, more);
        label.setAlignment(Pos.CENTER_LEFT);
        label.getStyleClass().add("map-label");
        var line = new HBox(8, value, functions);
        result.setAlignment(Pos.CENTER_LEFT);
        result.setId("map-result-" + index);
        result.getStyleClass().add("map-result");
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
        fallbackLine.getChildren().addAll(Wording.caption(bench.text("map.else")), fallback);
        getChildren().addAll(label, line, result, fallbackLine);
        focusWithinProperty().subscribe(within -> {
            if (within) {
                panel.focusedRow(index);
            }
        });
    }

    void show(MapRow row) {
        showing = true;
        boolean changed = !row.from().equals(shown.from());
        shown = row;
        if (!target.getText().strip().equals(row.to())) {
            target.setText(row.to());
        }
        if (unreadable.isEmpty() || changed) {
            unreadable = Optional.empty();
            value.show(ExpressionText.of(row.from()));
        }
        if (!fallback.getText().equals(row.fallback().orElse(""))) {
            fallback.setText(row.fallback().orElse(""));
        }
        boolean asks = wantsFallback || row.fallback().isPresent();
        fallbackLine.setVisible(asks);
        fallbackLine.setManaged(asks);
        tell();
        showing = false;
    }

    void focusValue() {
        value.lookup(".text-field").requestFocus();
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
        kind.setText(evaluated.map(found -> bench.text(typeKey(found))).orElse(""));
        result.getChildren().setAll(resultLine(evaluated));
        setAccessibleText(bench.text(
                "map.spoken",
                shown.to(),
                ExpressionText.of(shown.from()),
                evaluated.map(Value::asText).orElse("")));
    }

    private Label resultLine(Optional<Value> evaluated) {
        if (unreadable.isPresent()) {
            var problem = unreadable.get();
            return Wording.verdict(
                    false, bench.flowText(problem.key(), problem.arguments().toArray()));
        }
        if (shown.from().isBlank() && shown.fallback().isEmpty()) {
            return Wording.warning(bench.text("map.not-mapped"));
        }
        if (evaluated.isEmpty()) {
            return Wording.caption(bench.text("condition.no-sample"));
        }
        if (!evaluated.get().isMissing()) {
            return Wording.result(evaluated.get().asText());
        }
        return shown.fallback()
                .map(text -> Wording.warning(bench.text("map.falls-back", text)))
                .orElseGet(() -> Wording.warning(bench.text("map.would-fail")));
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
            brace.setVisible(numbered);
            brace.setManaged(numbered);
        }
        target.setPrefColumnCount(numbered ? 1 : 14);
    }

    private void askFallback() {
        wantsFallback = true;
        show(shown);
        fallback.requestFocus();
    }
}
