package io.signalbox.sandbox.twilio;

import io.signalbox.connector.TemplateText;
import io.signalbox.connector.twilio.ContentRules;
import io.signalbox.connector.twilio.Contents;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import io.signalbox.sandbox.Answer;
import io.signalbox.sandbox.Arrived;
import io.signalbox.sandbox.Asked;
import io.signalbox.sandbox.Faults;
import io.signalbox.sandbox.Shipped;
import io.signalbox.sandbox.StandIn;
import io.signalbox.sandbox.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Answers as Twilio's messages and contents do, by the rules that the connector obeys. What WhatsApp does not deliver
/// is accepted all the same, and reported afterwards, as at the vendor.
///
/// That an unknown content is refused at once as 21654 is our reading alone, as is the order of the checks.
final class TwilioStandIn implements StandIn {
    static final String ACCOUNT = "AC00000000000000000000000000000001";

    private static final Duration WINDOW = Duration.ofHours(24);
    private static final String WHATSAPP = "whatsapp:+";

    /// Accepted, and reported as undelivered.
    private static final String LOST = "5500000000001";

    private static final int A_SECOND = 80;
    private static final int PAGE = 3;

    private final World world;
    private final Callback callback;
    private final List<Value> listed;
    private final Map<String, Instant> wroteAt = new ConcurrentHashMap<>();
    private final AtomicLong sent = new AtomicLong();
    private long second;
    private int within;

    TwilioStandIn(World world) {
        this.world = world;
        this.callback = new Callback(world);
        this.listed = Shipped.json(TwilioStandIn.class, "contents.json").asItems();
    }

    @Override
    public Answer trouble(Faults.Fault fault) {
        int code = Math.max(fault.code(), 0);
        int usual = code == 20429 ? 429 : code == 20003 ? 401 : code == 0 ? 500 : 400;
        return Resources.error(fault.status() > 0 ? fault.status() : usual, code, "Injected by the sandbox");
    }

    @Override
    public Answer answer(Asked asked) {
        var path = String.join("/", asked.path());
        var user = user(asked);
        if (user.isEmpty()) {
            return Resources.error(401, 20003, "Authenticate");
        }
        if (asked.method().equals("GET") && path.equals("v1/ContentAndApprovals")) {
            return contents(asked);
        }
        if (!asked.method().equals("POST") || !path.matches("2010-04-01/Accounts/[^/]+/Messages\\.json")) {
            return Resources.error(404, 20404, "The requested resource was not found");
        }
        var account = asked.path().get(2);
        return user.get().equals(account) || user.get().startsWith("SK")
                ? message(account, asked)
                : Resources.error(401, 20003, "Authenticate");
    }

    private static Optional<String> user(Asked asked) {
        try {
            var pair = new String(Base64.getDecoder().decode(asked.credentials("Basic")), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 1 || colon == pair.length() - 1 ? Optional.empty() : Optional.of(pair.substring(0, colon));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Answer contents(Asked asked) {
        var page = asked.query().getOrDefault("Page", "0");
        int from = page.matches("\\d{1,3}") ? Integer.parseInt(page) * PAGE : 0;
        int to = Math.min(from + PAGE, listed.size());
        var meta = Value.fields("page", Value.of(from / PAGE), "page_size", Value.of(PAGE))
                .with("key", Value.of("contents"))
                .with(
                        "next_page_url",
                        to >= listed.size()
                                ? Value.nothing()
                                : Value.of("https://content.twilio.com/v1/ContentAndApprovals?PageSize=" + PAGE
                                        + "&Page=" + to / PAGE + "&PageToken=PT" + to));
        return Answer.of(
                200,
                Value.fields("contents", new Value.Items(listed.subList(Math.min(from, to), to)))
                        .with("meta", meta));
    }

    private Answer message(String account, Asked asked) {
        var form = asked.form();
        var to = form.getOrDefault("To", "");
        if (!to.startsWith(WHATSAPP) || !to.substring(WHATSAPP.length()).matches("[1-9]\\d{6,14}")) {
            return Resources.error(400, 21211, "The 'To' number " + to + " is not a valid phone number");
        }
        var from = form.getOrDefault("From", "");
        if (from.isEmpty() ? !form.containsKey("MessagingServiceSid") : !from.startsWith(WHATSAPP)) {
            return Resources.error(400, 21606, "The 'From' number " + from + " is not a valid sender");
        }
        if (isTooMany()) {
            return Resources.error(429, 20429, "Too Many Requests");
        }
        var sid = form.getOrDefault("ContentSid", "");
        var person = to.substring(WHATSAPP.length());
        if (!sid.isEmpty()) {
            return content(account, asked, sid, person);
        }
        if (form.containsKey("ContentVariables")) {
            return Resources.error(400, 21654, "ContentVariables need a ContentSid");
        }
        var body = form.getOrDefault("Body", "");
        if (ContentRules.textFault(body).isPresent()) {
            return Resources.error(400, 21602, "Message body is required, with up to 1600 characters");
        }
        var wrote = wroteAt.get(person);
        boolean late =
                wrote == null || wrote.plus(WINDOW).isBefore(world.clock().instant());
        var shown = form.containsKey("MediaUrl") ? form.get("MediaUrl") + "\n" + body : body;
        return accepted(
                account,
                asked,
                new Arrived(
                        "twilio",
                        world.clock().instant(),
                        person,
                        Arrived.Look.BUBBLE,
                        "",
                        "",
                        body,
                        shown,
                        asked.body()),
                late ? 63016 : 0);
    }

    private Answer content(String account, Asked asked, String sid, String person) {
        var content = listed.stream()
                .filter(each -> each.at("sid").asText().equals(sid))
                .map(Contents::template)
                .findFirst();
        if (content.isEmpty()) {
            return Resources.error(400, 21654, "ContentSid " + sid + " does not exist in this account");
        }
        var variables = variables(asked.form().getOrDefault("ContentVariables", "{}"));
        if (variables.isEmpty() || ContentRules.variablesFault(variables.get()).isPresent()) {
            return Resources.error(400, 21656, "The ContentVariables parameter is invalid");
        }
        var wanted = content.get().targets();
        boolean fits = wanted.equals(variables.get().fields().keySet());
        boolean approved = content.get().status() == TemplateText.Status.APPROVED;
        return accepted(
                account,
                asked,
                new Arrived(
                        "twilio",
                        world.clock().instant(),
                        person,
                        Arrived.Look.BUBBLE,
                        content.get().title(),
                        content.get().language(),
                        "",
                        content.get().filledWith(variables.get()).asText(),
                        asked.body()),
                fits && approved ? 0 : 63021);
    }

    private static Optional<Value.Fields> variables(String text) {
        try {
            return Json.parse(text) instanceof Value.Fields fields ? Optional.of(fields) : Optional.empty();
        } catch (JsonProblem _) {
            return Optional.empty();
        }
    }

    private synchronized boolean isTooMany() {
        long now = world.clock().instant().getEpochSecond();
        if (now != second) {
            second = now;
            within = 0;
        }
        within++;
        return within > A_SECOND;
    }

    /// @param failure the code that the report gives; 0 when it is delivered
    private Answer accepted(String account, Asked asked, Arrived message, int failure) {
        int code = message.to().equals(LOST) ? 63024 : failure;
        var form = asked.form();
        var sid = "SM%032x".formatted(sent.incrementAndGet());
        var report = new TreeMap<>(Map.of("MessageSid", sid, "AccountSid", account, "To", WHATSAPP + message.to()));
        report.put("From", form.getOrDefault("From", ""));
        report.put("ApiVersion", "2010-04-01");
        var url = form.getOrDefault("StatusCallback", "");
        if (code > 0) {
            report.put("ErrorCode", Integer.toString(code));
            report(url, report, "undelivered");
        } else {
            world.arrived(message);
            for (var status : List.of("sent", "delivered", "read")) {
                report(url, report, status);
            }
        }
        return Resources.message(
                account, sid, message.shown(), form, world.clock().instant());
    }

    private void report(String url, SortedMap<String, String> report, String status) {
        var told = new TreeMap<>(report);
        told.put("MessageStatus", status);
        told.put("SmsStatus", status);
        told.put("SmsSid", told.getOrDefault("MessageSid", ""));
        callback.tell(url, told);
    }

    /// Somebody wrote: `{"from", "text"}` or `{"from", "button": {"text", "payload"}}`; or something became of a
    /// message: `{"to", "status", "id"?, "code"?}`.
    @Override
    public Answer inbound(Value said) {
        var person = digits((said.at("status").isMissing() ? said.at("from") : said.at("to")).asText());
        if (person.isEmpty()) {
            return Answer.problem(400, "expected from: the digits of the person who wrote");
        }
        var form = new TreeMap<String, String>();
        form.put("AccountSid", ACCOUNT);
        form.put(
                "MessageSid",
                said.at("id").isMissing()
                        ? "SM%032x".formatted(sent.incrementAndGet())
                        : said.at("id").asText());
        if (!said.at("status").isMissing()) {
            form.put("To", WHATSAPP + person);
            form.put("From", WHATSAPP + "14155238886");
            if (!said.at("code").isMissing()) {
                form.put("ErrorCode", said.at("code").asText());
            }
            report("", form, said.at("status").asText());
            return Answer.ok();
        }
        wroteAt.put(person, world.clock().instant());
        form.put("From", WHATSAPP + person);
        form.put("To", WHATSAPP + "14155238886");
        form.put("WaId", person);
        form.put("ProfileName", "Sandbox " + person);
        form.put("NumMedia", "0");
        form.put("SmsStatus", "received");
        var button = said.at("button");
        form.put("Body", (button.isMissing() ? said.at("text") : button.at("text")).asText());
        if (!button.isMissing()) {
            form.put("ButtonText", button.at("text").asText());
            form.put("ButtonPayload", button.at("payload").asText());
        }
        callback.tell("", form);
        return Answer.ok();
    }

    private static String digits(String number) {
        var digits = new StringBuilder();
        number.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        return digits.toString();
    }
}
