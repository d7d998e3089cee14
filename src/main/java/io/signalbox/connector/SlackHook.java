package io.signalbox.connector;

import io.signalbox.flow.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Slack's requests: time and body signed with the app's signing secret.
record SlackHook() implements Verifier {
    private static final Duration WINDOW = Duration.ofMinutes(5);

    @Override
    public String key() {
        return "slack";
    }

    @Override
    public List<String> needs() {
        return List.of("secret");
    }

    @Override
    public Judgement judge(HookCall call, HookKeys keys) {
        var time = call.header("x-slack-request-timestamp");
        var shown = call.header("x-slack-signature");
        boolean genuine = !call.isGet()
                && isNear(time, keys.now())
                && keys.secret("secret")
                        .filter(secret -> Hmac.same(
                                "v0="
                                        + Hmac.hex(
                                                "HmacSHA256",
                                                secret.value(),
                                                Hmac.utf8("v0:" + time + ":"),
                                                call.body()),
                                shown))
                        .isPresent();
        if (!genuine) {
            return new Refused();
        }
        var question = call.read().filter(body -> body.at("type").equals(Value.of("url_verification")));
        return question.<Judgement>map(
                        body -> new Handshake("text/plain", body.at("challenge").asText()))
                .orElseGet(Genuine::new);
    }

    /// Seconds since 1970, not further from now than five minutes either way.
    static boolean isNear(String time, Instant now) {
        return !time.isEmpty()
                && time.length() <= 12
                && time.chars().allMatch(c -> c >= '0' && c <= '9')
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), now)
                                .abs()
                                .compareTo(WINDOW)
                        <= 0;
    }

    @Override
    public List<HookItem> items(HookCall call, Value body) {
        var time = body.at("event_time").asText();
        boolean dated = !time.isEmpty() && time.length() <= 12 && time.chars().allMatch(c -> c >= '0' && c <= '9');
        return List.of(new HookItem(
                HookItem.identity(body.at("event_id").asText()),
                "",
                dated ? Optional.of(Instant.ofEpochSecond(Long.parseLong(time))) : Optional.empty(),
                body));
    }
}
