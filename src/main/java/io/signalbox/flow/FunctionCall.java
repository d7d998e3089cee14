package io.signalbox.flow;

import java.util.ArrayList;
import java.util.List;

/// One function with its arguments, as written after a `|`: `date:'dd/MM/yyyy'`.
public record FunctionCall(Function function, List<String> arguments) {
    public FunctionCall {
        arguments = List.copyOf(arguments);
        if (arguments.size() < function.fewestArguments() || arguments.size() > function.mostArguments()) {
            throw new SyntaxException(
                    "syntax.function.arguments", 0, function.key(), Integer.toString(function.fewestArguments()));
        }
    }

    /// @throws SyntaxException for an unknown function, a wrong number of arguments or an open quote
    public static FunctionCall parse(String text) {
        var words = words(text);
        var name = words.getFirst();
        var function = Function.of(name).orElseThrow(() -> new SyntaxException("syntax.function.unknown", 0, name));
        return new FunctionCall(function, words.subList(1, words.size()));
    }

    public Value applyTo(Value value, Locality locality) {
        return function.apply(value, arguments, locality);
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        boolean quoted = false;
        boolean wasQuoted = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quoted) {
                if (c == '\\' && at + 1 < text.length()) {
                    word.append(text.charAt(++at));
                } else if (c == '\'') {
                    quoted = false;
                } else {
                    word.append(c);
                }
            } else if (c == '\'' && word.toString().isBlank() && !wasQuoted) {
                word.setLength(0);
                quoted = true;
                wasQuoted = true;
            } else if (c == ':') {
                words.add(wasQuoted ? word.toString() : word.toString().strip());
                word.setLength(0);
                wasQuoted = false;
            } else if (!wasQuoted) {
                word.append(c);
            } else if (!Character.isWhitespace(c)) {
                throw new SyntaxException("syntax.function", at, text);
            }
        }
        if (quoted) {
            throw new SyntaxException("syntax.quote", text.length(), text);
        }
        words.add(wasQuoted ? word.toString() : word.toString().strip());
        return words;
    }

    @Override
    public String toString() {
        var text = new StringBuilder(function.key());
        for (var argument : arguments) {
            text.append(':').append(quote(argument));
        }
        return text.toString();
    }

    private static String quote(String argument) {
        boolean plain = !argument.isEmpty()
                && argument.chars()
                        .allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.' || c == '/');
        return plain ? argument : "'" + argument.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
