package io.signalbox.connector;

import java.util.List;

/// A call that cannot be put on the wire: a value is too long, a segment of an address would leave its place.
public final class CallProblem extends Exception {
    private static final long serialVersionUID = 1;

    private final String key;
    private final transient List<String> arguments;

    /// @param key of the sentence in the connector's bundle, else in this package's
    public CallProblem(String key, String... arguments) {
        super(key + " " + List.of(arguments));
        this.key = key;
        this.arguments = List.of(arguments);
    }

    public String key() {
        return key;
    }

    public List<String> arguments() {
        return arguments;
    }
}
