package io.signalbox.designer;

import java.util.Optional;
import javafx.event.EventTarget;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// A click stays a click when what it sets off moves the button away. Whoever leaves a field by pressing a button makes
/// the field take its text; what grows by that pushes the button from under the pointer before it is let go, and the
/// toolkit then holds that nothing was clicked.
public final class SureClick {
    /// Farther than this, in pixels, a person moved the pointer away on purpose.
    private static final double STILL = 4;

    private Optional<Held> held = Optional.empty();

    private record Held(ButtonBase button, Point2D at) {}

    private SureClick() {}

    /// In this scene from now on.
    public static void in(Scene scene) {
        var clicks = new SureClick();
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, clicks::pressed);
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, clicks::released);
    }

    private void pressed(MouseEvent event) {
        held = event.getButton() == MouseButton.PRIMARY && !isModified(event)
                ? button(event.getTarget()).map(button -> new Held(button, at(event)))
                : Optional.empty();
    }

    /// With another key held the toolkit means no click: on macOS it is the press for a menu.
    private static boolean isModified(MouseEvent event) {
        return event.isShiftDown() || event.isControlDown() || event.isAltDown() || event.isMetaDown();
    }

    /// A menu opens when it is pressed: there is nothing left to do when it is let go.
    private static Optional<ButtonBase> button(EventTarget target) {
        for (var node = target instanceof Node pressed ? pressed : null; node != null; node = node.getParent()) {
            if (node instanceof ButtonBase button) {
                return button instanceof MenuButton ? Optional.empty() : Optional.of(button);
            }
        }
        return Optional.empty();
    }

    private void released(MouseEvent event) {
        var missed = held.filter(was -> !was.button().isArmed()
                && !was.button().isDisabled()
                && was.at().distance(at(event)) < STILL);
        held = Optional.empty();
        missed.ifPresent(was -> was.button().fire());
    }

    private static Point2D at(MouseEvent event) {
        return new Point2D(event.getScreenX(), event.getScreenY());
    }
}
