package io.signalbox.designer.panel;

import java.util.ArrayList;
import java.util.List;

/// Where names, texts, numbers and words of JSON stand in a line. No token of JSON goes over the end of its line, so
/// every line can be coloured by itself.
final class JsonTokens {
    /// Behind it a line is not coloured: it is one long text.
    private static final int LONGEST = 4_000;

    /// @param style the style class of the part; blank for what stands in between
    record Part(String style, int length) {}

    private JsonTokens() {}

    /// The parts of a line from its begin to its end, without gaps.
    static List<Part> of(String line) {
        var parts = new ArrayList<Part>();
        int end = Math.min(line.length(), LONGEST);
        int plain = 0;
        int at = 0;
        while (at < end) {
            int next = next(line, at, end);
            var style = next == at ? "" : style(line, at, next);
            if (style.isEmpty()) {
                at = Math.max(next, at + 1);
                continue;
            }
            if (at > plain) {
                parts.add(new Part("", at - plain));
            }
            parts.add(new Part(style, next - at));
            at = next;
            plain = at;
        }
        if (plain < line.length()) {
            parts.add(new Part("", line.length() - plain));
        }
        return parts;
    }

    /// Where the token that begins here ends; here for anything that is none.
    private static int next(String line, int from, int end) {
        char c = line.charAt(from);
        int at = from + 1;
        if (c == '"') {
            while (at < end && line.charAt(at) != '"') {
                at += line.charAt(at) == '\\' ? 2 : 1;
            }
            return Math.min(end, at + 1);
        }
        if (!isWord(c)) {
            return from;
        }
        while (at < end && isWord(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private static String style(String line, int from, int to) {
        char c = line.charAt(from);
        if (c == '"') {
            int behind = to;
            while (behind < line.length() && Character.isWhitespace(line.charAt(behind))) {
                behind++;
            }
            return behind < line.length() && line.charAt(behind) == ':' ? "json-name" : "json-text";
        }
        if (c == '-' || Character.isDigit(c)) {
            return "json-number";
        }
        return switch (line.substring(from, to)) {
            case "true", "false", "null" -> "json-word";
            default -> "";
        };
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '+' || c == '.';
    }
}
