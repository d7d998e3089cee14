package io.signalbox.http;

import java.nio.charset.StandardCharsets;

/// The raw bytes of a request's body: signatures are made over them, so they are kept as they came.
final class Body {
    private final byte[] bytes;

    /// @param bytes not changed by anybody afterwards
    Body(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    boolean isEmpty() {
        return bytes.length == 0;
    }

    /// Read as UTF-8.
    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
