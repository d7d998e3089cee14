package io.signalbox.designer.canvas;

import io.signalbox.connector.Connectors;
import io.signalbox.designer.FlowSession;
import io.signalbox.designer.Keyboard;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.Words;
import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Wire;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Subscription;

/// Where one flow is drawn and worked on. Shows what the session holds, changes it only by edits, and keeps what is not
/// part of the flow: where the eye is, which wire is chosen, which gesture is under way. FX thread only.
public final class CanvasView extends Region implements AutoCloseable {
    /// Nodes stand on a grid of so many pixels.
    public static final double GRID = 8;

    private static final PseudoClass PANNING = PseudoClass.getPseudoClass("panning");

    private final FlowSession session;
    private final Words words;
    private final Drawing drawing;
    private final Adding adding;
    private final CanvasActions actions;
    private final CanvasMouse mouse;
    private final CanvasKeys keys;
    private final Editing editing;
    private final Subscription watching;
    private final ReadOnlyObjectWrapper<Optional<Wire>> wire = new ReadOnlyObjectWrapper<>(Optional.empty());

    private CanvasChoices choices = CanvasChoices.standard();
    private Gesture gesture = Gesture.idle();
    private boolean placed;
    private Consumer<NodeId> onEdit = _ -> {};
    private Consumer<String> onSay = _ -> {};
    private Consumer<Asked> onAsk = _ -> {};
    private BiConsumer<String, Runnable> onReport = (_, _) -> {};

    public CanvasView(FlowSession session, Words words, Connectors connectors, Shortcuts shortcuts) {
        this.session = session;
        this.words = words;
        adding = new Adding(this, session, words, connectors);
        actions = new CanvasActions(this, session, words, adding);
        var map = new Minimap(this, words);
        var pill = new ZoomPill(words, shortcuts, () -> act("canvas.zoom.out"), () -> act("canvas.zoom.in"), this::fit);
        var tools = new WireTools(words, shortcuts, some -> adding.ask(new Slot.Into(some)), actions::deleteWire);
        var scenery = new Scenery(
                session.flow(), words, connectors, this::askPayload, node -> ask(new Asked.SeeProblem(node)));
        drawing = new Drawing(this, scenery, words, shortcuts, tools, map, pill);
        mouse = new CanvasMouse(this, drawing);
        keys = new CanvasKeys(this, mouse, actions, shortcuts);
        editing = new Editing(this, session, words, shortcuts, map);
        setId("canvas");
        getStyleClass().add("flow-canvas");
        setAccessibleRole(AccessibleRole.PARENT);
        accessibleTextProperty().bind(words.bound("canvas.name"));
        getChildren().addAll(drawing.parts());
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        watching = Subscription.combine(
                session.historyProperty().subscribe((before, after) -> flowChanged(before.present(), after.present())),
                session.selectionProperty().subscribe(scenery()::select),
                words.textsProperty().subscribe(scenery()::refresh));
        setFocusTraversable(session.flow().nodes().isEmpty());
    }

    /// The wire that was clicked; gone when it is deleted, or when a node or nothing is clicked.
    public ReadOnlyObjectProperty<Optional<Wire>> wireProperty() {
        return wire.getReadOnlyProperty();
    }

    /// Shows problems, run states and counts; they stay until others are shown.
    public void show(Decorations decorations) {
        scenery().decorate(decorations);
    }

    /// @param edit told which node a person wants to edit, by Enter or a double-click
    public void setOnEdit(Consumer<NodeId> edit) {
        onEdit = edit;
    }

    /// @param ask told what a person wants that is not the canvas's to do
    public void setOnAsk(Consumer<Asked> ask) {
        onAsk = ask;
    }

    /// @param say told short sentences, such as why a wire was refused
    public void setOnSay(Consumer<String> say) {
        onSay = say;
    }

    /// @param report told what was just done that a person may not have meant, and what takes it back
    public void setOnReport(BiConsumer<String, Runnable> report) {
        onReport = report;
    }

    /// Lets a dot run along each wire for each item that went over it, unless the person asked for less motion.
    public void run(Map<Decorations.Link, Integer> passed) {
        if (choices.moves()) {
            scenery().dots().run(Traffic.of(passed));
        }
    }

    public void choose(CanvasChoices changed) {
        choices = changed;
        if (!changed.moves()) {
            scenery().dots().stop();
        }
        gaze().allowGliding(changed.moves());
        drawing.dot(changed.dots());
    }

    /// Shows the whole flow, never larger than life.
    public void fit() {
        sight().boundsWithWires().ifPresent(gaze()::fit);
    }

    /// Clipboard, notes, groups, order, menu and map.
    public Editing editing() {
        return editing;
    }

    /// Gives the keyboard to the chosen wire, else to the node it was on last, now or as soon as it stands in a window;
    /// the view stays.
    public void takeFocus() {
        if (wire.get().isPresent()) {
            scenery().focus(wire.get().get());
            return;
        }
        scenery().current().ifPresentOrElse(scenery()::focus, () -> Keyboard.giveTo(this));
    }

    /// Brings what the keyboard is on, or will be, into view.
    void showCurrent() {
        scenery().current().flatMap(sight()::area).ifPresent(gaze()::reveal);
    }

    /// Chooses a node, brings it into view and gives it the focus.
    public void focusNode(NodeId node) {
        sight().area(node).ifPresent(gaze()::reveal);
        scenery().focus(node);
    }

    /// Chooses a wire and brings both its ends into view.
    public void focusWire(Wire shown) {
        var sight = sight();
        sight.area(shown.from())
                .flatMap(from -> sight.area(shown.to()).map(from::with))
                .ifPresent(gaze()::reveal);
        chooseWire(Optional.of(shown));
    }

    /// Adds a node into the chosen wire, else after the chosen node where a wire may lead there, else in the middle of
    /// the view; a condition on the wire that is meant.
    public void add(PaletteItem item) {
        adding.add(item);
    }

    /// Something from the palette is held at this place of the scene.
    public void carry(PaletteItem item, double sceneX, double sceneY) {
        mouse.carry(item, sceneX, sceneY);
    }

    /// What was carried is let go: it becomes a node, or nothing outside the canvas.
    public void drop(double sceneX, double sceneY) {
        mouse.drop(sceneX, sceneY);
    }

    /// Does what a shortcut or a menu names.
    ///
    /// @return false when the canvas does not know the action
    public boolean act(String action) {
        return actions.act(action);
    }

    /// Gives up the gesture under way.
    ///
    /// @return false when there was none
    public boolean escape() {
        if (gesture instanceof Gesture.Idle) {
            return false;
        }
        handle(new CanvasInput.Escape());
        return true;
    }

    /// True while it has the keyboard and asks for nothing: no gesture is under way, and nothing is being written.
    boolean isAtRest() {
        return gesture instanceof Gesture.Idle
                && Keyboard.isIn(this)
                && !(getScene().getFocusOwner() instanceof TextInputControl);
    }

    @Override
    public void close() {
        watching.unsubscribe();
        editing.close();
        mouse.close();
        keys.close();
        actions.close();
        adding.close();
        drawing.close();
        accessibleTextProperty().unbind();
        getChildren().clear();
    }

    /// How many node and wire views are held, for the test that none is left.
    int viewCount() {
        return scenery().viewCount();
    }

    CanvasChoices choices() {
        return choices;
    }

    Gesture gesture() {
        return gesture;
    }

    Gaze gaze() {
        return drawing.gaze();
    }

    Eye eye() {
        return gaze().eye();
    }

    Sight sight() {
        return drawing.sight();
    }

    Scenery scenery() {
        return drawing.scenery();
    }

    void look(Eye there) {
        gaze().look(there);
    }

    void edit(NodeId node) {
        if (!editing.write(node)) {
            onEdit.accept(node);
        }
    }

    void ask(Asked asked) {
        onAsk.accept(asked);
    }

    /// Asks what passed over a wire.
    void askPayload(Wire over) {
        ask(new Asked.Payload(over, scenery().anchor(over).orElse(this)));
    }

    void say(String sentence) {
        onSay.accept(sentence);
    }

    /// Says what has just been done, and offers to undo it.
    void report(String sentence) {
        onReport.accept(sentence, session::undo);
    }

    void select(SequencedSet<NodeId> nodes) {
        session.select(nodes);
    }

    /// Chooses a wire where it stands, or lets go of the chosen one.
    public void chooseWire(Optional<Wire> chosen) {
        wire.set(chosen);
        drawing.chooseWire(chosen);
    }

    void handle(CanvasInput input) {
        var reaction = gesture.after(input, sight());
        gesture = reaction.next();
        reaction.effects().forEach(this::carryOut);
        drawing.show(gesture);
        pseudoClassStateChanged(PANNING, gesture instanceof Gesture.Panning);
    }

    void carryOut(Reaction.Effect effect) {
        switch (effect) {
            case Reaction.Effect.Perform(var edit, var id) -> new Brim(session, words, this::say).perform(edit, id);
            case Reaction.Effect.Bail(var id) -> session.bail(id);
            case Reaction.Effect.Select(var nodes) -> {
                select(nodes);
                if (nodes.size() == 1) {
                    scenery().focus(nodes.getFirst());
                }
            }
            case Reaction.Effect.ChooseWire(var chosen) -> chooseWire(chosen);
            case Reaction.Effect.Reveal(var node) -> focusNode(node);
            case Reaction.Effect.Ask(var slot) -> adding.open(slot);
            case Reaction.Effect.BeginNote(var place) -> editing.addNote(place);
            case Reaction.Effect.Pan(var dx, var dy) -> gaze().move(dx, dy);
            case Reaction.Effect.Say(var key) -> say(words.text(key));
            case Reaction.Effect.Report(var key, var arguments) -> report(words.text(key, arguments.toArray()));
        }
    }

    private void flowChanged(Flow before, Flow after) {
        boolean held = Keyboard.isIn(this);
        drawing.change(before, after);
        setFocusTraversable(after.nodes().isEmpty());
        wire.get()
                .filter(chosen -> !after.wiresFrom(chosen.from()).contains(chosen))
                .ifPresent(gone -> chooseWire(after.wiresFrom(gone.from()).stream()
                        .filter(other -> other.joins(gone.from(), gone.to()))
                        .findFirst()));
        // What had the keyboard may be gone, as after undo: without this the window would give it to its first button.
        if (held && !Keyboard.isIn(this)) {
            takeFocus();
        }
    }

    @Override
    protected void layoutChildren() {
        if (!placed && getWidth() > 0 && getHeight() > 0) {
            placed = true;
            sight().boundsWithWires()
                    .filter(all -> Eye.fitting(all, getWidth(), getHeight()).zoom() >= Eye.READABLE)
                    .or(sight()::bounds)
                    .ifPresent(gaze()::open);
        }
        drawing.layout();
    }
}
