package io.signalbox.designer.canvas;

import io.signalbox.designer.FlowSession;
import io.signalbox.designer.Words;
import io.signalbox.edit.Copying;
import io.signalbox.edit.Edit;
import io.signalbox.flow.Clip;
import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Point;
import io.signalbox.flow.Texts;
import io.signalbox.json.ClipJson;
import io.signalbox.json.UnreadableFlow;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// Copies, cuts, pastes and duplicates what is chosen. What is pasted is chosen afterwards.
final class Copies {
    /// A copy beside its original is moved so far that both are seen.
    private static final double BESIDE = 32;

    private final CanvasView canvas;
    private final FlowSession session;
    private final Words words;
    private int gestures;
    private Pasteboard board = Pasteboard.ofSystem();

    Copies(CanvasView canvas, FlowSession session, Words words) {
        this.canvas = canvas;
        this.session = session;
        this.words = words;
    }

    void useBoard(Pasteboard changed) {
        board = changed;
    }

    /// @return false when nothing is chosen
    boolean copy() {
        var chosen = session.selectionProperty().get();
        if (chosen.isEmpty()) {
            canvas.say(words.text("canvas.copy.nothing"));
            return false;
        }
        board.put(ClipJson.write(Clip.of(placed(session.flow()), chosen)));
        return true;
    }

    void cut() {
        var chosen = session.selectionProperty().get();
        if (copy()) {
            session.perform(new Edit.Copy(new Copying.Cut(chosen)), "");
            canvas.takeFocus();
        }
    }

    /// @param at where its upper left corner comes to stand; beside its original when empty
    void paste(Optional<Point> at) {
        var text = board.text();
        if (text.isEmpty()) {
            canvas.say(words.text("canvas.paste.nothing"));
            return;
        }
        try {
            var clip = ClipJson.read(text.get());
            if (clip.isEmpty()) {
                canvas.say(words.text("canvas.paste.empty"));
                return;
            }
            add(intoWire(clip.freshFor(session.flow()))
                    .orElseGet(() -> List.of(new Edit.Copy(new Copying.Paste(moved(placed(clip), at))))));
        } catch (UnreadableFlow unreadable) {
            // Only of a text that was meant to be a flow does a person want to know the line.
            canvas.say(
                    ClipJson.isMeant(text.get())
                            ? words.text(
                                    "canvas.paste.unreadable",
                                    unreadable.text(Texts.of(ClipJson.class, words.language())))
                            : words.text("canvas.paste.foreign"));
        }
    }

    /// @param incoming true when the copies keep the wires that lead to the originals
    void duplicate(boolean incoming) {
        var chosen = session.selectionProperty().get();
        if (!chosen.isEmpty()) {
            var by = freeStep(Clip.of(placed(session.flow()), chosen), new Point(BESIDE, BESIDE));
            add(List.of(new Edit.Copy(new Copying.Duplicate(chosen, by.x(), by.y(), incoming))));
        }
    }

    /// A lone node is put into the chosen wire where it may stand there: what dropping it on the wire does.
    private Optional<List<Edit>> intoWire(Clip clip) {
        boolean lone = clip.nodes().size() == 1 && clip.layout().notes().isEmpty();
        return canvas.wireProperty()
                .get()
                .<Slot>map(Slot.Into::new)
                .filter(slot -> lone
                        && slot.takes(session.flow(), clip.nodes().firstEntry().getValue()))
                .map(slot ->
                        slot.edits(canvas.sight(), clip.nodes().firstEntry().getValue()));
    }

    private void add(List<Edit> edits) {
        var before = session.flow();
        var gesture = "copies-" + ++gestures;
        var brim = new Brim(session, words, canvas::say);
        if (!edits.stream().allMatch(edit -> brim.perform(edit, gesture))) {
            return;
        }
        var fresh = new LinkedHashSet<NodeId>();
        var after = session.flow();
        after.nodes().keySet().stream().filter(id -> !before.has(id)).forEach(fresh::add);
        after.layout().notes().keySet().stream().filter(id -> !before.has(id)).forEach(fresh::add);
        canvas.chooseWire(Optional.empty());
        canvas.select(fresh);
        if (!fresh.isEmpty()) {
            canvas.focusNode(fresh.getFirst());
        }
    }

    private Clip moved(Clip clip, Optional<Point> at) {
        var corner = clip.corner().orElse(new Point(0, 0));
        var target = at.orElseGet(() -> {
            var beside = corner.plus(BESIDE, BESIDE);
            var seen = canvas.eye().seen(canvas.getWidth(), canvas.getHeight());
            return seen.contains(beside) ? beside : seen.centre().plus(-Area.NODE_WIDTH / 2, -Area.LOW / 2);
        });
        var snapped = target.snapped(CanvasView.GRID);
        var by = freeStep(clip, new Point(snapped.x() - corner.x(), snapped.y() - corner.y()));
        return clip.moved(by.x(), by.y());
    }

    /// A second copy must not cover the first.
    private Point freeStep(Clip clip, Point by) {
        var corner = clip.corner().orElse(new Point(0, 0));
        var taken = new LinkedHashSet<Point>();
        canvas.sight().areas().values().forEach(area -> taken.add(new Point(area.x(), area.y())));
        var step = by;
        while (taken.contains(corner.plus(step.x(), step.y()))) {
            step = step.plus(BESIDE, BESIDE);
        }
        return step;
    }

    /// With a place for every node, also for those that the file gives none.
    private static Flow placed(Flow flow) {
        var layout = flow.layout();
        for (var area : Sight.areasOf(flow).entrySet()) {
            layout = layout.with(
                    area.getKey(),
                    new Point(area.getValue().x(), area.getValue().y()));
        }
        return layout.equals(flow.layout()) ? flow : flow.withLayout(layout);
    }

    private Clip placed(Clip clip) {
        var flow =
                session.flow().withNodes(clip.nodes()).withWires(clip.wires()).withLayout(clip.layout());
        return new Clip(clip.nodes(), clip.wires(), placed(flow).layout(), clip.extra());
    }
}
