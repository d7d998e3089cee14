package io.signalbox.designer.panel;

import io.signalbox.flow.NodeId;
import io.signalbox.flow.Path;
import io.signalbox.flow.Value;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Node;

/// The tree of values to choose one from, hanging below a field. What is in no sample can be typed as a path.
final class FieldPopover {
    private final PopupCard card;
    private final FieldTree tree;

    FieldPopover(Bench bench, Set<NodeId> roots, Consumer<Path> chosen) {
        tree = new FieldTree(bench, path -> choose(path, chosen));
        tree.show(roots);
        tree.setPrefSize(360, 408);
        card = new PopupCard(tree);
    }

    private void choose(Path path, Consumer<Path> chosen) {
        card.hide();
        chosen.accept(path);
    }

    /// Lists the values that fit before all others.
    FieldPopover suggesting(Predicate<Value> fits) {
        tree.suggest(fits);
        return this;
    }

    void showBelow(Node owner) {
        card.showBelow(owner);
        tree.search();
    }
}
