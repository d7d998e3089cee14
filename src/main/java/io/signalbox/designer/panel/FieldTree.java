package io.signalbox.designer.panel;

import io.signalbox.flow.NodeId;
import io.signalbox.flow.Path;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The values known at a place, as a tree: name, type, value. The search looks at names and values. Enter or a double
/// click chooses a value.
final class FieldTree extends VBox {
    /// A search that finds more is too vague to be read.
    private static final int MOST_FOUND = 200;

    /// @param name as a person reads it
    record Entry(Path path, String name, Value value) {}

    private final Bench bench;
    private final TextField search = new TextField();
    private final TreeView<Entry> tree = new TreeView<>();
    private Set<NodeId> roots = Set.of();

    FieldTree(Bench bench, Consumer<Path> chosen) {
        this.bench = bench;
        getStyleClass().add("field-tree");
        search.setPromptText(bench.text("tree.search"));
        search.setAccessibleText(bench.text("tree.search"));
        search.getStyleClass().add("field-tree-search");
        search.textProperty().addListener((_, _, _) -> fill());
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                tree.requestFocus();
                tree.getSelectionModel().selectFirst();
                event.consume();
            }
        });
        search.setOnAction(_ -> first().ifPresent(chosen));
        tree.setShowRoot(false);
        tree.setAccessibleText(bench.text("tree.name"));
        tree.setCellFactory(_ -> new FieldTreeCell());
        tree.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                selected().ifPresent(chosen);
                event.consume();
            }
        });
        tree.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                selected().ifPresent(chosen);
            }
        });
        setVgrow(tree, Priority.ALWAYS);
        getChildren().addAll(search, tree);
    }

    /// Shows what lies at these roots in the sample now.
    void show(Set<NodeId> known) {
        roots = known;
        fill();
    }

    void search() {
        search.requestFocus();
    }

    TreeView<Entry> tree() {
        return tree;
    }

    /// The chosen value; a whole record is none that a text could hold.
    Optional<Path> selected() {
        return Optional.ofNullable(tree.getSelectionModel().getSelectedItem())
                .map(TreeItem::getValue)
                .filter(entry -> !(entry.value() instanceof Value.Fields))
                .map(Entry::path);
    }

    private Optional<Path> first() {
        return tree.getRoot().getChildren().stream()
                .map(TreeItem::getValue)
                .filter(entry -> !(entry.value() instanceof Value.Fields))
                .map(Entry::path)
                .findFirst();
    }

    private void fill() {
        var words = new PathWords(bench);
        var model = bench.preview().model();
        var root = new TreeItem<Entry>();
        var wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        for (var id : roots) {
            var path = new Path(id, List.of());
            var value = FieldChoice.valueOf(id, model);
            if (wanted.isEmpty()) {
                var item = new Branch(new Entry(path, words.root(path), value));
                item.setExpanded(true);
                item.getChildren().stream()
                        .filter(child -> child.getValue().path().toString().equals("trigger.data"))
                        .forEach(child -> child.setExpanded(true));
                root.getChildren().add(item);
            } else {
                var found = new ArrayList<Entry>();
                find(new Entry(path, words.root(path), value), wanted, words, found);
                found.forEach(entry -> root.getChildren().add(new TreeItem<>(entry)));
            }
        }
        tree.setRoot(root);
    }

    private static void find(Entry entry, String wanted, PathWords words, List<Entry> found) {
        for (var child : children(entry)) {
            if (found.size() >= MOST_FOUND) {
                return;
            }
            boolean leaf = !(child.value() instanceof Value.Fields);
            if (leaf
                    && (child.name().toLowerCase(Locale.ROOT).contains(wanted)
                            || child.value().asText().toLowerCase(Locale.ROOT).contains(wanted))) {
                found.add(new Entry(child.path(), words.whole(child.path()), child.value()));
            }
            find(child, wanted, words, found);
        }
    }

    private static boolean isData(Path parent, String name) {
        return parent.equals(new Path(Path.TRIGGER, List.of())) && name.equals("data");
    }

    private static List<Entry> children(Entry entry) {
        return switch (entry.value()) {
            case Value.Fields(var members) ->
                members.entrySet().stream()
                        // What happened comes before what is said about it.
                        .sorted(Comparator.comparing(member -> !isData(entry.path(), member.getKey())))
                        .map(member -> new Entry(
                                entry.path().member(member.getKey()),
                                PathWords.readable(member.getKey()),
                                member.getValue()))
                        .toList();
            case Value.Items(var items) -> {
                var children = new ArrayList<Entry>();
                for (int index = 0; index < items.size(); index++) {
                    children.add(new Entry(entry.path().index(index), "#" + (index + 1), items.get(index)));
                }
                yield children;
            }
            case Value.Text _, Value.Decimal _, Value.Truth _, Value.Nothing _ -> List.of();
        };
    }

    /// Makes its children when it is first looked into: a payload may hold thousands.
    private static final class Branch extends TreeItem<Entry> {
        private boolean made;

        Branch(Entry entry) {
            super(entry);
        }

        @Override
        public boolean isLeaf() {
            return switch (getValue().value()) {
                case Value.Fields fields -> fields.isEmpty();
                case Value.Items(var items) -> items.isEmpty();
                case Value.Text _, Value.Decimal _, Value.Truth _, Value.Nothing _ -> true;
            };
        }

        @Override
        public ObservableList<TreeItem<Entry>> getChildren() {
            if (!made) {
                made = true;
                super.getChildren()
                        .setAll(children(getValue()).stream().map(Branch::new).toList());
            }
            return super.getChildren();
        }
    }
}
