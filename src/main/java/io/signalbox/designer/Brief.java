package io.signalbox.designer;

/// Names of nodes and the like where one line has to do.
public final class Brief {
    /// What a node's first line holds.
    private static final int LONGEST = 24;

    private Brief() {}

    /// The text, its end cut where it is longer than 24 characters.
    public static String of(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)).stripTrailing() + "…";
    }
}
