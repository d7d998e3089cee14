package io.signalbox.designer.canvas;

import io.signalbox.connector.Connectors;
import io.signalbox.designer.FlowSession;
import io.signalbox.designer.Icon;
import io.signalbox.designer.Keyboard;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.Words;
import io.signalbox.designer.search.Find;
import io.signalbox.edit.Edit;
import io.signalbox.edit.WireRules;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Problems;
import io.signalbox.flow.Wire;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The open flow as a list: every step in order, below it its wires. What is chosen here is chosen on the canvas and
/// the other way round, and every key of the canvas works here, so that nobody needs to see boxes. FX thread only.
public final class OutlineView extends VBox implements AutoCloseable {
    private final FlowSession session;
    private final CanvasView canvas;
    private final Shortcuts shortcuts;
    private final Words words;
    private final Connectors connectors;
    private final NodeWords nodeWords;
    private final WireWords wireWords;
    private final TreeView<Row> tree = new TreeView<>(new TreeItem<>());
    private final Subscription watching;
    private Decorations decorations = Decorations.none();
    private boolean showing;

    /// What a row stands for.
    private sealed interface Row {
        record Step(NodeId node) implements Row {}

        record Way(Wire wire) implements Row {}
    }

    /// @param canvas that shows the same flow; it does what the keys say
    public OutlineView(
            FlowSession session, CanvasView canvas, Words words, Connectors connectors, Shortcuts shortcuts) {
        this.session = session;
        this.canvas = canvas;
        this.shortcuts = shortcuts;
        this.words = words;
        this.connectors = connectors;
        nodeWords = new NodeWords(words, connectors);
        wireWords = new WireWords(words);
        getStyleClass().add("outline");
        tree.setId("outline");
        tree.setShowRoot(false);
        tree.setCellFactory(_ -> new RowCell());
        tree.accessibleTextProperty().bind(words.bound("outline.name"));
        tree.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        setVgrow(tree, javafx.scene.layout.Priority.ALWAYS);
        getChildren().add(tree);
        watching = Subscription.combine(
                session.meaningProperty().subscribe(this::changed),
                words.textsProperty().subscribe((_, _) -> fill()),
                session.selectionProperty().subscribe(_ -> follow()),
                tree.getSelectionModel().selectedItemProperty().subscribe((_, item) -> chosen(item)));
        fill();
    }

    /// Shows problems and run states in the steps' sentences.
    public void show(Decorations changed) {
        decorations = changed;
        tree.refresh();
    }

    /// The step as a screen reader should say it.
    public String spoken(NodeId id) {
        return flow().node(id)
                .map(node -> nodeWords.spoken(flow(), node, decorations.mark(id)))
                .orElse("");
    }

    /// Every step as something that can be found by its name, its type and what is set in it.
    public List<Find> finds() {
        return Problems.inOrder(flow()).stream()
                .flatMap(id -> flow().node(id).stream())
                .map(node -> new Find(
                        nodeWords.kind(node),
                        icon(node),
                        nodeWords.title(node),
                        detail(node),
                        "",
                        () -> reveal(node.id())))
                .toList();
    }

    private String detail(Node node) {
        return Stream.of(service(node), nodeWords.subtitle(flow(), node), values(node))
                .filter(part -> !part.isBlank())
                .distinct()
                .collect(Collectors.joining(" · "));
    }

    private String service(Node node) {
        return connectors
                .find(node.type())
                .map(connector -> connectors.texts(connector, words.language()).text("name"))
                .orElse("");
    }

    private static String values(Node node) {
        return node.settings().values().keySet().stream()
                .map(node.settings()::text)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" · "));
    }

    private void reveal(NodeId id) {
        session.select(new LinkedHashSet<>(List.of(id)));
        canvas.focusNode(id);
    }

    private static String icon(Node node) {
        return switch (node) {
            case Node.Trigger _ -> "bolt";
            case Node.Source _ -> "data";
            case Node.Connection _ -> "plug";
            case Node.Configuration _ -> "message";
        };
    }

    @Override
    public void close() {
        watching.unsubscribe();
        tree.accessibleTextProperty().unbind();
    }

    private Flow flow() {
        return session.flow();
    }

    /// A word in a step changes its row alone; rows are made anew when steps or wires come and go.
    private void changed(Flow before, Flow after) {
        if (before.nodes().keySet().equals(after.nodes().keySet())
                && before.wires().equals(after.wires())) {
            tree.refresh();
        } else {
            fill();
        }
    }

    private void fill() {
        showing = true;
        try {
            var steps = Problems.inOrder(flow()).stream().map(this::step).toList();
            tree.getRoot().getChildren().setAll(steps);
        } finally {
            showing = false;
        }
        follow();
    }

    private TreeItem<Row> step(NodeId id) {
        var item = new TreeItem<Row>(new Row.Step(id));
        flow().wiresFrom(id).forEach(wire -> item.getChildren().add(new TreeItem<>(new Row.Way(wire))));
        item.setExpanded(true);
        return item;
    }

    private void follow() {
        if (showing) {
            return;
        }
        showing = true;
        try {
            var selection = session.selectionProperty().get();
            if (selection.size() == 1) {
                tree.getRoot().getChildren().stream()
                        .filter(item -> item.getValue().equals(new Row.Step(selection.getFirst())))
                        .findFirst()
                        .ifPresent(item -> tree.getSelectionModel().select(item));
            } else {
                tree.getSelectionModel().clearSelection();
            }
        } finally {
            showing = false;
        }
    }

    private void chosen(TreeItem<Row> item) {
        if (showing || item == null) {
            return;
        }
        showing = true;
        try {
            switch (item.getValue()) {
                case Row.Step(var node) -> {
                    canvas.chooseWire(Optional.empty());
                    session.select(new LinkedHashSet<>(List.of(node)));
                }
                case Row.Way(var wire) -> {
                    session.select(new LinkedHashSet<>());
                    canvas.chooseWire(Optional.of(wire));
                }
            }
        } finally {
            showing = false;
        }
    }

    /// Arrows walk the list; everything else means what it means on the canvas.
    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.HOME && !event.isShiftDown()) {
            return;
        }
        shortcuts
                .action(event, Shortcuts.Context.CANVAS)
                .filter(action -> !action.startsWith("canvas.go") && !action.startsWith("canvas.extend"))
                .ifPresent(action -> {
                    if (action.equals("canvas.connect")
                            && session.selectionProperty().get().size() == 1) {
                        offerEnds();
                    } else {
                        canvas.act(action);
                        // What the canvas goes on asking for, such as a wire's end, is answered there.
                        if (canvas.isAtRest()) {
                            Keyboard.giveTo(tree);
                        }
                    }
                    event.consume();
                });
    }

    /// The nodes that may follow the chosen one, as a menu.
    private void offerEnds() {
        var from = session.selectionProperty().get().getFirst();
        var menu = new ContextMenu();
        menu.setId("outline-ends");
        flow().nodes().keySet().stream()
                .filter(to -> WireRules.refusal(flow(), from, to).isEmpty())
                .forEach(to -> {
                    var item = new MenuItem(nodeWords.title(flow(), to));
                    item.setMnemonicParsing(false);
                    item.setOnAction(_ -> session.perform(new Edit.Connect(from, to), ""));
                    menu.getItems().add(item);
                });
        if (menu.getItems().isEmpty()) {
            var none = new MenuItem(words.text("canvas.wire.nowhere"));
            none.setDisable(true);
            menu.getItems().add(none);
        }
        menu.show(tree, Side.RIGHT, 0, 0);
    }

    private final class RowCell extends TreeCell<Row> {
        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            setGraphic(null);
            setAccessibleText(null);
            getStyleClass().removeIf(style -> style.startsWith("kind-"));
            if (!empty && row != null) {
                switch (row) {
                    case Row.Step(var id) -> flow().node(id).ifPresent(this::show);
                    case Row.Way(var wire) -> show(wire);
                }
            }
        }

        private void show(Node node) {
            getStyleClass().add("kind-" + node.kind());
            setText(nodeWords.title(node));
            setGraphic(Icon.of(icon(node)));
            setAccessibleText(nodeWords.spoken(flow(), node, decorations.mark(node.id())));
        }

        private void show(Wire wire) {
            var label = wireWords.label(wire);
            var title = nodeWords.title(flow(), wire.to());
            setText(label.isEmpty() ? "→ " + title : "→ " + title + ", " + label);
            setAccessibleText(wireWords.spoken(
                    flow(),
                    wire,
                    nodeWords,
                    decorations.count(wire).map(Decorations.Count::text).orElse("")));
        }
    }
}
