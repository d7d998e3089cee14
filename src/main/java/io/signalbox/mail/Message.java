package io.signalbox.mail;

import io.signalbox.connector.Letter;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A letter as the mail library writes it, under an id of its own.
final class Message extends MimeMessage {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String id;
    private final Sockets sockets;

    Message(Session session, Letter letter, Sockets sockets) throws MessagingException, IOException {
        super(session);
        this.sockets = sockets;
        var from = letter.from().address();
        this.id = "<" + letter.id() + "@" + ascii(from.substring(from.indexOf('@') + 1)) + ">";
        setFrom(address(letter.from()));
        setRecipients(RecipientType.TO, addresses(letter.to()));
        setRecipients(RecipientType.CC, addresses(letter.cc()));
        if (!letter.replyTo().isEmpty()) {
            setReplyTo(InternetAddress.parse(letter.replyTo(), true));
        }
        setSubject(letter.subject(), UTF_8);
        // Nobody on holiday answers a machine (RFC 3834).
        setHeader("Auto-Submitted", "auto-generated");
        if (letter.html().isEmpty()) {
            setText(letter.text(), UTF_8);
        } else if (letter.text().isEmpty()) {
            setText(letter.html(), UTF_8, "html");
        } else {
            setContent(alternatives(letter));
        }
        saveChanges();
    }

    private static MimeMultipart alternatives(Letter letter) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(letter.text(), UTF_8);
        var html = new MimeBodyPart();
        html.setText(letter.html(), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }

    private static InternetAddress[] addresses(List<Letter.Party> parties) throws MessagingException, IOException {
        var addresses = new InternetAddress[parties.size()];
        for (int at = 0; at < addresses.length; at++) {
            addresses[at] = address(parties.get(at));
        }
        return addresses;
    }

    private static InternetAddress address(Letter.Party party) throws MessagingException, IOException {
        var at = party.address().lastIndexOf('@');
        var plain = party.address().substring(0, at + 1) + ascii(party.address().substring(at + 1));
        var address =
                party.name().isEmpty() ? new InternetAddress(plain) : new InternetAddress(plain, party.name(), UTF_8);
        address.validate();
        return address;
    }

    /// A host in letters of its own has a spelling that every server knows.
    private static String ascii(String host) throws AddressException {
        try {
            return IDN.toASCII(host);
        } catch (IllegalArgumentException impossible) {
            throw new AddressException(String.valueOf(impossible.getMessage()), host);
        }
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    @Override
    public void writeTo(OutputStream into, String[] without) throws IOException, MessagingException {
        sockets.bodyBegins();
        super.writeTo(into, without);
    }
}
