package io.signalbox.sandbox.twilio;

import io.signalbox.flow.Value;
import io.signalbox.sandbox.Answer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/// Answers in the form of the vendor's published examples.
final class Resources {
    private Resources() {}

    static Answer message(String account, String sid, String body, Map<String, String> form, Instant now) {
        var time = DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atZone(ZoneOffset.UTC));
        return Answer.of(
                201,
                Value.fields("sid", Value.of(sid), "account_sid", Value.of(account))
                        .with("api_version", Value.of("2010-04-01"))
                        .with("body", Value.of(body))
                        .with("date_created", Value.of(time))
                        .with("direction", Value.of("outbound-api"))
                        .with("error_code", Value.nothing())
                        .with("error_message", Value.nothing())
                        .with("from", Value.of(form.getOrDefault("From", "")))
                        .with("status", Value.of("queued"))
                        .with("to", Value.of(form.getOrDefault("To", "")))
                        .with("uri", Value.of("/2010-04-01/Accounts/" + account + "/Messages/" + sid + ".json")));
    }

    static Answer error(int status, int code, String message) {
        return Answer.of(
                status,
                Value.fields("code", Value.of(code), "message", Value.of(message))
                        .with("more_info", Value.of("https://www.twilio.com/docs/errors/" + code))
                        .with("status", Value.of(status)));
    }
}
