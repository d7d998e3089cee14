package io.signalbox.designer.panel;

import io.signalbox.designer.Icon;
import io.signalbox.edit.Edit;
import io.signalbox.flow.Condition;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Wire;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// When a wire is followed: always, under a condition, when no other way is, or after a failure.
public final class WirePanel extends VBox implements Closes {
    private enum Way {
        ALWAYS("always"),
        WHEN("when"),
        OTHERWISE("otherwise"),
        ERROR("error");

        private final String key;

        Way(String key) {
            this.key = key;
        }

        static Way of(Wire wire) {
            if (wire.onError()) {
                return ERROR;
            }
            if (wire.otherwise()) {
                return OTHERWISE;
            }
            return wire.when().isAlways() ? ALWAYS : WHEN;
        }
    }

    private final Bench bench;
    private final NodeId from;
    private final NodeId to;
    private final Closing closing = new Closing();
    private final Map<Way, RadioButton> ways = new EnumMap<>(Way.class);
    private final Label sentence = Wording.wrapped(Wording.caption(""));
    private final VBox conditions = new VBox();
    private Closing open = new Closing();
    private boolean showing;

    /// @param onClose the person wants the room for the canvas
    public WirePanel(Bench bench, NodeId from, NodeId to, Runnable onClose) {
        this.bench = bench;
        this.from = from;
        this.to = to;
        setId("wire-panel");
        getStyleClass().add("wire-panel");
        var group = new ToggleGroup();
        var choices = new VBox();
        choices.getStyleClass().add("wire-ways");
        for (var way : Way.values()) {
            var button = new RadioButton(bench.text("wire." + way.key));
            button.setId("wire-" + way.key);
            button.setAccessibleText(button.getText() + ". " + bench.text("wire." + way.key + ".hint"));
            button.setToggleGroup(group);
            button.setOnAction(_ -> choose(way));
            ways.put(way, button);
            var hint = Wording.wrapped(Wording.caption(bench.text("wire." + way.key + ".hint")));
            hint.getStyleClass().add("wire-hint");
            choices.getChildren().add(new VBox(button, hint));
        }
        getChildren().addAll(header(onClose), choices, conditions);
        draw();
        var meaning = bench.session().meaningProperty().subscribe((_, _) -> draw());
        closing.add(meaning::unsubscribe);
        closing.add(() -> open.close());
    }

    @Override
    public void close() {
        closing.close();
    }

    private HBox header(Runnable onClose) {
        var tile = new StackPane(Icon.of("branch", "icon-20"));
        tile.getStyleClass().addAll("tile", "kind-condition");
        var title = Wording.section(bench.text("wire.title"));
        title.setId("wire-title");
        sentence.setId("wire-sentence");
        var names = new VBox(title, sentence);
        HBox.setHgrow(names, Priority.ALWAYS);
        var header = new HBox(12, tile, names, Press.icon("cross", bench.text("inspector.close"), onClose));
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("wire-header");
        return header;
    }

    private Optional<Wire> wire() {
        return ConditionPlace.wire(bench.flow(), from, to);
    }

    private void draw() {
        wire().ifPresent(wire -> {
            var way = Way.of(wire);
            ways.forEach((each, button) -> button.setSelected(each == way));
            sentence.setText(bench.text("wire." + way.key + ".sentence", bench.title(from), bench.title(to)));
            if (way == Way.WHEN && conditions.getChildren().isEmpty()) {
                open();
            } else if (way != Way.WHEN && !conditions.getChildren().isEmpty()) {
                open.close();
                open = new Closing();
                conditions.getChildren().clear();
            }
        });
    }

    private void open() {
        var place = ConditionPlace.ofWire(from, to);
        var panel = new ConditionPanel(bench, place);
        var trial = new ConditionTrial(bench, place);
        open.add(panel::close);
        open.add(trial::close);
        conditions.getChildren().setAll(panel, trial);
        if (showing) {
            panel.begin();
        }
    }

    private void choose(Way way) {
        wire().filter(wire -> Way.of(wire) != way).ifPresent(wire -> {
            var when = way == Way.WHEN
                    ? new Condition.Group(Condition.Mode.ALL, List.of(Condition.blank()))
                    : Condition.always();
            showing = true;
            bench.session()
                    .perform(
                            new Edit.ChangeWire(
                                    new Wire(from, to, when, way == Way.OTHERWISE, way == Way.ERROR, wire.extra())),
                            "");
            showing = false;
        });
    }
}
