package io.signalbox.sandbox.whatsapp;

import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.sandbox.Hooks;
import io.signalbox.sandbox.Signature;
import io.signalbox.sandbox.World;
import java.util.Map;

/// Tells of messages and statuses as Meta does: one change in an envelope, its bytes signed with the app's secret.
final class Webhook {
    private static final String DISPLAYED = "15550783881";

    private final World world;

    Webhook(World world) {
        this.world = world;
    }

    /// @param sender the phone number id
    /// @param contact who wrote
    void message(String sender, String contact, Value message) {
        tell(value(sender)
                .with(
                        "contacts",
                        Value.items(Value.fields("profile", Value.fields("name", Value.of("Sandbox " + contact)))
                                .with("wa_id", Value.of(contact))))
                .with("messages", Value.items(message)));
    }

    void status(String sender, Value status) {
        tell(value(sender).with("statuses", Value.items(status)));
    }

    private static Value.Fields value(String sender) {
        return Value.fields("messaging_product", Value.of("whatsapp"))
                .with(
                        "metadata",
                        Value.fields("display_phone_number", Value.of(DISPLAYED))
                                .with("phone_number_id", Value.of(sender)));
    }

    private void tell(Value.Fields value) {
        var change = Value.fields("value", value).with("field", Value.of("messages"));
        var entry = Value.fields("id", Value.of("102290129340398")).with("changes", Value.items(change));
        var body = Json.write(
                Value.fields("object", Value.of("whatsapp_business_account")).with("entry", Value.items(entry)));
        world.tell(hook -> new Hooks.Told(
                "application/json",
                Map.of("X-Hub-Signature-256", "sha256=" + Signature.hex("HmacSHA256", hook.secret(), body)),
                body));
    }
}
