package io.signalbox.designer.canvas;

import io.signalbox.connector.Connectors;
import io.signalbox.designer.FlowSession;
import io.signalbox.designer.Words;
import io.signalbox.flow.Point;
import java.util.Optional;

/// Adds nodes without the palette: finds the slot, opens the search with what may stand there, and remembers what was
/// added last.
final class Adding implements AutoCloseable {
    private final CanvasView canvas;
    private final FlowSession session;
    private final Words words;
    private final PaletteItems items;
    private final QuickAdd search;
    private Optional<PaletteItem> last = Optional.empty();
    private int added;

    Adding(CanvasView canvas, FlowSession session, Words words, Connectors connectors) {
        this.canvas = canvas;
        this.session = session;
        this.words = words;
        items = new PaletteItems(words, connectors);
        search = new QuickAdd(words, items);
    }

    /// Begins the search for what goes into the chosen wire, or after the chosen node.
    void ask() {
        ask(slot());
    }

    /// Begins the search for what goes to the middle of the view.
    void askForMiddle() {
        ask(new Slot.At(middle()));
    }

    void ask(Slot slot) {
        canvas.handle(new CanvasInput.Ask(slot));
    }

    /// What was added last once more; the search when nothing was.
    void again() {
        last.ifPresentOrElse(this::add, this::ask);
    }

    /// Adds at once: into the chosen wire, else after the chosen node where a wire may lead there, else in the middle
    /// of the view.
    void add(PaletteItem item) {
        if (item.isCondition()) {
            last = Optional.of(item);
            beginCondition();
            return;
        }
        if (item.isNote()) {
            last = Optional.of(item);
            canvas.editing().addNote(NewNodes.placeUnder(middle()));
            return;
        }
        var wish = slot();
        boolean fits = wish.takes(session.flow(), NewNodes.from(item, session.flow()));
        put(item, fits ? wish : new Slot.At(middle()));
    }

    private void beginCondition() {
        WireCondition.meant(
                        session.flow(),
                        canvas.wireProperty().get(),
                        session.selectionProperty().get())
                .ifPresentOrElse(
                        meant -> WireCondition.begun(meant).forEach(canvas::carryOut),
                        () -> canvas.say(words.text(WireCondition.refusal(session.flow()))));
    }

    /// Opens the search with what may be added there.
    void open(Slot slot) {
        var flow = session.flow();
        var legal = items.nodes().stream()
                .filter(item -> slot.takes(flow, NewNodes.from(item, flow)))
                .toList();
        if (legal.isEmpty()) {
            canvas.escape();
            canvas.say(words.text("canvas.add.nothing"));
            return;
        }
        var at = canvas.eye().toScreen(slot.anchor(canvas.sight()));
        search.show(canvas, canvas.localToScreen(at.x(), at.y()), legal, item -> put(item, slot), canvas::escape);
    }

    private void put(PaletteItem item, Slot slot) {
        last = Optional.of(item);
        canvas.handle(new CanvasInput.Choose(item, slot, "add-" + ++added));
    }

    private Slot slot() {
        var chosen = session.selectionProperty().get();
        return canvas.wireProperty()
                .get()
                .<Slot>map(Slot.Into::new)
                .orElseGet(() -> chosen.size() == 1 ? new Slot.After(chosen.getFirst()) : new Slot.At(middle()));
    }

    private Point middle() {
        return canvas.eye().toCanvas(canvas.getWidth() / 2, canvas.getHeight() / 2);
    }

    @Override
    public void close() {
        search.close();
    }
}
