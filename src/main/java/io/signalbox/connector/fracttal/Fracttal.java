package io.signalbox.connector.fracttal;

import com.google.auto.service.AutoService;
import io.signalbox.access.Account;
import io.signalbox.connector.Address;
import io.signalbox.connector.Auth;
import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Connector;
import io.signalbox.connector.ConnectorSpec;
import io.signalbox.connector.Field;
import io.signalbox.connector.Operation;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.Reply;
import io.signalbox.flow.Value;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Fracttal One: work orders and the people responsible for them.
///
/// Its statuses have meanings of their own (406 is the rate limit, 408 a duplicate), and its envelope's `success`
/// counts
/// more than the status. That `personnel` can be filtered by `code` is our reading of the reference; an answer that
/// ignored the filter is searched for the code all the same.
@AutoService(Connector.class)
public final class Fracttal implements Connector {
    private static final String HOST = "app.fracttal.com";
    private static final String BASE = "https://" + HOST + "/api";
    private static final String TOKENS = "https://one.fracttal.com/oauth/token";
    private static final String MOST_ROWS = "100";

    private static final ConnectorSpec SPEC = new ConnectorSpec(
            "fracttal",
            List.of(
                    new Field.Url("base-url", false, BASE),
                    new Field.Url("token-url", false, TOKENS),
                    new Field.Text("client-id", true, "oAuthKey"),
                    new Field.Secret("client-secret", true)),
            List.of(
                    Operation.read(
                            "find-work-order",
                            List.of(new Field.Text("folio", true, "OT-1496", List.of("wo_folio"))),
                            Examples.workOrder()),
                    Operation.read(
                            "find-person",
                            List.of(new Field.Text("code", true, "HR-22", List.of("code_responsible"))),
                            Examples.person())),
            Optional.of(new ConnectorSpec.Pace(HOST, 200, Duration.ofSeconds(60))));

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
        var base = call.account().value("base-url");
        var address = Address.of(base.isBlank() ? BASE : base);
        if (call.operation().equals("find-person")) {
            var code = call.text("code").strip();
            if (code.isEmpty()) {
                throw new CallProblem("code.missing");
            }
            address.path("/personnel").query("code", code);
        } else {
            address.path("/work_orders").segment(call.text("folio").strip());
        }
        return Outgoing.get(address.query("limit", MOST_ROWS).toString());
    }

    @Override
    public Outcome decode(Call call, Reply reply) {
        boolean person = call.operation().equals("find-person");
        var absent = person ? "person-not-found" : "not-found";
        var failure = Envelope.failure(reply, absent);
        if (failure.isPresent()) {
            return failure.get();
        }
        var wanted = call.text(person ? "code" : "folio").strip();
        var rows = reply.body().at("data").asItems().stream()
                .filter(row ->
                        row.at(person ? "code" : "wo_folio").asText().strip().equals(wanted))
                .toList();
        if (rows.isEmpty()) {
            return new Outcome.Refused(absent, wanted);
        }
        var first = rows.getFirst().asFields();
        return new Outcome.Delivered(person ? reachable(first) : first.with("tasks", new Value.Items(rows)), "");
    }

    /// A person keeps up to three numbers; `phone` is the first that is filled, in the order messages are best sent
    /// to.
    private static Value.Fields reachable(Value.Fields person) {
        return Stream.of("sms", "telephone", "telephone_2")
                .map(person::at)
                .filter(number -> !number.isMissing())
                .findFirst()
                .map(number -> person.with("phone", number))
                .orElse(person);
    }
}
