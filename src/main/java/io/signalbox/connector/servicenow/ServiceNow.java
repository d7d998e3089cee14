package io.signalbox.connector.servicenow;

import com.google.auto.service.AutoService;
import io.signalbox.access.Account;
import io.signalbox.connector.Address;
import io.signalbox.connector.Auth;
import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Connector;
import io.signalbox.connector.ConnectorSpec;
import io.signalbox.connector.Field;
import io.signalbox.connector.LinkHeader;
import io.signalbox.connector.Operation;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.Paging;
import io.signalbox.connector.Recall;
import io.signalbox.connector.Reply;
import io.signalbox.flow.Value;
import java.util.List;
import java.util.Optional;

/// ServiceNow's Table API. A created record bears the step's key as `correlation_id`, by which it is looked for before
/// it is made again.
@AutoService(Connector.class)
public final class ServiceNow implements Connector {
    private static final String CREATE = "create-record";
    private static final String UPDATE = "update-record";
    private static final String CORRELATION = "correlation_id";
    private static final int PAGE = 1_000;

    private static final ConnectorSpec SPEC = new ConnectorSpec(
            "servicenow",
            List.of(
                    new Field.Url("base-url", true, ""),
                    new Field.Choice("auth", List.of("basic", "oauth"), "basic"),
                    new Field.Text("user", true, "signalbox"),
                    new Field.Secret("secret", true),
                    new Field.Flag("allow-private", false)),
            List.of(
                    Operation.send(CREATE, List.of(new Field.Text("table", true, "incident")), incident())
                            .mapped(),
                    Operation.send(
                                    UPDATE,
                                    List.of(
                                            new Field.Text("table", true, "incident"),
                                            new Field.Text("sys-id", true, "9d385017c611228701d22104cc95c371")),
                                    incident())
                            .mapped(),
                    Operation.read(
                            "find-records",
                            List.of(
                                    new Field.Text("table", true, "incident"),
                                    new Field.Text("query", false, "active=true^priority=1"),
                                    new Field.Text("columns", false, "number,short_description")),
                            Value.items(incident()))),
            Optional.empty());

    @Override
    public ConnectorSpec spec() {
        return SPEC;
    }

    @Override
    public Auth auth(Account account) {
        return account.value("auth").equals("oauth")
                ? new Auth.ClientCredentials(
                        Address.of(account.value("base-url"))
                                .path("/oauth_token.do")
                                .toString(),
                        account.value("user"),
                        "secret")
                : new Auth.Basic(account.value("user"), "secret");
    }

    @Override
    public Outgoing encode(Call call) throws CallProblem {
        var table = table(call);
        return switch (call.operation()) {
            case CREATE ->
                Outgoing.json(
                        "POST",
                        table.toString(),
                        TableRules.columns(call.fields()).withPresent(CORRELATION, Value.of(call.key())));
            case UPDATE ->
                Outgoing.json(
                        "PATCH",
                        table.segment(call.text("sys-id").strip()).toString(),
                        TableRules.columns(call.fields()));
            default ->
                Outgoing.get(table.query("sysparm_query", call.text("query"))
                        .query("sysparm_fields", call.text("columns").replace(" ", ""))
                        .query("sysparm_limit", Integer.toString(PAGE))
                        .toString());
        };
    }

    private static Address table(Call call) throws CallProblem {
        var table = call.text("table").strip();
        if (!TableRules.isName(table)) {
            throw new CallProblem("table", table);
        }
        return Address.of(call.account().value("base-url"))
                .path("/api/now/table")
                .segment(table);
    }

    @Override
    public Optional<Paging> paging(Call call) {
        return call.operation().equals("find-records")
                ? Optional.of(Paging.of(
                        "result", page -> LinkHeader.next(page.reply()).map(page.asked()::to)))
                : Optional.empty();
    }

    /// One record with the step's key was made by the call whose answer was lost; several were not made here.
    @Override
    public Optional<Recall> recall(Call call) throws CallProblem {
        if (!call.operation().equals(CREATE)) {
            return Optional.empty();
        }
        var question = Outgoing.get(table(call)
                .query("sysparm_query", CORRELATION + "=" + call.key())
                .query("sysparm_limit", "2")
                .toString());
        return Optional.of(new Recall(question, reply -> {
            var found = reply.body().at("result").asItems();
            if (found.size() > 1) {
                return Optional.of(new Outcome.Refused("several", call.key()));
            }
            return found.stream().findFirst().map(ServiceNow::delivered);
        }));
    }

    private static Outcome delivered(Value record) {
        return new Outcome.Delivered(record, record.at("sys_id").asText());
    }

    @Override
    public Outcome decode(Call call, Reply reply) {
        var result = reply.body().at("result");
        if (reply.isSuccess() && !result.isMissing()) {
            return delivered(result);
        }
        if (reply.isSuccess()) {
            // A list without records is an answer, a page of some proxy in between is none.
            return reply.body().asFields().has("result")
                    ? new Outcome.Delivered(result, "")
                    : new Outcome.Refused("invalid", reply.body().asText());
        }
        var error = reply.body().at("error");
        var detail = reply.status() + " " + error.at("message").asText() + " "
                + error.at("detail").asText();
        return switch (reply.status()) {
            case 400, 409, 422 -> new Outcome.Refused("invalid", detail);
            case 401 ->
                auth(call.account()) instanceof Auth.Basic
                        ? new Outcome.Refused("sign-in", detail)
                        : new Outcome.SignInAgain("sign-in", detail);
            case 403 -> new Outcome.Refused("role", detail);
            case 404 -> new Outcome.Refused("no-record", detail);
            default -> Outcome.ofStatus(reply, "");
        };
    }

    private static Value incident() {
        return Value.fields("sys_id", Value.of("9d385017c611228701d22104cc95c371"))
                .with("number", Value.of("INC0000001"))
                .with("short_description", Value.of("Pump 7 leaks"))
                .with(
                        "caller_id",
                        Value.fields(
                                "link",
                                Value.of("https://plant.service-now.com/api/now/table/sys_user/1"),
                                "value",
                                Value.of("1")));
    }
}
