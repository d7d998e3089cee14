package io.signalbox.connector.slack;

import java.util.Optional;

/// What Slack accepts in a message. The stand-in of the sandbox judges by the same rules as the connector.
public final class SlackRules {
    /// Characters of a text; the vendor shortens longer ones without a word. Remembered, not in the vendor's
    /// specification.
    public static final int LONGEST = 40_000;

    /// Channels on one page.
    public static final int PAGE = 200;

    private SlackRules() {}

    /// What is wrong with a text, as an error key; empty when it can be sent.
    public static Optional<String> fault(String text) {
        if (text.isBlank()) {
            return Optional.of("text.empty");
        }
        return text.codePointCount(0, text.length()) > LONGEST ? Optional.of("text.long") : Optional.empty();
    }

    /// The text in which nothing calls everybody: `<!channel>` and its like are shown as they are written.
    static String calm(String text) {
        return text.replace("<!", "&lt;!");
    }
}
