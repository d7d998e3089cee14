package io.signalbox.designer;

import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;

/// The four arrow keys.
public enum Direction {
    LEFT(-1, 0),
    RIGHT(1, 0),
    UP(0, -1),
    DOWN(0, 1);

    private final int dx;
    private final int dy;

    Direction(int dx, int dy) {
        this.dx = dx;
        this.dy = dy;
    }

    public int dx() {
        return dx;
    }

    public int dy() {
        return dy;
    }

    /// The arrow, and the one on the number pad.
    List<KeyCode> keys() {
        return List.of(KeyCode.valueOf(name()), KeyCode.valueOf("KP_" + name()));
    }

    /// The end of its action keys.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
