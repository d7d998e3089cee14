package io.signalbox.connector;

import io.signalbox.flow.Value;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// An e-mail as data. Nothing in it can begin a header of its own: line breaks and other control characters are spaces
/// everywhere but in the two bodies.
///
/// @param id the same for every attempt of a step, so that a repeat can be recognised; becomes the Message-ID
/// @param replyTo blank for the sender's own address
/// @param text blank when there is only HTML
/// @param html blank when there is only text
public record Letter(
        String id,
        Party from,
        List<Party> to,
        List<Party> cc,
        String replyTo,
        String subject,
        String text,
        String html) {
    /// @param name as shown; may be blank
    public record Party(String name, String address) {
        public Party {
            name = line(name);
            address = line(address);
        }

        @Override
        public String toString() {
            return name.isEmpty() ? address : name + " <" + address + ">";
        }
    }

    public Letter {
        id = line(id);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        replyTo = line(replyTo);
        subject = line(subject);
    }

    /// As previews and run histories show it.
    public Value.Fields asValue() {
        return Value.fields("from", Value.of(from.toString()))
                .with("to", Value.of(names(to)))
                .withPresent("cc", Value.of(names(cc)))
                .withPresent("reply-to", Value.of(replyTo))
                .with("subject", Value.of(subject))
                .withPresent("text", Value.of(text))
                .withPresent("html", Value.of(html));
    }

    /// The same with every text that a person reads changed.
    public Letter with(UnaryOperator<String> change) {
        return new Letter(id, from, to, cc, replyTo, change.apply(subject), change.apply(text), change.apply(html));
    }

    private static String names(List<Party> parties) {
        return parties.stream().map(Party::toString).collect(Collectors.joining(", "));
    }

    private static String line(String text) {
        var line = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> line.appendCodePoint(Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c));
        return line.toString().strip();
    }
}
