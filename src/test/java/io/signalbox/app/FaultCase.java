package io.signalbox.app;

import io.signalbox.access.Account;
import io.signalbox.access.Secret;
import io.signalbox.app.FaultProxy.Phase;
import io.signalbox.app.FaultProxy.Toxic;
import io.signalbox.connector.Operation;
import io.signalbox.sandbox.Arrived;
import io.signalbox.sandbox.Sandbox;
import io.signalbox.sandbox.Vendor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One message or question through one trouble of the wire, and how it is known again where it arrives.
///
/// @param tokens the trouble is met by the fetch of a token, not by the call
/// @param ifUnknown of the flow; blank for what is usual
record FaultCase(
        int number,
        String connector,
        Operation operation,
        boolean tokens,
        Phase phase,
        Toxic toxic,
        int times,
        String ifUnknown,
        FaultProxy proxy) {
    /// Operations that meet every trouble once, for ever and under each wish for what is lost.
    static final Map<String, List<String>> AT_LENGTH = Map.of(
            "fracttal", List.of("find-work-order", "find-person"),
            "whatsapp", List.of("send-text", "send-template"),
            "http", List.of("get", "post", "put", "delete"));

    /// Operations that meet every trouble once; a new connector needs a line here, and one in [#settings()].
    static final Map<String, List<String>> ONCE = Map.ofEntries(
            Map.entry("braze", List.of("trigger-send")),
            Map.entry("fracttal", List.of("create-request")),
            Map.entry("salesforce", List.of("upsert")),
            Map.entry("servicenow", List.of("create-record")),
            Map.entry("slack", List.of("post-message", "post-webhook")),
            Map.entry("standardwebhooks", List.of("send")),
            Map.entry("teams", List.of("post-card")),
            Map.entry("twilio", List.of("send-template")),
            Map.entry("walkme", List.of("notify-users")),
            Map.entry("workplace", List.of("send-text")),
            Map.entry("zapier", List.of("catch")));

    /// All others that make something happen: of each, one answer is lost on its way back.
    static final Map<String, List<String>> LOST_ONCE = Map.of(
            "braze", List.of("send-message", "send-template", "send-webhook", "track"),
            "fracttal", List.of("update-work-order", "update-request", "write-reading"),
            "http", List.of("patch"),
            "salesforce", List.of("create"),
            "servicenow", List.of("update-record"),
            "twilio", List.of("send-text"),
            "walkme", List.of("notify-audiences"),
            "whatsapp", List.of("send-buttons", "send-list", "send-link", "send-media", "mark-read"),
            "workplace", List.of("send-buttons"));

    /// The record that the stand-in of ServiceNow makes first.
    static final String RECORD = "%032x".formatted(1);

    /// The first request of such a connection fetches a token at the same place as the call.
    static int spared(String connector) {
        return connector.equals("salesforce") ? 1 : 0;
    }

    String id() {
        return "case" + number;
    }

    String digits() {
        return "55119%08d".formatted(90_000_000 + number);
    }

    @Override
    public String toString() {
        return connector + " " + operation.id() + (tokens ? " (token) " : " ") + phase + " " + toxic + " × " + times
                + " " + ifUnknown;
    }

    boolean sends() {
        return operation.kind() == Operation.Kind.SEND;
    }

    /// The person must have written before the message may go out.
    boolean answers() {
        return operation.freeText() || connector.equals("braze");
    }

    /// What the node of its flow asks for.
    private String settings() {
        return switch (connector + " " + operation.id()) {
            case "braze trigger-send" -> """
                    "campaign": "f14404b3-79de-4554-9d1b-8f3c8c1b2d6e", "recipient-kind": "external-user-id",
                    "to": "DIGITS\"""";
            case "braze send-message" ->
                "\"to\": \"DIGITS\", \"text\": \"ID\", \"app-id\": \"a\", \"subscription-group\": \"g\"";
            case "braze send-template" -> """
                    "to": "DIGITS", "app-id": "a", "subscription-group": "g",
                    "template-name": "work_order_assigned", "template-language": "es\"""";
            case "braze send-webhook" -> "\"to\": \"DIGITS\", \"webhook-url\": \"https://plant.example.com/ID\"";
            case "braze track" -> "\"to\": \"DIGITS\"";
            case "fracttal update-work-order" ->
                "\"folio\": \"OT-1496\", \"note\": \"ID\", \"account-code\": \"AUTO-1\"";
            case "fracttal update-request" -> "\"request\": \"1890\", \"notes\": \"ID\"";
            case "fracttal write-reading" -> """
                    "code-asset": "PMP-014", "serial": "T-112", "reading": "DIGITS",
                    "date": "2026-11-21T14:03:00-03\"""";
            case "fracttal find-work-order" -> "\"folio\": \"OT-1496\"";
            case "fracttal find-person" -> "\"code\": \"HR-22\"";
            case "fracttal create-request" -> """
                    "user-code": "AUTO-1", "description": "ID", "date-incident": "2026-11-21T14:03:00-03:00",
                    "requested-by": "Signalbox\"""";
            case "http get", "http post", "http put", "http patch", "http delete" -> "\"path\": \"/ID\"";
            case "salesforce upsert" ->
                "\"object\": \"Case\", \"external-field\": \"Folio__c\", \"external-id\": \"ID\"";
            case "salesforce create" -> "\"object\": \"Case\"";
            case "servicenow create-record" -> "\"table\": \"incident\"";
            case "servicenow update-record" -> "\"table\": \"incident\", \"sys-id\": \"" + RECORD + "\"";
            case "slack post-message" -> "\"channel\": \"UNUMBER\", \"text\": \"ID\"";
            case "slack post-webhook" -> "\"text\": \"ID\"";
            case "standardwebhooks send" -> "\"type\": \"work_order.completed\"";
            case "teams post-card" -> "\"title\": \"ID\", \"text\": \"ID\"";
            case "twilio send-template" -> "\"template\": \"HX0000000000000000000000000000a551\", \"to\": \"DIGITS\"";
            case "twilio send-text" -> "\"to\": \"DIGITS\", \"text\": \"ID\"";
            case "walkme notify-audiences" ->
                "\"template\": \"75cfcba6-c320-42cb-938e-4c2bd08a43a3\", \"audiences\": \"ID\"";
            case "whatsapp send-buttons", "workplace send-buttons" -> "\"to\": \"DIGITS\", \"text\": \"ID\"";
            case "whatsapp send-list" -> "\"to\": \"DIGITS\", \"text\": \"ID\", \"button\": \"Go\"";
            case "whatsapp send-link" ->
                "\"to\": \"DIGITS\", \"text\": \"ID\", \"button\": \"Go\", \"link\": \"https://example.com/a\"";
            case "whatsapp send-media" ->
                "\"to\": \"DIGITS\", \"kind\": \"image\", \"link\": \"https://example.com/a.png\"";
            case "whatsapp mark-read" -> "\"message-id\": \"wamid.ID\"";
            case "walkme notify-users" ->
                "\"template\": \"75cfcba6-c320-42cb-938e-4c2bd08a43a3\", \"users\": \"ID@plant.example.com\"";
            case "whatsapp send-text" -> "\"to\": \"DIGITS\", \"text\": \"ID\"";
            case "whatsapp send-template" -> "\"to\": \"DIGITS\", \"template\": \"wo_urgent\", \"language\": \"pt_BR\"";
            case "workplace send-text" -> "\"recipient-kind\": \"person\", \"to\": \"DIGITS\", \"text\": \"ID\"";
            case "zapier catch" -> "";
            default -> throw new AssertionError("nobody knows how to try " + connector + " " + operation.id());
        };
    }

    /// What the configuration below the node puts where; empty where nothing needs one.
    private List<String> places() {
        return switch (connector + " " + operation.id()) {
            case "braze trigger-send" -> List.of("external_system_msg_body");
            case "braze send-template" -> List.of("1", "2");
            case "braze track" -> List.of("topic");
            case "salesforce upsert", "salesforce create" -> List.of("Subject");
            case "servicenow create-record", "servicenow update-record" -> List.of("short_description");
            case "whatsapp send-buttons" -> List.of("done");
            case "whatsapp send-list" -> List.of("done", "late");
            case "workplace send-buttons" -> List.of("button.1.title", "button.1.payload");
            case "standardwebhooks send" -> List.of("wo_folio");
            case "twilio send-template", "whatsapp send-template" -> List.of("1", "2", "3");
            case "walkme notify-users", "walkme notify-audiences" -> List.of("REQUESTED_BY", "SUMMARY", "URL");
            case "zapier catch" -> List.of("sensor");
            default -> List.of();
        };
    }

    private String rows() {
        var rows = places().stream()
                .map(place -> "{\"to\": \"" + place + "\", \"from\": \"ID\"}")
                .collect(Collectors.joining(", "));
        return connector.equals("walkme") ? "{\"to\": \"notification.systemId\", \"from\": \"plant\"}, " + rows : rows;
    }

    /// The connection of the samples, leading through the proxy.
    ///
    /// @param well where the stand-ins are reached without it
    Vendor.Sample connection(String well) {
        var ill = "http://127.0.0.1:" + proxy.port();
        return switch (connector) {
            case "fracttal" ->
                named(
                        Map.of(
                                "base-url", (tokens ? well : ill) + "/fracttal/api",
                                "token-url", (tokens ? ill : well) + "/fracttal/oauth/token",
                                "client-id", "sandbox"),
                        Map.of("client-secret", new Secret("sandbox")));
            case "whatsapp" ->
                named(
                        Map.of("base-url", ill + "/whatsapp", "phone-number-id", "1234567890"),
                        Map.of("access-token", new Secret("sandbox")));
            case "http" -> named(Map.of("base-url", ill + "/http"), Map.of());
            case "slack" -> slack(ill);
            default -> sample(ill, well);
        };
    }

    /// By the address of a webhook, or as a bot that writes to a person.
    private Vendor.Sample slack(String ill) {
        return operation.id().equals("post-message")
                ? named(Map.of("base-url", ill + "/slack/api"), Map.of("bot-token", new Secret("sandbox")))
                : named(
                        Map.of("way", "webhook", "hook-base-url", ill + "/slack/services/"),
                        Map.of("webhook-url", new Secret(ill + "/slack/services/T0001/B" + number + "/sandbox")));
    }

    private Vendor.Sample sample(String ill, String well) {
        var sample = Sandbox.samples(ill).stream()
                .filter(one -> one.account().type().equals(connector))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no sample of " + connector));
        var values = new LinkedHashMap<>(sample.account().values());
        values.computeIfPresent("token-url", (_, url) -> url.replace(ill, well));
        return named(values, sample.secrets());
    }

    private Vendor.Sample named(Map<String, String> values, Map<String, Secret> secrets) {
        var account = new Account("c" + number, connector, new LinkedHashMap<>(values), Set.of(), true);
        return new Vendor.Sample(account, secrets);
    }

    String flow() {
        var node = """
                {"id": "do", "kind": "KIND", "type": "TYPE", "connection": "cNUMBER", "operation": "OPERATION",
                 "settings": {SETTINGS} UNKNOWN}
                """.replace("KIND", sends() ? "connection" : "source")
                .replace("TYPE", connector)
                .replace("NUMBER", Integer.toString(number))
                .replace("OPERATION", operation.id())
                .replace("SETTINGS", settings())
                .replace("UNKNOWN", ifUnknown.isEmpty() ? "" : ", \"ifUnknown\": \"" + ifUnknown + "\"");
        boolean maps = !places().isEmpty();
        return """
                {"format": "signalbox.flow/1", "id": "ID", "name": "ID",
                 "nodes": [
                  {"id": "trigger", "kind": "trigger", "type": "event",
                   "settings": {"module": "m", "submodule": "s", "event": "ID"}},
                  NODE MAP],
                 "wires": [{"from": "trigger", "to": "do"} WIRE]}
                """.replace("NODE", node)
                .replace("MAP", maps ? """
                        , {"id": "map", "kind": "configuration", "name": "map", "fields": [ROWS]}""" : "")
                .replace("ROWS", rows())
                .replace("WIRE", maps ? ", {\"from\": \"do\", \"to\": \"map\"}" : "")
                .replaceAll("\\bID\\b", id())
                .replace("UNUMBER", "U%09d".formatted(number))
                .replace("DIGITS", digits());
    }

    /// A message that was read looks no different where it came from.
    boolean shows() {
        return !operation.id().equals("mark-read");
    }

    /// How often its message is there: it has a recipient, a path or a word of its own.
    long arrived(List<Arrived> all) {
        var word = Pattern.compile("\\b(" + id() + "|" + digits() + ")\\b");
        return all.stream()
                .filter(one -> one.to().equals(digits())
                        || one.to().endsWith(" /" + id())
                        || word.matcher(one.body()).find())
                .count();
    }
}
