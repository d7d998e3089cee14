package io.signalbox.connector.whatsapp;

import io.signalbox.connector.CallProblem;
import io.signalbox.flow.Value;
import java.util.Optional;
import java.util.stream.Stream;

/// What the Cloud API accepts in a message. The stand-in of the sandbox judges by the same rules as the connector.
public final class MessageRules {
    /// Characters in the body of a free text.
    public static final int LONGEST_TEXT = 4096;

    /// Characters in one parameter of a template.
    public static final int LONGEST_PARAMETER = 1024;

    /// Characters in the text above buttons or a link.
    public static final int LONGEST_BODY = 1024;

    /// Characters of a header or a footer of words.
    public static final int LONGEST_HEADER = 60;

    public static final int MOST_BUTTONS = 3;

    /// Characters on a button.
    public static final int LONGEST_BUTTON = 20;

    public static final int MOST_ROWS = 10;

    /// Characters of a list's row.
    public static final int LONGEST_ROW = 24;

    public static final int LONGEST_DESCRIPTION = 72;

    /// Characters of what comes back when a button is pressed.
    public static final int LONGEST_ID = 256;

    /// Characters of a code to be copied.
    public static final int LONGEST_CODE = 20;

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

    /// What is wrong with a button or a row of a list, as an error key.
    ///
    /// @param id what comes back when it is chosen
    public static Optional<String> choiceFault(String id, String title, int longest) {
        if (title.isBlank()) {
            return Optional.of("choice.empty");
        }
        if (length(title) > longest) {
            return Optional.of(longest == LONGEST_BUTTON ? "choice.button" : "choice.row");
        }
        return id.isBlank() || length(id) > LONGEST_ID ? Optional.of("choice.id") : Optional.empty();
    }

    /// @param what `buttons` or `list`
    public static Optional<String> countFault(int count, int most, String what) {
        return count < 1 || count > most ? Optional.of("choice.count." + what) : Optional.empty();
    }

    /// What is wrong with an interactive message, as an error key; empty when it can be sent.
    public static Optional<String> interactiveFault(Value message) {
        var action = message.at("action");
        if (message.at("body").at("text").asText().isBlank()) {
            return Optional.of("text.empty");
        }
        return switch (message.at("type").asText()) {
            case "button" -> {
                var buttons = action.at("buttons").asItems();
                yield countFault(buttons.size(), MOST_BUTTONS, "buttons")
                        .or(() -> first(buttons.stream()
                                .map(button -> button.at("reply"))
                                .map(reply -> choiceFault(
                                        reply.at("id").asText(),
                                        reply.at("title").asText(),
                                        LONGEST_BUTTON))));
            }
            case "list" -> {
                var rows = action.at("sections").asItems().stream()
                        .flatMap(section -> section.at("rows").asItems().stream())
                        .toList();
                yield countFault(rows.size(), MOST_ROWS, "list")
                        .or(() -> first(rows.stream()
                                .map(row -> choiceFault(
                                        row.at("id").asText(), row.at("title").asText(), LONGEST_ROW))));
            }
            case "cta_url" ->
                isAddress(action.at("parameters").at("url").asText()) ? Optional.empty() : Optional.of("link");
            default -> Optional.of("kind");
        };
    }

    private static Optional<String> first(Stream<Optional<String>> faults) {
        return faults.flatMap(Optional::stream).findFirst();
    }

    /// @throws CallProblem when there is a fault
    static void fault(Optional<String> fault, String... arguments) throws CallProblem {
        if (fault.isPresent()) {
            throw new CallProblem(fault.get(), arguments);
        }
    }

    /// @throws CallProblem when the text is longer
    static void longest(String text, int most, String field) throws CallProblem {
        if (length(text) > most) {
            throw new CallProblem("long", field, Integer.toString(most));
        }
    }

    /// @throws CallProblem when the vendor could not fetch it
    static void address(String link) throws CallProblem {
        if (!isAddress(link)) {
            throw new CallProblem("link", link);
        }
    }

    /// An address on the web.
    public static boolean isAddress(String link) {
        return (link.startsWith("https://") || link.startsWith("http://"))
                && link.chars().noneMatch(Character::isWhitespace);
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
