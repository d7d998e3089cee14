package io.signalbox.connector.walkme;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// WalkMe: a notification in Workstation, made from a template whose places the rows of a configuration fill.
///
/// Tokens are fetched and kept by their expiry, never pasted. The vendor documents neither the wording of errors nor a
/// limit of calls nor a key that would stop a repeated call from being a second notification: how its statuses are read
/// is our reading of HTTP.
@AutoService(Connector.class)
public final class WalkMe implements Connector {
    static final String USERS = "notify-users";
    static final String AUDIENCES = "notify-audiences";

    private static final String BASE = "https://api.walkme.com";
    private static final String TOKENS = BASE + "/accounts/connect/token";
    private static final String NEEDS = "Notification API: Write";

    private static final ConnectorSpec SPEC = new ConnectorSpec(
            "walkme",
            List.of(
                    new Field.Url("base-url", false, BASE),
                    new Field.Url("token-url", false, TOKENS),
                    new Field.Text("client-id", true, "0o2abcUqD5d7"),
                    new Field.Secret("client-secret", true)),
            List.of(
                    Operation.send(
                                    USERS,
                                    fields(
                                            new Field.Recipient("users", List.of("email"), Field.Recipient.Form.NAME),
                                            audiences(false)),
                                    accepted())
                            .mapped()
                            .needing(NEEDS),
                    Operation.send(AUDIENCES, fields(audiences(true)), accepted())
                            .mapped()
                            .needing(NEEDS)),
            Optional.empty());

    private static Field audiences(boolean required) {
        return new Field.Text("audiences", required, "cf0bd4c1-86fd-4c79-a46a-c730d6789e63");
    }

    private static List<Field> fields(Field... targets) {
        var fields = new ArrayList<Field>();
        fields.add(new Field.Text("template", true, "75cfcba6-c320-42cb-938e-4c2bd08a43a3"));
        fields.add(new Field.LongText("template-text", false, 4_000));
        fields.addAll(List.of(targets));
        fields.add(new Field.Text("system", false, "bcf4c7f5682b4aa6875a0fc9bdfa21ca"));
        fields.add(new Field.Choice("kind", WalkMeRules.KINDS, WalkMeRules.KINDS.getFirst()));
        fields.add(new Field.Text("title", false, ""));
        fields.add(new Field.Text("runtime-title", false, ""));
        fields.add(new Field.Text("runtime-description", false, ""));
        fields.add(new Field.Text("start-at", false, "2026-11-21 14:00"));
        fields.add(new Field.Text("end-at", false, "2026-12-21"));
        return fields;
    }

    @Override
    public ConnectorSpec spec() {
        return SPEC;
    }

    @Override
    public Auth auth(Account account) {
        var tokens = account.value("token-url");
        return new Auth.ClientCredentials(
                tokens.isBlank() ? TOKENS : tokens, account.value("client-id"), "client-secret");
    }

    @Override
    public Outgoing encode(Call call) throws CallProblem {
        var url = Address.of(base(call.account())).path("/public/v1/notifications/send");
        return Outgoing.json("POST", url.toString(), Value.fields("notification", Notification.of(call)));
    }

    @Override
    public Outcome decode(Call call, Reply reply) {
        var detail = reply.status() + " " + reply.body().asText();
        return switch (reply.status()) {
            case 400, 422 -> new Outcome.Refused("refused", detail);
            case 403 -> new Outcome.Refused("permission", detail);
            case 404 -> new Outcome.Refused("not-found", detail);
            default -> Outcome.ofStatus(reply, reply.body().at("notificationId").asText());
        };
    }

    @Override
    public List<Finding> check(Draft draft) {
        return draft.operation().isEmpty() ? List.of() : new WalkMeCheck(draft).all();
    }

    @Override
    public List<Finding> remarks(Call call) {
        int users = Notification.users(call).size();
        return users > WalkMeRules.FEW_USERS
                ? List.of(Finding.warning("settings.users", "problem.users.few", Integer.toString(users)))
                : List.of();
    }

    @Override
    public SequencedMap<String, String> places(Draft draft) {
        return WalkMeRules.places(draft.typed("template-text"));
    }

    private static Value accepted() {
        return Value.fields("notificationId", Value.of("6f0d1c3a-2f6b-4f53-9a55-0e9f1f7d9b21"));
    }
}
