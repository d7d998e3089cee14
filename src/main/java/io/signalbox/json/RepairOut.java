package io.signalbox.json;

import java.util.Arrays;

/// JSON as it is written, each character with the place it comes from.
final class RepairOut {
    private final StringBuilder text;
    private int[] origins;

    RepairOut(int capacity) {
        text = new StringBuilder(capacity + 64);
        origins = new int[capacity + 64];
    }

    void put(char c, int origin) {
        if (text.length() == origins.length) {
            origins = Arrays.copyOf(origins, origins.length * 2);
        }
        origins[text.length()] = origin;
        text.append(c);
    }

    void remove(int at) {
        System.arraycopy(origins, at + 1, origins, at, text.length() - at - 1);
        text.deleteCharAt(at);
    }

    int length() {
        return text.length();
    }

    int origin(int at) {
        return origins[at];
    }

    /// @param end what stands for behind the last character
    int origin(int line, int column, int end) {
        int at = 0;
        for (int left = line; left > 1 && at < text.length(); at++) {
            if (text.charAt(at) == '\n') {
                left--;
            }
        }
        // Columns are counted in bytes by the reader: never further than the line's end.
        int place = at + Math.max(0, column - 1);
        return place < text.length() ? origins[place] : end;
    }

    /// True when nothing but spaces stands behind the last opening brace.
    boolean endsWithOpening() {
        int at = text.length() - 1;
        while (at >= 0 && RepairText.isPlainSpace(text.charAt(at))) {
            at--;
        }
        return at >= 0 && (text.charAt(at) == '{' || text.charAt(at) == '[');
    }

    String from(int at) {
        return text.substring(at);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
