package io.signalbox.flow;

import java.util.Arrays;
import java.util.List;

/// Mail addresses: whether a text has the form of one, and how it is shown without saying whose it is.
public final class MailAddress {
    private static final int LONGEST = 254;
    private static final int LONGEST_NAME = 64;
    private static final String MARKS = "!#$%&'*+-/=?^_`{|}~.";

    private MailAddress() {}

    /// One name, one `@`, one host of at least two parts. Quoted names and addresses of machines by number, which no
    /// person has, are refused.
    public static boolean isPossible(String text) {
        int at = text.indexOf('@');
        return text.length() <= LONGEST
                && at > 0
                && at <= LONGEST_NAME
                && at == text.lastIndexOf('@')
                && isName(text.substring(0, at))
                && isHost(text.substring(at + 1));
    }

    /// The addresses in a text with commas or semicolons between them, or in a list of such.
    public static List<String> listed(Value value) {
        return value.asItems().stream()
                .flatMap(item -> Arrays.stream(item.asText().replace(';', ',').split(",", -1)))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
    }

    /// `a•••@example.com`
    public static String masked(String address) {
        int at = address.indexOf('@');
        return at < 1 ? "•••" : address.substring(0, address.offsetByCodePoints(0, 1)) + "•••" + address.substring(at);
    }

    private static boolean isName(String name) {
        return !name.startsWith(".")
                && !name.endsWith(".")
                && !name.contains("..")
                && name.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || MARKS.indexOf(c) >= 0);
    }

    private static boolean isHost(String host) {
        var parts = host.split("\\.", -1);
        return parts.length > 1
                && parts[parts.length - 1].length() > 1
                && parts[parts.length - 1].codePoints().noneMatch(Character::isDigit)
                && Arrays.stream(parts).allMatch(MailAddress::isLabel);
    }

    private static boolean isLabel(String label) {
        return !label.isEmpty()
                && label.length() <= 63
                && !label.startsWith("-")
                && !label.endsWith("-")
                && label.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '-');
    }
}
