package io.signalbox.designer.panel;

import io.signalbox.designer.Icon;
import io.signalbox.designer.WholeTip;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.EventCatalogue;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.geometry.Pos;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The rules of the workspace, one for each trigger of each flow, and the chosen one to edit: the same tabs as the
/// trigger has on the canvas, over the same flow, stored as the person types.
public final class EventsPage extends HBox implements Closes {
    private final Bench bench;
    private final BiFunction<StoredFlow, NodeId, Editor> editors;
    private final ListView<Rule> list = new ListView<>();
    private final TextField search = new TextField();
    private final MenuButton create = new MenuButton();
    private final StackPane middle = new StackPane();
    private List<StoredFlow> flows = List.of();
    private Optional<Editor> editor = Optional.empty();
    private Optional<Rule> drawn = Optional.empty();

    /// Edits the trigger of one flow until it is closed.
    ///
    /// @param node what is shown
    public record Editor(Region node, Runnable close) {}

    private record Rule(StoredFlow stored, Node.Trigger trigger) {
        boolean is(String flow, NodeId id) {
            return stored.flow().id().equals(flow) && trigger.id().equals(id);
        }
    }

    /// @param editors makes the editor of a flow's trigger
    public EventsPage(Bench bench, BiFunction<StoredFlow, NodeId, Editor> editors) {
        this.bench = bench;
        this.editors = editors;
        getStyleClass().add("master-detail");
        setId("events-page");
        PanelSheet.dress(this);
        middle.getStyleClass().add("event-editor");
        HBox.setHgrow(middle, Priority.ALWAYS);
        middle.setMinWidth(0);
        getChildren().addAll(master(), middle);
        read(Optional.empty());
    }

    @Override
    public void close() {
        shut();
    }

    private void shut() {
        editor.ifPresent(shown -> shown.close().run());
        editor = Optional.empty();
        drawn = Optional.empty();
    }

    private record Wanted(String flow, NodeId trigger) {}

    private void read(Optional<Wanted> wanted) {
        bench.rules()
                .read(
                        read -> {
                            flows = List.copyOf(read);
                            menu();
                            show();
                            wanted.flatMap(each -> list.getItems().stream()
                                            .filter(rule -> rule.is(each.flow(), each.trigger()))
                                            .findFirst())
                                    .or(() -> list.getItems().stream().findFirst())
                                    .ifPresent(rule -> list.getSelectionModel().select(rule));
                        },
                        this::failed);
    }

    private VBox master() {
        var title = Wording.wrapped(Wording.section(bench.text("events.title")));
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        create.setText(bench.text("connections.new"));
        create.setGraphic(Icon.of("plus"));
        create.setId("event-new");
        create.getStyleClass().add("primary");
        create.setAccessibleText(bench.text("events.new"));
        create.setMinWidth(Region.USE_PREF_SIZE);
        var head = new HBox(8, title, create);
        head.setAlignment(Pos.CENTER_LEFT);
        search.setId("events-search");
        search.setPromptText(bench.text("events.search"));
        search.setAccessibleText(bench.text("events.search"));
        search.textProperty().addListener((_, _, _) -> show());
        list.setId("events");
        list.setAccessibleText(bench.text("events.title"));
        list.setCellFactory(_ -> new Cell());
        list.setPlaceholder(Wording.wrapped(Wording.caption(bench.text("events.none"))));
        list.getSelectionModel().selectedItemProperty().addListener((_, _, rule) -> {
            if (rule != null) {
                choose(rule);
            }
        });
        var top = new VBox(16, head, search);
        top.getStyleClass().add("master-head");
        VBox.setVgrow(list, Priority.ALWAYS);
        var master = new VBox(top, list);
        master.getStyleClass().add("master");
        return master;
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
        shut();
        bench.rules().begin(flow, id -> read(Optional.of(new Wanted(flow, id))), this::failed);
    }

    private void show() {
        var typed = search.getText().strip().toLowerCase(Locale.ROOT);
        var rules = new ArrayList<Rule>();
        for (var stored : flows) {
            stored.flow().triggers().stream()
                    .map(trigger -> new Rule(stored, trigger))
                    .filter(rule -> (title(rule) + " " + event(rule.trigger()) + " "
                                    + stored.flow().name())
                            .toLowerCase(Locale.ROOT)
                            .contains(typed))
                    .forEach(rules::add);
        }
        if (!list.getItems().equals(rules)) {
            list.getItems().setAll(rules);
        }
    }

    private void choose(Rule rule) {
        if (drawn.filter(shown ->
                        shown.is(rule.stored().flow().id(), rule.trigger().id()))
                .isPresent()) {
            return;
        }
        shut();
        // What another rule of the same flow wrote a moment ago is read anew.
        bench.rules()
                .read(
                        read -> read.stream()
                                .filter(each -> each.flow()
                                        .id()
                                        .equals(rule.stored().flow().id()))
                                .findFirst()
                                .ifPresent(stored -> open(rule, stored)),
                        this::failed);
    }

    private void open(Rule rule, StoredFlow stored) {
        shut();
        var made = editors.apply(stored, rule.trigger().id());
        editor = Optional.of(made);
        drawn = Optional.of(rule);
        made.node().setMaxWidth(Region.USE_PREF_SIZE);
        StackPane.setAlignment(made.node(), Pos.TOP_LEFT);
        middle.getChildren().setAll(made.node());
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

    private final class Cell extends ListCell<Rule> {
        Cell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Rule rule, boolean empty) {
            super.updateItem(rule, empty);
            if (empty || rule == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            var runs = bench.text("events.run", rule.stored().flow().name());
            var off = rule.trigger().off() ? " · " + bench.text("events.off") : "";
            var words = new VBox(WholeTip.on(Wording.strong(title(rule))), WholeTip.on(Wording.caption(runs + off)));
            words.getStyleClass().add("flow-name");
            words.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(0);
            var line = new HBox(12, new KindTile(rule.trigger(), true), words);
            line.setAlignment(Pos.CENTER_LEFT);
            setGraphic(line);
            setAccessibleText(title(rule) + ", " + event(rule.trigger()) + ", " + runs + off);
        }
    }
}
