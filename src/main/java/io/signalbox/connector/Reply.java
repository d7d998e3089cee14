package io.signalbox.connector;

import io.signalbox.flow.Value;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What came back over the wire.
///
/// @param headers by lower-case name
/// @param body parsed as its content type says: JSON, a form, else the text
public record Reply(int status, Map<String, String> headers, Value body) {
    public Reply {
        var lower = new HashMap<String, String>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        headers = Map.copyOf(lower);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
