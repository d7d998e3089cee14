package io.signalbox.connector;

import io.signalbox.access.Secret;
import io.signalbox.flow.Value;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Twilio's requests: the whole public address and the form's parameters signed; other bodies by their hash in the
/// address.
public record TwilioHook() implements Verifier {
    private static final String SECRET = "secret";
    private static final String TOKEN = "auth-token";

    private record Parameter(String name, String value) {}

    @Override
    public String key() {
        return "twilio";
    }

    @Override
    public List<String> needs() {
        return List.of(SECRET, TOKEN);
    }

    @Override
    public Judgement judge(HookCall call, HookKeys keys) {
        return Verifier.genuineIf(keys.secret(TOKEN, SECRET)
                .filter(secret -> isGenuine(call, secret))
                .isPresent());
    }

    private static boolean isGenuine(HookCall call, Secret secret) {
        var hash = call.query("bodySHA256");
        var signed = new StringBuilder();
        if (!hash.isEmpty()) {
            if (!Hmac.same(sha256(call.body()), hash)) {
                return false;
            }
        } else if (call.isForm()) {
            parameters(call).forEach(each -> signed.append(each.name()).append(each.value()));
        } else if (call.body().length > 0) {
            // Nothing would vouch for it.
            return false;
        }
        boolean genuine = false;
        for (var url : spellings(call.url())) {
            genuine |= Hmac.same(
                    Hmac.base64("HmacSHA1", Hmac.utf8(secret.value()), Hmac.utf8(url + signed)),
                    call.header("x-twilio-signature"));
        }
        return genuine;
    }

    private static List<Parameter> parameters(HookCall call) {
        var parameters = new ArrayList<Parameter>();
        for (var pair : new String(call.body(), StandardCharsets.UTF_8).split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                parameters.add(
                        equals < 0
                                ? new Parameter(decoded(pair), "")
                                : new Parameter(
                                        decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1))));
            }
        }
        parameters.sort((one, other) -> one.name().equals(other.name())
                ? one.value().compareTo(other.value())
                : one.name().compareTo(other.name()));
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    /// Whether the usual port stands in the address that was signed depends on who signed it.
    private static List<String> spellings(String url) {
        int from = url.indexOf("://") + 3;
        int end = url.indexOf('/', from);
        if (from < 3 || end < 0) {
            return List.of(url);
        }
        var host = url.substring(from, end);
        var usual = url.startsWith("https:") ? ":443" : ":80";
        int colon = host.lastIndexOf(':');
        boolean ported = colon > host.lastIndexOf(']');
        var other = ported ? host.substring(0, colon) : host + usual;
        return List.of(url, url.substring(0, from) + other + url.substring(end));
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }

    /// A message's id comes again with each of its statuses. The query of the address is signed like the form, and the
    /// step in it is ours.
    @Override
    public List<HookItem> items(HookCall call, Value body) {
        var token = call.header("i-twilio-idempotency-token");
        var id = body.at("MessageSid").asText();
        var status = body.at("MessageStatus").isMissing() ? body.at("SmsStatus") : body.at("MessageStatus");
        var own = id.isEmpty() ? "" : id + "/" + status.asText();
        return List.of(new HookItem(
                HookItem.identity(own.isEmpty() ? token : own),
                kind(id, status.asText()),
                Optional.empty(),
                call.query("step").isEmpty() ? body : body.asFields().with("step", Value.of(call.query("step")))));
    }

    private static String kind(String id, String status) {
        if (id.isEmpty()) {
            return "";
        }
        return status.isEmpty() || status.equals("received") || status.equals("receiving")
                ? "twilio.messages.message_received"
                : "twilio.messages.message_status";
    }
}
