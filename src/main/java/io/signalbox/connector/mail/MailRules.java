package io.signalbox.connector.mail;

import java.util.Optional;

/// What a mail server takes, and what its codes mean (RFC 5321, RFC 4954). The stand-in of the sandbox judges by the
/// same rules as the connector. How many recipients and how large a message a server takes is its own choice: these are
/// the least that the standard asks of every server for recipients, and a size that the usual ones take.
public final class MailRules {
    /// Recipients of one message.
    public static final int MOST_RECIPIENTS = 100;

    /// Characters of a text.
    public static final int LONGEST = 100_000;

    /// Characters of a subject; the standard has lines end at 998.
    public static final int LONGEST_SUBJECT = 900;

    private MailRules() {}

    /// What is wrong with a message, as an error key; empty when it can be sent.
    static Optional<String> fault(int recipients, String subject, String text, String html) {
        if (recipients > MOST_RECIPIENTS) {
            return Optional.of("recipients");
        }
        if (subject.isBlank()) {
            return Optional.of("subject.empty");
        }
        if (subject.length() > LONGEST_SUBJECT) {
            return Optional.of("subject.long");
        }
        return text.length() > LONGEST || html.length() > LONGEST ? Optional.of("text.long") : Optional.empty();
    }

    /// True when the same message may be taken another time.
    static boolean isLater(int code) {
        return code >= 400 && code < 500;
    }

    /// The key of what a code means.
    static String reason(int code) {
        return switch (code) {
            case 450, 451 -> "grey";
            case 452 -> "full";
            case 530, 534, 535, 538 -> "sign-in";
            case 501, 550, 551, 553 -> "address";
            case 552 -> "large";
            case 554, 571 -> "policy";
            default -> isLater(code) ? "unavailable" : "refused";
        };
    }
}
