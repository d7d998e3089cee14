package io.signalbox.sandbox;

import io.signalbox.flow.Value;
import java.util.Map;

/// The vendors' words for trouble, each in its own envelope.
final class VendorAnswers {
    private VendorAnswers() {}

    static Answer of(Faults.Fault fault) {
        var answer = switch (fault.vendor()) {
            case "whatsapp" -> whatsAppFault(fault);
            case "fracttal" ->
                fracttal(
                        fault.status(),
                        fault.status() == 406 ? "Maximum number of requests exceeded" : "Injected by the sandbox");
            default -> Answer.problem(fault.status(), "injected by the sandbox");
        };
        return fault.retryAfter() > 0
                ? new Answer(
                        answer.status(), Map.of("Retry-After", Integer.toString(fault.retryAfter())), answer.body())
                : answer;
    }

    private static Answer whatsAppFault(Faults.Fault fault) {
        if (fault.code() < 0) {
            return Answer.problem(fault.status(), "injected by the sandbox");
        }
        int status = fault.status() > 0 ? fault.status() : whatsAppStatus(fault.code());
        return whatsApp(fault.code(), status, "Injected by the sandbox", "", 0);
    }

    /// The status that usually comes with a code. Throttling comes as 400, so that whoever reads only it is found
    /// out.
    static int whatsAppStatus(int code) {
        return switch (code) {
            case 0, 190 -> 401;
            case 3, 10, 131031 -> 403;
            case 1, 2, 131000, 131016, 133004 -> 500;
            case 132001 -> 404;
            default -> 400;
        };
    }

    static Answer whatsApp(int code, int status, String message, String details, int subcode) {
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

    static Answer fracttal(int status, String said) {
        return Answer.of(
                status,
                Value.fields("success", Value.of(false))
                        .with("message", Value.of(Integer.toString(status)))
                        .with("data", Value.of(said))
                        .with("total", Value.of(0)));
    }
}
