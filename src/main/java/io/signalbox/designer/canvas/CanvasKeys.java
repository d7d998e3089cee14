package io.signalbox.designer.canvas;

import io.signalbox.designer.Shortcuts;
import java.util.Set;
import javafx.event.EventHandler;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;

/// Turns keys into actions of the canvas, and while a wire is drawn with them into the choice of its end.
final class CanvasKeys implements AutoCloseable {
    private final CanvasView canvas;
    private final CanvasMouse mouse;
    private final CanvasActions actions;
    private final Shortcuts shortcuts;
    private final EventHandler<KeyEvent> onPressed = this::pressed;
    private final EventHandler<KeyEvent> onReleased = this::released;
    private final Subscription leaving;

    CanvasKeys(CanvasView canvas, CanvasMouse mouse, CanvasActions actions, Shortcuts shortcuts) {
        this.canvas = canvas;
        this.mouse = mouse;
        this.actions = actions;
        this.shortcuts = shortcuts;
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, onPressed);
        canvas.addEventHandler(KeyEvent.KEY_RELEASED, onReleased);
        // Who lets go of Space elsewhere tells nobody here.
        leaving = canvas.focusWithinProperty().subscribe((_, _) -> mouse.hold(false));
    }

    @Override
    public void close() {
        leaving.unsubscribe();
        canvas.removeEventHandler(KeyEvent.KEY_PRESSED, onPressed);
        canvas.removeEventHandler(KeyEvent.KEY_RELEASED, onReleased);
    }

    private void pressed(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl) {
            return;
        }
        if (event.getCode() == KeyCode.SPACE) {
            mouse.hold(true);
            event.consume();
        } else if (canvas.gesture() instanceof Wiring && wiring(event)) {
            event.consume();
        } else {
            shortcuts
                    .action(event, Shortcuts.Context.CANVAS)
                    .filter(actions::act)
                    .ifPresent(_ -> event.consume());
        }
    }

    private void released(KeyEvent event) {
        switch (event.getCode()) {
            case SPACE -> mouse.hold(false);
            // Shift only makes the steps of a burst longer.
            case CONTROL, COMMAND, META -> actions.endBurst();
            // It has just led here.
            case TAB -> canvas.showCurrent();
            default -> {
                if (shortcuts
                        .action(event, Shortcuts.Context.WINDOW)
                        .filter(Set.of("region.next", "region.previous")::contains)
                        .isPresent()) {
                    canvas.showCurrent();
                }
            }
        }
    }

    /// Arrows and digits choose where the wire ends.
    private boolean wiring(KeyEvent event) {
        switch (event.getCode()) {
            case RIGHT, DOWN, KP_RIGHT, KP_DOWN -> canvas.handle(new CanvasInput.Turn(1));
            case LEFT, UP, KP_LEFT, KP_UP -> canvas.handle(new CanvasInput.Turn(-1));
            case ENTER -> canvas.handle(new CanvasInput.Confirm());
            case ESCAPE -> canvas.handle(new CanvasInput.Escape());
            default -> {
                int digit = digit(event);
                if (digit < 1) {
                    return false;
                }
                canvas.handle(new CanvasInput.Pick(digit - 1));
            }
        }
        if (!(canvas.gesture() instanceof Wiring)) {
            // A wire that was taken elsewhere is drawn anew, and the keyboard goes on from it.
            canvas.wireProperty().get().ifPresentOrElse(canvas.scenery()::focus, canvas::showCurrent);
        }
        return true;
    }

    /// The digit on the key, also on boards where it needs Shift; 0 for any other key.
    private static int digit(KeyEvent event) {
        if (event.getCode().isDigitKey()) {
            var name = event.getCode().getName();
            return name.charAt(name.length() - 1) - '0';
        }
        var text = event.getText();
        return text.length() == 1 && text.charAt(0) >= '1' && text.charAt(0) <= '9' ? text.charAt(0) - '0' : 0;
    }
}
