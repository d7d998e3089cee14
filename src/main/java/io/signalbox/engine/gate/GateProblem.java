package io.signalbox.engine.gate;

import io.signalbox.flow.Texts;
import java.util.List;

/// A setting of the gate that cannot be taken. Carries the text key that says why.
public final class GateProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String key;
    private final transient List<String> arguments;

    /// @param key text key `problem.<key>`
    GateProblem(String key, String... arguments) {
        super(key + " " + String.join(", ", arguments));
        this.key = key;
        this.arguments = List.of(arguments);
    }

    public String key() {
        return key;
    }

    /// @param texts of this package
    public String text(Texts texts) {
        return texts.text("problem." + key, arguments.toArray());
    }
}
