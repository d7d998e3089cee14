package io.signalbox.mail;

import io.signalbox.connector.Outgoing;
import io.signalbox.connector.mail.Mail;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// How somebody shows a mail server who they are.
///
/// @param mechanisms as SMTP calls them; blank for nobody
/// @param secret password or token
record Login(String mechanisms, String user, String secret) {
    /// What the sign-in wrote into the header `Authorization`: user and password by `Basic`, a token by `Bearer`.
    static Login of(Outgoing outgoing) {
        var header = outgoing.headers().getOrDefault("Authorization", "");
        var shown = header.substring(header.indexOf(' ') + 1);
        if (header.isEmpty()) {
            return new Login("", "", "");
        }
        if (header.startsWith("Bearer ")) {
            return new Login("XOAUTH2", outgoing.headers().getOrDefault(Mail.MAILBOX, ""), shown);
        }
        var pair = new String(Base64.getDecoder().decode(shown), StandardCharsets.UTF_8);
        int colon = pair.indexOf(':');
        return new Login("PLAIN LOGIN", pair.substring(0, colon), pair.substring(colon + 1));
    }

    @Override
    public String toString() {
        return mechanisms + " " + user;
    }
}
