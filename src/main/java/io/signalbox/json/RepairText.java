package io.signalbox.json;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/// A text that is nearly JSON, and what its characters may have been meant as. All looks ahead are short, so that no
/// text takes longer than its length.
final class RepairText {
    private static final String DOUBLE = "\"“”„‟«»″＂";
    private static final String SINGLE = "'‘’‚‛′";
    private static final String GUILLEMETS = "«»";
    private static final int LOOK = 500;
    private static final int LONGEST_NAME = 260;
    private static final int SHOWN = 60;

    private final String text;
    private final int[] lines;

    RepairText(String text) {
        this.text = text;
        this.lines = IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, text.length())
                                .filter(index -> text.charAt(index) == '\n')
                                .map(index -> index + 1))
                .toArray();
    }

    int length() {
        return text.length();
    }

    char at(int index) {
        return text.charAt(index);
    }

    static boolean isQuote(char c) {
        return DOUBLE.indexOf(c) >= 0 || SINGLE.indexOf(c) >= 0;
    }

    static boolean isGuillemet(char c) {
        return GUILLEMETS.indexOf(c) >= 0;
    }

    static boolean isPlainSpace(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    static boolean isOddSpace(char c) {
        return c == '\uFEFF' || c == '\u200B' || (!isPlainSpace(c) && (Character.isSpaceChar(c) || c == '\f'));
    }

    static boolean isAnySpace(char c) {
        return isPlainSpace(c) || isOddSpace(c);
    }

    /// Part of a number, of true, false or null.
    static boolean isLiteral(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'E';
    }

    static String spelt(char c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(Locale.ROOT, "\\u%04x", (int) c);
        };
    }

    static String shortened(String piece) {
        return piece.length() <= SHOWN ? piece : piece.substring(0, SHOWN - 1) + "…";
    }

    /// The piece for a person: what cannot be seen is drawn.
    String shown(int from, int to) {
        var piece = new StringBuilder();
        for (char c : text.substring(from, Math.min(to, from + SHOWN + 1)).toCharArray()) {
            piece.append(
                    switch (c) {
                        case '\n', '\r' -> '↵';
                        case '\t' -> '⇥';
                        default -> isOddSpace(c) ? '␣' : c < ' ' ? '·' : c;
                    });
        }
        return shortened(piece.toString());
    }

    Json.Place place(int offset) {
        int found = Arrays.binarySearch(lines, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Json.Place(line + 1, offset - lines[line] + 1);
    }

    /// How long the escape at this backslash is; 0 when it is none.
    int escapeLength(int index, int to) {
        if (index + 1 >= to) {
            return 0;
        }
        char c = text.charAt(index + 1);
        if ("\"\\/bfnrt".indexOf(c) >= 0) {
            return 2;
        }
        if (c != 'u' || index + 6 > to) {
            return 0;
        }
        return text.substring(index + 2, index + 6).chars().allMatch(d -> Character.digit(d, 16) >= 0) ? 6 : 0;
    }

    /// Where the comment that begins here ends; the same place when none does. One that was broken into several lines
    /// goes on as long as these begin with a word.
    int commentEnd(int index) {
        return commentEnd(index, text.length());
    }

    /// @param limit as far as is looked
    private int commentEnd(int index, int limit) {
        if (index + 1 >= text.length() || text.charAt(index) != '/') {
            return index;
        }
        if (text.charAt(index + 1) == '*') {
            int end = text.indexOf("*/", index + 2, limit);
            return end < 0 ? limit : end + 2;
        }
        if (text.charAt(index + 1) != '/') {
            return index;
        }
        int end = lineEnd(index, limit);
        while (end < limit && beginsWithWord(end + 1)) {
            end = lineEnd(end + 1, limit);
        }
        return end;
    }

    private int lineEnd(int from, int limit) {
        int end = text.indexOf('\n', from, limit);
        return end < 0 ? limit : end;
    }

    private boolean beginsWithWord(int from) {
        int index = from;
        while (index < text.length() && (text.charAt(index) == ' ' || text.charAt(index) == '\t')) {
            index++;
        }
        return index < text.length()
                && Character.isLetter(text.charAt(index))
                && !text.startsWith("true", index)
                && !text.startsWith("false", index)
                && !text.startsWith("null", index);
    }

    /// Where the text that opens here closes: at the first quote behind which JSON goes on; -1 when there is none.
    ///
    /// @param inside `n` for a name, `{` or `[` for a value there, `t` for a value alone
    int stringEnd(int start, char inside) {
        char opening = text.charAt(start);
        if (opening == '"') {
            int plain = stringEnd(start, inside, "\"");
            return plain >= 0 ? plain : stringEnd(start, inside, DOUBLE);
        }
        return stringEnd(start, inside, DOUBLE.indexOf(opening) >= 0 ? DOUBLE : SINGLE);
    }

    private int stringEnd(int start, char inside, String closing) {
        for (int index = start + 1; index < text.length(); index++) {
            char c = text.charAt(index);
            if (c == '\\') {
                index++;
            } else if (closing.indexOf(c) >= 0 && goesOn(index + 1, inside)) {
                return index;
            }
        }
        return -1;
    }

    private boolean goesOn(int from, char inside) {
        int next = skipped(from);
        char c = charAt(next);
        return switch (inside) {
            case 'n' -> c == ':';
            case '{' -> (c == '}' && closes(next + 1)) || (c == ',' && (isName(skipped(next + 1)) || endsAfterComma(next, '}')));
            case '[' -> (c == ']' && closes(next + 1)) || (c == ',' && (isValue(skipped(next + 1)) || endsAfterComma(next, ']')));
            default -> next >= text.length();
        };
    }

    private boolean endsAfterComma(int comma, char bracket) {
        int next = skipped(comma + 1);
        return charAt(next) == bracket && closes(next + 1);
    }

    private boolean closes(int from) {
        int next = skipped(from);
        return next >= text.length() || ",}]".indexOf(text.charAt(next)) >= 0;
    }

    private boolean isName(int from) {
        if (!isQuote(charAt(from))) {
            return false;
        }
        int end = Math.min(text.length(), from + LONGEST_NAME);
        for (int index = from + 1; index < end && text.charAt(index) != '\n'; index++) {
            if (isQuote(text.charAt(index)) && charAt(spaces(index + 1, index + 9)) == ':') {
                return true;
            }
        }
        return false;
    }

    private boolean isValue(int from) {
        char c = charAt(from);
        return isQuote(c) || c == '{' || c == '[' || isLiteral(c);
    }

    /// Over spaces and comments, but not far.
    private int skipped(int from) {
        int end = Math.min(text.length(), from + LOOK);
        int index = spaces(from, end);
        while (index < end) {
            int comment = commentEnd(index, end);
            if (comment == index) {
                break;
            }
            index = spaces(comment, end);
        }
        return index;
    }

    private int spaces(int from, int end) {
        int index = from;
        while (index < end && index < text.length() && isAnySpace(text.charAt(index))) {
            index++;
        }
        return index;
    }

    /// A character that stands nowhere in JSON, behind the end.
    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : '\0';
    }
}
