package io.signalbox.connector.twilio;

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
import io.signalbox.connector.Operation;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.Reply;
import io.signalbox.connector.TemplateList;
import io.signalbox.connector.TemplateText;
import io.signalbox.connector.TwilioHook;
import io.signalbox.connector.Verifier;
import io.signalbox.flow.Value;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// WhatsApp through Twilio: contents at any time, free text within 24 hours of the person's last message.
///
/// The vendor has no key that would stop a repeated call from being a second message.
@AutoService(Connector.class)
public final class Twilio implements Connector {
    static final String CONTENT = "https://content.twilio.com";

    /// In the address for status reports: the step that sent the message.
    static final String STEP = "step";

    private static final String HOST = "api.twilio.com";
    private static final String BASE = "https://" + HOST;
    private static final Field TO = new Field.Recipient("to", List.of("phone", "from"));

    private static final ConnectorSpec SPEC = new ConnectorSpec(
            "twilio",
            List.of(
                    new Field.Text("account-sid", true, "AC…"),
                    new Field.Secret("auth-token", true),
                    new Field.Text("sender", false, "14155238886"),
                    new Field.Text("messaging-service-sid", false, "MG…"),
                    new Field.Text("api-key", false, "SK…"),
                    new Field.Secret("api-secret", false),
                    new Field.Url("status-callback", false, ""),
                    new Field.Url("public-url", false, ""),
                    new Field.Url("base-url", false, BASE),
                    new Field.Url("content-url", false, CONTENT)),
            List.of(
                    Operation.send("send-template", List.of(new Field.Template("template", "", "HX…"), TO), accepted())
                            .mapped(),
                    Operation.send(
                                    "send-text",
                                    List.of(
                                            TO,
                                            new Field.LongText("text", true, ContentRules.LONGEST_TEXT),
                                            new Field.Text("link", false, "https://one.example.com/photo.jpg")),
                                    accepted())
                            .inReply()),
            Optional.of(new ConnectorSpec.Pace(HOST, 80, Duration.ofSeconds(1))));

    @Override
    public ConnectorSpec spec() {
        return SPEC;
    }

    /// An API key can be withdrawn alone; the account's own token also signs what Twilio tells us.
    @Override
    public Auth auth(Account account) {
        return account.value("api-key").isBlank()
                ? new Auth.Basic(account.value("account-sid"), "auth-token")
                : new Auth.Basic(account.value("api-key"), "api-secret");
    }

    @Override
    public Optional<Verifier> verifier() {
        return Optional.of(new TwilioHook());
    }

    @Override
    public Optional<TemplateList> templates() {
        return Optional.of(new Contents());
    }

    @Override
    public Optional<DeliveryStatus.Teller> deliveries() {
        return Optional.of(new Statuses());
    }

    @Override
    public Optional<String> homeOf(String template) {
        return template.isBlank() || TemplateText.isContentSid(template) ? Optional.empty() : Optional.of("whatsapp");
    }

    @Override
    public Outgoing encode(Call call) throws CallProblem {
        var account = call.account();
        var url = Address.of(or(account.value("base-url"), BASE))
                .path("/2010-04-01/Accounts")
                .segment(account.value("account-sid"))
                .path("/Messages.json")
                .toString();
        var form = new LinkedHashMap<String, String>();
        form.put("To", "whatsapp:+" + call.text("to"));
        from(account, form);
        var json = call.operation().equals("send-text") ? text(call, form) : content(call, form);
        if (!account.value("status-callback").isBlank()) {
            var address = Address.of(account.value("status-callback"));
            form.put("StatusCallback", (call.key().isEmpty() ? address : address.query(STEP, call.key())).toString());
        }
        return new Outgoing("POST", url, new LinkedHashMap<>(), new Outgoing.FormBody(form, json));
    }

    private static void from(Account account, SequencedMap<String, String> form) throws CallProblem {
        var service = account.value("messaging-service-sid");
        var sender = digits(account.value("sender"));
        if (service.isBlank() && sender.isEmpty()) {
            throw new CallProblem("sender.none");
        }
        if (!service.isBlank()) {
            form.put("MessagingServiceSid", service);
        }
        if (!sender.isEmpty()) {
            form.put("From", "whatsapp:+" + sender);
        }
    }

    private static SequencedMap<String, Value> text(Call call, SequencedMap<String, String> form) throws CallProblem {
        var fault = ContentRules.textFault(call.text("text"));
        if (fault.isPresent()) {
            throw new CallProblem(fault.get());
        }
        form.put("Body", call.text("text"));
        if (!call.text("link").isBlank()) {
            form.put("MediaUrl", call.text("link"));
        }
        return new LinkedHashMap<>();
    }

    private static SequencedMap<String, Value> content(Call call, SequencedMap<String, String> form)
            throws CallProblem {
        if (!TemplateText.isContentSid(call.text("template"))) {
            throw new CallProblem("template.name", call.text("template"));
        }
        var fault = ContentRules.variablesFault(call.fields());
        if (fault.isPresent()) {
            throw new CallProblem(fault.get().key(), fault.get().variable());
        }
        form.put("ContentSid", call.text("template"));
        var json = new LinkedHashMap<String, Value>();
        if (!call.fields().isEmpty()) {
            var variables = Value.Fields.empty();
            for (var row : call.fields().fields().entrySet()) {
                variables = variables.with(row.getKey(), Value.of(row.getValue().asText()));
            }
            json.put("ContentVariables", variables);
        }
        return json;
    }

    @Override
    public Outcome decode(Call call, Reply reply) {
        var sid = reply.body().at("sid").asText();
        return reply.isSuccess() && !sid.isEmpty() ? new Outcome.Delivered(reply.body(), sid) : TwilioError.of(reply);
    }

    static String or(String value, String preset) {
        return value.isBlank() ? preset : value;
    }

    private static String digits(String number) {
        var digits = new StringBuilder();
        number.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        return digits.toString();
    }

    private static Value accepted() {
        return Value.fields("sid", Value.of("SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), "status", Value.of("queued"))
                .with("to", Value.of("whatsapp:+5511999991234"))
                .with("error_code", Value.nothing());
    }
}
