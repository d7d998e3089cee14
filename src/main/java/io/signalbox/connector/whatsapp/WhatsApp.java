package io.signalbox.connector.whatsapp;

import com.google.auto.service.AutoService;
import io.signalbox.access.Account;
import io.signalbox.connector.Address;
import io.signalbox.connector.Auth;
import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Connector;
import io.signalbox.connector.ConnectorSpec;
import io.signalbox.connector.Field;
import io.signalbox.connector.MetaHook;
import io.signalbox.connector.Operation;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.Reply;
import io.signalbox.connector.Verifier;
import io.signalbox.flow.Value;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// WhatsApp Business Platform, Cloud API: templates at any time, free text within 24 hours of the person's last
/// message.
///
/// The vendor has no key that would stop a repeated call from being a second message.
@AutoService(Connector.class)
public final class WhatsApp implements Connector {
    private static final String HOST = "graph.facebook.com";
    private static final String BASE = "https://" + HOST;
    private static final String VERSION = "v23.0";

    private static final ConnectorSpec SPEC = new ConnectorSpec(
            "whatsapp",
            List.of(
                    new Field.Url("base-url", false, BASE),
                    new Field.Text("api-version", false, VERSION),
                    new Field.Text("phone-number-id", true, "106540352242922"),
                    new Field.Secret("access-token", true),
                    new Field.Secret("app-secret", false),
                    new Field.Secret("verify-token", false)),
            List.of(
                    Operation.send(
                                    "send-template",
                                    List.of(
                                            new Field.Template("template", "language", "wo_assigned"),
                                            new Field.Text("language", true, "pt_BR"),
                                            new Field.Recipient("to", List.of("phone", "from"))),
                                    accepted())
                            .mapped(),
                    Operation.send(
                                    "send-text",
                                    List.of(
                                            new Field.Recipient("to", List.of("phone", "from")),
                                            new Field.LongText("text", true, MessageRules.LONGEST_TEXT),
                                            new Field.Flag("preview-url", false)),
                                    accepted())
                            .inReply()),
            Optional.of(new ConnectorSpec.Pace(
                    HOST,
                    80,
                    Duration.ofSeconds(1),
                    Optional.of(new ConnectorSpec.PerRecipient(45, Duration.ofSeconds(6))))));

    @Override
    public ConnectorSpec spec() {
        return SPEC;
    }

    @Override
    public Auth auth(Account account) {
        return new Auth.Bearer("access-token");
    }

    @Override
    public Optional<Verifier> verifier() {
        return Optional.of(new MetaHook("app-secret", "verify-token"));
    }

    @Override
    public Outgoing encode(Call call) throws CallProblem {
        var account = call.account();
        var url = Address.of(or(account.value("base-url"), BASE))
                .segment(or(account.value("api-version"), VERSION))
                .segment(account.value("phone-number-id"))
                .path("/messages")
                .toString();
        var message = Value.fields("messaging_product", Value.of("whatsapp"))
                .with("recipient_type", Value.of("individual"))
                .with("to", Value.of(call.text("to")));
        return Outgoing.json(
                "POST", url, call.operation().equals("send-text") ? text(call, message) : template(call, message));
    }

    private static Value template(Call call, Value.Fields message) throws CallProblem {
        var template = Value.fields(
                "name",
                Value.of(call.text("template")),
                "language",
                Value.fields("code", Value.of(call.text("language"))));
        var components = Components.of(call.fields());
        if (!components.items().isEmpty()) {
            template = template.with("components", components);
        }
        // Comes back in the status webhook, so a message whose reply was lost can still be told from one never sent.
        // The schema of a text message admits no such member, so only templates carry it.
        return message.with("type", Value.of("template"))
                .with("template", template)
                .withPresent("biz_opaque_callback_data", Value.of(call.key()));
    }

    private static Value text(Call call, Value.Fields message) throws CallProblem {
        var body = call.text("text");
        var fault = MessageRules.textFault(body);
        if (fault.isPresent()) {
            throw new CallProblem(fault.get());
        }
        boolean preview = call.text("preview-url").equals("true");
        return message.with("type", Value.of("text"))
                .with("text", Value.fields("body", Value.of(body), "preview_url", Value.of(preview)));
    }

    @Override
    public Outcome decode(Call call, Reply reply) {
        var id = reply.body().at("messages").at(0).at("id").asText();
        if (reply.isSuccess() && !id.isEmpty()) {
            return new Outcome.Delivered(reply.body(), id);
        }
        return VendorError.in(reply).orElseGet(() -> byStatus(reply));
    }

    private static Outcome byStatus(Reply reply) {
        return switch (Outcome.ofStatus(reply, "")) {
            // A page of some proxy in between, answered with 200, is no message sent.
            case Outcome.Delivered(var output, var _) -> new Outcome.Refused("no-message", output.asText());
            // The token is a static one: a new one can only be made by a person.
            case Outcome.SignInAgain(var _, var detail) -> new Outcome.Refused("token", detail);
            case Outcome.Refused refused -> refused;
            case Outcome.TryLater later -> later;
        };
    }

    private static Value accepted() {
        return Value.fields("messaging_product", Value.of("whatsapp"))
                .with(
                        "contacts",
                        Value.items(
                                Value.fields("input", Value.of("5511999991234"), "wa_id", Value.of("5511999991234"))))
                .with("messages", Value.items(Value.fields("id", Value.of("wamid.HBgLNTUxMTk5OTk5MTIzNBUCABEYEjlB"))));
    }

    private static String or(String value, String preset) {
        return value.isBlank() ? preset : value;
    }
}
