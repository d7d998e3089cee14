package io.signalbox.sandbox.whatsapp;

import io.signalbox.connector.TemplateText;
import io.signalbox.connector.whatsapp.Components;
import io.signalbox.connector.whatsapp.MessageRules;
import io.signalbox.flow.Value;
import io.signalbox.sandbox.Answer;
import io.signalbox.sandbox.Arrived;
import io.signalbox.sandbox.Asked;
import io.signalbox.sandbox.Faults;
import io.signalbox.sandbox.StandIn;
import io.signalbox.sandbox.World;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Answers as the WhatsApp Cloud API does, by the rules that the connector obeys.
final class WhatsAppStandIn implements StandIn {
    private static final String UNREACHABLE = "5500000000000";

    /// The phone number id that is held to no limit, for trials of load.
    private static final String UNLIMITED = "unlimited";

    /// Accepted, and reported as failed a moment later.
    private static final String LOST = "5500000000001";

    private static final int PAGE = 10;

    private final SampleTemplates templates;
    private final World world;
    private final InstantSource clock;
    private final Happenings happenings;
    private final Limits limits = new Limits();

    WhatsAppStandIn(SampleTemplates templates, World world) {
        this.templates = templates;
        this.world = world;
        this.happenings = new Happenings(world);
        this.clock = world.clock();
    }

    @Override
    public Answer inbound(Value said) {
        return happenings.inbound(said);
    }

    @Override
    public Answer trouble(Faults.Fault fault) {
        if (fault.code() < 0) {
            return Answer.problem(fault.status(), "injected by the sandbox");
        }
        int status = fault.status() > 0 ? fault.status() : GraphError.usualStatus(fault.code());
        return GraphError.of(fault.code(), status, "Injected by the sandbox", "", 0);
    }

    @Override
    public Answer answer(Asked asked) {
        var token = asked.credentials("Bearer");
        if (token.isEmpty() || token.equals("expired")) {
            return GraphError.of(190, "Error validating access token", "The access token is missing or has expired");
        }
        if (asked.method().equals("GET")
                && asked.path().size() == 3
                && asked.path().get(2).equals("message_templates")) {
            return list(asked);
        }
        if (!asked.method().equals("POST")
                || asked.path().size() != 3
                || !asked.path().get(2).equals("messages")) {
            return GraphError.of(
                    100, 400, "Unsupported request. Object does not exist or does not support this operation", "", 33);
        }
        return asked.json()
                .map(message -> message(message, new Sent(asked.path().get(1), asked.body())))
                .orElseGet(() -> GraphError.of(100, "Invalid parameter", "The body is no JSON"));
    }

    /// A page of the account's templates, which the vendor follows by a cursor.
    private Answer list(Asked asked) {
        int from = Happenings.digits(asked.query().getOrDefault("after", "")).isEmpty()
                ? 0
                : Integer.parseInt(Happenings.digits(asked.query().getOrDefault("after", "")));
        int to = Math.min(from + PAGE, templates.listed().size());
        var page = Value.fields("data", new Value.Items(templates.listed().subList(Math.min(from, to), to)));
        if (to == templates.listed().size()) {
            return Answer.of(200, page);
        }
        var paging = Value.fields("cursors", Value.fields("after", Value.of(Integer.toString(to))))
                .with("next", Value.of("https://graph.facebook.com/next"));
        return Answer.of(200, page.with("paging", paging));
    }

    /// What goes along with a message through its checks.
    ///
    /// @param sender the phone number id
    /// @param raw the body as it came
    private record Sent(String sender, String raw) {}

    private Answer message(Value message, Sent raw) {
        if (!message.at("messaging_product").asText().equals("whatsapp")) {
            return GraphError.of(100, "The parameter messaging_product is required", "");
        }
        if (message.at("status").asText().equals("read")) {
            return message.at("message_id").isMissing()
                    ? GraphError.of(100, "Invalid parameter", "message_id is required")
                    : Answer.of(200, Value.fields("success", Value.of(true)));
        }
        var to = Happenings.digits(message.at("to").asText());
        if (to.isEmpty()) {
            return GraphError.of(100, "The parameter to is required", "");
        }
        if (to.equals(UNREACHABLE)) {
            return GraphError.of(131026, "Message undeliverable", "The recipient has no WhatsApp");
        }
        var key = message.at("biz_opaque_callback_data");
        return switch (message.at("type").asText()) {
            case "template" -> template(message.at("template"), to, raw, key);
            case "", "text" -> text(message.at("text").at("body").asText(), to, raw);
            case "interactive" -> interactive(message.at("interactive"), to, raw);
            case "image", "document", "video", "audio", "sticker" ->
                media(message.at("type").asText(), message.at(message.at("type").asText()), to, raw);
            default ->
                GraphError.of(
                        131051, "Unsupported message type", message.at("type").asText());
        };
    }

    private Answer text(String text, String to, Sent raw) {
        return MessageRules.textFault(text).isPresent()
                ? GraphError.of(100, "Invalid parameter", "text.body must have 1 to 4096 characters")
                : inWindow(text, to, raw);
    }

    private Answer interactive(Value message, String to, Sent raw) {
        var fault = MessageRules.interactiveFault(message);
        if (fault.isPresent()) {
            return GraphError.of(131009, "Parameter value is not valid", fault.get());
        }
        return inWindow(Shown.interactive(message), to, raw);
    }

    private Answer media(String kind, Value media, String to, Sent raw) {
        var link = media.at("link").asText();
        if (!MessageRules.isAddress(link)) {
            return GraphError.of(131053, "Media upload error", "the link of the " + kind + " cannot be loaded");
        }
        var caption = media.at("caption").asText();
        return inWindow(link + (caption.isEmpty() ? "" : "\n" + caption), to, raw);
    }

    private Answer inWindow(String text, String to, Sent raw) {
        if (!happenings.wroteLately(to)) {
            return GraphError.of(
                    131047,
                    "Re-engagement message",
                    "Message failed to send because more than 24 hours have passed since the customer last replied to"
                            + " this number");
        }
        return accepted(
                new Arrived("whatsapp", clock.instant(), to, Arrived.Look.BUBBLE, "", "", text, text, raw.raw()),
                raw,
                Value.nothing());
    }

    private Answer template(Value message, String to, Sent raw, Value key) {
        var name = message.at("name").asText();
        var language = message.at("language").at("code").asText();
        if (name.isEmpty() || language.isEmpty()) {
            return GraphError.of(131008, "Required parameter is missing", "template.name and template.language.code");
        }
        var rows = Components.rows(message.at("components"));
        for (var row : rows.fields().entrySet()) {
            var fault = MessageRules.parameterFault(row.getValue().asText()).orElse("");
            if (fault.equals("parameter.empty")) {
                return GraphError.of(131008, "Required parameter is missing", row.getKey());
            }
            if (!fault.isEmpty()) {
                return GraphError.of(
                        100,
                        "Invalid parameter",
                        "Param text cannot have new-line/tab characters or more than 4 consecutive spaces, nor more"
                                + " than 1024 characters");
            }
        }
        return templates
                .find(name, language)
                .map(template -> template(template, rows, to, raw, key))
                .orElseGet(() -> GraphError.of(
                        132001,
                        "Template name does not exist in the translation",
                        "template name (" + name + ") does not exist in " + language));
    }

    private Answer template(TemplateText template, Value.Fields rows, String to, Sent raw, Value key) {
        switch (template.status()) {
            case PAUSED -> {
                return GraphError.of(132015, "Template is Paused", template.name());
            }
            case DISABLED -> {
                return GraphError.of(132016, "Template is Disabled", template.name());
            }
            case APPROVED, PENDING, REJECTED, UNKNOWN -> {}
        }
        for (var part : List.of("header", "body")) {
            var expected = template.targets().stream()
                    .filter(target -> partOf(target).equals(part))
                    .toList();
            var given = rows.fields().keySet().stream()
                    .filter(target -> partOf(target).equals(part))
                    .toList();
            if (expected.size() != given.size()) {
                return GraphError.of(
                        132000,
                        "Number of parameters does not match the expected number of params",
                        part + ": number of localizable_params (" + given.size()
                                + ") does not match the expected number of params (" + expected.size() + ")");
            }
            if (!expected.containsAll(given)) {
                return GraphError.of(132012, "Parameter format does not match format in the created template", part);
            }
        }
        return accepted(
                new Arrived(
                        "whatsapp",
                        clock.instant(),
                        to,
                        Arrived.Look.BUBBLE,
                        template.name(),
                        template.language(),
                        "",
                        Shown.template(template, rows),
                        raw.raw()),
                raw,
                key);
    }

    private static String partOf(String target) {
        return target.startsWith("header.") ? "header" : target.startsWith("button.") ? "button" : "body";
    }

    private Answer accepted(Arrived message, Sent raw, Value key) {
        var refused = raw.sender().equals(UNLIMITED)
                ? Optional.<Integer>empty()
                : limits.refusal(message.to(), clock.instant());
        if (refused.isPresent()) {
            return refused.get() == 131056
                    ? GraphError.of(131056, "(Business Account, Consumer Account) pair rate limit hit", "")
                    : GraphError.of(
                            130429, "Rate limit hit", "Message failed to send because there were too many messages");
        }
        var id = happenings.id(message.to());
        if (message.to().equals(LOST)) {
            happenings.report(raw.sender(), id, message.to(), "failed", key, 131026);
        } else {
            world.arrived(message);
            for (var status : List.of("sent", "delivered", "read")) {
                happenings.report(raw.sender(), id, message.to(), status, key, 0);
            }
        }
        var contact = Value.fields("input", Value.of(message.to()), "wa_id", Value.of(message.to()));
        var made = Value.fields("id", Value.of(id), "message_status", Value.of("accepted"));
        return Answer.of(
                200,
                Value.fields("messaging_product", Value.of("whatsapp"))
                        .with("contacts", Value.items(contact))
                        .with("messages", Value.items(made)));
    }
}
