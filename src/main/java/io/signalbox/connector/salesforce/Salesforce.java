package io.signalbox.connector.salesforce;

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
import io.signalbox.connector.Paging;
import io.signalbox.connector.Reply;
import io.signalbox.flow.Value;
import java.util.List;
import java.util.Optional;

/// Salesforce's REST API. An upsert by an external ID may be repeated without harm; a create may not.
@AutoService(Connector.class)
public final class Salesforce implements Connector {
    private static final String UPSERT = "upsert";
    private static final String VERSION = "v61.0";

    private static final ConnectorSpec SPEC = new ConnectorSpec(
            "salesforce",
            List.of(
                    new Field.Url("base-url", true, ""),
                    new Field.Text("client-id", true, ""),
                    new Field.Secret("client-secret", true),
                    new Field.Text("api-version", false, VERSION),
                    new Field.Flag("allow-private", false)),
            List.of(
                    Operation.send(
                                    UPSERT,
                                    List.of(
                                            new Field.Text("object", true, "Case"),
                                            new Field.Text("external-field", true, "Folio__c"),
                                            new Field.Text("external-id", true, "{{ trigger.data.wo_folio }}")),
                                    made())
                            .mapped(),
                    Operation.send("create", List.of(new Field.Text("object", true, "Case")), made())
                            .mapped(),
                    Operation.read(
                            "query",
                            List.of(new Field.LongText("soql", true, ApiNames.LONGEST_QUERY)),
                            Value.items(Value.fields("Id", Value.of("500D000000IqhSLIAZ"))
                                    .with("Subject", Value.of("OT-1496"))))),
            Optional.empty());

    @Override
    public ConnectorSpec spec() {
        return SPEC;
    }

    @Override
    public Auth auth(Account account) {
        return new Auth.ClientCredentials(
                Address.of(account.value("base-url"))
                        .path("/services/oauth2/token")
                        .toString(),
                account.value("client-id"),
                "client-secret");
    }

    @Override
    public Outgoing encode(Call call) throws CallProblem {
        var version = call.account().value("api-version");
        var data = Address.of(call.account().value("base-url"))
                .path("/services/data")
                .segment(version.isBlank() ? VERSION : version.strip());
        return switch (call.operation()) {
            case UPSERT ->
                Outgoing.json(
                        "PATCH",
                        data.path("/sobjects")
                                .segment(ApiNames.checked(call.text("object")))
                                .segment(ApiNames.checked(call.text("external-field")))
                                .segment(call.text("external-id"))
                                .toString(),
                        ApiNames.fields(call.fields()));
            case "create" ->
                Outgoing.json(
                        "POST",
                        data.path("/sobjects")
                                .segment(ApiNames.checked(call.text("object")))
                                .toString(),
                        ApiNames.fields(call.fields()));
            default ->
                Outgoing.get(data.path("/query").query("q", call.text("soql")).toString());
        };
    }

    @Override
    public Optional<Paging> paging(Call call) {
        return call.operation().equals("query")
                ? Optional.of(Paging.of(
                        "records",
                        page -> Optional.of(
                                        page.reply().body().at("nextRecordsUrl").asText())
                                .filter(next -> !next.isEmpty())
                                .map(next -> page.asked()
                                        .to(Address.resolved(page.asked().url(), next)))))
                : Optional.empty();
    }

    @Override
    public Outcome decode(Call call, Reply reply) {
        if (reply.status() == 300) {
            return new Outcome.Refused("several", reply.body().asText());
        }
        if (!reply.isSuccess()) {
            return ApiError.of(reply);
        }
        var body = reply.body();
        return switch (call.operation()) {
            case "query" -> new Outcome.Delivered(body.at("records"), "");
            // An upsert that changed something may be answered without a body.
            case UPSERT ->
                body.isMissing() || body.at("success").equals(Value.of(true))
                        ? new Outcome.Delivered(body, body.at("id").asText())
                        : new Outcome.Refused("invalid", body.asText());
            default ->
                body.at("success").equals(Value.of(true))
                        ? new Outcome.Delivered(body, body.at("id").asText())
                        : new Outcome.Refused("invalid", body.asText());
        };
    }

    private static Value made() {
        return Value.fields("id", Value.of("500D000000IqhSLIAZ"))
                .with("success", Value.of(true))
                .with("created", Value.of(true))
                .with("errors", Value.items());
    }
}
