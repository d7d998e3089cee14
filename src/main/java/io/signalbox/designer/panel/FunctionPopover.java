package io.signalbox.designer.panel;

import io.signalbox.designer.Keyboard;
import io.signalbox.designer.Tip;
import io.signalbox.flow.Function;
import io.signalbox.flow.FunctionCall;
import io.signalbox.flow.Locality;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Path;
import io.signalbox.flow.Template;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What can be done with a value in a text: another field, where it comes from, a text for when it is empty, and the
/// functions on it, each with an example and what comes out.
final class FunctionPopover {
    /// More are for those who read the text behind the chips.
    private static final int LONGEST = 3;

    private final Bench bench;
    private final Consumer<Template.Slot> changed;
    private final PopupCard card;
    private final FlowPane chain = new FlowPane(4, 4);
    private final HBox result = new HBox();
    private final ListView<Function> list = new ListView<>();
    private final VBox formAt = new VBox(8);
    private final Label full = Wording.wrapped(Wording.caption(""));
    private Optional<FunctionForm> form = Optional.empty();
    /// Which of the functions there the form is about; empty for one that would come behind them.
    private OptionalInt edited = OptionalInt.empty();
    private Template.Slot slot;

    /// @param changeField lets the person choose another field in its place
    FunctionPopover(Bench bench, Template.Slot slot, Consumer<Template.Slot> changed, Runnable changeField) {
        this.bench = bench;
        this.slot = slot;
        this.changed = changed;
        full.setText(bench.text("functions.full", LONGEST));
        list.getItems().setAll(Function.values());
        list.setCellFactory(_ -> new FunctionCell());
        list.setPrefHeight(216);
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
        var content = new VBox(8);
        content.getStyleClass().add("function-popover");
        content.setPrefWidth(352);
        card = new PopupCard(content);
        var field = Press.small(bench.text("chip.change"), "", () -> {
            card().hide();
            changeField.run();
        });
        field.setId("chip-change");
        var source = Press.small(bench.text("chip.source"), "", this::findSource);
        source.setId("chip-source");
        source.setDisable(bench.flow().node(rootNode()).isEmpty());
        var fallback = Press.small(bench.text("chip.fallback"), "", this::whenEmpty);
        fallback.setId("chip-fallback");
        content.getChildren().addAll(chain, result, new FlowPane(4, 4, field, source, fallback), list, full, formAt);
        draw();
    }

    private PopupCard card() {
        return card;
    }

    void showBelow(Node owner) {
        card.showBelow(owner);
        Keyboard.giveTo(list);
    }

    private NodeId rootNode() {
        return slot.path().root().equals(Path.TRIGGER)
                ? bench.flow().triggers().stream()
                        .findFirst()
                        .map(io.signalbox.flow.Node::id)
                        .orElse(Path.TRIGGER)
                : slot.path().root();
    }

    /// Chooses the step that the value comes from.
    private void findSource() {
        card.hide();
        bench.session().select(new LinkedHashSet<>(List.of(rootNode())));
    }

    /// The text for an empty value: the one that is there, or a new one.
    private void whenEmpty() {
        int there = slot.apply().stream().map(FunctionCall::function).toList().indexOf(Function.DEFAULT);
        if (there >= 0) {
            edit(there);
        } else {
            list.getSelectionModel().select(Function.DEFAULT);
            list.scrollTo(Function.DEFAULT);
        }
    }

    private void draw() {
        var words = new PathWords(bench);
        chain.getChildren().setAll(Wording.strong(words.whole(slot.path())));
        for (int at = 0; at < slot.apply().size(); at++) {
            chain.getChildren().addAll(Wording.caption("›"), pill(words, at));
        }
        boolean room = slot.apply().size() < LONGEST;
        list.setDisable(!room);
        full.setVisible(!room);
        full.setManaged(!room);
        if (!room) {
            list.getSelectionModel().clearSelection();
        }
        tell();
    }

    /// A function in the chain: its name opens what it was given, the cross takes it away.
    private HBox pill(PathWords words, int at) {
        var call = slot.apply().get(at);
        var said = words.quoted(call);
        var pill = new HBox(4);
        pill.setAlignment(Pos.CENTER_LEFT);
        pill.getStyleClass().addAll("chip", "function-pill");
        if (call.function().mostArguments() == 0) {
            pill.getChildren().add(Wording.caption(said));
        } else {
            var edit = Press.link(said, () -> edit(at));
            edit.setAccessibleText(bench.text("functions.edit", said));
            edit.setTooltip(new Tip(edit.getAccessibleText()));
            edit.setId("function-edit-" + at);
            pill.getChildren().add(edit);
        }
        pill.getChildren().add(Press.tiny(bench.text("functions.remove", said), () -> {
            var rest = new ArrayList<>(slot.apply());
            rest.remove(at);
            set(rest);
        }));
        return pill;
    }

    /// What comes out, with the function that is being filled in.
    private void tell() {
        var value = evaluated(withForm());
        result.getChildren()
                .setAll(
                        value.isMissing()
                                ? Wording.warning(bench.text("value.empty"))
                                : Wording.verdict(true, value.asText()));
        result.setId("function-result");
    }

    private Value evaluated(List<FunctionCall> calls) {
        return bench.preview()
                .model()
                .scope(bench.flow())
                .map(new Template.Slot(slot.path(), calls)::evaluate)
                .orElse(Value.nothing());
    }

    private void ask(@Nullable Function function) {
        edited = OptionalInt.empty();
        var input = evaluated(slot.apply());
        open(
                Optional.ofNullable(function)
                        .map(chosen -> new FunctionForm(
                                bench, chosen, FunctionForm.preset(bench.flow(), chosen, input), input, this::tell)),
                "functions.add");
    }

    private void edit(int at) {
        list.getSelectionModel().clearSelection();
        edited = OptionalInt.of(at);
        var call = slot.apply().get(at);
        var asked = new FunctionForm(
                bench, call.function(), call.arguments(), evaluated(slot.apply().subList(0, at)), this::tell);
        open(Optional.of(asked), "functions.change");
        Optional.ofNullable(asked.lookup(".text-field")).ifPresent(Keyboard::giveTo);
    }

    private void open(Optional<FunctionForm> asked, String button) {
        formAt.getChildren().clear();
        form = asked;
        form.ifPresent(shown -> {
            var add = Press.primary(bench.text(button), "", this::add);
            add.setId("function-add");
            add.setMinWidth(Region.USE_PREF_SIZE);
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var foot = new HBox(gap, add);
            foot.setAlignment(Pos.CENTER_RIGHT);
            formAt.getChildren().addAll(shown, foot);
        });
        tell();
    }

    /// The functions with the one that is being filled in: behind the others, or in the place of what it was.
    private List<FunctionCall> withForm() {
        var calls = new ArrayList<>(slot.apply());
        form.flatMap(FunctionForm::call)
                .ifPresent(call -> edited.ifPresentOrElse(at -> calls.set(at, call), () -> calls.add(call)));
        return calls;
    }

    private void add() {
        if (form.flatMap(FunctionForm::call).isPresent()) {
            set(withForm());
        }
    }

    private void set(List<FunctionCall> calls) {
        slot = new Template.Slot(slot.path(), calls);
        changed.accept(slot);
        list.getSelectionModel().clearSelection();
        ask(null);
        draw();
    }

    private final class FunctionCell extends ListCell<Function> {
        @Override
        protected void updateItem(@Nullable Function function, boolean empty) {
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
                    output(function)));
            setGraphic(new VBox(name, shown));
            setAccessibleText(name.getText() + ", " + shown.getText());
        }

        /// A number looks otherwise in every language.
        private String output(Function function) {
            var example = function.example();
            var flow = bench.flow();
            return function == Function.NUMBER
                    ? FunctionCall.parse(example.call())
                            .applyTo(
                                    Value.of(example.input()),
                                    new Locality(flow.language(), flow.zone(), flow.tables()))
                            .asText()
                    : example.output();
        }
    }
}
