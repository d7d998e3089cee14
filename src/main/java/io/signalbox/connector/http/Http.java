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
import io.signalbox.connector.Paging;
import io.signalbox.connector.Reply;
import io.signalbox.flow.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Any service that takes and gives JSON. The account fixes the host; a flow adds only a path below it.
@AutoService(Connector.class)
public final class Http implements Connector {
    private static final String HEADER = "X-API-Key";

    private static final Field PATH = new Field.UrlPath("path", false, "/work-orders/{{ trigger.data.wo_folio }}");
    private static final Field HEADERS = new Field.LongText("headers", false, 4_000);
    private static final Field SUCCESS_PATH = new Field.Text("success-path", false, "status");
    private static final Field SUCCESS_VALUE = new Field.Text("success-value", false, "ok");

    private static final ConnectorSpec SPEC = new ConnectorSpec(
            "http",
            List.of(
                    new Field.Url("base-url", true, ""),
                    new Field.Choice("auth", List.of("none", "bearer", "basic", "header", "oauth"), "none"),
                    new Field.Text("user", false, ""),
                    new Field.Text("header-name", false, HEADER),
                    new Field.Url("token-url", false, ""),
                    new Field.Text("scope", false, ""),
                    new Field.Secret("secret", false),
                    new Field.Secret("verify-token", false),
                    new Field.Text("public-url", false, "https://plant.example.com"),
                    new Field.Text("topic-arn", false, "arn:aws:sns:eu-west-1:123456789012:plant"),
                    new Field.Flag("allow-private", false)),
            List.of(
                    Operation.read(
                            "get",
                            List.of(
                                    PATH,
                                    HEADERS,
                                    SUCCESS_PATH,
                                    SUCCESS_VALUE,
                                    new Field.Choice("paging", Pages.STYLES, "none"),
                                    new Field.Text("page-rows", false, "data"),
                                    new Field.Text("page-from", false, "meta.next_cursor"),
                                    new Field.Text("page-parameter", false, "cursor")),
                            Value.Fields.empty()),
                    writing("post"),
                    writing("put"),
                    writing("patch"),
                    Operation.send(
                            "delete", List.of(PATH, HEADERS, SUCCESS_PATH, SUCCESS_VALUE), Value.Fields.empty())),
            Optional.empty());

    private static Operation writing(String id) {
        return Operation.send(
                        id,
                        List.of(
                                PATH,
                                new Field.Choice("body", List.of("json", "form"), "json"),
                                HEADERS,
                                SUCCESS_PATH,
                                SUCCESS_VALUE),
                        Value.Fields.empty())
                .mapped();
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
            case "oauth" ->
                new Auth.ClientCredentials(
                        account.value("token-url"), account.value("user"), "secret", "", account.value("scope"));
            default -> new Auth.None();
        };
    }

    @Override
    public Outgoing encode(Call call) throws CallProblem {
        var url = PathBelow.of(call.account().value("base-url"), call.text("path"));
        var outgoing = switch (call.operation()) {
            case "post" -> written("POST", url, call);
            case "put" -> written("PUT", url, call);
            case "patch" -> written("PATCH", url, call);
            case "delete" -> new Outgoing("DELETE", url, new LinkedHashMap<>(), new Outgoing.NoBody());
            default -> Outgoing.get(url);
        };
        for (var own : OwnHeaders.in(call.text("headers"), call.account()).entrySet()) {
            outgoing = outgoing.withHeader(own.getKey(), own.getValue());
        }
        boolean tells = !outgoing.method().equals("GET") && !call.key().isBlank();
        return tells ? outgoing.withHeader("Idempotency-Key", call.key()) : outgoing;
    }

    @Override
    public Optional<Paging> paging(Call call) {
        return Pages.of(call);
    }

    private static Outgoing written(String method, String url, Call call) throws CallProblem {
        if (!call.text("body").equals("form")) {
            return Outgoing.json(method, url, body(call.fields()));
        }
        var form = new LinkedHashMap<String, String>();
        call.fields().fields().forEach((name, value) -> form.put(name, value.asText()));
        return new Outgoing(method, url, new LinkedHashMap<>(), new Outgoing.FormBody(form));
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
        return switch (Outcome.ofStatus(reply, "")) {
            case Outcome.Delivered delivered -> judged(call, delivered);
            // A static secret would be refused again; a token may have ended before its time.
            case Outcome.SignInAgain(var reason, var _) ->
                auth(call.account()) instanceof Auth.ClientCredentials
                        ? new Outcome.SignInAgain(reason, said(reply))
                        : new Outcome.Refused(reason, said(reply));
            case Outcome.Refused(var reason, var _) -> new Outcome.Refused(reason, said(reply));
            case Outcome.TryLater(var reason, var _, var after) -> new Outcome.TryLater(reason, said(reply), after);
        };
    }

    /// Some services say 200 and mean no.
    private static Outcome judged(Call call, Outcome.Delivered delivered) {
        var path = call.text("success-path").strip();
        if (path.isEmpty()) {
            return delivered;
        }
        var found = Pages.at(delivered.output(), path).asText();
        return found.equals(call.text("success-value").strip())
                ? delivered
                : new Outcome.Refused("not-success", path + " = " + found);
    }

    /// What the service itself says, in the form of RFC 9457 where it keeps to that.
    private static String said(Reply reply) {
        var title = reply.body().at("title").asText();
        var detail = reply.body().at("detail").asText();
        boolean problem = reply.header("content-type").orElse("").startsWith("application/problem+json")
                && !(title + detail).isEmpty();
        return reply.status() + " "
                + (problem
                        ? title + (title.isEmpty() || detail.isEmpty() ? "" : ": ") + detail
                        : reply.body().asText());
    }
}
