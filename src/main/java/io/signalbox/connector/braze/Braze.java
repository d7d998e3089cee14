package io.signalbox.connector.braze;

import com.google.auto.service.AutoService;
import io.signalbox.access.Account;
import io.signalbox.connector.Address;
import io.signalbox.connector.Auth;
import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Connector;
import io.signalbox.connector.ConnectorSpec;
import io.signalbox.connector.Draft;
import io.signalbox.connector.Field;
import io.signalbox.connector.Finding;
import io.signalbox.connector.Operation;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.Reply;
import io.signalbox.flow.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Braze: messages through campaigns that an API triggers, texts, templates and webhooks made in the call itself, and
/// attributes of profiles.
///
/// A call without recipients would be a broadcast; none is ever encoded, and neither is one to a segment or an
/// audience.
/// More than 50 recipients are refused and not divided: one step is one call with one outcome, and of two calls one
/// could
/// be lost. A source that hands on its items one by one makes a step of each. The vendor has no key that would stop a
/// repeated call from being a second message. Our reading: the wording of errors, and that a missing trigger property
/// is best refused before it leaves a gap in a message.
@AutoService(Connector.class)
public final class Braze implements Connector {
    static final String CAMPAIGN = "trigger-send";
    static final String MESSAGE = "send-message";
    static final String TEMPLATE = "send-template";
    static final String WEBHOOK = "send-webhook";
    static final String TRACK = "track";

    private static final String SENDING = "messages.send";

    private static final ConnectorSpec SPEC = new ConnectorSpec(
            "braze",
            List.of(
                    new Field.Choice("cluster", Clusters.ALL, Clusters.FIRST),
                    new Field.Url("base-url", false, ""),
                    new Field.Secret("rest-key", true),
                    new Field.Secret("secret", false),
                    new Field.Text("header-name", false, "X-API-Key")),
            List.of(
                    Operation.send(
                                    CAMPAIGN,
                                    List.of(
                                            new Field.Text("campaign", true, "f14404b3-79de-4554-9d1b-8f3c8c1b2d6e"),
                                            new Field.Choice("recipient-kind", Recipients.KINDS, Recipients.EXTERNAL),
                                            to(),
                                            new Field.Text("alias-label", false, "phone"),
                                            new Field.Flag("existing-only", true),
                                            new Field.LongText("message", false, BrazeRules.LONGEST_TEXT)),
                                    accepted())
                            .mapped()
                            .needing("campaigns.trigger.send"),
                    Operation.send(
                                    MESSAGE,
                                    named(
                                            new Field.LongText("text", true, BrazeRules.LONGEST_TEXT),
                                            app(),
                                            subscriptions()),
                                    accepted())
                            .needing(SENDING),
                    Operation.send(
                                    TEMPLATE,
                                    named(
                                            new Field.Text("template-name", true, "work_order_assigned"),
                                            new Field.Text("template-language", true, "pt_BR"),
                                            app(),
                                            subscriptions()),
                                    accepted())
                            .mapped()
                            .needing(SENDING),
                    Operation.send(
                                    WEBHOOK,
                                    named(
                                            new Field.Text("webhook-url", true, "https://plant.example.com/hooks"),
                                            new Field.Choice(
                                                    "webhook-method", DirectMessage.METHODS, DirectMessage.POST),
                                            new Field.LongText("webhook-body", false, BrazeRules.LONGEST_BODY)),
                                    accepted())
                            .needing(SENDING),
                    Operation.send(TRACK, List.of(to(), new Field.Flag("existing-only", true)), tracked())
                            .mapped()
                            .needing("users.track")),
            Optional.of(new ConnectorSpec.Pace("", 250_000, Duration.ofHours(1))));

    /// Of a message that is made in the call itself, for people who are named; a profile has no mail address there.
    private static List<Field> named(Field... message) {
        var fields = new ArrayList<Field>();
        fields.add(new Field.Choice("recipient-kind", Recipients.PROFILES, Recipients.EXTERNAL));
        fields.add(to());
        fields.add(new Field.Text("alias-label", false, "phone"));
        fields.addAll(List.of(message));
        return fields;
    }

    private static Field app() {
        return new Field.Text("app-id", true, "a0c1b2d3-0000-4000-8000-1234567890ab");
    }

    private static Field subscriptions() {
        return new Field.Text("subscription-group", true, "b1d2c3e4-0000-4000-8000-1234567890ab");
    }

    private static Field to() {
        return new Field.Recipient(
                "to", List.of("user_id", "external_id", "external_user_id"), Field.Recipient.Form.NAME);
    }

    @Override
    public ConnectorSpec spec() {
        return SPEC;
    }

    @Override
    public String base(Account account) {
        var own = account.value("base-url");
        return own.isBlank() ? Clusters.base(account.value("cluster")) : own;
    }

    @Override
    public Auth auth(Account account) {
        return new Auth.Bearer("rest-key");
    }

    @Override
    public Outgoing encode(Call call) throws CallProblem {
        var address = Address.of(base(call.account()));
        return switch (call.operation()) {
            case MESSAGE, TEMPLATE, WEBHOOK ->
                Outgoing.json("POST", address.path("/messages/send").toString(), DirectMessage.of(call));
            case TRACK -> Outgoing.json("POST", address.path("/users/track").toString(), attributes(call));
            default ->
                Outgoing.json("POST", address.path("/campaigns/trigger/send").toString(), campaign(call));
        };
    }

    private static Value campaign(Call call) throws CallProblem {
        return Value.fields("campaign_id", Value.of(call.text("campaign").strip()))
                .with("recipients", Recipients.of(call));
    }

    private static Value attributes(Call call) throws CallProblem {
        var rows = Value.Fields.empty();
        for (var row : call.fields().fields().entrySet()) {
            var name = BrazeRules.attribute(row.getKey()).orElse(row.getKey());
            if (!BrazeRules.isName(name)) {
                throw new CallProblem("property.name", name);
            }
            rows = rows.with(name, row.getValue());
        }
        if (rows.isEmpty()) {
            throw new CallProblem("attributes.none");
        }
        boolean existing = !call.text("existing-only").equals("false");
        var profiles = new ArrayList<Value>();
        for (var address : Recipients.addresses(call)) {
            var profile = Value.fields("external_id", Value.of(address));
            if (existing) {
                profile = profile.with("_update_existing_only", Value.of(true));
            }
            for (var row : rows.fields().entrySet()) {
                profile = profile.with(row.getKey(), row.getValue());
            }
            profiles.add(profile);
        }
        return Value.fields("attributes", new Value.Items(profiles));
    }

    @Override
    public Outcome decode(Call call, Reply reply) {
        return BrazeReply.read(reply);
    }

    @Override
    public List<Finding> check(Draft draft) {
        return new BrazeCheck(draft).all();
    }

    @Override
    public SequencedMap<String, String> places(Draft draft) {
        return draft.operation().equals(CAMPAIGN) ? BrazeRules.places(draft.typed("message")) : new LinkedHashMap<>();
    }

    private static Value accepted() {
        return Value.fields(
                "message", Value.of("success"), "dispatch_id", Value.of("6c1f4a9e2d7b4c0f8a3e5d1b9c7f2a60"));
    }

    private static Value tracked() {
        return Value.fields("message", Value.of("success"), "attributes_processed", Value.of(1));
    }
}
