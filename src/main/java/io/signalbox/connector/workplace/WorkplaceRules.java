package io.signalbox.connector.workplace;

/// What Workplace accepts in a message. The stand-in of the sandbox judges by the same rules as the connector.
///
/// The lengths of titles and payloads are documented; those of texts, and three buttons at most, are Messenger's, the
/// living relative (remembered).
public final class WorkplaceRules {
    public static final int LONGEST_TEXT = 2_000;
    public static final int LONGEST_QUESTION = 640;
    public static final int LONGEST_TITLE = 20;
    public static final int LONGEST_PAYLOAD = 1_000;
    public static final int MOST_BUTTONS = 3;

    private WorkplaceRules() {}

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
