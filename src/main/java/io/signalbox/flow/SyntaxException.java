package io.signalbox.flow;

import java.util.List;

/// A text that a person wrote does not follow the rules of its kind. Carries the text key that says which rule.
public final class SyntaxException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String key;
    private final int position;
    private final transient List<String> arguments;

    /// @param key of the sentence in the text bundle
    /// @param position characters from the start of the text, from 0
    public SyntaxException(String key, int position, String... arguments) {
        super(key + " " + List.of(arguments));
        this.key = key;
        this.position = position;
        this.arguments = List.of(arguments);
    }

    /// The same problem in a longer text, in which this one begins at `start`.
    SyntaxException movedBy(int start) {
        return new SyntaxException(key, position + start, arguments.toArray(String[]::new));
    }

    public String key() {
        return key;
    }

    public int position() {
        return position;
    }

    public List<String> arguments() {
        return arguments;
    }
}
