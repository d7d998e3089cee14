package io.signalbox.mail;

import io.signalbox.connector.Letter;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A message as it came over the wire, read back into a letter.
public final class Received {
    private Received() {}

    /// Empty when it is no mail.
    public static Optional<Letter> read(byte[] message) {
        try {
            var mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message));
            var id = mail.getMessageID() == null ? "" : mail.getMessageID().replace("<", "");
            var from = parties(mail.getHeader("From", ","));
            return Optional.of(new Letter(
                    id.contains("@") ? id.substring(0, id.indexOf('@')) : id,
                    from.isEmpty() ? new Letter.Party("", "") : from.getFirst(),
                    parties(mail.getHeader(RecipientType.TO.toString(), ",")),
                    parties(mail.getHeader(RecipientType.CC.toString(), ",")),
                    word(mail.getHeader("Reply-To", ",")),
                    word(mail.getSubject()),
                    body(mail, "text/plain"),
                    body(mail, "text/html")));
        } catch (MessagingException | IOException _) {
            return Optional.empty();
        }
    }

    private static String word(@Nullable String header) {
        return header == null ? "" : header;
    }

    private static List<Letter.Party> parties(@Nullable String header) throws AddressException {
        return Stream.of(InternetAddress.parseHeader(word(header), false))
                .map(address -> new Letter.Party(word(address.getPersonal()), address.getAddress()))
                .toList();
    }

    private static String body(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart several) {
            for (int at = 0; at < several.getCount(); at++) {
                var found = body(several.getBodyPart(at), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
