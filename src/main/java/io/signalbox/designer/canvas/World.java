package io.signalbox.designer.canvas;

import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.CacheHint;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import javafx.util.Duration;

/// What moves and scales with the eye: notes and frames lowest, wires over them, nodes on top.
final class World extends Pane implements AutoCloseable {
    private static final PseudoClass FAR = PseudoClass.getPseudoClass("far");
    private static final PseudoClass FARTHEST = PseudoClass.getPseudoClass("farthest");
    private static final PseudoClass CROWD = PseudoClass.getPseudoClass("crowd");
    private static final double FAR_BELOW = 0.6;
    private static final double FARTHEST_BELOW = 0.35;

    private final Group back = new Group();
    private final Group links = new Group();
    private final Group nodes = new Group();
    private final Translate move = new Translate();
    private final Scale scale = new Scale();
    /// While the view moves, its nodes are drawn from pictures; at rest they are drawn sharp.
    private final PauseTransition rest = new PauseTransition(Duration.millis(160));

    private boolean moving;

    World() {
        getStyleClass().add("canvas-world");
        setManaged(false);
        setPickOnBounds(false);
        getTransforms().addAll(move, scale);
        getChildren().addAll(back, links, nodes);
        back.setMouseTransparent(true);
        // Notes and frames are as large as they are told, not as they would like.
        back.setAutoSizeChildren(false);
        rest.setOnFinished(_ -> cache(false));
    }

    void look(Eye eye) {
        if (move.getX() != eye.x() || move.getY() != eye.y() || scale.getX() != eye.zoom()) {
            cache(true);
            rest.playFromStart();
        }
        move.setX(eye.x());
        move.setY(eye.y());
        scale.setX(eye.zoom());
        scale.setY(eye.zoom());
        pseudoClassStateChanged(FAR, eye.zoom() < FAR_BELOW);
        pseudoClassStateChanged(FARTHEST, isFarthest(eye));
    }

    /// @param crowd true while too many are in view to draw each: what is still attached, for the keyboard's sake, is
    ///     not to be seen
    void crowd(boolean crowd) {
        pseudoClassStateChanged(CROWD, crowd);
    }

    /// True when nothing can be read any more.
    static boolean isFarthest(Eye eye) {
        return eye.zoom() < FARTHEST_BELOW;
    }

    void attach(NodeView view) {
        if (view.getParent() == null) {
            cache(view);
            nodes.getChildren().add(view);
        }
    }

    /// What lies behind all wires and nodes: frames lowest, notes over them.
    void attachBehind(Node view, double viewOrder) {
        view.setViewOrder(viewOrder);
        if (view.getParent() == null) {
            back.getChildren().add(view);
        }
    }

    void attach(LinkView view) {
        if (view.getParent() == null) {
            links.getChildren().add(view);
        }
    }

    void detach(NodeView view) {
        nodes.getChildren().remove(view);
    }

    void detachBehind(Node view) {
        back.getChildren().remove(view);
    }

    void detach(LinkView view) {
        links.getChildren().remove(view);
    }

    int viewCount() {
        return back.getChildren().size()
                + nodes.getChildren().size()
                + links.getChildren().size();
    }

    private void cache(boolean nowMoving) {
        if (moving != nowMoving) {
            moving = nowMoving;
            nodes.getChildren().forEach(this::cache);
        }
    }

    private void cache(Node view) {
        view.setCache(moving);
        view.setCacheHint(moving ? CacheHint.SPEED : CacheHint.DEFAULT);
    }

    @Override
    public void close() {
        rest.stop();
        back.getChildren().clear();
        nodes.getChildren().clear();
        links.getChildren().clear();
        getChildren().clear();
    }
}
