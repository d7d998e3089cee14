package io.signalbox.designer.panel;

import io.signalbox.flow.MapRow;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Below a row of a field map: what it gives, or what is wrong with it and what to choose.
final class StatusLine extends HBox {
    private static final String DASH = "-";

    private final Bench bench;
    private final Consumer<Optional<String>> fallback;
    private Optional<RowStatus> shown = Optional.empty();

    /// @param fallback gets the text to be sent when there is no value, or nothing to stop the message then
    StatusLine(Bench bench, Consumer<Optional<String>> fallback) {
        super(4);
        this.bench = bench;
        this.fallback = fallback;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("map-result");
    }

    /// @param service whose rules the text must obey; its words say which one it breaks
    void show(RowStatus status, MapRow row, String service) {
        if (shown.filter(status::equals).isPresent()) {
            return;
        }
        shown = Optional.of(status);
        var label = label(status, row, service);
        getChildren().setAll(Wording.wrapped(label));
        if (status instanceof RowStatus.Empty(var text)) {
            getChildren().add(choice(text));
        }
    }

    private Label label(RowStatus status, MapRow row, String service) {
        return switch (status) {
            case RowStatus.Good(var text) -> Wording.result(brief(text));
            case RowStatus.Empty(var text) ->
                text.map(sent -> Wording.warning(bench.text("map.falls-back", sent)))
                        .orElseGet(() -> Wording.warning(bench.text("map.would-fail")));
            case RowStatus.Unmapped(var required) ->
                required
                        ? Wording.verdict(false, bench.text("map.required-missing"))
                        : Wording.warning(bench.text("map.not-mapped"));
            case RowStatus.Untried _ -> Wording.caption(bench.text("condition.no-sample"));
            case RowStatus.Unreadable(var problem) ->
                Wording.verdict(
                        false, bench.flowText(problem.key(), problem.arguments().toArray()));
            case RowStatus.WrongType(var value) ->
                Wording.verdict(false, bench.text("map.wrong-type", bench.text(MapRowView.typeKey(value))));
            case RowStatus.Refused(var key) -> Wording.verdict(false, refusal(service, key, row.to()));
        };
    }

    private String refusal(String service, String key, String target) {
        return bench.connectors()
                .find(service)
                .map(connector -> bench.connectors()
                        .texts(connector, bench.words().language())
                        .text("error." + key, target))
                .orElse(key);
    }

    /// The other of the two things that can be done about an empty value.
    private Button choice(Optional<String> text) {
        var button = text.isPresent()
                ? Press.link(bench.text("map.stop"), () -> fallback.accept(Optional.empty()))
                : Press.link(bench.text("map.send-dash"), () -> fallback.accept(Optional.of(DASH)));
        button.getStyleClass().add("map-choice");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setMaxWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private static String brief(String text) {
        return text.length() <= 240 ? text : text.substring(0, 240) + "…";
    }
}
