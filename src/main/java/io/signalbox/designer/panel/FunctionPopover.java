package io.signalbox.designer.panel;

import io.signalbox.flow.Function;
import io.signalbox.flow.FunctionCall;
import io.signalbox.flow.SyntaxException;
import io.signalbox.flow.Template;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What can be done with a value: the functions on it, each with an example, and what comes out.
final class FunctionPopover {
    private final Bench bench;
    private final Consumer<Template.Slot> changed;
    private final PopupCard card;
    private final FlowPane chain = new FlowPane(4, 4);
    private final HBox arguments = new HBox(8);
    private final HBox result = new HBox();
    private final ListView<Function> list = new ListView<>();
    private Template.Slot slot;

    FunctionPopover(Bench bench, Template.Slot slot, Consumer<Template.Slot> changed) {
        this.bench = bench;
        this.slot = slot;
        this.changed = changed;
        var title = Wording.strong(new PathWords(bench).whole(slot.path()));
        list.getItems().setAll(Function.values());
        list.setCellFactory(_ -> new FunctionCell());
        list.setPrefHeight(272);
        list.setAccessibleText(bench.text("functions.list"));
        list.getSelectionModel().selectedItemProperty().addListener((_, _, function) -> ask(function));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                add();
                event.consume();
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                add();
            }
        });
        arguments.setAlignment(Pos.CENTER_LEFT);
        var content = new VBox(8, title, chain, result, list, arguments);
        content.getStyleClass().add("function-popover");
        content.setPrefWidth(352);
        card = new PopupCard(content);
        draw();
    }

    void showBelow(Node owner) {
        card.showBelow(owner);
        list.requestFocus();
    }

    private void draw() {
        var words = new PathWords(bench);
        chain.getChildren().clear();
        for (int at = 0; at < slot.apply().size(); at++) {
            int index = at;
            var pill = Wording.pill(words.call(slot.apply().get(at)), "", "");
            pill.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
            var remove = Press.tiny(bench.text("functions.remove", pill.getText()), () -> {
                var rest = new ArrayList<>(slot.apply());
                rest.remove(index);
                set(rest);
            });
            pill.setGraphic(remove);
            chain.getChildren().add(pill);
        }
        chain.setManaged(!slot.apply().isEmpty());
        chain.setVisible(!slot.apply().isEmpty());
        var value =
                bench.preview().model().scope(bench.flow()).map(slot::evaluate).orElse(Value.nothing());
        result.getChildren()
                .setAll(
                        value.isMissing()
                                ? Wording.warning(bench.text("value.empty"))
                                : Wording.verdict(true, value.asText()));
    }

    private void ask(@org.jspecify.annotations.Nullable Function function) {
        arguments.getChildren().clear();
        if (function == null) {
            return;
        }
        var preset = FunctionCall.parse(function.example().call()).arguments();
        for (int at = 0; at < Math.max(function.fewestArguments(), preset.size()); at++) {
            var field = new TextField(at < preset.size() ? preset.get(at) : "");
            field.setAccessibleText(bench.text("functions.argument", at + 1));
            field.setPrefColumnCount(8);
            field.setOnAction(_ -> add());
            HBox.setHgrow(field, Priority.ALWAYS);
            arguments.getChildren().add(field);
        }
        var add = Press.primary(bench.text("functions.add"), "", this::add);
        add.setMinWidth(Region.USE_PREF_SIZE);
        arguments.getChildren().add(add);
    }

    private void add() {
        var function = list.getSelectionModel().getSelectedItem();
        if (function == null) {
            return;
        }
        var given = arguments.getChildren().stream()
                .filter(TextField.class::isInstance)
                .map(field -> ((TextField) field).getText())
                .toList();
        try {
            var longer = new ArrayList<>(slot.apply());
            longer.add(new FunctionCall(function, given));
            set(longer);
        } catch (SyntaxException problem) {
            result.getChildren()
                    .setAll(Wording.verdict(
                            false,
                            bench.flowText(problem.key(), problem.arguments().toArray())));
        }
    }

    private void set(List<FunctionCall> calls) {
        slot = new Template.Slot(slot.path(), calls);
        changed.accept(slot);
        draw();
    }

    private final class FunctionCell extends ListCell<Function> {
        @Override
        protected void updateItem(Function function, boolean empty) {
            super.updateItem(function, empty);
            if (empty || function == null) {
                setGraphic(null);
                return;
            }
            var example = function.example();
            var name = Wording.body(bench.flowText("function." + function.key()));
            var shown = Wording.caption(bench.text(
                    "functions.example",
                    example.input().isBlank()
                            ? bench.text("functions.nothing")
                            : example.input().strip(),
                    example.output()));
            setGraphic(new VBox(name, shown));
            setAccessibleText(name.getText() + ", " + shown.getText());
        }
    }
}
