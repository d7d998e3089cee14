package io.signalbox.sandbox.whatsapp;

import io.signalbox.connector.whatsapp.Components;
import io.signalbox.connector.whatsapp.MessageRules;
import io.signalbox.connector.whatsapp.TemplateText;
import io.signalbox.flow.Value;
import io.signalbox.sandbox.Answer;
import io.signalbox.sandbox.Arrived;
import io.signalbox.sandbox.Asked;
import io.signalbox.sandbox.Faults;
import io.signalbox.sandbox.StandIn;
import io.signalbox.sandbox.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Answers as the WhatsApp Cloud API does, by the rules that the connector obeys.
final class WhatsAppStandIn implements StandIn {
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final String UNREACHABLE = "5500000000000";

    private final SampleTemplates templates;
    private final World world;
    private final InstantSource clock;
    private final Map<String, Instant> wroteAt = new ConcurrentHashMap<>();
    private final AtomicLong sent = new AtomicLong();

    WhatsAppStandIn(SampleTemplates templates, World world) {
        this.templates = templates;
        this.world = world;
        this.clock = world.clock();
    }

    /// The person wrote to us: free text reaches them for 24 hours.
    @Override
    public Answer inbound(Value said) {
        var from = digits(said.at("from").asText());
        if (from.isEmpty()) {
            return Answer.problem(400, "expected from: the digits of the person who wrote");
        }
        wroteAt.put(from, clock.instant());
        return Answer.ok();
    }

    @Override
    public Answer trouble(Faults.Fault fault) {
        if (fault.code() < 0) {
            return Answer.problem(fault.status(), "injected by the sandbox");
        }
        int status = fault.status() > 0 ? fault.status() : usualStatus(fault.code());
        return error(fault.code(), status, "Injected by the sandbox", "", 0);
    }

    @Override
    public Answer answer(Asked asked) {
        var token = asked.credentials("Bearer");
        if (token.isEmpty() || token.equals("expired")) {
            return error(190, "Error validating access token", "The access token is missing or has expired");
        }
        if (!asked.method().equals("POST")
                || asked.path().size() != 3
                || !asked.path().get(2).equals("messages")) {
            return error(
                    100, 400, "Unsupported request. Object does not exist or does not support this operation", "", 33);
        }
        return asked.json()
                .map(message -> message(message, asked.body()))
                .orElseGet(() -> error(100, "Invalid parameter", "The body is no JSON"));
    }

    private Answer message(Value message, String raw) {
        if (!message.at("messaging_product").asText().equals("whatsapp")) {
            return error(100, "The parameter messaging_product is required", "");
        }
        var to = digits(message.at("to").asText());
        if (to.isEmpty()) {
            return error(100, "The parameter to is required", "");
        }
        if (to.equals(UNREACHABLE)) {
            return error(131026, "Message undeliverable", "The recipient has no WhatsApp");
        }
        return switch (message.at("type").asText()) {
            case "template" -> template(message.at("template"), to, raw);
            case "", "text" -> text(message.at("text").at("body").asText(), to, raw);
            default ->
                error(131051, "Unsupported message type", message.at("type").asText());
        };
    }

    private Answer text(String text, String to, String raw) {
        if (MessageRules.textFault(text).isPresent()) {
            return error(100, "Invalid parameter", "text.body must have 1 to 4096 characters");
        }
        var wrote = wroteAt.get(to);
        if (wrote == null || wrote.plus(WINDOW).isBefore(clock.instant())) {
            return error(
                    131047,
                    "Re-engagement message",
                    "Message failed to send because more than 24 hours have passed since the customer last replied to"
                            + " this number");
        }
        return accepted(new Arrived("whatsapp", clock.instant(), to, Arrived.Look.BUBBLE, "", "", text, text, raw));
    }

    private Answer template(Value message, String to, String raw) {
        var name = message.at("name").asText();
        var language = message.at("language").at("code").asText();
        if (name.isEmpty() || language.isEmpty()) {
            return error(131008, "Required parameter is missing", "template.name and template.language.code");
        }
        for (var component : message.at("components").asItems()) {
            for (var parameter : component.at("parameters").asItems()) {
                var fault = parameter.at("text") instanceof Value.Text(var text)
                        ? MessageRules.parameterFault(text).orElse("")
                        : "parameter.empty";
                if (fault.equals("parameter.empty")) {
                    return error(
                            131008,
                            "Required parameter is missing",
                            component.at("type").asText());
                }
                if (!fault.isEmpty()) {
                    return error(
                            100,
                            "Invalid parameter",
                            "Param text cannot have new-line/tab characters or more than 4 consecutive spaces, nor more"
                                    + " than 1024 characters");
                }
            }
        }
        var rows = Components.rows(message.at("components"));
        return templates
                .find(name, language)
                .map(template -> template(template, rows, to, raw))
                .orElseGet(() -> error(
                        132001,
                        "Template name does not exist in the translation",
                        "template name (" + name + ") does not exist in " + language));
    }

    private Answer template(TemplateText template, Value.Fields rows, String to, String raw) {
        for (var part : List.of("header", "body")) {
            var expected = template.targets().stream()
                    .filter(target -> partOf(target).equals(part))
                    .toList();
            var given = rows.fields().keySet().stream()
                    .filter(target -> partOf(target).equals(part))
                    .toList();
            if (expected.size() != given.size()) {
                return error(
                        132000,
                        "Number of parameters does not match the expected number of params",
                        part + ": number of localizable_params (" + given.size()
                                + ") does not match the expected number of params (" + expected.size() + ")");
            }
            if (!expected.containsAll(given)) {
                return error(132012, "Parameter format does not match format in the created template", part);
            }
        }
        var buttons = new ArrayList<TemplateText.Button>();
        for (int index = 0; index < template.buttons().size(); index++) {
            var button = template.buttons().get(index);
            // A link button's ending may be left out here; then the message simply has no such button.
            if (!button.url().contains("{{") || rows.has("button." + index)) {
                buttons.add(button);
            }
        }
        var shown = new TemplateText(
                        template.name(),
                        template.language(),
                        template.header(),
                        template.body(),
                        template.footer(),
                        buttons)
                .filledWith(rows);
        return accepted(new Arrived(
                "whatsapp",
                clock.instant(),
                to,
                Arrived.Look.BUBBLE,
                template.name(),
                template.language(),
                "",
                shown.asText(),
                raw));
    }

    private static String partOf(String target) {
        return target.startsWith("header.") ? "header" : target.startsWith("button.") ? "button" : "body";
    }

    private Answer accepted(Arrived message) {
        world.arrived(message);
        var id = "wamid."
                + Base64.getEncoder()
                        .encodeToString((message.to() + ":" + clock.millis() + ":" + sent.incrementAndGet())
                                .getBytes(StandardCharsets.UTF_8));
        var contact = Value.fields("input", Value.of(message.to()), "wa_id", Value.of(message.to()));
        var made = Value.fields("id", Value.of(id), "message_status", Value.of("accepted"));
        return Answer.of(
                200,
                Value.fields("messaging_product", Value.of("whatsapp"))
                        .with("contacts", Value.items(contact))
                        .with("messages", Value.items(made)));
    }

    private static Answer error(int code, String message, String details) {
        return error(code, usualStatus(code), message, details, 0);
    }

    /// The status that usually comes with a code. Throttling comes as 400, so that whoever reads only it is found
    /// out.
    private static int usualStatus(int code) {
        return switch (code) {
            case 0, 190 -> 401;
            case 3, 10, 131031 -> 403;
            case 1, 2, 131000, 131016, 133004 -> 500;
            case 132001 -> 404;
            default -> 400;
        };
    }

    private static Answer error(int code, int status, String message, String details, int subcode) {
        var error = Value.fields("message", Value.of("(#" + code + ") " + message))
                .with("type", Value.of("OAuthException"))
                .with("code", Value.of(code));
        if (!details.isEmpty()) {
            error = error.with(
                    "error_data",
                    Value.fields("messaging_product", Value.of("whatsapp"), "details", Value.of(details)));
        }
        if (subcode != 0) {
            error = error.with("error_subcode", Value.of(subcode));
        }
        return Answer.of(status, Value.fields("error", error.with("fbtrace_id", Value.of("ASandboxTrace"))));
    }

    private static String digits(String number) {
        var digits = new StringBuilder();
        number.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        return digits.toString();
    }
}
