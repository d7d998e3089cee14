package io.signalbox.designer.canvas;

import io.signalbox.designer.Words;
import io.signalbox.flow.Point;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// What a gesture shows on top of the flow: the frame, the loose wire, the place of a new node, and a sentence at the
/// mouse. All but the sentence lies in the canvas' own coordinates.
final class GestureOverlay extends Pane {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private static final double EDGE = 8;

    private final Region frame = new Region();
    private final Region ghost = new Region();
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
        getChildren().addAll(frame, ghost, loose);
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
        switch (gesture) {
            case Gesture.Marquee marquee -> frame(marquee.area());
            case Linking linking -> link(linking, sight);
            case Wiring wiring -> wire(wiring, sight);
            case Placing placing -> place(placing, sight);
            case Dragging dragging ->
                dragging.over()
                        .flatMap(_ -> sight.area(dragging.held()))
                        .ifPresent(area -> say("gesture.splice", new Point(area.x(), area.y() - 32), false));
            case Gesture.Idle _, Gesture.Pressed _, Gesture.Panning _ -> {}
        }
    }

    private void frame(Area area) {
        frame.resizeRelocate(area.x(), area.y(), area.width(), area.height());
        frame.setVisible(true);
    }

    private void link(Linking linking, Sight sight) {
        var from = sight.area(linking.from());
        if (from.isEmpty()) {
            return;
        }
        var end = linking.target()
                .flatMap(sight::area)
                .map(to -> sight.route(from.get(), to));
        loose.draw(end.orElseGet(() -> Route.towards(from.get(), linking.at())));
        loose.setVisible(true);
        var below = linking.at().plus(16, 16);
        linking.refusal()
                .ifPresentOrElse(
                        key -> say(key, below, true),
                        () -> say(linking.target().isPresent() ? "gesture.connect" : "gesture.link", below, false));
    }

    private void wire(Wiring wiring, Sight sight) {
        var from = sight.area(wiring.from());
        var to = sight.area(wiring.target());
        if (from.isPresent() && to.isPresent()) {
            loose.draw(sight.route(from.get(), to.get()));
            loose.setVisible(true);
            say("gesture.wiring", new Point(to.get().x(), to.get().bottom() + 8), false);
        }
    }

    private void place(Placing placing, Sight sight) {
        if (!placing.inside()) {
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
        var node = NewNodes.from(placing.item(), sight.flow());
        var place = NewNodes.placeUnder(placing.at());
        Optional<?> over = placing.over(sight);
        ghost.resizeRelocate(place.x(), place.y(), Area.NODE_WIDTH, Area.heightOf(node));
        ghost.setVisible(over.isEmpty());
        if (over.isPresent()) {
            say("gesture.splice", placing.at().plus(16, 24), false);
        }
    }

    private void say(String key, Point at, boolean refused) {
        hint.setText(words.text(key));
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
