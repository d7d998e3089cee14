package io.signalbox.designer.panel;

import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.Tip;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.EventCatalogue;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The rules of the workspace, one for each trigger of each flow, and the chosen one to edit: the same tabs as the
/// trigger has on the canvas, over the same flow, stored as the person types.
public final class EventsPage extends HBox implements Closes {
    private final Bench bench;
    private final Editors editors;
    private final MasterList<Rule> list;
    private final MenuButton create;
    private final StackPane middle = new StackPane();
    private final FlowNotice notice = new FlowNotice();
    private final RuleDeletion deletion;
    private final Button delete;
    private List<StoredFlow> flows = List.of();
    private Optional<Editor> editor = Optional.empty();
    private Optional<Rule> drawn = Optional.empty();
    /// What was asked for last: what is read for an earlier wish comes too late.
    private long turn;

    /// Makes the editor of a flow's trigger.
    @FunctionalInterface
    public interface Editors {
        Editor open(StoredFlow stored, NodeId trigger, Asked asked);
    }

    /// Edits the trigger of one flow until it is closed.
    public interface Editor {
        Region node();

        /// Runs `then` once everything is stored. Not at all while somebody else's change is in the way, or when
        /// storing failed.
        void leave(Runnable then);

        /// Somebody stored the flow, here or elsewhere.
        void follow(StoredFlow stored);

        void close();
    }

    /// What an editor asks of the page.
    public interface Asked {
        /// Shows the trigger in this flow, as it is stored.
        void show(StoredFlow stored);

        /// What was typed could not be stored: the page stays where it is.
        void stay();
    }

    private record Rule(StoredFlow stored, Node.Trigger trigger) {
        boolean is(String other, NodeId id) {
            return flow().equals(other) && trigger.id().equals(id);
        }

        String flow() {
            return stored.flow().id();
        }
    }

    public EventsPage(Bench bench, Editors editors) {
        this.bench = bench;
        this.editors = editors;
        getStyleClass().add("master-detail");
        setId("events-page");
        PanelSheet.dress(this);
        create = Press.menu(bench.text("list.new"), "plus");
        create.setId("event-new");
        create.setAccessibleText(bench.text("events.new"));
        list = new MasterList<>(bench, "events", create, this::line, new MasterList.Acts<>(this::choose, this::show));
        deletion = new RuleDeletion(bench, notice, this::deleted);
        delete = Press.plain(bench.words().text("events.delete"), "bin", this::delete);
        delete.setId("event-delete");
        delete.setTooltip(
                new Tip(bench.text("events.delete.tip", bench.shortcuts().keysOf("events.delete", bench.words()))));
        delete.setDisable(true);
        list.below(delete);
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        middle.getStyleClass().add("event-editor");
        notice.setId("events-notice");
        var right = new VBox(notice, middle);
        VBox.setVgrow(middle, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setMinWidth(0);
        middle.setMinWidth(0);
        getChildren().addAll(list, right);
        read(Optional.empty());
    }

    @Override
    public void close() {
        notice.close();
        shut();
    }

    /// Reads the rules anew: somebody changed a flow, here or elsewhere.
    public void refresh() {
        bench.rules().read(this::take, this::failed);
    }

    private void shut() {
        editor.ifPresent(Editor::close);
        editor = Optional.empty();
        drawn = Optional.empty();
        delete.setDisable(true);
        middle.getChildren().clear();
    }

    /// Runs it once what was typed is stored.
    private void leave(Runnable then) {
        editor.ifPresentOrElse(shown -> shown.leave(then), then);
    }

    private record Wanted(String flow, NodeId trigger) {}

    private void read(Optional<Wanted> wanted) {
        long mine = ++turn;
        bench.rules()
                .read(
                        read -> {
                            take(read);
                            if (mine == turn) {
                                begin(wanted);
                            }
                        },
                        this::failed);
    }

    /// The rule that is wanted, else the first.
    private void begin(Optional<Wanted> wanted) {
        // One that is chosen already would not be opened anew.
        list.chooseNone();
        wanted.flatMap(each -> list.items().stream()
                        .filter(rule -> rule.is(each.flow(), each.trigger()))
                        .findFirst())
                .or(() -> list.items().stream().findFirst())
                .ifPresent(list::choose);
    }

    private void take(List<StoredFlow> read) {
        flows = List.copyOf(read);
        menu();
        drawn.ifPresent(rule -> rules().stream()
                .filter(each -> each.is(rule.flow(), rule.trigger().id()))
                .findFirst()
                .ifPresentOrElse(now -> editor.ifPresent(shown -> shown.follow(now.stored())), this::shut));
        show();
    }

    private void menu() {
        create.setDisable(flows.isEmpty());
        create.getItems()
                .setAll(flows.stream()
                        .map(stored -> {
                            var item = new MenuItem(
                                    bench.text("events.run", stored.flow().name()));
                            item.setMnemonicParsing(false);
                            item.setOnAction(_ -> begin(stored.flow().id()));
                            return item;
                        })
                        .toList());
    }

    private void begin(String flow) {
        leave(() -> {
            shut();
            bench.rules().begin(flow, id -> read(Optional.of(new Wanted(flow, id))), this::failed);
        });
    }

    private List<Rule> rules() {
        return flows.stream()
                .flatMap(stored -> stored.flow().triggers().stream().map(trigger -> new Rule(stored, trigger)))
                .toList();
    }

    private void show() {
        list.show(rules().stream()
                .filter(rule -> list.finds(title(rule) + " " + event(rule.trigger()) + " "
                        + rule.stored().flow().name()))
                .toList());
        stay();
    }

    /// The chosen rule is the one that is shown.
    private void stay() {
        drawn.flatMap(rule -> list.items().stream()
                        .filter(each -> each.is(rule.flow(), rule.trigger().id()))
                        .findFirst())
                .ifPresent(list::choose);
    }

    private void choose(Rule rule) {
        if (drawn.filter(shown -> shown.is(rule.flow(), rule.trigger().id())).isPresent()) {
            return;
        }
        long mine = ++turn;
        // What another rule of the same flow wrote a moment ago is read anew.
        leave(() -> bench.rules()
                .read(
                        read -> read.stream()
                                .filter(each -> mine == turn && each.flow().id().equals(rule.flow()))
                                .findFirst()
                                .ifPresent(stored -> open(rule, stored)),
                        this::failed));
    }

    private void open(Rule rule, StoredFlow stored) {
        shut();
        var trigger = rule.trigger().id();
        var made = editors.open(stored, trigger, new Asked() {
            @Override
            public void show(StoredFlow other) {
                shut();
                read(Optional.of(new Wanted(other.flow().id(), trigger)));
            }

            @Override
            public void stay() {
                EventsPage.this.stay();
            }
        });
        editor = Optional.of(made);
        drawn = Optional.of(rule);
        delete.setDisable(false);
        made.node().setMaxWidth(Region.USE_PREF_SIZE);
        StackPane.setAlignment(made.node(), Pos.TOP_LEFT);
        middle.getChildren().setAll(made.node());
    }

    /// In the list alone: in a field the key deletes a letter.
    private void key(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl) {
            return;
        }
        bench.shortcuts().action(event, Shortcuts.Context.EVENTS).ifPresent(_ -> {
            delete();
            event.consume();
        });
    }

    /// What was typed is stored first, so that the way back leads there.
    private void delete() {
        drawn.ifPresent(rule -> leave(() -> deletion.delete(new RuleDeletion.Doomed(
                rule.flow(),
                rule.trigger().id(),
                title(rule),
                rule.stored().flow().name()))));
    }

    private void deleted(Optional<RuleDeletion.Doomed> back) {
        shut();
        read(back.map(rule -> new Wanted(rule.flow(), rule.trigger())));
    }

    private String title(Rule rule) {
        return rule.trigger().name().isBlank()
                ? event(rule.trigger())
                : rule.trigger().name();
    }

    private String event(Node.Trigger trigger) {
        var settings = trigger.settings();
        if (!trigger.type().equals("event")) {
            return bench.flowText("trigger." + trigger.type());
        }
        return EventCatalogue.find(settings.text("module"), settings.text("submodule"), settings.text("event"))
                .map(entry -> entry.text(bench.words().flowTexts()))
                .orElseGet(() -> settings.text("event").isBlank()
                        ? bench.text("events.unchosen")
                        : settings.text("module") + "." + settings.text("submodule") + "." + settings.text("event"));
    }

    private void failed(Exception failure) {
        middle.getChildren().setAll(Wording.wrapped(Wording.verdict(false, bench.text("flows.failed"))));
    }

    private MasterList.Line line(Rule rule) {
        // What is typed here is stored, but nothing runs before its flow was made live.
        var runs = bench.text(
                rule.stored().live().isPresent() ? "events.run" : "events.would",
                rule.stored().flow().name());
        var off = rule.trigger().off() ? " · " + bench.text("events.off") : "";
        return new MasterList.Line(
                new KindTile(rule.trigger(), true),
                title(rule),
                runs + off,
                title(rule) + ", " + event(rule.trigger()) + ", " + runs + off);
    }
}
