package io.signalbox.connector.twilio;

import io.signalbox.flow.Value;
import java.util.Optional;

/// What Twilio accepts in a message. The stand-in of the sandbox judges by the same rules as the connector.
public final class ContentRules {
    /// Characters in the body of a free text.
    public static final int LONGEST_TEXT = 1600;

    private static final int LONGEST_VALUE = 1600;
    private static final int LONGEST_KEY = 16;
    private static final int MOST_VARIABLES = 100;

    private ContentRules() {}

    /// What is wrong with the variables of a content, as an error key, and the variable; empty when they can be sent.
    public static Optional<Fault> variablesFault(Value.Fields variables) {
        if (variables.fields().size() > MOST_VARIABLES) {
            return Optional.of(new Fault("variables.many", ""));
        }
        for (var variable : variables.fields().entrySet()) {
            var name = variable.getKey();
            var text = variable.getValue().asText();
            if (name.isEmpty() || name.length() > LONGEST_KEY || name.indexOf(' ') >= 0 || name.indexOf('.') >= 0) {
                return Optional.of(new Fault("variable.name", name));
            }
            if (text.isBlank()) {
                return Optional.of(new Fault("variable.empty", name));
            }
            if (text.codePointCount(0, text.length()) > LONGEST_VALUE) {
                return Optional.of(new Fault("variable.long", name));
            }
        }
        return Optional.empty();
    }

    /// @param key text key of the sentence
    public record Fault(String key, String variable) {}

    /// What is wrong with a free text, as an error key; empty when it can be sent.
    public static Optional<String> textFault(String text) {
        if (text.isBlank()) {
            return Optional.of("text.empty");
        }
        return text.codePointCount(0, text.length()) > LONGEST_TEXT ? Optional.of("text.long") : Optional.empty();
    }
}
