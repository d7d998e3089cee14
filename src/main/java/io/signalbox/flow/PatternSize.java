package io.signalbox.flow;

/// Whether a pattern that a person wrote stays small when it is compiled. Matching takes linear time whatever the
/// pattern, yet `((a{1000}){1000}){1000}` is compiled to as many steps as it can match, and deep nesting to as deep
/// calls.
final class PatternSize {
    private static final int LONGEST = 1_000;
    private static final long MOST_STEPS = 20_000;

    private final String pattern;
    private int at;

    private PatternSize(String pattern) {
        this.pattern = pattern;
    }

    static boolean isSmall(String pattern) {
        // Between \Q and \E nothing has a meaning; hardly anyone knows it, so it is not worth counting rightly.
        return pattern.length() <= LONGEST
                && !pattern.contains("\\Q")
                && new PatternSize(pattern).steps(true) <= MOST_STEPS;
    }

    /// Of all that follows, up to the end of the group.
    private long steps(boolean outermost) {
        long all = 0;
        long last = 0;
        while (at < pattern.length() && all <= MOST_STEPS) {
            char c = pattern.charAt(at++);
            if (c == ')' && !outermost) {
                return all;
            }
            if (c == '{') {
                long repeated = last * Math.max(1, count());
                all += repeated - last;
                last = repeated;
                continue;
            }
            last = switch (c) {
                case '(' -> Math.max(1, steps(false));
                case '[' -> characterClass();
                case '\\' -> escaped();
                default -> 1;
            };
            all += last;
        }
        return all;
    }

    private long escaped() {
        at++;
        return 1;
    }

    /// Brackets and braces have no meaning in `[…]`.
    private long characterClass() {
        at += pattern.startsWith("^", at) ? 1 : 0;
        at += pattern.startsWith("]", at) ? 1 : 0;
        while (at < pattern.length() && pattern.charAt(at) != ']') {
            if (pattern.startsWith("[:", at) && pattern.indexOf(":]", at) > 0) {
                at = pattern.indexOf(":]", at) + 1;
            } else if (pattern.charAt(at) == '\\') {
                at++;
            }
            at++;
        }
        at++;
        return 1;
    }

    /// The larger number of `{2,5}`.
    private long count() {
        long most = 0;
        long number = 0;
        while (at < pattern.length() && pattern.charAt(at) != '}') {
            char c = pattern.charAt(at++);
            number = c >= '0' && c <= '9' ? Math.min(MOST_STEPS, number * 10 + c - '0') : 0;
            most = Math.max(most, number);
        }
        at++;
        return most;
    }
}
