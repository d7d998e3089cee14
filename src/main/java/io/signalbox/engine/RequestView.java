package io.signalbox.engine;

import io.signalbox.connector.Auth;
import io.signalbox.connector.Outgoing;
import io.signalbox.flow.Value;
import java.util.Map;

/// A request as people see it in previews and run histories: complete, with the authorization masked.
public final class RequestView {
    private RequestView() {}

    /// `{"method", "url", "headers", "body" or "form"}`.
    public static Value.Fields of(Auth auth, Outgoing outgoing) {
        return of(SignIn.masked(auth, outgoing));
    }

    /// @param masked without secrets already
    public static Value.Fields of(Outgoing masked) {
        var request = Value.fields("method", Value.of(masked.method()), "url", Value.of(masked.url()))
                .with("headers", texts(masked.headers()));
        return switch (masked.body()) {
            case Outgoing.NoBody _ -> request;
            case Outgoing.JsonBody(var body) -> request.with("body", body);
            case Outgoing.SealedBody(var body, var _) -> request.with("body", body);
            case Outgoing.MailBody(var letter) -> request.with("body", letter.asValue());
            case Outgoing.FormBody(var fields, var json) -> {
                var form = texts(fields);
                for (var field : json.entrySet()) {
                    form = form.with(field.getKey(), field.getValue());
                }
                yield request.with("form", form);
            }
        };
    }

    private static Value.Fields texts(Map<String, String> members) {
        var values = new Value.Gathering();
        members.forEach((name, value) -> values.with(name, Value.of(value)));
        return values.fields();
    }
}
