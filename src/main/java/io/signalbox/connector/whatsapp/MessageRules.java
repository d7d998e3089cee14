package io.signalbox.connector.whatsapp;

import java.util.Optional;

/// What the Cloud API accepts in a message. The stand-in of the sandbox judges by the same rules as the connector.
public final class MessageRules {
    /// Characters in the body of a free text.
    public static final int LONGEST_TEXT = 4096;

    /// Characters in one parameter of a template.
    public static final int LONGEST_PARAMETER = 1024;

    private static final int MOST_SPACES = 4;

    private MessageRules() {}

    /// What is wrong with the text of a template's parameter, as an error key; empty when it can be sent.
    public static Optional<String> parameterFault(String text) {
        if (text.isBlank()) {
            return Optional.of("parameter.empty");
        }
        if (length(text) > LONGEST_PARAMETER) {
            return Optional.of("parameter.long");
        }
        int spaces = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\n' || c == '\r' || c == '\t') {
                return Optional.of("parameter.line");
            }
            spaces = c == ' ' ? spaces + 1 : 0;
            if (spaces > MOST_SPACES) {
                return Optional.of("parameter.spaces");
            }
        }
        return Optional.empty();
    }

    /// What is wrong with a free text, as an error key; empty when it can be sent.
    public static Optional<String> textFault(String text) {
        if (text.isBlank()) {
            return Optional.of("text.empty");
        }
        return length(text) > LONGEST_TEXT ? Optional.of("text.long") : Optional.empty();
    }

    /// Characters as people count them: an emoji outside the basic plane is one, as in the vendor's schema.
    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /// A place among positional parameters: `1`, `2` … `99`.
    public static boolean isPosition(String name) {
        return !name.isEmpty()
                && name.length() <= 2
                && name.charAt(0) != '0'
                && name.chars().allMatch(MessageRules::isDigit);
    }

    /// A parameter's name: letters, digits and underscores, beginning with a letter.
    public static boolean isName(String name) {
        return !name.isEmpty()
                && isLetter(name.charAt(0))
                && name.chars().allMatch(c -> isLetter(c) || isDigit(c) || c == '_');
    }

    /// A button's place: one digit, from 0.
    public static boolean isButton(String index) {
        return index.length() == 1 && isDigit(index.charAt(0));
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
