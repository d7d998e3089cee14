package io.signalbox.designer.panel;

import io.signalbox.designer.panel.OptionPicker.Option;
import io.signalbox.engine.gate.QuietHours;
import io.signalbox.engine.gate.QuietHours.Then;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What becomes of the flow's messages in quiet hours, where it is not what all flows do; shown while there are such
/// hours. It is no part of the flow: the workspace keeps it, and it is in force at once.
final class FlowQuiet extends VBox {
    private static final String USUAL = "";

    private final Bench bench;
    private final OptionPicker then;
    private final Label hint = Wording.caption("");

    FlowQuiet(Bench bench) {
        this.bench = bench;
        then = new OptionPicker(bench.text("flow.quiet"), this::choose);
        then.setId("flow-quiet");
        getStyleClass().add("setting-row");
        getChildren().setAll(Wording.wrapped(Wording.strong(bench.text("flow.quiet"))), then, Wording.wrapped(hint));
        managedProperty().bind(visibleProperty());
        // Somebody may have changed the hours meanwhile, on another page of the window.
        sceneProperty().subscribe(_ -> draw());
    }

    private void draw() {
        var rules = bench.sending().now();
        setVisible(rules.quiet().isPresent());
        rules.quiet().map(this::told).ifPresent(hint::setText);
        var options = new ArrayList<>(List.of(new Option(USUAL, bench.text("flow.quiet.usual"))));
        for (var each : Then.values()) {
            options.add(new Option(each.key(), bench.text("flow.quiet." + each.key())));
        }
        var own = rules.flows().get(bench.flow().id());
        then.show(options, own == null ? USUAL : own.key());
    }

    private String told(QuietHours hours) {
        return bench.text("flow.quiet.hint", clock(hours.from()), clock(hours.to()));
    }

    private String clock(LocalTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(bench.words().language().locale())
                .format(time);
    }

    private void choose(String key) {
        var flow = bench.flow().id();
        bench.background()
                .run(
                        () -> {
                            bench.sending().change(rules -> rules.withFlow(flow, Then.of(key)));
                            return key;
                        },
                        _ -> draw(),
                        // Shows again what is true.
                        _ -> draw());
    }
}
