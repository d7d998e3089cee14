package io.signalbox.connector;

import io.signalbox.flow.Value;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// A call that came in at a webhook's address, as its sender made it.
public final class HookCall {
    private final String method;
    private final String url;
    private final Map<String, String> headers;
    private final Map<String, String> query;
    private final byte[] body;
    private final Supplier<Optional<Value>> read;

    /// @param url whole, as the sender called it
    /// @param headers by lower-case name
    /// @param query the first value of each name
    /// @param body not changed by anybody afterwards
    /// @param read the body as its content type says: JSON or a form; empty when it cannot be read
    public HookCall(
            String method,
            String url,
            Map<String, String> headers,
            Map<String, String> query,
            byte[] body,
            Supplier<Optional<Value>> read) {
        this.method = method;
        this.url = url;
        this.headers = Map.copyOf(headers);
        this.query = Map.copyOf(query);
        this.body = body;
        this.read = read;
    }

    boolean isGet() {
        return method.equals("GET");
    }

    String url() {
        return url;
    }

    /// Blank when it has none.
    String header(String name) {
        var value = headers.get(name);
        return value == null ? "" : value;
    }

    /// Blank when it has none.
    String query(String name) {
        var value = query.get(name);
        return value == null ? "" : value;
    }

    byte[] body() {
        return body;
    }

    boolean isForm() {
        return header("content-type").startsWith("application/x-www-form-urlencoded");
    }

    /// Only for what the verification itself needs: nothing else is read before it.
    Optional<Value> read() {
        return read.get();
    }
}
