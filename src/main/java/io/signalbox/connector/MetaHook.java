package io.signalbox.connector;

import io.signalbox.access.Secret;
import io.signalbox.flow.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Meta's webhooks, for WhatsApp and Workplace: a question with a token to begin with, then each body signed with the
/// app's secret.
///
/// @param secretField of the app's secret
/// @param tokenField of the token that a person typed at Meta; where it is not set, the secret itself
public record MetaHook(String secretField, String tokenField) implements Verifier {
    /// The connection's field that says `true` where a call signed with SHA-1 alone is taken, too.
    public static final String OLDER = "sha1";

    private static final int LONGEST_CHALLENGE = 256;
    private static final int MILLIS_FROM = 12;

    @Override
    public String key() {
        return "meta";
    }

    @Override
    public List<String> needs() {
        return List.of(secretField);
    }

    @Override
    public Judgement judge(HookCall call, HookKeys keys) {
        if (call.isGet()) {
            return challenge(call, keys);
        }
        var shown = call.header("x-hub-signature-256");
        return Verifier.genuineIf(keys.secret(secretField)
                .filter(secret -> Hmac.same("sha256=" + Hmac.hex("HmacSHA256", secret.value(), call.body()), shown)
                        || (shown.isEmpty() && keys.value(OLDER).equals("true") && isSignedTheOldWay(secret, call)))
                .isPresent());
    }

    private static boolean isSignedTheOldWay(Secret secret, HookCall call) {
        return Hmac.same("sha1=" + Hmac.hex("HmacSHA1", secret.value(), call.body()), call.header("x-hub-signature"));
    }

    private Judgement challenge(HookCall call, HookKeys keys) {
        var challenge = call.query("hub.challenge");
        boolean genuine = call.query("hub.mode").equals("subscribe")
                && !challenge.isEmpty()
                && challenge.length() <= LONGEST_CHALLENGE
                && keys.secret(secretField).isPresent()
                && keys.secret(tokenField, secretField)
                        .filter(token -> Hmac.same(token.value(), call.query("hub.verify_token")))
                        .isPresent();
        return genuine ? new Handshake("text/plain", challenge) : new Refused();
    }

    @Override
    public List<HookItem> items(HookCall call, Value body) {
        var items = new ArrayList<HookItem>();
        for (var entry : body.at("entry").asItems()) {
            entry.at("messaging").asItems().forEach(item -> items.add(chat(item)));
            for (var change : entry.at("changes").asItems()) {
                var value = change.at("value");
                int before = items.size();
                value.at("messages").asItems().forEach(item -> items.add(message(item, value)));
                value.at("statuses").asItems().forEach(item -> items.add(status(item, value)));
                if (items.size() == before) {
                    items.add(new HookItem(
                            Optional.empty(),
                            "",
                            Optional.empty(),
                            value.asFields().with("field", change.at("field"))));
                }
            }
        }
        return items;
    }

    private static HookItem message(Value item, Value value) {
        return new HookItem(
                HookItem.identity(item.at("id").asText()),
                "whatsapp.messages.message_received",
                time(item),
                beside(item.asFields(), value));
    }

    /// One message has several statuses, and each comes with the message's id.
    private static HookItem status(Value item, Value value) {
        var id = item.at("id").asText();
        return new HookItem(
                HookItem.identity(
                        id.isEmpty() ? "" : id + "/" + item.at("status").asText()),
                "whatsapp.messages.message_status",
                time(item),
                beside(item.asFields(), value));
    }

    /// A message may itself be a list of contact cards; `contacts` names those who wrote it, as in every message.
    private static Value beside(Value.Fields item, Value value) {
        var data = item;
        if (item.has("contacts") && !value.at("contacts").isMissing()) {
            data = data.with("cards", item.at("contacts"));
        }
        return data.withPresent("metadata", value.at("metadata")).withPresent("contacts", value.at("contacts"));
    }

    private static HookItem chat(Value item) {
        var id = item.at("message").at("mid").asText();
        var moment = item.at("timestamp").asText();
        var other = item.at("sender").at("id").asText() + "/" + moment;
        boolean pressed = !item.at("postback").isMissing();
        return new HookItem(
                HookItem.identity(!id.isEmpty() ? id : moment.isEmpty() ? "" : other),
                pressed ? "workplace.messages.button_pressed" : "workplace.messages.message_received",
                time(item),
                item);
    }

    /// Seconds as text for WhatsApp, milliseconds as a number for Workplace.
    private static Optional<Instant> time(Value item) {
        var text = item.at("timestamp").asText();
        if (text.isEmpty() || text.length() > 15 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        long number = Long.parseLong(text);
        return Optional.of(text.length() >= MILLIS_FROM ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number));
    }
}
