package io.signalbox.designer.canvas;

import io.signalbox.designer.Background;
import io.signalbox.designer.FlowSession;
import io.signalbox.designer.Habits;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.Words;
import io.signalbox.edit.Edit;
import io.signalbox.edit.Sketch;
import io.signalbox.flow.Group;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Note;
import io.signalbox.flow.Point;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import javafx.event.EventHandler;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;

/// What the canvas offers beyond drawing flows by hand: clipboard, notes, groups, order, names in place, the menu and
/// the map. FX thread only.
public final class Editing implements AutoCloseable {
    private final CanvasView canvas;
    private final FlowSession session;
    private final Words words;
    private final Copies copies;
    private final Tidying tidying;
    private final InPlace inPlace;
    private final CanvasMenu menu;
    private final Minimap map;
    private final EventHandler<MouseEvent> onMoved =
            event -> mouse = Optional.of(new Point(event.getX(), event.getY()));
    private final EventHandler<MouseEvent> onExited = _ -> mouse = Optional.empty();
    private final EventHandler<ContextMenuEvent> onMenu = this::menuAsked;
    /// Where the mouse is, in pixels of the screen: the view may move below it. Empty outside the canvas.
    private Optional<Point> mouse = Optional.empty();
    private int gestures;

    Editing(CanvasView canvas, FlowSession session, Words words, Shortcuts shortcuts, Minimap map) {
        this.canvas = canvas;
        this.session = session;
        this.words = words;
        this.map = map;
        copies = new Copies(canvas, session, words);
        tidying = new Tidying(canvas, session);
        inPlace = new InPlace(canvas.scenery().world(), this::focusBack);
        menu = new CanvasMenu(canvas, session, words, shortcuts);
        canvas.addEventFilter(MouseEvent.MOUSE_MOVED, onMoved);
        canvas.addEventFilter(MouseEvent.MOUSE_DRAGGED, onMoved);
        canvas.addEventFilter(MouseEvent.MOUSE_EXITED, onExited);
        canvas.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, onMenu);
    }

    /// @param board in place of the system's clipboard
    public void useBoard(Pasteboard board) {
        copies.useBoard(board);
    }

    /// @param arranger places what branches and merges
    /// @param background on whose workers it does so
    public void arrangeWith(Arranger arranger, Background background) {
        tidying.arrangeWith(arranger, background);
    }

    @Override
    public void close() {
        inPlace.close();
        canvas.removeEventFilter(MouseEvent.MOUSE_MOVED, onMoved);
        canvas.removeEventFilter(MouseEvent.MOUSE_DRAGGED, onMoved);
        canvas.removeEventFilter(MouseEvent.MOUSE_EXITED, onExited);
        canvas.removeEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, onMenu);
        menu.close();
        tidying.close();
        map.close();
    }

    /// @return false when it does not know the action
    boolean act(String action) {
        switch (action) {
            case "edit.copy" -> copies.copy();
            case "edit.cut" -> copies.cut();
            case "edit.paste" -> copies.paste(pointer());
            case "canvas.duplicate" -> copies.duplicate(false);
            case "canvas.duplicate.wired" -> copies.duplicate(true);
            case "canvas.note" -> addNote(pointer());
            case "canvas.group" -> group();
            case "canvas.ungroup" -> ungroup();
            case "canvas.rename" -> rename();
            case "canvas.detach" -> session.perform(new Edit.Detach(chosen()), "");
            case "canvas.minimap" -> map.toggle();
            case "canvas.menu" -> menu.showForChosen();
            default -> {
                return false;
            }
        }
        return true;
    }

    /// As [#act], for what happens at a place.
    void actAt(String action, Point at) {
        switch (action) {
            case "edit.paste" -> copies.paste(Optional.of(at));
            case "canvas.note" -> addNote(Optional.of(at));
            case "canvas.add" -> canvas.handle(new CanvasInput.Ask(slotAt(at)));
            default -> canvas.act(action);
        }
    }

    /// A menu offers to add only on a wire, which is then chosen, and on the ground.
    private Slot slotAt(Point at) {
        return canvas.wireProperty().get().<Slot>map(Slot.Into::new).orElseGet(() -> new Slot.At(at));
    }

    /// Puts what is chosen in order, or all nodes, as one undo step.
    void tidy() {
        tidying.tidy(chosen());
    }

    /// When the map is shown, until a person toggles it.
    public void showMap(Habits.MapShown when) {
        map.show(
                switch (when) {
                    case ALWAYS -> Optional.of(true);
                    case AUTOMATIC -> Optional.empty();
                    case NEVER -> Optional.of(false);
                });
    }

    Minimap map() {
        return map;
    }

    void closeMenu() {
        menu.close();
    }

    /// Opens a note for writing.
    ///
    /// @return false when it is no note
    boolean write(NodeId id) {
        var note = session.flow().layout().notes().get(id);
        if (note == null) {
            return false;
        }
        write(note, "note-" + gestures++, false);
        return true;
    }

    /// Opens the title of a group that lies here.
    void nameGroupAt(Point point) {
        canvas.sight().titleAt(point).ifPresent(frame -> name(frame, "name-" + gestures++));
    }

    private void addNote(Optional<Point> wish) {
        addNote(wish.map(point -> point.snapped(CanvasView.GRID))
                .orElseGet(() -> NewNodes.placeUnder(
                        canvas.eye().seen(canvas.getWidth(), canvas.getHeight()).centre())));
    }

    /// Puts an empty note there and opens it for writing.
    void addNote(Point place) {
        var note = Note.of(session.flow().freeId("note"), "", place);
        var gesture = "note-" + gestures++;
        session.perform(new Edit.Draw(new Sketch.AddNote(note)), gesture);
        canvas.chooseWire(Optional.empty());
        canvas.select(new LinkedHashSet<>(List.of(note.id())));
        canvas.focusNode(note.id());
        write(note, gesture, true);
    }

    /// A note without a word is none: a new one was never there, an old one is deleted.
    private void write(Note note, String gesture, boolean fresh) {
        inPlace.lines(NoteView.area(note), note.text(), words.text("canvas.note.text"), typed -> {
            var text = typed.orElse(note.text()).strip();
            if (!text.isEmpty()) {
                session.perform(new Edit.Draw(new Sketch.WriteNote(note.id(), text)), gesture);
            } else if (fresh) {
                session.bail(gesture);
            } else {
                session.perform(new Edit.Remove(new LinkedHashSet<>(List.of(note.id())), false), gesture);
            }
        });
    }

    private void group() {
        var members = chosen();
        if (members.isEmpty()) {
            canvas.say(words.text("canvas.copy.nothing"));
            return;
        }
        var id = session.flow().freeId("group");
        var gesture = "group-" + gestures++;
        session.perform(
                new Edit.Draw(new Sketch.AddGroup(Group.of(id, words.text("canvas.group.new"), members))), gesture);
        frames().stream()
                .filter(frame -> frame.group().id().equals(id))
                .findFirst()
                .ifPresent(frame -> name(frame, gesture));
    }

    private void ungroup() {
        var gesture = "ungroup-" + gestures++;
        for (var group : session.flow().layout().groups().values()) {
            if (chosen().stream().anyMatch(group.members()::contains)) {
                session.perform(new Edit.Draw(new Sketch.Ungroup(group.id())), gesture);
            }
        }
    }

    private void name(Frame frame, String gesture) {
        var group = frame.group();
        var strip = frame.title();
        var area = new Area(strip.x() + 8, strip.y() + 4, Math.min(strip.width() - 16, Area.NODE_WIDTH), 28);
        inPlace.line(
                area,
                group.name(),
                words.text("canvas.group.title"),
                typed -> typed.map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .ifPresent(text ->
                                session.perform(new Edit.Draw(new Sketch.NameGroup(group.id(), text)), gesture)));
    }

    /// The one node or note that is chosen, or the group that is chosen whole.
    private void rename() {
        var chosen = chosen();
        var whole = frames().stream()
                .filter(frame -> frame.members(session.flow()).equals(chosen))
                .findFirst();
        if (whole.isPresent() && chosen.size() > 1) {
            name(whole.get(), "name-" + gestures++);
        } else if (chosen.size() == 1 && !write(chosen.getFirst())) {
            var gesture = "rename-" + gestures++;
            var id = chosen.getFirst();
            canvas.sight().area(id).ifPresent(area -> renameNode(id, area, gesture));
        }
    }

    private void renameNode(NodeId id, Area area, String gesture) {
        var title = new Area(area.x() + 52, area.y() + 11, area.width() - 60, 30);
        session.flow()
                .node(id)
                .ifPresent(node -> inPlace.line(
                        title,
                        node.name(),
                        words.text("canvas.rename"),
                        typed -> typed.map(String::strip)
                                .flatMap(text -> session.flow().node(id).map(now -> now.withName(text)))
                                .ifPresent(now -> session.perform(new Edit.ChangeNode(now, "edit.rename"), gesture))));
    }

    private void menuAsked(ContextMenuEvent event) {
        if (event.isKeyboardTrigger()) {
            menu.showForChosen();
        } else {
            menu.showAt(at(event.getX(), event.getY()), event.getScreenX(), event.getScreenY());
        }
        event.consume();
    }

    private void focusBack() {
        chosen().stream().findFirst().ifPresentOrElse(canvas::focusNode, canvas::takeFocus);
    }

    private List<Frame> frames() {
        return Frame.of(session.flow(), canvas.sight().areas());
    }

    private SequencedSet<NodeId> chosen() {
        return session.selectionProperty().get();
    }

    /// What of the canvas lies under the mouse now.
    private Optional<Point> pointer() {
        return mouse.map(there -> at(there.x(), there.y()));
    }

    private Point at(double x, double y) {
        return canvas.eye().toCanvas(x, y);
    }
}
