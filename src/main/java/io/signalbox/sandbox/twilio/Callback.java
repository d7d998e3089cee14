package io.signalbox.sandbox.twilio;

import io.signalbox.sandbox.Hooks;
import io.signalbox.sandbox.Signature;
import io.signalbox.sandbox.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/// Tells of messages and statuses as Twilio does: a form, signed together with the whole address that it is sent to.
final class Callback {
    private final World world;

    Callback(World world) {
        this.world = world;
    }

    /// @param url that a message named for its reports; blank for what is registered
    void tell(String url, SortedMap<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        var signed = form.entrySet().stream()
                .map(field -> field.getKey() + field.getValue())
                .collect(Collectors.joining());
        world.tellAt(
                url,
                hook -> new Hooks.Told(
                        "application/x-www-form-urlencoded",
                        Map.of("X-Twilio-Signature", Signature.base64("HmacSHA1", hook.secret(), hook.url() + signed)),
                        body));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
