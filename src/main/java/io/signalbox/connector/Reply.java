package io.signalbox.connector;

import io.signalbox.flow.Value;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What came back over the wire.
///
/// @param headers by lower-case name
/// @param body parsed as its content type says: JSON, a form, else the text; where bytes were asked for, see
/// [Outgoing#bytes], a text of one character for each
public record Reply(int status, Map<String, String> headers, Value body) {
    public Reply {
        var lower = new HashMap<String, String>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        headers = Map.copyOf(lower);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /// The body as it came, where bytes were asked for; empty where there was none.
    public byte[] bytes() {
        return body instanceof Value.Text(var text) ? text.getBytes(StandardCharsets.ISO_8859_1) : new byte[0];
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
