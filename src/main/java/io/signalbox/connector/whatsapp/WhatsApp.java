package io.signalbox.connector.whatsapp;

import com.google.auto.service.AutoService;
import io.signalbox.access.Account;
import io.signalbox.connector.Address;
import io.signalbox.connector.Auth;
import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Connector;
import io.signalbox.connector.ConnectorSpec;
import io.signalbox.connector.DeliveryStatus;
import io.signalbox.connector.Field;
import io.signalbox.connector.MetaHook;
import io.signalbox.connector.Operation;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.Reply;
import io.signalbox.connector.TemplateList;
import io.signalbox.connector.TemplateText;
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

    private static final String MESSAGING = "whatsapp_business_messaging";
    private static final Field TO = new Field.Recipient("to", List.of("phone", "from"));
    private static final Field BODY = new Field.LongText("text", true, MessageRules.LONGEST_BODY);
    private static final Field HEADER = new Field.Text("header", false, "");
    private static final Field FOOTER = new Field.Text("footer", false, "");
    private static final Field BUTTON = new Field.Text("button", true, "");
    private static final Field LINK = new Field.Text("link", true, "https://one.example.com/wo/OT-1496");
    private static final Field REPLY_TO = new Field.Text("reply-to", false, "wamid.HBgL…");

    private static final ConnectorSpec SPEC = new ConnectorSpec(
            "whatsapp",
            List.of(
                    new Field.Url("base-url", false, BASE),
                    new Field.Text("api-version", false, VERSION),
                    new Field.Text("phone-number-id", true, "106540352242922"),
                    new Field.Text("business-account-id", false, "102290129340398"),
                    new Field.Secret("access-token", true),
                    new Field.Secret("app-secret", false),
                    new Field.Secret("verify-token", false)),
            List.of(
                    send(
                                    "send-template",
                                    new Field.Template("template", "language", "wo_assigned"),
                                    new Field.Text("language", true, "pt_BR"),
                                    TO)
                            .mapped()
                            .needing(MESSAGING),
                    send(
                                    "send-text",
                                    TO,
                                    new Field.LongText("text", true, MessageRules.LONGEST_TEXT),
                                    new Field.Flag("preview-url", false),
                                    REPLY_TO)
                            .inReply()
                            .needing(MESSAGING),
                    send("send-buttons", TO, BODY, HEADER, FOOTER, REPLY_TO)
                            .mapped()
                            .inReply()
                            .needing(MESSAGING),
                    send("send-list", TO, BODY, BUTTON, HEADER, FOOTER, REPLY_TO)
                            .mapped()
                            .inReply()
                            .needing(MESSAGING),
                    send("send-link", TO, BODY, BUTTON, LINK, HEADER, FOOTER, REPLY_TO)
                            .inReply()
                            .needing(MESSAGING),
                    send(
                                    "send-media",
                                    TO,
                                    new Field.Choice("kind", List.of("image", "document", "video", "audio"), "image"),
                                    LINK,
                                    new Field.LongText("caption", false, MessageRules.LONGEST_BODY),
                                    new Field.Text("filename", false, "OT-1496.pdf"),
                                    REPLY_TO)
                            .inReply()
                            .needing(MESSAGING),
                    Operation.send(
                                    "mark-read",
                                    List.of(
                                            new Field.Text(
                                                    "message-id", true, "wamid.HBgL…", List.of("message_id", "id")),
                                            new Field.Flag("typing", false)),
                                    Value.fields("success", Value.of(true)))
                            .needing(MESSAGING)),
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
    public Optional<TemplateList> templates() {
        return Optional.of(new ApprovedTemplates());
    }

    @Override
    public Optional<DeliveryStatus.Teller> deliveries() {
        return Optional.of(new Statuses());
    }

    @Override
    public Optional<String> homeOf(String template) {
        return TemplateText.isContentSid(template) ? Optional.of("twilio") : Optional.empty();
    }

    /// Where an account is reached, up to the version.
    static Address address(Account account) throws CallProblem {
        return Address.of(or(account.value("base-url"), BASE)).segment(or(account.value("api-version"), VERSION));
    }

    @Override
    public Outgoing encode(Call call) throws CallProblem {
        var url = address(call.account())
                .segment(call.account().value("phone-number-id"))
                .path("/messages")
                .toString();
        return Outgoing.json("POST", url, call.operation().equals("mark-read") ? read(call) : message(call));
    }

    private static Value read(Call call) {
        var read = Value.fields("messaging_product", Value.of("whatsapp"))
                .with("status", Value.of("read"))
                .with("message_id", Value.of(call.text("message-id")));
        return call.text("typing").equals("true")
                ? read.with("typing_indicator", Value.fields("type", Value.of("text")))
                : read;
    }

    private static Value message(Call call) throws CallProblem {
        var message = Value.fields("messaging_product", Value.of("whatsapp"))
                .with("recipient_type", Value.of("individual"))
                .with("to", Value.of(call.text("to")));
        if (!call.text("reply-to").isBlank()) {
            message = message.with("context", Value.fields("message_id", Value.of(call.text("reply-to"))));
        }
        return switch (call.operation()) {
            case "send-text" -> text(call, message);
            case "send-buttons" -> interactive(message, Interactive.buttons(call));
            case "send-list" -> interactive(message, Interactive.list(call));
            case "send-link" -> interactive(message, Interactive.link(call));
            case "send-media" -> media(call, message);
            default -> template(call, message);
        };
    }

    private static Value interactive(Value.Fields message, Value.Fields interactive) {
        return message.with("type", Value.of("interactive")).with("interactive", interactive);
    }

    private static Value media(Call call, Value.Fields message) throws CallProblem {
        var kind = or(call.text("kind"), "image");
        MessageRules.address(call.text("link"));
        MessageRules.longest(call.text("caption"), MessageRules.LONGEST_BODY, "caption");
        var media = Value.fields("link", Value.of(call.text("link")));
        if (!kind.equals("audio") && !call.text("caption").isBlank()) {
            media = media.with("caption", Value.of(call.text("caption")));
        }
        if (kind.equals("document") && !call.text("filename").isBlank()) {
            media = media.with("filename", Value.of(call.text("filename")));
        }
        return message.with("type", Value.of(kind)).with(kind, media);
    }

    private static Value template(Call call, Value.Fields message) throws CallProblem {
        if (TemplateText.isContentSid(call.text("template"))) {
            throw new CallProblem("template.content-sid", call.text("template"));
        }
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
        if (call.operation().equals("mark-read") && reply.isSuccess()) {
            boolean done = reply.body().at("success") instanceof Value.Truth(var truth) && truth;
            return done ? new Outcome.Delivered(reply.body(), "") : failure(reply, call.attempt());
        }
        var id = reply.body().at("messages").at(0).at("id").asText();
        return reply.isSuccess() && !id.isEmpty()
                ? new Outcome.Delivered(reply.body(), id)
                : failure(reply, call.attempt());
    }

    /// What a reply means that brought nothing.
    static Outcome failure(Reply reply) {
        return failure(reply, 1);
    }

    private static Outcome failure(Reply reply, int attempt) {
        return VendorError.in(reply, attempt).orElseGet(() -> byStatus(reply));
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

    private static Operation send(String id, Field... fields) {
        return Operation.send(id, List.of(fields), accepted());
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
