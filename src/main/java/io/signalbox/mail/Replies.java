package io.signalbox.mail;

import io.signalbox.connector.Letter;
import io.signalbox.connector.Reply;
import io.signalbox.engine.Exchange;
import io.signalbox.flow.Value;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/// What a mail server answered, as a reply whose status is the server's own code: 250 taken, 4xx another time, 5xx
/// never.
final class Replies {
    private Replies() {}

    /// A code and the words beside it.
    private record Said(int code, String text) {}

    static Exchange taken(SMTPTransport transport, Letter letter) {
        return answered(
                new Said(
                        transport.getLastReturnCode(),
                        transport.getLastServerResponse().strip()),
                Value.fields("messageId", Value.of(letter.id())));
    }

    static Exchange failed(Exception failure, String host, Sockets sockets) {
        var causes = causes(failure);
        var said = said(causes);
        if (said.isPresent()) {
            return answered(said.get(), Value.Fields.empty());
        }
        for (var cause : causes) {
            switch (cause) {
                case Sockets.ForbiddenAddress forbidden -> {
                    return new Exchange.Unanswered(forbidden.key(), host, false);
                }
                case AddressException unfit -> {
                    return new Exchange.Unanswered("address", String.valueOf(unfit.getRef()), false);
                }
                case IOException untrusted
                when Sockets.isTls(untrusted) && !sockets.saysBody() && !sockets.isLate() -> {
                    return new Exchange.Unanswered("certificate", host + ": " + untrusted.getMessage(), false);
                }
                default -> {}
            }
        }
        var words = String.valueOf(failure.getMessage());
        if (words.contains("STARTTLS is required")) {
            return new Exchange.Unanswered("tls-missing", host, false);
        }
        if (sockets.saysBody()) {
            return new Exchange.Lost(sockets.isLate() ? "timeout" : "broken-off", host + ": " + words);
        }
        return new Exchange.Unanswered("unreachable", host + ": " + words, true);
    }

    private static Exchange answered(Said said, Value.Fields more) {
        var body = more.with("code", Value.of(said.code())).with("reply", Value.of(said.text()));
        return new Exchange.Answered(new Reply(said.code(), Map.of(), body));
    }

    /// What the server said to a recipient counts before what was made of it for all; a refusal for ever before one for
    /// now.
    private static Optional<Said> said(List<Throwable> causes) {
        Optional<Said> worst = Optional.empty();
        for (var cause : causes) {
            if (cause instanceof SMTPAddressFailedException failed
                    && known(failed.getReturnCode(), "").isPresent()) {
                var said = new Said(failed.getReturnCode(), text(failed) + " (" + failed.getAddress() + ")");
                if (worst.isEmpty() || said.code() > worst.get().code()) {
                    worst = Optional.of(said);
                }
            }
        }
        return worst.or(
                () -> causes.stream().flatMap(cause -> code(cause).stream()).findFirst());
    }

    private static Optional<Said> code(Throwable cause) {
        return switch (cause) {
            case SMTPSenderFailedException failed -> known(failed.getReturnCode(), text(failed));
            case SMTPSendFailedException failed -> known(failed.getReturnCode(), text(failed));
            case AuthenticationFailedException failed ->
                // What a server asks after it refused a token is no answer yet.
                known(leading(text(failed), 0), text(failed)).or(() -> Optional.of(new Said(535, text(failed))));
            case MessagingException failed -> known(greeting(text(failed)), text(failed));
            default -> Optional.empty();
        };
    }

    private static Optional<Said> known(int code, String text) {
        return code >= 400 && code < 600 ? Optional.of(new Said(code, text)) : Optional.empty();
    }

    private static String text(Throwable cause) {
        return String.valueOf(cause.getMessage()).strip();
    }

    private static int leading(String text, int absent) {
        boolean coded = text.length() >= 3 && text.chars().limit(3).allMatch(c -> c >= '0' && c <= '9');
        return coded ? Integer.parseInt(text.substring(0, 3)) : absent;
    }

    /// A server that greets with a refusal is told of in words alone.
    private static int greeting(String text) {
        int at = text.indexOf("response: ");
        return at < 0 ? -1 : leading(text.substring(at + "response: ".length()), -1);
    }

    private static List<Throwable> causes(Throwable failure) {
        var causes = new ArrayList<Throwable>();
        var waiting = new ArrayList<Throwable>(List.of(failure));
        while (!waiting.isEmpty() && causes.size() < 32) {
            var next = waiting.removeFirst();
            causes.add(next);
            if (next instanceof MessagingException messaging && messaging.getNextException() != null) {
                waiting.add(messaging.getNextException());
            } else if (next.getCause() != null) {
                waiting.add(next.getCause());
            }
        }
        return causes;
    }
}
