package io.signalbox.connector.http;

import com.google.auto.service.AutoService;
import io.signalbox.access.Account;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Any service that takes and gives JSON. The account fixes the host; a flow adds only a path below it.
@AutoService(Connector.class)
public final class Http implements Connector {
    private static final String HEADER = "X-API-Key";

    private static final ConnectorSpec SPEC = new ConnectorSpec(
            "http",
            List.of(
                    new Field.Url("base-url", true, ""),
                    new Field.Choice("auth", List.of("none", "bearer", "basic", "header"), "none"),
                    new Field.Text("user", false, ""),
                    new Field.Text("header-name", false, HEADER),
                    new Field.Secret("secret", false),
                    new Field.Secret("verify-token", false),
                    new Field.Text("public-url", false, "https://plant.example.com"),
                    new Field.Text("topic-arn", false, "arn:aws:sns:eu-west-1:123456789012:plant"),
                    new Field.Flag("allow-private", false)),
            List.of(
                    operation("get", Operation.Kind.READ, false),
                    operation("post", Operation.Kind.SEND, true),
                    operation("put", Operation.Kind.SEND, true),
                    operation("delete", Operation.Kind.SEND, false)),
            Optional.empty());

    private static Operation operation(String id, Operation.Kind kind, boolean maps) {
        return new Operation(
                id,
                kind,
                List.of(new Field.UrlPath("path", false, "/work-orders/{{ trigger.data.wo_folio }}")),
                maps,
                false,
                List.of(),
                Value.Fields.empty());
    }

    @Override
    public ConnectorSpec spec() {
        return SPEC;
    }

    @Override
    public Auth auth(Account account) {
        var header = account.value("header-name");
        return switch (account.value("auth")) {
            case "bearer" -> new Auth.Bearer("secret");
            case "basic" -> new Auth.Basic(account.value("user"), "secret");
            case "header" -> new Auth.Header(header.isBlank() ? HEADER : header, "secret");
            default -> new Auth.None();
        };
    }

    @Override
    public Outgoing encode(Call call) throws CallProblem {
        var url = PathBelow.of(call.account().value("base-url"), call.text("path"));
        var outgoing = switch (call.operation()) {
            case "post" -> Outgoing.json("POST", url, body(call.fields()));
            case "put" -> Outgoing.json("PUT", url, body(call.fields()));
            case "delete" -> new Outgoing("DELETE", url, new LinkedHashMap<>(), new Outgoing.NoBody());
            default -> Outgoing.get(url);
        };
        boolean tells = !outgoing.method().equals("GET") && !call.key().isBlank();
        return tells ? outgoing.withHeader("Idempotency-Key", call.key()) : outgoing;
    }

    private static Value body(Value.Fields rows) throws CallProblem {
        Value body = Value.Fields.empty();
        for (var row : rows.fields().entrySet()) {
            var path = List.of(row.getKey().split("\\.", -1));
            if (path.stream().anyMatch(String::isBlank)) {
                throw new CallProblem("target", row.getKey());
            }
            body = Value.put(body, path, row.getValue());
        }
        return body;
    }

    @Override
    public List<Finding> check(Draft draft) {
        return BrazePaths.check(draft);
    }

    @Override
    public Outcome decode(Call call, Reply reply) {
        var outcome = Outcome.ofStatus(reply, "");
        // The secret is a static one: asking again with it would be refused again.
        return outcome instanceof Outcome.SignInAgain(var reason, var detail)
                ? new Outcome.Refused(reason, detail)
                : outcome;
    }
}
