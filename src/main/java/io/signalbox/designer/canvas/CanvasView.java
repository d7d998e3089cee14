package io.signalbox.designer.canvas;

import io.signalbox.connector.Connectors;
import io.signalbox.designer.FlowSession;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.Words;
import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Wire;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Subscription;

/// Where one flow is drawn and worked on. Shows what the session holds, changes it only by edits, and keeps what is not
/// part of the flow: where the eye is, which wire is chosen, which gesture is under way. FX thread only.
public final class CanvasView extends Region implements AutoCloseable {
    /// Nodes stand on a grid of so many pixels.
    public static final double GRID = 8;

    private static final PseudoClass PANNING = PseudoClass.getPseudoClass("panning");
    static final double ZOOM_STEP = 1.2;

    private final FlowSession session;
    private final Words words;
    private final Ground ground = new Ground();
    private final Scenery scenery;
    private final GestureOverlay overlay;
    private final ZoomPill pill;
    private final Label empty = new Label();
    private final CanvasMouse mouse;
    private final CanvasKeys keys;
    private final Editing editing;
    private final Subscription watching;
    private final ReadOnlyObjectWrapper<Optional<Wire>> wire = new ReadOnlyObjectWrapper<>(Optional.empty());

    private CanvasChoices choices = CanvasChoices.standard();
    private Gesture gesture = Gesture.idle();
    private Eye eye = Eye.straight();
    private boolean placed;
    private Consumer<NodeId> onEdit = _ -> {};
    private Consumer<String> onSay = _ -> {};
    private Consumer<Asked> onAsk = _ -> {};
    private Runnable onAdd = () -> {};

    public CanvasView(FlowSession session, Words words, Connectors connectors, Shortcuts shortcuts) {
        this.session = session;
        this.words = words;
        scenery = new Scenery(session.flow(), words, connectors, this::askPayload);
        overlay = new GestureOverlay(words);
        pill = new ZoomPill(words, () -> zoom(1 / ZOOM_STEP), () -> zoom(ZOOM_STEP), this::fit);
        mouse = new CanvasMouse(this);
        keys = new CanvasKeys(this, session, shortcuts);
        editing = new Editing(this, session, words, shortcuts);
        setId("canvas");
        getStyleClass().add("flow-canvas");
        setAccessibleRole(AccessibleRole.PARENT);
        accessibleTextProperty().bind(words.bound("canvas.name"));
        empty.textProperty().bind(words.bound("canvas.empty"));
        empty.getStyleClass().add("canvas-empty");
        empty.setMouseTransparent(true);
        scenery.world().getChildren().add(overlay);
        getChildren().addAll(ground, scenery.world(), empty, pill, editing.map(), overlay.hint());
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        watching = Subscription.combine(
                session.historyProperty().subscribe((before, after) -> flowChanged(before.present(), after.present())),
                session.selectionProperty().subscribe(scenery::select),
                words.textsProperty().subscribe(scenery::refresh));
        empty.setVisible(session.flow().nodes().isEmpty());
        setFocusTraversable(session.flow().nodes().isEmpty());
    }

    /// The wire that was clicked; gone when it is deleted, or when a node or nothing is clicked.
    public ReadOnlyObjectProperty<Optional<Wire>> wireProperty() {
        return wire.getReadOnlyProperty();
    }

    /// Shows problems, run states and counts; they stay until others are shown.
    public void show(Decorations decorations) {
        scenery.decorate(decorations);
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

    /// @param add run when a person asks with the keyboard what could be added
    public void setOnAdd(Runnable add) {
        onAdd = add;
    }

    public void choose(CanvasChoices changed) {
        choices = changed;
    }

    /// Nearer by so much, or farther below 1, with the middle of the view staying there.
    public void zoom(double factor) {
        look(eye.zoomed(factor, getWidth() / 2, getHeight() / 2));
    }

    /// Back to 100 %.
    public void zoomReset() {
        zoom(1 / eye.zoom());
    }

    /// Shows the whole flow, never larger than life.
    public void fit() {
        sight().bounds().ifPresent(bounds -> look(Eye.fitting(bounds, getWidth(), getHeight())));
    }

    /// Clipboard, notes, groups, order, menu and map.
    public Editing editing() {
        return editing;
    }

    /// Chooses a node, brings it into view and gives it the focus.
    public void focusNode(NodeId node) {
        sight().area(node).ifPresent(area -> look(eye.revealing(area, getWidth(), getHeight())));
        scenery.focus(node);
    }

    /// Chooses a wire and brings both its ends into view.
    public void focusWire(Wire shown) {
        var sight = sight();
        sight.area(shown.from())
                .flatMap(from -> sight.area(shown.to()).map(from::with))
                .ifPresent(area -> look(eye.revealing(area, getWidth(), getHeight())));
        chooseWire(Optional.of(shown));
    }

    /// Adds a node after the chosen one where a wire may lead there, else in the middle of the view.
    public void add(PaletteItem item) {
        if (item.isCondition()) {
            WireCondition.meant(
                            session.flow(),
                            wire.get(),
                            session.selectionProperty().get())
                    .ifPresentOrElse(
                            meant -> WireCondition.begun(meant).forEach(this::carryOut),
                            () -> onSay.accept(words.text("gesture.condition")));
            return;
        }
        var node = NewNodes.from(item, session.flow());
        session.perform(FreeSpot.add(sight(), node, eye.toCanvas(getWidth() / 2, getHeight() / 2)), "");
        chooseWire(Optional.empty());
        select(new LinkedHashSet<>(List.of(node.id())));
        focusNode(node.id());
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
        return keys.act(action);
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

    @Override
    public void close() {
        watching.unsubscribe();
        editing.close();
        mouse.close();
        keys.close();
        pill.close();
        scenery.close();
        accessibleTextProperty().unbind();
        empty.textProperty().unbind();
        getChildren().clear();
    }

    /// How many node and wire views are held, for the test that none is left.
    int viewCount() {
        return scenery.viewCount();
    }

    CanvasChoices choices() {
        return choices;
    }

    Gesture gesture() {
        return gesture;
    }

    Eye eye() {
        return eye;
    }

    Sight sight() {
        return scenery.sight(session.selectionProperty().get(), eye.zoom());
    }

    Scenery scenery() {
        return scenery;
    }

    void look(Eye changed) {
        eye = changed;
        ground.look(eye);
        scenery.look(eye, getWidth(), getHeight());
        pill.show(eye.zoom());
        editing.map().show(session.flow());
    }

    void say(String sentence) {
        onSay.accept(sentence);
    }

    void holdSpace(boolean held) {
        mouse.hold(held);
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
        ask(new Asked.Payload(over, scenery.anchor(over).orElse(this)));
    }

    void askWhatToAdd() {
        onAdd.run();
    }

    void select(SequencedSet<NodeId> nodes) {
        session.select(nodes);
    }

    /// Chooses a wire where it stands, or lets go of the chosen one.
    public void chooseWire(Optional<Wire> chosen) {
        wire.set(chosen);
        scenery.chooseWire(chosen);
    }

    void handle(CanvasInput input) {
        var sight = sight();
        var reaction = gesture.after(input, sight);
        gesture = reaction.next();
        reaction.effects().forEach(this::carryOut);
        var now = sight();
        overlay.show(gesture, now, eye);
        scenery.show(gesture, now);
        pseudoClassStateChanged(PANNING, gesture instanceof Gesture.Panning);
    }

    private void carryOut(Reaction.Effect effect) {
        switch (effect) {
            case Reaction.Effect.Perform(var edit, var id) -> session.perform(edit, id);
            case Reaction.Effect.Bail(var id) -> session.bail(id);
            case Reaction.Effect.Select(var nodes) -> {
                select(nodes);
                if (nodes.size() == 1) {
                    scenery.focus(nodes.getFirst());
                }
            }
            case Reaction.Effect.ChooseWire(var chosen) -> chooseWire(chosen);
            case Reaction.Effect.Pan(var dx, var dy) -> look(eye.moved(dx, dy));
            case Reaction.Effect.Say(var key) -> onSay.accept(words.text(key));
        }
    }

    private void flowChanged(Flow before, Flow after) {
        scenery.change(before, after);
        scenery.look(eye, getWidth(), getHeight());
        empty.setVisible(after.nodes().isEmpty());
        setFocusTraversable(after.nodes().isEmpty());
        wire.get()
                .filter(chosen -> !after.wires().contains(chosen))
                .ifPresent(gone -> chooseWire(after.wires().stream()
                        .filter(other -> other.joins(gone.from(), gone.to()))
                        .findFirst()));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        ground.resizeRelocate(0, 0, width, height);
        empty.autosize();
        empty.relocate(Math.rint((width - empty.getWidth()) / 2), Math.rint((height - empty.getHeight()) / 2));
        pill.autosize();
        pill.relocate(width - pill.getWidth() - 16, height - pill.getHeight() - 16);
        editing.map()
                .resizeRelocate(
                        width - Minimap.WIDTH - 16,
                        pill.getLayoutY() - Minimap.HEIGHT - 8,
                        Minimap.WIDTH,
                        Minimap.HEIGHT);
        if (!placed && width > 0 && height > 0) {
            placed = true;
            sight().bounds().ifPresent(bounds -> look(Eye.opening(bounds, width, height)));
        }
        look(eye);
    }
}
