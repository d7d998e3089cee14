package io.signalbox.mail;

import io.signalbox.connector.Letter;
import io.signalbox.connector.Outgoing;
import io.signalbox.engine.Exchange;
import io.signalbox.engine.Gateway;
import io.signalbox.http.AddressPolicy;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/// The way out for mail, beside which everything else takes the other one. One policy: 10 seconds to connect, 60 for
/// the
/// whole exchange, TLS of version 1.2 or newer with the server's name checked, private addresses only by the
/// allow-list,
/// and no password over an open line. A message goes to all its recipients or to none. Safe for use by several threads.
public final class MailGateway implements Gateway {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration EXCHANGE = Duration.ofSeconds(60);

    private final Gateway others;
    private final AddressPolicy policy;
    private final Optional<SSLSocketFactory> tls;
    private final Duration exchange;

    /// @param others takes what is no mail; closed with this one
    /// @param allowed `host:port` of private targets that every account may reach
    public MailGateway(Gateway others, Set<String> allowed) {
        this(others, allowed, Optional.empty(), EXCHANGE);
    }

    /// @param tls who is trusted; empty for whom Java trusts
    MailGateway(Gateway others, Set<String> allowed, Optional<SSLSocketFactory> tls, Duration exchange) {
        this.others = others;
        this.policy = new AddressPolicy(allowed);
        this.tls = tls;
        this.exchange = exchange;
    }

    @Override
    public Exchange send(Outgoing outgoing, Optional<String> privateHost) {
        if (!(outgoing.body() instanceof Outgoing.MailBody(var letter))) {
            return others.send(outgoing, privateHost);
        }
        var server = URI.create(outgoing.url());
        if (server.getHost() == null || AddressPolicy.isDisguised(server.getHost())) {
            return new Exchange.Unanswered("forbidden-address", server.getAuthority(), false);
        }
        var place = server.getHost() + ":" + server.getPort();
        boolean privately = policy.mayReachPrivate(server.getHost(), server.getPort())
                || privateHost.filter(place::equals).isPresent();
        var login = outgoing.headers().get("Authorization");
        if (login != null && server.getScheme().equals("smtp-plain")) {
            return new Exchange.Unanswered("plain-login", place, false);
        }
        return exchange(server, Login.of(outgoing), letter, outgoing.method(), new Sockets(privately));
    }

    private Exchange exchange(URI server, Login login, Letter letter, String method, Sockets sockets) {
        var session = Session.getInstance(properties(server, login, letter, sockets));
        var watch = Thread.startVirtualThread(() -> sockets.closeAfter(exchange));
        try (var transport = new SMTPTransport(session, null)) {
            connect(transport, server, login);
            if (method.equals("NOOP")) {
                transport.issueCommand("NOOP", 250);
                return Replies.taken(transport, letter);
            }
            var message = new Message(session, letter, sockets);
            transport.sendMessage(message, message.getAllRecipients());
            return Replies.taken(transport, letter);
        } catch (MessagingException | IOException failure) {
            return Replies.failed(failure, server.getHost(), sockets);
        } finally {
            watch.interrupt();
            sockets.close();
        }
    }

    private static void connect(SMTPTransport transport, URI server, Login login) throws MessagingException {
        boolean nobody = login.mechanisms().isEmpty();
        transport.connect(
                server.getHost(), server.getPort(), nobody ? null : login.user(), nobody ? null : login.secret());
    }

    private Properties properties(URI server, Login login, Letter letter, Sockets sockets) {
        var properties = new Properties();
        properties.put("mail.smtp.socketFactory", sockets);
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtp.connectiontimeout", Long.toString(CONNECT.toMillis()));
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.sendpartial", "false");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.auth", Boolean.toString(!login.mechanisms().isEmpty()));
        properties.put("mail.smtp.auth.mechanisms", login.mechanisms());
        // Where it comes from is the sender's domain; the name of this computer is nobody's business.
        var from = letter.from().address();
        properties.put("mail.smtp.localhost", from.substring(from.indexOf('@') + 1));
        tls.ifPresent(factory -> properties.put("mail.smtp.ssl.socketFactory", factory));
        switch (server.getScheme()) {
            case "smtps" -> properties.put("mail.smtp.ssl.enable", "true");
            case "smtp" -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            default -> {}
        }
        return properties;
    }

    @Override
    public void close() {
        others.close();
    }
}
