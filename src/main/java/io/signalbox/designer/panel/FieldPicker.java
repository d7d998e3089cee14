package io.signalbox.designer.panel;

import io.signalbox.designer.Icon;
import io.signalbox.designer.Keyboard;
import io.signalbox.designer.WholeTip;
import io.signalbox.flow.FieldWords;
import io.signalbox.flow.Folded;
import io.signalbox.flow.Path;
import io.signalbox.flow.SyntaxException;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;

/// Picks a field from a list below it: grouped by object, found by name or by the value it has in the sample. What is
/// not listed can be typed as a path.
final class FieldPicker extends Button implements AutoCloseable {
    private final Bench bench;
    private final Consumer<FieldChoice> chosen;
    private final CustomTextField search = new CustomTextField();
    private final ListView<FieldCell.Line> list = new ListView<>();
    private final VBox typing = new VBox(4);
    private final TextField path = new TextField();
    private final Label refusal = Wording.wrapped(Wording.warning(""));
    private final PopupCard card;
    private List<FieldChoice> choices = List.of();

    FieldPicker(Bench bench, Consumer<FieldChoice> chosen) {
        this.bench = bench;
        this.chosen = chosen;
        getStyleClass().add("field-picker");
        setAccessibleRole(AccessibleRole.COMBO_BOX);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMaxWidth(Double.MAX_VALUE);
        setOnAction(_ -> open());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN && !event.isAltDown() && !event.isShortcutDown()) {
                open();
                event.consume();
            }
        });
        search.setId("field-search");
        search.setLeft(Icon.of("search"));
        search.setPromptText(bench.text("tree.search"));
        search.setAccessibleText(bench.text("tree.search"));
        search.textProperty().subscribe(_ -> fill());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
        list.setId("field-list");
        list.setAccessibleText(bench.text("condition.field"));
        list.setCellFactory(_ -> new FieldCell());
        list.setPlaceholder(Wording.caption(bench.text("condition.field.nothing")));
        list.setOnMouseClicked(_ -> take());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                take();
                event.consume();
            }
        });
        var content = new VBox(8, search, list, unlisted());
        content.getStyleClass().add("field-popup");
        card = new PopupCard(content);
    }

    void show(List<FieldChoice> known, Path shown, Value sample) {
        choices = known;
        var words = new PathWords(bench);
        var blank = shown.steps().isEmpty();
        var icon = Icon.of(blank ? "search" : PathWords.typeIcon(sample), "icon-16", "tone-muted");
        var name = blank ? Wording.body(bench.text("condition.field.choose")) : Wording.body(words.rest(shown));
        WholeTip.on(name).setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        if (blank) {
            name.getStyleClass().add("muted");
        }
        var line = new HBox(4, icon, name, Icon.of("down", "icon-14", "tone-muted"));
        line.setAlignment(Pos.CENTER_LEFT);
        line.prefWidthProperty().bind(widthProperty().subtract(14));
        setGraphic(line);
        setText(blank ? bench.text("condition.field.choose") : words.whole(shown));
        setAccessibleText(bench.text("condition.field") + ": " + getText());
    }

    /// The list, with the cursor in its search.
    void open() {
        if (getScene() == null) {
            return;
        }
        search.clear();
        typing.setVisible(false);
        typing.setManaged(false);
        fill();
        card.showBelow(this);
        Keyboard.giveTo(search);
    }

    @Override
    public void close() {
        card.hide();
    }

    private VBox unlisted() {
        path.setId("field-path");
        path.setAccessibleText(bench.text("condition.field.path"));
        path.setPromptText("trigger.data.…");
        path.getStyleClass().add("code-field");
        path.setOnAction(_ -> typed());
        refusal.setVisible(false);
        refusal.setManaged(false);
        typing.getChildren().addAll(path, refusal);
        var link = Press.link(bench.text("condition.field.unlisted"), () -> {
            typing.setVisible(true);
            typing.setManaged(true);
            Keyboard.giveTo(path);
        });
        link.setId("field-unlisted");
        return new VBox(4, link, typing);
    }

    private void typed() {
        try {
            var written = Path.parse(path.getText().strip());
            if (written.steps().isEmpty()) {
                refuse();
                return;
            }
            var sample = bench.preview()
                    .model()
                    .scope(bench.flow())
                    .map(scope -> scope.at(written))
                    .orElse(Value.nothing());
            choose(FieldChoice.choice(written, sample, new PathWords(bench)));
        } catch (SyntaxException _) {
            refuse();
        }
    }

    private void refuse() {
        refusal.setText(bench.text("condition.field.path.wrong"));
        refusal.setVisible(true);
        refusal.setManaged(true);
    }

    private void fill() {
        var wanted = Folded.of(search.getText().strip());
        var lines = new ArrayList<FieldCell.Line>();
        var object = "";
        for (var choice : ordered()) {
            if (!matches(choice, wanted)) {
                continue;
            }
            if (!choice.object().equals(object)) {
                object = choice.object();
                lines.add(new FieldCell.Line.Heading(object));
            }
            lines.add(new FieldCell.Line.Entry(choice));
        }
        list.getItems().setAll(lines);
        select(0, 1);
    }

    /// What rules are usually about comes first in its object.
    private List<FieldChoice> ordered() {
        var objects = choices.stream().map(FieldChoice::object).distinct().toList();
        return choices.stream()
                .sorted(Comparator.<FieldChoice>comparingInt(choice -> objects.indexOf(choice.object()))
                        .thenComparing(choice -> !FieldWords.isAskedAbout(choice.path())))
                .toList();
    }

    private static boolean matches(FieldChoice choice, String wanted) {
        return wanted.isEmpty()
                || Folded.of(choice.label()).contains(wanted)
                || Folded.of(choice.path().toString()).contains(wanted)
                || Folded.of(choice.path().toString()).replace('_', ' ').contains(wanted)
                || Folded.of(choice.sample().asText()).contains(wanted);
    }

    private void searchKey(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case DOWN -> select(at + 1, 1);
            case UP -> select(at - 1, -1);
            case ENTER -> take();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// The next line that is no heading.
    private void select(int from, int by) {
        for (int at = from; at >= 0 && at < list.getItems().size(); at += by) {
            if (list.getItems().get(at) instanceof FieldCell.Line.Entry) {
                list.getSelectionModel().select(at);
                list.scrollTo(Math.max(0, at - 4));
                return;
            }
        }
    }

    private void take() {
        Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(line -> {
            switch (line) {
                case FieldCell.Line.Entry(var choice) -> choose(choice);
                case FieldCell.Line.Heading _ -> {}
            }
        });
    }

    private void choose(FieldChoice choice) {
        card.hide();
        chosen.accept(choice);
    }

    @Override
    protected double computePrefWidth(double height) {
        // The name inside is as wide as the picker, so it must not decide how wide that is.
        return Region.USE_COMPUTED_SIZE == getPrefWidth() ? 140 : getPrefWidth();
    }
}
