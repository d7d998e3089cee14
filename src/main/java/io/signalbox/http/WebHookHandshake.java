package io.signalbox.http;

import java.util.Optional;

/// The question that a sender of CloudEvents asks before it sends (HTTP 1.1 Web Hooks for Event Delivery, 4.1): whether
/// this address wants events from that origin. Everybody may ask; what is sent afterwards still needs its token. How
/// much may be sent is not promised: who sends too much is answered 429.
final class WebHookHandshake {
    private static final int LONGEST = 253;

    private WebHookHandshake() {}

    static Answer answer(Asked asked) {
        var allowed = Answer.text(200, "", "").with("Allow", "POST");
        var origin = asked.header("webhook-request-origin").filter(WebHookHandshake::isOrigin);
        if (origin.isEmpty()) {
            return allowed;
        }
        var granted = allowed.with("WebHook-Allowed-Origin", origin.get());
        Optional<String> rate = asked.header("webhook-request-rate");
        return rate.isPresent() ? granted.with("WebHook-Allowed-Rate", "*") : granted;
    }

    /// The name of a system, as in DNS.
    private static boolean isOrigin(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST
                && text.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || c == '-'
                                || c == '.');
    }
}
