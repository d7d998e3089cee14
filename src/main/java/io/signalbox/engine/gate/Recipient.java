package io.signalbox.engine.gate;

import io.signalbox.connector.Field.Recipient.Form;
import io.signalbox.flow.MailAddress;
import io.signalbox.flow.PhoneNumber;
import io.signalbox.flow.Value;
import java.util.List;
import java.util.Locale;

/// To whom a message goes.
///
/// @param address as the flow has it: international digits, a mail address or a service's own name for somebody; blank
/// when none was found
public record Recipient(Form form, String address) {
    private static final int LONGEST_NAME = 512;
    private static final int SHOWN = 3;

    /// The one way to write an address that is known to be valid.
    public static String normal(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    /// Something a service can deliver to: digits of a length that their country knows, or a mail address in form.
    public boolean isValid() {
        return switch (form) {
            case PHONE -> PhoneNumber.isPossible(address);
            case MAIL -> MailAddress.isPossible(address);
            case NAME ->
                !address.isBlank()
                        && address.length() <= LONGEST_NAME
                        && address.chars().noneMatch(Character::isISOControl);
        };
    }

    /// For where a person is told of somebody without being told who.
    public String masked() {
        return switch (form) {
            case PHONE -> PhoneNumber.masked(address);
            case MAIL -> MailAddress.masked(address);
            case NAME -> address.substring(0, Math.min(SHOWN, address.length() / 2)) + "…";
        };
    }

    /// All that a field names: the items of a list; mail addresses also with commas or semicolons between them.
    public static List<Recipient> in(Form form, Value value) {
        var addresses = form == Form.MAIL
                ? MailAddress.listed(value)
                : value.asItems().stream().map(Value::asText).toList();
        return addresses.stream()
                .map(address -> new Recipient(form, normal(address)))
                .toList();
    }

    /// Of an address in whichever form it is in.
    public static Recipient of(String address) {
        return new Recipient(address.indexOf('@') >= 0 ? Form.MAIL : Form.PHONE, normal(address));
    }
}
