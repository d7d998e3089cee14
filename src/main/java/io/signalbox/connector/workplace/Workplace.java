package io.signalbox.connector.workplace;

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
import io.signalbox.connector.MetaHook;
import io.signalbox.connector.Operation;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.Reply;
import io.signalbox.connector.Verifier;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Workplace from Meta: a bot that writes to people, groups and threads, and hears what they write and press.
///
/// The service closed on 31 August 2025, so this can only be run against a stand-in; it is off by default. Our reading:
/// that the proof of the app's secret goes into the query, and the fields of a profile.
@AutoService(Connector.class)
public final class Workplace implements Connector {
    static final String TEXT = "send-text";
    static final String BUTTONS = "send-buttons";
    static final String PERSON = "find-person";

    private static final String MESSAGE_ANY = "Message any member";
    private static final String READ_PROFILE = "Read work profile";
    private static final String GROUP = "group";
    private static final String THREAD = "thread";

    private static final ConnectorSpec SPEC = new ConnectorSpec(
            "workplace",
            List.of(
                    new Field.Url("base-url", false, "https://graph.workplace.com"),
                    new Field.Secret("access-token", true),
                    new Field.Secret("app-secret", false),
                    new Field.Secret("verify-token", false),
                    new Field.Flag("proof", false),
                    new Field.Flag("enabled", false),
                    new Field.Flag("visible", false),
                    new Field.Flag("message-any", false),
                    new Field.Flag("read-profile", false),
                    new Field.Text("allowed-addresses", false, "203.0.113.10, 203.0.113.11"),
                    new Field.Text("own-address", false, "203.0.113.10"),
                    new Field.Flag(MetaHook.OLDER, false)),
            List.of(
                    Operation.send(
                                    TEXT,
                                    List.of(
                                            kind(),
                                            to(),
                                            new Field.LongText("text", true, WorkplaceRules.LONGEST_TEXT)),
                                    accepted())
                            .needing(MESSAGE_ANY),
                    Operation.send(
                                    BUTTONS,
                                    List.of(
                                            kind(),
                                            to(),
                                            new Field.LongText("text", true, WorkplaceRules.LONGEST_QUESTION)),
                                    accepted())
                            .mapped()
                            .needing(MESSAGE_ANY),
                    Operation.read(
                                    PERSON,
                                    List.of(new Field.Text("person", true, "100011111111111", List.of("id"))),
                                    Value.fields(
                                            "id", Value.of("100011111111111"), "name", Value.of("Marta Jaramillo")))
                            .needing(READ_PROFILE)),
            Optional.empty(),
            true);

    private static Field kind() {
        return new Field.Choice("recipient-kind", List.of("person", GROUP, THREAD), "person");
    }

    private static Field to() {
        return new Field.Recipient("to", List.of("id", "thread_key"), Field.Recipient.Form.NAME);
    }

    @Override
    public ConnectorSpec spec() {
        return SPEC;
    }

    @Override
    public Auth auth(Account account) {
        return account.value("proof").equals("true")
                ? new Auth.AppProof("access-token", "app-secret")
                : new Auth.Bearer("access-token");
    }

    @Override
    public Optional<Verifier> verifier() {
        return Optional.of(new MetaHook("app-secret", "verify-token"));
    }

    @Override
    public Outgoing encode(Call call) throws CallProblem {
        var address = Address.of(base(call.account()));
        if (call.operation().equals(PERSON)) {
            return Outgoing.get(address.segment(call.text("person").strip())
                    .query("fields", "id,name,email,title")
                    .toString());
        }
        var message = call.operation().equals(BUTTONS)
                ? Buttons.message(call)
                : Value.fields("text", Value.of(text(call, WorkplaceRules.LONGEST_TEXT)));
        return Outgoing.json(
                "POST",
                address.path("/me/messages").toString(),
                Value.fields("recipient", recipient(call), "message", message));
    }

    static String text(Call call, int longest) throws CallProblem {
        var text = call.text("text");
        if (WorkplaceRules.length(text) > longest) {
            throw new CallProblem("text.long", Integer.toString(longest));
        }
        return text;
    }

    private static Value recipient(Call call) throws CallProblem {
        var people = new ArrayList<Value>();
        for (var item : call.settings().at("to").asItems()) {
            var id = item.asText().strip();
            if (!id.isEmpty()) {
                people.add(Value.of(id));
            }
        }
        if (people.isEmpty()) {
            throw new CallProblem("recipient.none");
        }
        var kind = call.text("recipient-kind");
        if (kind.equals(GROUP)) {
            return Value.fields("ids", new Value.Items(people));
        }
        if (people.size() > 1) {
            throw new CallProblem("recipient.many", Integer.toString(people.size()));
        }
        return Value.fields(kind.equals(THREAD) ? "thread_key" : "id", people.getFirst());
    }

    @Override
    public Outcome decode(Call call, Reply reply) {
        var id = reply.body().at("message_id").asText();
        boolean person = call.operation().equals(PERSON);
        if (reply.isSuccess()
                && (!id.isEmpty() || (person && !reply.body().at("id").isMissing()))) {
            return new Outcome.Delivered(reply.body(), id);
        }
        return GraphError.in(reply).orElseGet(() -> GraphError.byStatus(reply));
    }

    @Override
    public List<Finding> check(Draft draft) {
        return draft.account()
                .map(account -> new BotCheck(account, draft.operation()).all())
                .orElseGet(List::of);
    }

    private static Value accepted() {
        return Value.fields("recipient_id", Value.of("100011111111111"), "message_id", Value.of("mid.$cAAA1"))
                .with("thread_id", Value.of("t_100011111111111"));
    }
}
