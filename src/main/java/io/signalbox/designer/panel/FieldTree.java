package io.signalbox.designer.panel;

import io.signalbox.designer.Icon;
import io.signalbox.designer.Keyboard;
import io.signalbox.designer.panel.OptionPicker.Option;
import io.signalbox.flow.FieldWords;
import io.signalbox.flow.Folded;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Path;
import io.signalbox.flow.SyntaxException;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;

/// The values known at a place, as a tree: name, type, value. One step's values or all; the search looks at names and
/// values. Enter or a double click chooses a value.
final class FieldTree extends VBox {
    private static final String ALL = "*";

    private final Bench bench;
    private final Consumer<Path> chosen;
    private final FieldWords fields;
    private final OptionPicker step;
    private final CustomTextField search = new CustomTextField();
    private final TreeView<FieldLine> tree = new TreeView<>();
    private final Set<Path> open = new HashSet<>();
    private String only = ALL;
    private Set<NodeId> roots = Set.of();
    private Predicate<Value> suggested = _ -> false;
    private List<FieldLine.Entry> shown = List.of();
    private long asked;

    FieldTree(Bench bench, Consumer<Path> chosen) {
        this.bench = bench;
        this.chosen = chosen;
        this.fields = new FieldWords(bench.words().flowTexts());
        getStyleClass().add("field-tree");
        step = new OptionPicker(bench.text("tree.step"), this::only);
        step.getStyleClass().add("field-tree-step");
        search.setLeft(Icon.of("search"));
        search.setPromptText(bench.text("tree.search"));
        search.setAccessibleText(bench.text("tree.search"));
        search.getStyleClass().add("field-tree-search");
        search.textProperty().addListener((_, _, _) -> fill());
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                Keyboard.giveTo(tree);
                tree.getSelectionModel().selectFirst();
                event.consume();
            }
        });
        search.setOnAction(_ -> chosenOrFirst().ifPresent(chosen));
        tree.setShowRoot(false);
        tree.setAccessibleText(bench.text("tree.name"));
        tree.setCellFactory(_ -> new FieldTreeCell(bench));
        tree.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                choose();
                event.consume();
            }
        });
        tree.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                choose();
            }
        });
        setVgrow(tree, Priority.ALWAYS);
        getChildren().addAll(step, search, tree);
    }

    /// Shows what lies at these roots in the sample now; what is open stays open.
    void show(Set<NodeId> known) {
        roots = known;
        var words = new PathWords(bench);
        var options = new ArrayList<Option>();
        options.add(new Option(ALL, bench.text("tree.all-steps")));
        known.forEach(id -> options.add(new Option(id.value(), words.root(new Path(id, List.of())))));
        boolean several = known.size() > 1 && search.isVisible();
        step.setVisible(several);
        step.setManaged(several);
        if (options.stream().noneMatch(option -> option.id().equals(only))) {
            only = ALL;
        }
        step.show(options, only);
        if (!entries().equals(shown)) {
            fill();
        }
    }

    void search() {
        Keyboard.giveTo(search);
    }

    /// Lists the values that fit before all others.
    void suggest(Predicate<Value> fits) {
        suggested = fits;
        fill();
    }

    /// For a list that follows what is typed elsewhere: it takes no keyboard of its own.
    void withoutSearch() {
        search.setVisible(false);
        search.setManaged(false);
        search.setFocusTraversable(false);
        tree.setFocusTraversable(false);
        step.setFocusTraversable(false);
    }

    void narrow(String words) {
        search.setText(words);
    }

    /// Chooses a line further down or up without the keyboard being here; true when there is a line.
    boolean step(int by) {
        var model = tree.getSelectionModel();
        int at = model.getSelectedIndex() + by;
        if (at >= 0 && at < tree.getExpandedItemCount()) {
            model.clearAndSelect(at);
            tree.scrollTo(at);
        }
        return tree.getExpandedItemCount() > 0;
    }

    TreeView<FieldLine> tree() {
        return tree;
    }

    /// The line that is chosen, when a text can hold it.
    Optional<Path> selected() {
        return Optional.ofNullable(tree.getSelectionModel().getSelectedItem()).flatMap(FieldTree::value);
    }

    /// What Enter takes: the chosen value, else the first found.
    Optional<Path> chosenOrFirst() {
        return selected()
                .or(() -> tree.getRoot().getChildren().stream()
                        .flatMap(item -> value(item).stream())
                        .findFirst());
    }

    private static Optional<Path> value(TreeItem<FieldLine> item) {
        return switch (item.getValue()) {
            case FieldLine.Entry entry when entry.isValue() -> Optional.of(entry.path());
            case FieldLine.Entry _, FieldLine.More _ -> Optional.empty();
        };
    }

    private void choose() {
        var item = tree.getSelectionModel().getSelectedItem();
        if (item != null
                && item.getValue() instanceof FieldLine.More more
                && item.getParent() instanceof FieldBranch parent) {
            parent.showMore(more);
        } else {
            selected().ifPresent(chosen);
        }
    }

    private void only(String id) {
        only = id;
        fill();
    }

    /// The roots, each with its value: what is compared to know whether there is anything new to draw.
    private List<FieldLine.Entry> entries() {
        var words = new PathWords(bench);
        var model = bench.preview().model();
        var entries = new ArrayList<FieldLine.Entry>();
        for (var id : roots) {
            if (only.equals(ALL) || only.equals(id.value())) {
                var path = new Path(id, List.of());
                entries.add(new FieldLine.Entry(path, words.root(path), FieldChoice.valueOf(id, model), fields));
            }
        }
        return entries;
    }

    private void fill() {
        shown = entries();
        var wanted = search.getText().strip();
        long turn = ++asked;
        if (wanted.isEmpty()) {
            whole();
            return;
        }
        var places = List.copyOf(shown);
        bench.background()
                .run(
                        () -> found(places, Folded.of(wanted)),
                        found -> {
                            if (turn == asked) {
                                list(found, wanted);
                            }
                        },
                        failure -> {
                            throw new IllegalStateException("searching the values", failure);
                        });
    }

    private static List<FieldLine.Entry> found(List<FieldLine.Entry> places, String wanted) {
        var found = new ArrayList<FieldLine.Entry>();
        places.forEach(place -> place.find(wanted, found));
        return found;
    }

    private void list(List<FieldLine.Entry> found, String wanted) {
        var words = new PathWords(bench);
        var root = new TreeItem<FieldLine>();
        found.forEach(entry -> root.getChildren()
                .add(new TreeItem<>(
                        new FieldLine.Entry(entry.path(), words.whole(entry.path()), entry.value(), fields))));
        if (found.isEmpty()) {
            // What is in no sample can still be there in an event to come.
            typedPath(wanted)
                    .map(path -> new FieldLine.Entry(path, bench.text("tree.typed", path), Value.nothing(), fields))
                    .ifPresent(entry -> root.getChildren().add(new TreeItem<>(entry)));
        }
        tree.setRoot(root);
    }

    private Optional<Path> typedPath(String text) {
        try {
            var path = Path.parse(text);
            return roots.contains(path.root()) && !path.steps().isEmpty() ? Optional.of(path) : Optional.empty();
        } catch (SyntaxException _) {
            return Optional.empty();
        }
    }

    private void whole() {
        var root = new TreeItem<FieldLine>();
        var words = new PathWords(bench);
        var fitting = new ArrayList<FieldLine.Entry>();
        shown.forEach(entry -> entry.suggest(suggested, fitting));
        fitting.forEach(entry -> root.getChildren()
                .add(new TreeItem<>(
                        new FieldLine.Entry(entry.path(), words.whole(entry.path()), entry.value(), fields))));
        for (var entry : shown) {
            var item = new FieldBranch(entry);
            item.setExpanded(true);
            item.getChildren().stream()
                    .filter(child -> child.getValue() instanceof FieldLine.Entry part
                            && part.path().toString().equals("trigger.data"))
                    .forEach(child -> child.setExpanded(true));
            reopen(item);
            root.getChildren().add(item);
        }
        root.addEventHandler(
                TreeItem.<FieldLine>branchExpandedEvent(),
                event -> path(event.getTreeItem()).ifPresent(open::add));
        root.addEventHandler(
                TreeItem.<FieldLine>branchCollapsedEvent(),
                event -> path(event.getTreeItem()).ifPresent(open::remove));
        tree.setRoot(root);
    }

    private void reopen(TreeItem<FieldLine> item) {
        for (var child : item.getChildren()) {
            if (path(child).filter(open::contains).isPresent()) {
                child.setExpanded(true);
                reopen(child);
            }
        }
    }

    private static Optional<Path> path(TreeItem<FieldLine> item) {
        return item.getValue() instanceof FieldLine.Entry entry ? Optional.of(entry.path()) : Optional.empty();
    }
}
