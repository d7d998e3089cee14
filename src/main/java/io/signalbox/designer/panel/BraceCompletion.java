package io.signalbox.designer.panel;

import io.signalbox.flow.NodeId;
import io.signalbox.flow.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;

/// The values that fit what is typed behind an opening brace. The keyboard stays in the text: Up and Down choose, Enter
/// takes, Escape closes; who knows the path types on to the closing braces.
final class BraceCompletion {
    /// Takes the value: the text it was typed into, where its first brace stands, and the path.
    interface Taken {
        void take(TextField segment, int from, Path path);
    }

    private record Open(TextField segment, int from, PopupCard card, FieldTree tree) {}

    private final Bench bench;
    private final Supplier<? extends Set<NodeId>> roots;
    private final Taken taken;
    private Optional<Open> open = Optional.empty();
    private Optional<TextField> dismissed = Optional.empty();

    BraceCompletion(Bench bench, Supplier<? extends Set<NodeId>> roots, Taken taken) {
        this.bench = bench;
        this.roots = roots;
        this.taken = taken;
    }

    /// Opens, narrows down or closes by what stands before the caret.
    void follow(TextField segment, Node below) {
        var before = segment.getText(0, Math.min(segment.getCaretPosition(), segment.getLength()));
        int brace = before.lastIndexOf('{');
        if (brace < 0 || before.indexOf('}', brace) >= 0) {
            dismissed = Optional.empty();
            hide();
            return;
        }
        if (dismissed.filter(segment::equals).isPresent()) {
            return;
        }
        int from = brace > 0 && before.charAt(brace - 1) == '{' ? brace - 1 : brace;
        if (open.isEmpty()
                || !open.get().segment().equals(segment)
                || open.get().from() != from) {
            show(segment, from, below);
        }
        open.ifPresent(shown -> shown.tree().narrow(before.substring(brace + 1).strip()));
    }

    private void show(TextField segment, int from, Node below) {
        hide();
        var tree = new FieldTree(bench, path -> take(segment, from, path));
        tree.withoutSearch();
        tree.show(roots.get());
        tree.setPrefSize(336, 232);
        var card = new PopupCard(tree);
        open = Optional.of(new Open(segment, from, card, tree));
        card.showBelow(below);
    }

    /// True when the key was for the list.
    boolean takes(KeyEvent event) {
        if (open.isEmpty() || event.isAltDown()) {
            return false;
        }
        var shown = open.get();
        return switch (event.getCode()) {
            case DOWN -> shown.tree().step(1);
            case UP -> shown.tree().step(-1);
            case ENTER -> {
                var path = shown.tree().chosenOrFirst();
                path.ifPresent(chosen -> take(shown.segment(), shown.from(), chosen));
                yield path.isPresent();
            }
            case ESCAPE -> {
                dismissed = Optional.of(shown.segment());
                hide();
                yield true;
            }
            default -> false;
        };
    }

    private void take(TextField segment, int from, Path path) {
        hide();
        taken.take(segment, from, path);
    }

    void hide() {
        open.ifPresent(shown -> shown.card().hide());
        open = Optional.empty();
    }
}
