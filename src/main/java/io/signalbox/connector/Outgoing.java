package io.signalbox.connector;

import io.signalbox.flow.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// A request as data. What preview shows is what the gateway sends.
///
/// @param url absolute; every mapped part already percent-encoded
/// @param headers names as the service writes them
public record Outgoing(String method, String url, SequencedMap<String, String> headers, Body body) {
    public Outgoing {
        headers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(headers));
    }

    public sealed interface Body {}

    public record NoBody() implements Body {}

    public record JsonBody(Value value) implements Body {}

    public record FormBody(SequencedMap<String, String> fields) implements Body {
        public FormBody {
            fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
        }
    }

    public static Outgoing get(String url) {
        return new Outgoing("GET", url, new LinkedHashMap<>(), new NoBody());
    }

    public static Outgoing json(String method, String url, Value body) {
        return new Outgoing(method, url, new LinkedHashMap<>(), new JsonBody(body));
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
