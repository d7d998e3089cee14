package io.signalbox.designer.canvas;

import io.signalbox.designer.Words;
import io.signalbox.flow.Point;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// What a gesture shows on top of the flow: the frame, the loose wire, the place of a new node, and a sentence at the
/// mouse. All but the sentence lies in the canvas' own coordinates.
final class GestureOverlay extends Pane {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private static final double EDGE = 8;

    private final Region frame = new Region();
    private final Region ghost = new Region();
    private final Line slice = new Line();
    private final Path guides = new Path();
    private final LinkView loose = new LinkView();
    private final Label hint = new Label();
    private final Words words;
    private Eye eye = Eye.straight();

    GestureOverlay(Words words) {
        this.words = words;
        setMouseTransparent(true);
        setManaged(false);
        frame.getStyleClass().add("marquee");
        ghost.getStyleClass().add("drop-ghost");
        loose.choose(true);
        hint.getStyleClass().add("gesture-hint");
        hint.setId("gesture-hint");
        slice.getStyleClass().add("slice-line");
        guides.getStyleClass().add("guide-line");
        getChildren().addAll(frame, ghost, loose, guides, slice);
        getChildren().forEach(child -> {
            child.setManaged(false);
            child.setVisible(false);
        });
        hint.setManaged(false);
        hint.setVisible(false);
        hint.setMouseTransparent(true);
    }

    /// The sentence at the mouse. Lies on the view itself, so that it stays readable however far the eye is.
    Label hint() {
        return hint;
    }

    void show(Gesture gesture, Sight sight, Eye from) {
        eye = from;
        getChildren().forEach(child -> child.setVisible(false));
        hint.setVisible(false);
        guides.getElements().clear();
        switch (gesture) {
            case Gesture.Marquee marquee -> frame(marquee.area());
            case Linking linking -> link(linking, sight);
            case Wiring wiring -> wire(wiring, sight);
            case Placing placing -> place(placing, sight);
            case Dragging dragging -> drag(dragging, sight);
            case Slicing slicing -> slice(slicing);
            case Asking(Slot.End(var end, var at)) -> ask(end, at, sight);
            case Asking _, Gesture.Idle _, Gesture.Pressed _, Gesture.Panning _ -> {}
        }
    }

    private void frame(Area area) {
        frame.resizeRelocate(area.x(), area.y(), area.width(), area.height());
        frame.setVisible(true);
    }

    private void link(Linking linking, Sight sight) {
        var held = linking.loose();
        var from = sight.area(held.fixed());
        if (from.isEmpty()) {
            return;
        }
        var end = linking.target().flatMap(sight::area).map(to -> held.route(sight, from.get(), to));
        loose.draw(end.orElseGet(() -> held.route(from.get(), linking.at())));
        loose.setVisible(true);
        var below = linking.at().plus(16 / eye.zoom(), 16 / eye.zoom());
        linking.refusal()
                .ifPresentOrElse(key -> say(key, below, true), () -> say(hintFor(linking, sight), below, false));
    }

    private static String hintFor(Linking linking, Sight sight) {
        if (linking.target().isPresent()) {
            return "gesture.connect";
        }
        if (sight.nodeAt(linking.at()).isPresent()) {
            return "gesture.link";
        }
        return linking.loose().old().isPresent() ? "gesture.detach" : "gesture.add";
    }

    private void ask(Loose end, Point at, Sight sight) {
        sight.area(end.fixed()).ifPresent(from -> {
            loose.draw(end.route(from, at));
            loose.setVisible(true);
        });
    }

    private void drag(Dragging dragging, Sight sight) {
        for (var guide : dragging.guides()) {
            guides.getElements().add(new MoveTo(guide.from().x(), guide.from().y()));
            guides.getElements().add(new LineTo(guide.to().x(), guide.to().y()));
        }
        guides.setVisible(!guides.getElements().isEmpty());
        dragging.over()
                .flatMap(_ -> sight.area(dragging.held()))
                .ifPresent(area -> say("gesture.splice", new Point(area.x(), area.y() - 32 / eye.zoom()), false));
    }

    private void slice(Slicing slicing) {
        slice.setStartX(slicing.start().x());
        slice.setStartY(slicing.start().y());
        slice.setEndX(slicing.end().x());
        slice.setEndY(slicing.end().y());
        slice.setVisible(true);
        say(
                slicing.cut().isEmpty() ? "gesture.slice" : "gesture.slice.some",
                slicing.end().plus(16 / eye.zoom(), 16 / eye.zoom()),
                !slicing.cut().isEmpty(),
                slicing.cut().size());
    }

    private void wire(Wiring wiring, Sight sight) {
        var from = sight.area(wiring.loose().fixed());
        var to = sight.area(wiring.target());
        if (from.isPresent() && to.isPresent()) {
            loose.draw(wiring.loose().route(sight, from.get(), to.get()));
            loose.setVisible(true);
            say("gesture.wiring", new Point(to.get().x(), to.get().bottom() + 8), false);
        }
    }

    private void place(Placing placing, Sight sight) {
        if (!placing.inside()) {
            return;
        }
        var refused = Unusable.reason(placing.item(), sight.flow(), words);
        if (refused.isPresent()) {
            tell(refused.get(), placing.at().plus(16, 24), true);
            return;
        }
        if (placing.item().isCondition()) {
            boolean over = placing.over(sight).isPresent();
            say(
                    over ? "gesture.condition.here" : "gesture.condition",
                    placing.at().plus(16, 24),
                    false);
            return;
        }
        var place = NewNodes.placeUnder(placing.at());
        Optional<?> over = placing.over(sight);
        double height = placing.item().isNote() ? Area.LOW : Area.heightOf(NewNodes.from(placing.item(), sight.flow()));
        ghost.resizeRelocate(place.x(), place.y(), Area.NODE_WIDTH, height);
        ghost.setVisible(over.isEmpty());
        if (over.isPresent()) {
            say("gesture.splice", placing.at().plus(16, 24), false);
        }
    }

    private void say(String key, Point at, boolean refused, Object... arguments) {
        tell(words.text(key, arguments), at, refused);
    }

    private void tell(String sentence, Point at, boolean refused) {
        hint.setText(sentence);
        hint.pseudoClassStateChanged(REFUSED, refused);
        hint.setVisible(true);
        hint.applyCss();
        hint.autosize();
        var screen = eye.toScreen(at);
        var view = hint.getParent() == null
                ? hint.getLayoutBounds()
                : hint.getParent().getLayoutBounds();
        hint.relocate(
                Math.clamp(screen.x(), EDGE, Math.max(EDGE, view.getWidth() - hint.getWidth() - EDGE)),
                Math.clamp(screen.y(), EDGE, Math.max(EDGE, view.getHeight() - hint.getHeight() - EDGE)));
    }
}
