package io.signalbox.designer.panel;

import java.util.Arrays;
import java.util.Locale;

/// What a server is for, with the colour that keeps people from taking one for another.
public enum Environment {
    /// Nobody said so yet.
    UNSAID("", "server"),
    DEVELOPMENT("accent", "pencil"),
    TEST("warning", "eye"),
    /// Real people get its messages.
    PRODUCTION("danger", "bolt");

    private final String tone;
    private final String icon;

    Environment(String tone, String icon) {
        this.tone = tone;
        this.icon = icon;
    }

    /// @param stored as [#key] wrote it; anything else is unsaid
    static Environment of(String stored) {
        return Arrays.stream(values())
                .filter(each -> each.key().equals(stored))
                .findFirst()
                .orElse(UNSAID);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Style class of its colour; blank for none.
    String tone() {
        return tone;
    }

    String icon() {
        return icon;
    }
}
