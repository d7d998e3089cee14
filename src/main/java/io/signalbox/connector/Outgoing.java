package io.signalbox.connector;

import io.signalbox.flow.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// A request as data. What preview shows is what the gateway sends.
///
/// @param url absolute; every mapped part already percent-encoded
/// @param headers names as the service writes them
public record Outgoing(String method, String url, SequencedMap<String, String> headers, Body body) {
    private static final String BYTES = "application/octet-stream";

    public Outgoing {
        headers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(headers));
    }

    public sealed interface Body {}

    public record NoBody() implements Body {}

    public record JsonBody(Value value) implements Body {}

    /// @param json fields whose text is JSON; they stand behind the others
    public record FormBody(SequencedMap<String, String> fields, SequencedMap<String, Value> json) implements Body {
        public FormBody {
            fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
            json = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(json));
        }

        public FormBody(SequencedMap<String, String> fields) {
            this(fields, new LinkedHashMap<>());
        }
    }

    /// JSON whose bytes, as they go over the wire, are signed last of all. Made by the sign-in alone.
    public record SealedBody(Value value, Seal seal) implements Body {}

    /// The headers that vouch for a body.
    @FunctionalInterface
    public interface Seal {
        /// @param body exactly as it is sent
        Map<String, String> headers(byte[] body);
    }

    /// An e-mail; the address is that of the server, `smtps://` for TLS from the start, `smtp://` for TLS after the
    /// greeting, `smtp-plain://` for none.
    public record MailBody(Letter letter) implements Body {}

    public static Outgoing get(String url) {
        return new Outgoing("GET", url, new LinkedHashMap<>(), new NoBody());
    }

    /// The same for what is to come as it is, byte for byte: see [Reply#bytes].
    public static Outgoing bytes(String url) {
        return get(url).withHeader("Accept", BYTES);
    }

    /// True when the reply is not to be parsed.
    public boolean wantsBytes() {
        return BYTES.equals(headers.get("Accept"));
    }

    public static Outgoing json(String method, String url, Value body) {
        return new Outgoing(method, url, new LinkedHashMap<>(), new JsonBody(body));
    }

    /// The same, a JSON body signed when its bytes are made; others have nothing to sign.
    public Outgoing sealed(Seal seal) {
        return body instanceof JsonBody(var value)
                ? new Outgoing(method, url, headers, new SealedBody(value, seal))
                : this;
    }

    public Outgoing withHeader(String name, String value) {
        var changed = new LinkedHashMap<>(headers);
        changed.put(name, value);
        return new Outgoing(method, url, changed, body);
    }

    /// The same to another address.
    public Outgoing to(String address) {
        return new Outgoing(method, address, headers, body);
    }

    /// The same with one value in its query, in the place of one of that name.
    public Outgoing withQuery(String name, String value) {
        return to(Address.withQuery(url, name, value));
    }
}
