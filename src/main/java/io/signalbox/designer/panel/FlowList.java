package io.signalbox.designer.panel;

import io.signalbox.designer.Background;
import io.signalbox.designer.Words;
import io.signalbox.engine.FlowChangedElsewhere;
import io.signalbox.engine.FlowStore;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Texts;
import io.signalbox.json.FlowJson;
import io.signalbox.json.UnreadableFlow;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// The flows of the workspace: find, open, copy, delete with a way back, import and export.
public final class FlowList extends VBox implements Closes {
    /// What the list asks of whoever shows it.
    public interface Doors {
        void create();

        void open(StoredFlow flow);

        /// Lets the person pick a file and hands over its text.
        void chooseImport(Consumer<String> text);

        /// Lets the person pick where to write.
        void export(Flow flow, String text);
    }

    private static final Duration UNDO_FOR = Duration.seconds(10);

    private final Words words;
    private final FlowStore flows;
    private final Background background;
    private final Doors doors;
    private final Closing closing = new Closing();
    private final FlowTable table;
    private final HBox notice = new HBox(8);
    private final PauseTransition forget = new PauseTransition(UNDO_FOR);

    public FlowList(Words words, FlowStore flows, Background background, Doors doors) {
        this.words = words;
        this.flows = flows;
        this.background = background;
        this.doors = doors;
        getStyleClass().add("flow-list");
        PanelSheet.dress(this);
        table = new FlowTable(words, doors::open);
        notice.getStyleClass().add("notice");
        notice.setAlignment(Pos.CENTER_LEFT);
        notice.setId("flow-notice");
        forget.setOnFinished(_ -> quiet());
        closing.add(forget::stop);
        setVgrow(table, Priority.ALWAYS);
        var texts = words.textsProperty().subscribe(_ -> build());
        closing.add(texts::unsubscribe);
        quiet();
        refresh();
    }

    /// Reads the flows anew.
    public void refresh() {
        background.run(flows::all, this::show, this::failed);
    }

    /// Takes in a flow from the text of a file: a free id is found, nothing is switched on.
    public void importText(String text) {
        Flow read;
        try {
            read = FlowJson.read(text);
        } catch (UnreadableFlow problem) {
            var why = problem.text(Texts.of(FlowJson.class, words.language()));
            say(Wording.wrapped(Wording.verdict(false, text("flows.unreadable", why))));
            return;
        }
        saveNew(read, "flows.imported");
    }

    @Override
    public void close() {
        closing.close();
    }

    TableView<StoredFlow> table() {
        return table;
    }

    private String text(String key, Object... arguments) {
        return Texts.of(FlowList.class, words.language()).text(key, arguments);
    }

    private void build() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var title = new Label(text("flows.title"));
        title.getStyleClass().add("page-title");
        var take = Press.plain(text("flows.import"), "download", () -> doors.chooseImport(this::importText));
        take.setId("flow-import");
        var create = Press.primary(text("flows.new"), "plus", doors::create);
        create.getStyleClass().add("primary");
        create.setId("flow-new");
        var head = new HBox(8, title, gap, take, create);
        head.setAlignment(Pos.CENTER_LEFT);
        var open = needs("flows.open", "right", "flow-open", doors::open);
        var copy = needs("flows.duplicate", "copy", "flow-duplicate", this::duplicate);
        var give = needs(
                "flows.export",
                "upload",
                "flow-export",
                stored -> doors.export(stored.flow(), FlowJson.write(stored.flow())));
        var delete = needs("flows.delete", "cross", "flow-delete", this::delete);
        var acts = new HBox(8, open, copy, give, delete);
        acts.setAlignment(Pos.CENTER_LEFT);
        table.label();
        getChildren().setAll(head, acts, notice, table);
    }

    /// A button for the chosen flow; off while none is chosen.
    private Button needs(String key, String icon, String id, Consumer<StoredFlow> action) {
        var button = Press.plain(text(key), icon, () -> table.chosen().ifPresent(action));
        button.setId(id);
        button.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        return button;
    }

    private void show(List<StoredFlow> all) {
        var before = table.chosen().map(stored -> stored.flow().id());
        table.getItems().setAll(all);
        all.stream()
                .filter(stored -> before.filter(stored.flow().id()::equals).isPresent())
                .findFirst()
                .or(() -> all.stream().findFirst())
                .ifPresent(stored -> table.getSelectionModel().select(stored));
    }

    private void duplicate(StoredFlow stored) {
        saveNew(stored.flow().withName(text("flows.copy-of", stored.flow().name())), "flows.duplicated");
    }

    private void saveNew(Flow flow, String done) {
        background.run(
                () -> {
                    var fresh = flow.withId(freeId(flow.id()));
                    flows.save(fresh, 0);
                    return fresh;
                },
                fresh -> {
                    say(Wording.verdict(true, text(done, fresh.name())));
                    refresh();
                },
                this::failed);
    }

    private String freeId(String wish) {
        var base = wish.substring(0, Math.min(wish.length(), 58));
        var id = base;
        for (int number = 2; flows.find(id).isPresent(); number++) {
            id = base + "-" + number;
        }
        return id;
    }

    private void delete(StoredFlow stored) {
        if (stored.live().isPresent()) {
            // What runs is not stopped by one click.
            var really = Press.plain(text("flows.delete-live"), "cross", () -> remove(stored));
            really.setId("flow-delete-live");
            really.getStyleClass().add("danger");
            say(
                    Wording.warning(text("flows.is-live", stored.flow().name())),
                    really,
                    Press.plain(text("dialog.cancel"), "", this::quiet));
        } else {
            remove(stored);
        }
    }

    private void remove(StoredFlow stored) {
        background.run(
                () -> flows.remove(stored.flow().id()),
                _ -> {
                    var undo = Press.link(text("flows.undo"), () -> restore(stored));
                    undo.setId("flow-undo");
                    say(Wording.body(text("flows.deleted", stored.flow().name())), undo);
                    refresh();
                },
                this::failed);
    }

    private void restore(StoredFlow stored) {
        background.run(
                () -> flows.save(stored.flow(), 0),
                _ -> {
                    quiet();
                    refresh();
                },
                this::failed);
    }

    private void failed(Exception failure) {
        var key = failure instanceof FlowChangedElsewhere ? "flows.elsewhere" : "flows.failed";
        say(Wording.verdict(false, text(key)));
    }

    private void say(javafx.scene.Node... parts) {
        notice.getChildren().setAll(parts);
        notice.setVisible(true);
        notice.setManaged(true);
        forget.playFromStart();
    }

    private void quiet() {
        notice.getChildren().clear();
        notice.setVisible(false);
        notice.setManaged(false);
    }

    /// What a row says of a flow's state.
    static Optional<String> difference(StoredFlow stored) {
        return stored.live().map(live -> live.identity().equals(FlowJson.identity(stored.flow())) ? "live" : "changed");
    }
}
