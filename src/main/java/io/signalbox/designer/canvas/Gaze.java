package io.signalbox.designer.canvas;

import java.util.function.Consumer;
import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// Where the person looks at one flow from, and how the view gets there: at once under the hand, gliding where the view
/// is sent. FX thread only.
final class Gaze implements AutoCloseable {
    private static final double STEP = 1.2;

    private final Region view;
    private final Consumer<Eye> onLook;
    private final Glide glide = new Glide();
    private Eye eye = Eye.straight();
    private boolean glides = true;

    /// @param view whose size is what can be seen
    /// @param onLook draws what is seen from there
    Gaze(Region view, Consumer<Eye> onLook) {
        this.view = view;
        this.onLook = onLook;
    }

    Eye eye() {
        return eye;
    }

    /// @param allowed false where the person asks for less motion
    void allowGliding(boolean allowed) {
        glides = allowed;
    }

    /// At once. What was on its way stays where it is.
    void look(Eye there) {
        glide.stop();
        show(there);
    }

    void move(double dx, double dy) {
        look(eye.moved(dx, dy));
    }

    /// Where the view is sent by a key, a button or a search.
    void send(Eye there) {
        glide.stop();
        if (glides && view.getScene() != null && !there.equals(eye)) {
            glide.begin(eye, there);
        } else {
            show(there);
        }
    }

    void zoomIn() {
        zoom(STEP);
    }

    void zoomOut() {
        zoom(1 / STEP);
    }

    /// Back to 100 %.
    void zoomReset() {
        zoom(1 / goal().zoom());
    }

    private void zoom(double factor) {
        send(goal().zoomed(factor, view.getWidth() / 2, view.getHeight() / 2));
    }

    void fit(Area area) {
        send(Eye.fitting(area, view.getWidth(), view.getHeight()));
    }

    void reveal(Area area) {
        send(goal().revealing(area, view.getWidth(), view.getHeight()));
    }

    /// The first look at a flow.
    void open(Area area) {
        look(Eye.opening(area, view.getWidth(), view.getHeight()));
    }

    /// The same look at what has changed, or in another size.
    void refresh() {
        show(eye);
    }

    /// Where the view will have come to rest.
    private Eye goal() {
        return glide.isUnderWay() ? glide.to : eye;
    }

    private void show(Eye there) {
        eye = there;
        onLook.accept(eye);
    }

    @Override
    public void close() {
        glide.stop();
    }

    private final class Glide extends Transition {
        private Eye from = Eye.straight();
        private Eye to = Eye.straight();

        Glide() {
            setCycleDuration(Duration.millis(200));
            setInterpolator(Interpolator.EASE_OUT);
        }

        void begin(Eye start, Eye end) {
            from = start;
            to = end;
            playFromStart();
        }

        boolean isUnderWay() {
            return getStatus() == Status.RUNNING;
        }

        @Override
        protected void interpolate(double part) {
            show(from.towards(to, part));
        }
    }
}
