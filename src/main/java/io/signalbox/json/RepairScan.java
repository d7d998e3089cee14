package io.signalbox.json;

import io.signalbox.json.JsonRepair.Repair;
import io.signalbox.json.JsonRepair.What;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// One walk through a text that is nearly JSON, writing JSON as it goes. For one use.
final class RepairScan {
    private final RepairText in;
    private final RepairOut out;
    private final Deque<Character> open = new ArrayDeque<>();
    private final List<Repair> repairs = new ArrayList<>();
    private int at;
    private int comma = -1;

    private enum Next {
        VALUE,
        NAME,
        COLON,
        COMMA,
        END
    }

    RepairScan(String text) {
        in = new RepairText(text);
        out = new RepairOut(text.length());
    }

    String text() {
        return out.toString();
    }

    List<Repair> repairs() {
        return List.copyOf(repairs);
    }

    /// The same problem where it is in the text as it was.
    JsonProblem before(JsonProblem problem) {
        return problem(problem.key(), out.origin(problem.line(), problem.column(), in.length()), problem.detail());
    }

    /// Empty when the text came to its end.
    Optional<JsonProblem> run() {
        var next = Next.VALUE;
        while (true) {
            between();
            if (at >= in.length()) {
                return next == Next.END ? Optional.empty() : Optional.of(stuck());
            }
            char c = in.at(at);
            if (c == '}' || c == ']') {
                boolean fits = !open.isEmpty()
                        && open.peek() == (c == '}' ? '{' : '[')
                        && (next == Next.COMMA || comma >= 0 || isFresh(next));
                if (!fits) {
                    return Optional.of(stuck());
                }
                leaveOutComma();
                open.pop();
                copy();
                next = open.isEmpty() ? Next.END : Next.COMMA;
                continue;
            }
            comma = -1;
            var then = step(next, c);
            if (then.isEmpty()) {
                return Optional.of(stuck());
            }
            next = then.get();
        }
    }

    /// Directly after what it opens with, an object and a list may end.
    private boolean isFresh(Next next) {
        return (next == Next.NAME || next == Next.VALUE) && out.endsWithOpening();
    }

    private Optional<Next> step(Next next, char c) {
        return switch (next) {
            case VALUE -> value(c);
            case NAME -> RepairText.isQuote(c) && string(true) ? Optional.of(Next.COLON) : Optional.empty();
            case COLON -> c == ':' ? copied(Next.VALUE) : Optional.empty();
            case COMMA -> {
                if (c != ',') {
                    yield Optional.empty();
                }
                comma = out.length();
                yield copied(open.peek() == '{' ? Next.NAME : Next.VALUE);
            }
            case END -> Optional.empty();
        };
    }

    private Optional<Next> copied(Next then) {
        copy();
        return Optional.of(then);
    }

    private Optional<Next> value(char c) {
        if (c == '{' || c == '[') {
            open.push(c);
            return copied(c == '{' ? Next.NAME : Next.VALUE);
        }
        boolean read = RepairText.isQuote(c) ? string(false) : literal();
        return read ? Optional.of(open.isEmpty() ? Next.END : Next.COMMA) : Optional.empty();
    }

    private boolean literal() {
        int from = at;
        while (at < in.length() && RepairText.isLiteral(in.at(at))) {
            copy();
        }
        return at > from;
    }

    private void copy() {
        out.put(in.at(at), at);
        at++;
    }

    private void leaveOutComma() {
        if (comma >= 0) {
            int origin = out.origin(comma);
            out.remove(comma);
            note(What.COMMA, origin, origin + 1, "");
            comma = -1;
        }
    }

    /// Spaces are kept; comments and what only looks like a space are not.
    private void between() {
        while (at < in.length()) {
            int end = in.commentEnd(at);
            char c = in.at(at);
            if (end > at) {
                note(What.COMMENT, at, end, "");
                at = end;
            } else if (RepairText.isPlainSpace(c)) {
                copy();
            } else if (RepairText.isOddSpace(c)) {
                note(What.SPACE, at, at + 1, " ");
                out.put(' ', at);
                at++;
            } else {
                return;
            }
        }
    }

    private boolean string(boolean name) {
        char inside = name ? 'n' : open.isEmpty() ? 't' : open.peek();
        int end = in.stringEnd(at, inside);
        if (end < 0) {
            return false;
        }
        int start = at;
        int from = at + 1;
        int to = end;
        if (RepairText.isGuillemet(in.at(start))) {
            while (from < to && RepairText.isAnySpace(in.at(from))) {
                from++;
            }
        }
        if (RepairText.isGuillemet(in.at(end))) {
            while (to > from && RepairText.isAnySpace(in.at(to - 1))) {
                to--;
            }
        }
        int written = out.length();
        out.put('"', start);
        at = from;
        while (at < to) {
            character(to);
        }
        out.put('"', end);
        at = end + 1;
        if (in.at(start) != '"' || in.at(end) != '"') {
            note(What.QUOTES, start, end + 1, out.from(written));
        }
        return true;
    }

    private void character(int to) {
        char c = in.at(at);
        if (c == '\\') {
            int length = in.escapeLength(at, to);
            if (length == 0) {
                note(What.ESCAPE, at, at + 1, "\\\\");
                out.put('\\', at);
                copy();
            }
            for (int left = length; left > 0; left--) {
                copy();
            }
        } else if (c == '"') {
            note(What.ESCAPE, at, at + 1, "\\\"");
            out.put('\\', at);
            copy();
        } else if (c < ' ') {
            var spelt = RepairText.spelt(c);
            note(What.LINE, at, at + 1, spelt);
            for (int index = 0; index < spelt.length(); index++) {
                out.put(spelt.charAt(index), at);
            }
            at++;
        } else {
            copy();
        }
    }

    private void note(What what, int from, int to, String after) {
        var place = in.place(from);
        repairs.add(new Repair(what, place.line(), place.column(), in.shown(from, to), RepairText.shortened(after)));
    }

    private JsonProblem stuck() {
        return problem("json.unclear", at, in.shown(at, Math.min(in.length(), at + 20)));
    }

    private JsonProblem problem(String key, int offset, String detail) {
        var place = in.place(offset);
        return new JsonProblem(key, place.line(), place.column(), detail);
    }
}
