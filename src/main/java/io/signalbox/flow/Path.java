package io.signalbox.flow;

import java.util.ArrayList;
import java.util.List;

/// Where a value lies: a node id (or `trigger`, the trigger that fired), then steps into its output.
/// Written `wo.tasks[0]["a name"]`.
public record Path(NodeId root, List<Step> steps) {

    public static final NodeId TRIGGER = new NodeId("trigger");

    public sealed interface Step {}

    public record Member(String name) implements Step {}

    public record Index(int index) implements Step {}

    public Path {
        steps = List.copyOf(steps);
    }

    /// @throws SyntaxException with the position of the first character that does not fit
    public static Path parse(String text) {
        return new Parser(text).whole();
    }

    /// The value that these steps lead to from `start`; nothing when a step leads nowhere.
    public Value from(Value start) {
        return from(start, 0);
    }

    /// The same without the first `skipped` steps.
    Value from(Value start, int skipped) {
        var value = start;
        for (int at = skipped; at < steps.size(); at++) {
            value = switch (steps.get(at)) {
                case Member(var name) -> value.at(name);
                case Index(var index) -> value.at(index);
            };
        }
        return value;
    }

    public Path member(String name) {
        var longer = new ArrayList<>(steps);
        longer.add(new Member(name));
        return new Path(root, longer);
    }

    public Path index(int index) {
        var longer = new ArrayList<>(steps);
        longer.add(new Index(index));
        return new Path(root, longer);
    }

    /// True when this path's steps begin with those of `shorter` and both have the same root.
    public boolean startsWith(Path shorter) {
        return root.equals(shorter.root)
                && steps.size() >= shorter.steps.size()
                && steps.subList(0, shorter.steps.size()).equals(shorter.steps);
    }

    @Override
    public String toString() {
        var text = new StringBuilder(root.value());
        for (var step : steps) {
            switch (step) {
                case Member(var name) when isPlain(name) -> text.append('.').append(name);
                case Member(var name) ->
                    text.append("[\"")
                            .append(name.replace("\\", "\\\\").replace("\"", "\\\""))
                            .append("\"]");
                case Index(var index) -> text.append('[').append(index).append(']');
            }
        }
        return text.toString();
    }

    private static boolean isPlain(String name) {
        return !name.isEmpty() && name.chars().allMatch(Path::isPlain);
    }

    private static boolean isPlain(int c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '$';
    }

    private static final class Parser {
        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        Path whole() {
            var root = plainName();
            if (!NodeId.isValid(root)) {
                throw new SyntaxException("syntax.path.root", 0, text);
            }
            var steps = new ArrayList<Step>();
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c == '.') {
                    var name = plainName();
                    if (name.isEmpty()) {
                        throw unfit();
                    }
                    steps.add(new Member(name));
                } else if (c == '[' && at < text.length()) {
                    steps.add(text.charAt(at) == '"' ? quoted() : index());
                } else {
                    at--;
                    throw unfit();
                }
            }
            return new Path(new NodeId(root), steps);
        }

        private String plainName() {
            int start = at;
            while (at < text.length() && isPlain(text.codePointAt(at))) {
                at += Character.charCount(text.codePointAt(at));
            }
            return text.substring(start, at);
        }

        private Step index() {
            int start = at;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                at++;
            }
            if (at == start || at - start > 6) {
                throw unfit();
            }
            int index = Integer.parseInt(text.substring(start, at));
            expect(']');
            return new Index(index);
        }

        private Step quoted() {
            at++;
            var name = new StringBuilder();
            while (at < text.length() && text.charAt(at) != '"') {
                if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                    at++;
                }
                name.append(text.charAt(at++));
            }
            expect('"');
            expect(']');
            return new Member(name.toString());
        }

        private void expect(char c) {
            if (at >= text.length() || text.charAt(at) != c) {
                throw unfit();
            }
            at++;
        }

        private SyntaxException unfit() {
            return new SyntaxException("syntax.path", at, text, Integer.toString(at + 1));
        }
    }
}
