package io.signalbox.sandbox.whatsapp;

import io.signalbox.flow.Value;
import io.signalbox.sandbox.Answer;

/// Errors in the envelope of Meta's Graph API.
final class GraphError {
    private GraphError() {}

    static Answer of(int code, String message, String details) {
        return of(code, usualStatus(code), message, details, 0);
    }

    /// The status that usually comes with a code. Throttling comes as 400, so that whoever reads only it is found
    /// out.
    static int usualStatus(int code) {
        return switch (code) {
            case 0, 190 -> 401;
            case 3, 10, 131031 -> 403;
            case 1, 2, 131000, 131016, 133004 -> 500;
            case 132001 -> 404;
            default -> 400;
        };
    }

    static Answer of(int code, int status, String message, String details, int subcode) {
        var error = Value.fields("message", Value.of("(#" + code + ") " + message))
                .with("type", Value.of("OAuthException"))
                .with("code", Value.of(code));
        if (!details.isEmpty()) {
            error = error.with(
                    "error_data",
                    Value.fields("messaging_product", Value.of("whatsapp"), "details", Value.of(details)));
        }
        if (subcode != 0) {
            error = error.with("error_subcode", Value.of(subcode));
        }
        return Answer.of(status, Value.fields("error", error.with("fbtrace_id", Value.of("ASandboxTrace"))));
    }
}
