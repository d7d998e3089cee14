package io.signalbox.designer.canvas;

import io.signalbox.designer.FlowSession;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.Words;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Point;
import io.signalbox.flow.Wire;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// What can be done with what lies under the mouse, or with what is chosen. Each entry shows its keys.
final class CanvasMenu implements AutoCloseable {
    private final CanvasView canvas;
    private final FlowSession session;
    private final Words words;
    private final Shortcuts shortcuts;
    private final ContextMenu popup = new ContextMenu();
    /// Where it was asked for, in pixels at 100 %.
    private Point at = new Point(0, 0);

    CanvasMenu(CanvasView canvas, FlowSession session, Words words, Shortcuts shortcuts) {
        this.canvas = canvas;
        this.session = session;
        this.words = words;
        this.shortcuts = shortcuts;
        popup.setId("canvas-menu");
    }

    /// What is under the mouse is chosen first, unless it is already.
    void showAt(Point point, double screenX, double screenY) {
        at = point;
        var sight = canvas.sight();
        var node = sight.nodeAt(point);
        var wire = node.isPresent() ? Optional.<Wire>empty() : sight.wireAt(point);
        var title = wire.isPresent() ? Optional.<Frame>empty() : sight.titleAt(point);
        canvas.chooseWire(wire);
        if (node.isPresent()) {
            if (!chosen().contains(node.get())) {
                canvas.select(new LinkedHashSet<>(List.of(node.get())));
            }
            canvas.scenery().focus(node.get());
            fillForChosen();
        } else if (wire.isPresent()) {
            canvas.select(new LinkedHashSet<>());
            fillForWire();
        } else if (title.isPresent()) {
            canvas.select(title.get().members(session.flow()));
            fillForChosen();
        } else {
            fillForGround();
        }
        open(screenX, screenY);
    }

    /// Beside what is chosen, for the keyboard.
    void showForChosen() {
        if (popup.isShowing()) {
            return;
        }
        var area = chosen().stream()
                .flatMap(id -> canvas.sight().area(id).stream())
                .reduce(Area::with);
        if (area.isPresent()) {
            fillForChosen();
            at = new Point(area.get().x(), area.get().bottom());
        } else {
            var seen = canvas.eye().seen(canvas.getWidth(), canvas.getHeight());
            if (canvas.wireProperty().get().isPresent()) {
                fillForWire();
            } else {
                fillForGround();
            }
            at = seen.centre();
        }
        var local = canvas.eye().toScreen(at);
        var screen = canvas.localToScreen(
                Math.clamp(local.x(), 0, canvas.getWidth()), Math.clamp(local.y(), 0, canvas.getHeight()));
        open(screen.getX(), screen.getY());
    }

    @Override
    public void close() {
        popup.hide();
    }

    private void open(double screenX, double screenY) {
        popup.show(canvas, screenX, screenY);
    }

    private void fillForChosen() {
        popup.getItems().clear();
        var nodes = chosen().stream()
                .flatMap(id -> session.flow().node(id).stream())
                .toList();
        boolean one = chosen().size() == 1;
        if (one) {
            add("canvas.edit", nodes.isEmpty() ? "menu.note" : "canvas.edit");
        }
        if ((one && !nodes.isEmpty()) || isWholeGroup()) {
            add("canvas.rename", isWholeGroup() && !one ? "menu.rename.group" : "canvas.rename");
        }
        if (!nodes.isEmpty()) {
            add("canvas.off", nodes.stream().allMatch(Node::off) ? "edit.on" : "edit.off");
            add("canvas.pin");
        }
        line();
        clipboard();
        add("canvas.duplicate");
        if (!nodes.isEmpty()) {
            add("canvas.duplicate.wired");
        }
        line();
        add("canvas.group");
        if (chosen().stream().anyMatch(id -> session.flow().layout().groupOf(id).isPresent())) {
            add("canvas.ungroup");
        }
        if (nodes.size() > 1) {
            add("tool.tidy", "menu.tidy.chosen");
            add("canvas.fit.chosen");
        }
        if (one && !nodes.isEmpty()) {
            line();
            add("canvas.connect");
            add("canvas.connect.back");
        }
        if (nodes.stream().anyMatch(this::isWired)) {
            add("canvas.detach");
        }
        line();
        if (nodes.isEmpty()) {
            add("canvas.delete", "edit.remove");
        } else {
            add("canvas.delete");
            add("canvas.delete.alone");
        }
    }

    private void fillForWire() {
        popup.getItems().clear();
        add("canvas.edit", "menu.wire.when");
        add("canvas.add");
        add("canvas.connect", "menu.wire.to");
        add("canvas.connect.back", "menu.wire.from");
        line();
        add("canvas.delete", "edit.disconnect");
    }

    private void fillForGround() {
        popup.getItems().clear();
        add("edit.paste");
        line();
        add("canvas.add");
        add("canvas.note");
        line();
        add("canvas.select.all");
        add("tool.tidy");
        add("canvas.fit");
        add("canvas.minimap");
    }

    private void clipboard() {
        add("edit.cut");
        add("edit.copy");
        add("edit.paste");
    }

    private void line() {
        popup.getItems().add(new SeparatorMenuItem());
    }

    private void add(String action) {
        add(action, action);
    }

    private void add(String action, String textKey) {
        var item = new MenuItem(words.text(textKey));
        item.setId("menu-" + action.replace('.', '-'));
        // Shown only: the canvas listens to the keys itself.
        shortcuts.keys(action, words).ifPresent(item::setAccelerator);
        item.setOnAction(_ -> canvas.editing().actAt(action, at));
        popup.getItems().add(item);
    }

    private boolean isWired(Node node) {
        return !session.flow().wiresTo(node.id()).isEmpty()
                || !session.flow().wiresFrom(node.id()).isEmpty();
    }

    private boolean isWholeGroup() {
        return Frame.of(session.flow(), canvas.sight().areas()).stream()
                .anyMatch(frame -> frame.members(session.flow()).equals(chosen()));
    }

    private SequencedSet<NodeId> chosen() {
        return session.selectionProperty().get();
    }
}
