package io.signalbox.flow;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Optional;

/// Phone numbers as people type them and as messaging services want them.
public final class PhoneNumber {
    /// Digits that a masked number still shows.
    private static final int SHOWN = 4;

    private PhoneNumber() {}

    /// International digits without `+`: `(11) 99999-1234` with country code 55 gives `5511999991234`.
    /// Empty when the text is no possible number. Only ASCII digits count: others are refused, not converted.
    ///
    /// @param countryCode the country calling code of numbers written without one; empty: the number must carry its
    /// own
    public static Optional<String> digits(String text, String countryCode) {
        var trimmed = text.strip();
        if (trimmed.isEmpty() || trimmed.length() > 40 || !trimmed.chars().allMatch(PhoneNumber::fits)) {
            return Optional.empty();
        }
        if (isInternational(trimmed, countryCode)) {
            // Digits with the country code in front, the commonest form in the data: no parsing needed for the +.
            return possible("+" + trimmed, "ZZ");
        }
        return possible(trimmed, region(countryCode));
    }

    /// Digits only, with a country code, of a length that the country knows.
    public static boolean isPossible(String digits) {
        return !digits.isEmpty()
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && possible("+" + digits, "ZZ").isPresent();
    }

    /// `5511999991234` as a person reads it: `+55 11 99999-1234`; unreadable digits come back as they are.
    public static String readable(String digits) {
        try {
            var phones = PhoneNumberUtil.getInstance();
            return phones.format(phones.parse("+" + digits, "ZZ"), PhoneNumberUtil.PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException _) {
            return digits;
        }
    }

    /// `5511999991234` for where nobody need know whose it is: `+55 •• •••••-1234`.
    public static String masked(String digits) {
        var readable = readable(digits);
        int from = readable.startsWith("+") ? Math.max(0, readable.indexOf(' ')) : 0;
        var masked = new StringBuilder(readable);
        int left = (int) readable.substring(from)
                        .chars()
                        .filter(PhoneNumber::isDigit)
                        .count()
                - SHOWN;
        for (int at = from; at < masked.length() && left > 0; at++) {
            if (isDigit(masked.charAt(at))) {
                masked.setCharAt(at, '•');
                left--;
            }
        }
        return masked.toString();
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isInternational(String text, String countryCode) {
        return countryCode.isEmpty()
                ? text.charAt(0) != '+'
                : text.startsWith(countryCode)
                        && text.length() >= countryCode.length() + 10
                        && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean fits(int c) {
        return (c >= '0' && c <= '9') || " +-().  /".indexOf(c) >= 0;
    }

    private static String region(String countryCode) {
        if (countryCode.isEmpty()
                || countryCode.length() > 3
                || !countryCode.chars().allMatch(Character::isDigit)) {
            return "ZZ";
        }
        return PhoneNumberUtil.getInstance().getRegionCodeForCountryCode(Integer.parseInt(countryCode));
    }

    private static Optional<String> possible(String text, String region) {
        try {
            var phones = PhoneNumberUtil.getInstance();
            var number = phones.parse(text, region);
            return phones.isPossibleNumber(number)
                    ? Optional.of(phones.format(number, PhoneNumberUtil.PhoneNumberFormat.E164)
                            .substring(1))
                    : Optional.empty();
        } catch (NumberParseException _) {
            return Optional.empty();
        }
    }
}
