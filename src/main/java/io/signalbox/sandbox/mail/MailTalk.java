package io.signalbox.sandbox.mail;

import io.signalbox.connector.Letter;
import io.signalbox.connector.mail.MailRules;
import io.signalbox.flow.MailAddress;
import io.signalbox.mail.Received;
import io.signalbox.sandbox.Arrived;
import io.signalbox.sandbox.Faults;
import io.signalbox.sandbox.World;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// One conversation by SMTP (RFC 5321), as a small server holds it. Which addresses it refuses is our own choice:
/// `nobody@…` does not exist, `full@…` has no room, `grey@…` is taken at the second try.
final class MailTalk {
    private static final int LARGEST = 1024 * 1024;
    private static final int LONGEST_LINE = 2_000;

    private final World world;
    private final Set<String> seen;
    private final InputStream in;
    private final OutputStream out;
    private final List<String> recipients = new ArrayList<>();
    private String sender = "";

    /// @param seen who tried once
    MailTalk(World world, Set<String> seen, InputStream in, OutputStream out) {
        this.world = world;
        this.seen = seen;
        this.in = new BufferedInputStream(in);
        this.out = out;
    }

    void run() throws IOException {
        say("220 sandbox ESMTP");
        while (true) {
            var line = line();
            var verb = line.strip().toUpperCase(Locale.ROOT).split("[ :]", 2)[0];
            switch (verb) {
                case "EHLO" -> say("250-sandbox\r\n250-8BITMIME\r\n250 SIZE " + LARGEST);
                case "HELO", "NOOP", "RSET" -> {
                    forget();
                    say("250 2.0.0 Ok");
                }
                case "MAIL" -> say(mail(address(line)));
                case "RCPT" -> say(recipient(address(line)));
                case "DATA" -> data();
                case "QUIT" -> {
                    say("221 2.0.0 Bye");
                    return;
                }
                case "STARTTLS", "AUTH" -> say("502 5.5.1 Not here");
                case "" -> {
                    return;
                }
                default -> say("500 5.5.2 Unknown command");
            }
        }
    }

    private void forget() {
        sender = "";
        recipients.clear();
    }

    private String mail(String from) throws IOException {
        forget();
        var trouble = world.fault();
        if (trouble.isPresent()) {
            pause(trouble.get());
            if (trouble.get().refuses()) {
                int code = trouble.get().code() > 0
                        ? trouble.get().code()
                        : trouble.get().status();
                return code + " " + (code < 500 ? "4.3.0" : "5.3.0") + " Injected by the sandbox";
            }
        }
        if (!MailAddress.isPossible(from)) {
            return "553 5.1.7 The sender's address is none";
        }
        sender = from;
        return "250 2.1.0 Ok";
    }

    private static void pause(Faults.Fault fault) throws IOException {
        try {
            Thread.sleep(fault.delay());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("the sandbox ends", stopped);
        }
    }

    private String recipient(String address) {
        if (sender.isEmpty()) {
            return "503 5.5.1 MAIL comes first";
        }
        if (recipients.size() >= MailRules.MOST_RECIPIENTS) {
            return "452 4.5.3 Too many recipients";
        }
        var name = address.substring(0, Math.max(0, address.indexOf('@')));
        if (!MailAddress.isPossible(address) || name.equals("nobody")) {
            return "550 5.1.1 There is no such mailbox: " + address;
        }
        if (name.equals("full")) {
            return "452 4.2.2 The mailbox is full: " + address;
        }
        if (name.equals("grey") && seen.add(sender + " " + address)) {
            return "450 4.7.1 Greylisted, try again: " + address;
        }
        recipients.add(address);
        return "250 2.1.5 Ok";
    }

    private void data() throws IOException {
        if (recipients.isEmpty()) {
            say("503 5.5.1 Nobody would get it");
            return;
        }
        say("354 End with a dot on a line of its own");
        var message = new ByteArrayOutputStream();
        for (var line = line(); !line.equals("."); line = line()) {
            var plain = line.startsWith(".") ? line.substring(1) : line;
            if (message.size() <= LARGEST) {
                message.writeBytes((plain + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        if (message.size() > LARGEST) {
            say("552 5.3.4 Larger than " + LARGEST);
            return;
        }
        var letter = Received.read(message.toByteArray());
        letter.ifPresent(read -> world.arrived(arrived(read, message.toString(StandardCharsets.UTF_8))));
        say(letter.isPresent() ? "250 2.0.0 Ok: queued as " + letter.get().id() : "554 5.6.0 This is no mail");
    }

    private Arrived arrived(Letter letter, String raw) {
        var text = letter.text().isEmpty() ? letter.html() : letter.text();
        return new Arrived(
                "mail",
                world.clock().instant(),
                String.join(", ", recipients),
                Arrived.Look.MAIL,
                "",
                "",
                letter.subject(),
                letter.from() + "\n" + letter.subject() + "\n\n" + text.strip(),
                raw);
    }

    private static String address(String line) {
        int open = line.indexOf('<');
        int close = line.indexOf('>', open);
        return open < 0 || close < 0 ? "" : line.substring(open + 1, close);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        while (true) {
            int c = in.read();
            if (c < 0) {
                throw new IOException("the line ended");
            }
            if (c == '\n') {
                int end = line.length();
                return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
            }
            if (line.length() > LONGEST_LINE) {
                throw new IOException("the line has no end");
            }
            line.append((char) c);
        }
    }

    private void say(String answer) throws IOException {
        out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
