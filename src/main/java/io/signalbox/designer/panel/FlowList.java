package io.signalbox.designer.panel;

import io.signalbox.designer.Background;
import io.signalbox.designer.Icon;
import io.signalbox.designer.PreferenceBook;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.Words;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Filing;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Texts;
import io.signalbox.json.FlowJson;
import io.signalbox.json.UnreadableFlow;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The flows of the workspace: find, open, rename, copy, switch, delete with a way back, import and export.
public final class FlowList extends VBox implements Closes {
    /// What the list asks of whoever shows it.
    public interface Doors {
        void create();

        /// Takes the example into the workspace and opens it.
        void useExample();

        /// Shows the flows that come with the program.
        void samples();

        void open(StoredFlow flow);

        /// Lets the person pick a file and hands over its text.
        void chooseImport(Consumer<String> text);

        /// Lets the person pick where to write.
        void export(Flow flow, String text);

        /// Shows a text that is no flow, with the line at fault.
        void showText(String text, int line);

        void welcome();

        void newWindow();
    }

    private final Words words;
    private final FlowShelf shelf;
    private final Background background;
    private final Shortcuts shortcuts;
    private final Doors doors;
    private final Closing closing = new Closing();
    private final FlowNotice notice = new FlowNotice();
    private final FlowFaces faces;
    private final FlowTable table;
    private final FlowListHead head;
    private final FlowDeeds deeds;
    private List<FlowRow> rows = List.of();

    /// @param book which of its two faces the person likes
    public FlowList(
            Words words,
            FlowShelf shelf,
            Background background,
            Shortcuts shortcuts,
            PreferenceBook book,
            Doors doors) {
        this.words = words;
        this.shelf = shelf;
        this.background = background;
        this.shortcuts = shortcuts;
        this.doors = doors;
        getStyleClass().add("flow-list");
        PanelSheet.dress(this);
        faces = new FlowFaces(words, shelf, new Rows());
        closing.add(faces::close);
        table = faces.table();
        head = new FlowListHead(
                words,
                this::filter,
                this::act,
                faces::takeKeyboard,
                asCards -> book.change(now -> now.withHabits(habits -> habits.withCards(asCards))));
        deeds = new FlowDeeds(words, shelf, background, notice, this::refresh, doors::open);
        closing.add(notice::close);
        // Before the table, which takes F2 for an editing of its own.
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        var face = book.nowProperty().map(now -> now.habits().cards()).subscribe(asCards -> {
            head.showFace(asCards);
            faces.turn(asCards, this);
        });
        closing.add(face::unsubscribe);
        var chosen =
                table.getSelectionModel().selectedItemProperty().subscribe(row -> head.show(Optional.ofNullable(row)));
        closing.add(chosen::unsubscribe);
        var texts = words.textsProperty().subscribe(_ -> build());
        closing.add(texts::unsubscribe);
        refresh();
    }

    /// Reads the flows anew.
    public void refresh() {
        background.run(shelf::rows, this::show, deeds::failed);
    }

    /// Shows only what lies in that folder or below it; blank for all flows. A folder that no flow lies in is none.
    public void showFolder(String folder) {
        head.chooseFolder(folder);
    }

    /// Takes in a flow from the text of a file: a free id is found, nothing is switched on.
    public void importText(String text) {
        Flow read;
        try {
            read = FlowJson.read(text);
        } catch (UnreadableFlow problem) {
            var why = problem.text(Texts.of(FlowJson.class, words.language()));
            var look = Press.link(text("flows.as-text"), () -> doors.showText(text, problem.line()));
            look.setId("flow-as-text");
            notice.stay(Wording.wrapped(Wording.verdict(false, text("flows.unreadable", why))), look);
            return;
        }
        deeds.saveNew(read, "flows.imported");
    }

    @Override
    public void close() {
        closing.close();
    }

    TableView<FlowRow> table() {
        return table;
    }

    private String text(String key, Object... arguments) {
        return Texts.of(FlowList.class, words.language()).text(key, arguments);
    }

    private void build() {
        faces.label();
        head.label();
        head.show(table.chosen());
        show(rows);
    }

    private void show(List<FlowRow> all) {
        var before = table.chosen().map(FlowRow::id);
        boolean same = all.equals(rows) && !table.getItems().isEmpty();
        rows = all;
        head.showFolders(
                all.stream().map(row -> row.stored().flow().filing().folder()).toList());
        if (!same) {
            filter();
            table.getItems().stream()
                    .filter(row -> before.filter(row.id()::equals).isPresent())
                    .findFirst()
                    .or(() -> table.getItems().stream().findFirst())
                    .ifPresent(row -> table.getSelectionModel().select(row));
        }
        if (rows.isEmpty()) {
            var texts = Texts.of(FlowList.class, words.language());
            var empty = new FlowsEmpty(texts, doors::useExample, doors::samples, doors::create, this::importFile);
            setVgrow(empty, Priority.ALWAYS);
            getChildren().setAll(head.title(), notice, empty);
        } else if (!getChildren().contains(faces.shown())) {
            getChildren().setAll(head, notice, faces.shown());
            // The list's own keys work at once, without a first click.
            faces.takeKeyboard();
        }
    }

    // ---- finding -------------------------------------------------------------------------------------------------

    private void filter() {
        table.getItems()
                .setAll(rows.stream()
                        .filter(row -> head.search().finds(row.stored().flow()))
                        .toList());
        if (table.chosen().isEmpty() && !table.getItems().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
    }

    private void typed(KeyEvent event) {
        var typed = event.getCharacter();
        boolean letter = !typed.isEmpty() && Character.isLetterOrDigit(typed.codePointAt(0));
        if (letter && faces.isWalked(event) && !event.isShortcutDown() && !event.isAltDown()) {
            head.type(typed);
            event.consume();
        }
    }

    // ---- acting --------------------------------------------------------------------------------------------------

    private void key(KeyEvent event) {
        shortcuts
                .action(event, Shortcuts.Context.FLOWS)
                .filter(action -> action.equals("flows.new") || faces.isWalked(event))
                .ifPresent(action -> {
                    act(action);
                    event.consume();
                });
    }

    /// @param action text key of what is to be done
    private void act(String action) {
        switch (action) {
            case "flows.new" -> doors.create();
            case "flows.example" -> doors.useExample();
            case "flows.samples" -> doors.samples();
            case "flows.import" -> importFile();
            case "flows.paste" -> paste();
            case "flows.welcome" -> doors.welcome();
            case "window.new" -> doors.newWindow();
            case "flows.rename" -> faces.rename();
            case "flows.file" -> faces.file();
            default -> table.chosen().ifPresent(row -> act(action, row.stored()));
        }
    }

    private void act(String action, StoredFlow stored) {
        switch (action) {
            case "flows.open" -> doors.open(stored);
            case "flows.duplicate" -> deeds.duplicate(stored);
            case "flows.export" -> doors.export(stored.flow(), FlowJson.write(stored.flow()));
            case "flows.switch" -> deeds.turn(stored);
            case "flows.off" -> deeds.switchOff(stored);
            case "flows.delete" -> deeds.delete(stored);
            default -> throw new IllegalArgumentException("no row does " + action);
        }
    }

    private void importFile() {
        doors.chooseImport(this::importText);
    }

    private void paste() {
        var text = Clipboard.getSystemClipboard().getString();
        if (text == null || text.isBlank()) {
            notice.say(Wording.warning(text("flows.clipboard-empty")));
        } else {
            importText(text);
        }
    }

    private final class Rows implements FlowParts.Acts {
        @Override
        public void open(FlowRow row) {
            doors.open(row.stored());
        }

        @Override
        public void rename(FlowRow row, String name) {
            deeds.rename(row.stored(), name);
        }

        @Override
        public void file(FlowRow row, Filing filing) {
            deeds.file(row.stored(), filing);
        }

        @Override
        public ContextMenu menu() {
            return head.menu();
        }
    }

    static Icon icon(String name) {
        return Icon.of(name, "icon-14");
    }
}
