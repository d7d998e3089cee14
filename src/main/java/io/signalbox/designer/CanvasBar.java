package io.signalbox.designer;

import io.signalbox.edit.Deed;
import io.signalbox.edit.History;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// What can be done with the open flow as a whole.
final class CanvasBar extends HBox implements AutoCloseable {
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    /// Below this width buttons show their icons only.
    private static final double COMPACT_BELOW = 520;
    private static final PseudoClass CRAMPED = PseudoClass.getPseudoClass("cramped");
    /// Below this width the most important one does so too.
    private static final double CRAMPED_BELOW = 384;
    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");
    /// Below, the name of the sample would be a few letters and dots.
    private static final double NAMED_FROM = 136;
    private static final double BODY = 14;
    private static final int LISTED = 20;

    private final Words words;
    private final DeedWords deeds;
    private final IconButton undo;
    private final IconButton redo;
    private final IconButton tidy;
    private final IconButton note;
    private final IconButton find;
    private final IconButton palette;
    private final IconButton inspector;
    private final HBox sample = new HBox();
    private final Button preview;
    private final Button send;
    private final Subscription language;
    private Subscription watching = Subscription.EMPTY;
    private Optional<FlowSession> session = Optional.empty();

    CanvasBar(Words words, Shortcuts shortcuts) {
        this.words = words;
        deeds = new DeedWords(words);
        getStyleClass().add("canvas-bar");
        undo = new IconButton(words, Icon.of("undo"), "tool.undo", shortcuts.bound("edit.undo", words));
        redo = new IconButton(words, Icon.of("redo"), "tool.redo", shortcuts.bound("edit.redo", words));
        tidy = new IconButton(words, Icon.of("tidy"), "tool.tidy", shortcuts.bound("tool.tidy", words));
        note = new IconButton(words, Icon.of("note"), "canvas.note", shortcuts.bound("canvas.note", words));
        find = new IconButton(words, Icon.of("search"), "search.flow", shortcuts.bound("search.flow", words));
        palette = new IconButton(
                words, Icon.of("panel-left"), "region.palette", shortcuts.bound("region.palette", words));
        inspector = new IconButton(
                words, Icon.of("panel-right"), "region.inspector", shortcuts.bound("region.inspector", words));
        preview = button("tool.preview", "play", shortcuts.bound("tool.preview", words));
        preview.getStyleClass().add("primary");
        send = button("tool.send", "upload", new SimpleStringProperty(""));
        sample.getStyleClass().add("slot");
        sample.setMinWidth(0);
        var line = new Region();
        line.getStyleClass().add("upright-line");
        var space = new Region();
        setHgrow(space, Priority.ALWAYS);
        undo.setOnAction(_ -> session.ifPresent(FlowSession::undo));
        redo.setOnAction(_ -> session.ifPresent(FlowSession::redo));
        var undone = steps("tool.undo.steps", History::undoable, FlowSession::undo);
        var redone = steps("tool.redo.steps", History::redoable, FlowSession::redo);
        undone.disableProperty().bind(undo.disabledProperty());
        redone.disableProperty().bind(redo.disabledProperty());
        getChildren().addAll(palette, pair(undo, undone), pair(redo, redone), line, tidy, note, find, space, sample);
        getChildren().addAll(preview, send, inspector);
        language = words.textsProperty().subscribe(this::refresh);
        setMinWidth(0);
    }

    void watch(FlowSession opened) {
        watching.unsubscribe();
        session = Optional.of(opened);
        watching = opened.historyProperty().subscribe(this::refresh);
        refresh();
    }

    /// @param act told the text key of what is to be done
    void setOnAct(Consumer<String> act) {
        tidy.setOnAction(_ -> act.accept("tool.tidy"));
        note.setOnAction(_ -> act.accept("canvas.note"));
        find.setOnAction(_ -> act.accept("search.flow"));
        palette.setOnAction(_ -> act.accept("region.palette"));
        inspector.setOnAction(_ -> act.accept("region.inspector"));
        preview.setOnAction(_ -> act.accept("tool.preview"));
    }

    void setOnSend(Runnable run) {
        send.setOnAction(_ -> run.run());
    }

    void setSample(Node... nodes) {
        sample.getChildren().setAll(nodes);
    }

    @Override
    public void close() {
        watching.unsubscribe();
        language.unsubscribe();
    }

    @Override
    protected void layoutChildren() {
        // Measured by the text, which a person may have made larger.
        double scale = preview.getFont().getSize() / BODY;
        boolean compact = getWidth() < COMPACT_BELOW * scale;
        boolean cramped = getWidth() < CRAMPED_BELOW * scale;
        pseudoClassStateChanged(COMPACT, compact);
        pseudoClassStateChanged(CRAMPED, cramped);
        // These have keys, and a place in palette, menu or search besides.
        boolean roomy = !compact && (sample.getChildren().isEmpty() || leftBesideTools() >= NAMED_FROM * scale);
        List.of(note, find).forEach(button -> show(button, roomy));
        List.of(palette, inspector).forEach(button -> show(button, !cramped));
        sample.pseudoClassStateChanged(TIGHT, left() < NAMED_FROM * scale);
        super.layoutChildren();
    }

    /// The same with note and search, whether they are shown now or not: the sample's name is worth more.
    private double leftBesideTools() {
        return note.isManaged() ? left() : left() - 2 * (note.prefWidth(-1) + getSpacing());
    }

    private static void show(Node button, boolean wanted) {
        button.setVisible(wanted);
        button.setManaged(wanted);
    }

    /// What the others leave for the sample's name.
    private double left() {
        double others = getManagedChildren().stream()
                .filter(child -> !child.equals(sample))
                .mapToDouble(child -> child.prefWidth(-1))
                .sum();
        return getWidth()
                - getInsets().getLeft()
                - getInsets().getRight()
                - others
                - (getManagedChildren().size() - 1) * getSpacing();
    }

    private void refresh() {
        undo.say(session.map(open -> deeds.undo(history(open))).orElseGet(() -> words.text("tool.undo")));
        redo.say(session.map(open -> deeds.redo(history(open))).orElseGet(() -> words.text("tool.redo")));
        undo.setDisable(session.filter(open -> !history(open).past().isEmpty()).isEmpty());
        redo.setDisable(
                session.filter(open -> !history(open).future().isEmpty()).isEmpty());
    }

    private static HBox pair(Node button, Node more) {
        var pair = new HBox(button, more);
        pair.getStyleClass().add("button-pair");
        return pair;
    }

    /// The last steps by name; choosing one goes so far.
    private MenuButton steps(String key, BiFunction<History, Integer, List<Deed>> which, Consumer<FlowSession> once) {
        var menu = new MenuButton();
        menu.setId(key.replace('.', '-'));
        menu.setGraphic(Icon.of(key.startsWith("tool.undo") ? "undo" : "redo"));
        menu.getStyleClass().addAll("flat", "steps-button");
        menu.accessibleTextProperty().bind(words.bound(key));
        var tip = new Tip();
        tip.textProperty().bind(words.bound(key));
        menu.setTooltip(tip);
        menu.setOnShowing(_ -> {
            menu.getItems().clear();
            session.ifPresent(open -> {
                int far = 0;
                for (var deed : which.apply(history(open), LISTED)) {
                    int times = ++far;
                    var item = new MenuItem(deeds.name(deed));
                    // An underscore in a node's name is no key.
                    item.setMnemonicParsing(false);
                    item.setId("step-" + times);
                    item.setOnAction(_ -> {
                        for (int time = 0; time < times; time++) {
                            once.accept(open);
                        }
                    });
                    menu.getItems().add(item);
                }
            });
        });
        // A menu without items does not open, so there is one until it is filled.
        menu.getItems().add(new MenuItem());
        return menu;
    }

    private static History history(FlowSession open) {
        return open.historyProperty().get();
    }

    private Button button(String key, String icon, ObservableValue<String> keys) {
        var button = new Button("", Icon.of(icon));
        button.setId(key.replace('.', '-'));
        button.textProperty().bind(words.bound(key));
        button.setMinWidth(USE_PREF_SIZE);
        var tip = new Tip();
        tip.textProperty().bind(words.bound(key).flatMap(name -> keys.map(text -> (name + "  " + text).strip())));
        button.setTooltip(tip);
        return button;
    }
}
