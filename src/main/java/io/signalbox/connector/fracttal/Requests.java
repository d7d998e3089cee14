package io.signalbox.connector.fracttal;

import io.signalbox.connector.Address;
import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Field;
import io.signalbox.connector.Operation;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Outgoing;
import io.signalbox.flow.Value;
import java.util.List;

/// Work requests. What we create bears an `identifier` of ours: a repeat of the same step finds the request there
/// already, and there is one request and not two.
///
/// Our reading: that `identifier` is refused a second time with 408, and that a change names the request by `id_code`
/// in its body, are not said outright by the reference.
final class Requests {
    private static final String NEEDED = "work_requests:see";

    private Requests() {}

    static List<Action> all() {
        return List.of(find(), list(), create(), change());
    }

    private static Action find() {
        return Action.one(
                Operation.read(
                                "find-request",
                                List.of(
                                        Action.text("request", "1890", "id_code", "id_request"),
                                        Action.text("identifier", "run-42")),
                                Examples.request())
                        .needing(NEEDED),
                "request-not-found",
                (api, call) -> {
                    if (call.text("request").isBlank() && call.text("identifier").isBlank()) {
                        throw new CallProblem("request.missing");
                    }
                    var list = Action.filter(api.path("/work_requests"), call, "request", "id_code");
                    return Action.page(Action.filter(list, call, "identifier", "identifier"));
                },
                (call, rows) -> {
                    var wanted = call.text("request").isBlank() ? "identifier" : "request";
                    var found = Action.only(
                            rows, wanted.equals("request") ? "id_code" : "identifier", call.text(wanted));
                    return found.isEmpty()
                            ? new Outcome.Refused("request-not-found", call.text(wanted))
                            : Action.first(found);
                });
    }

    private static Action list() {
        var fields = List.<Field>of(
                Action.text("since", "2026-11-21"),
                Action.text("until", "2026-11-22"),
                new Field.Choice("request-status", List.of("any", "1", "2", "3", "4", "5", "6", "7", "8", "12"), "any"));
        return Action.list(
                Operation.read("list-requests", fields, Examples.rows(Examples.request()))
                        .needing(NEEDED),
                (api, call) -> {
                    var list = api.path("/work_requests");
                    Action.since(list, call, "since");
                    Action.since(list, call, "until");
                    return Action.page(Action.choice(list, call, "request-status", "id_status"));
                },
                (_, rows) -> Action.rows(rows.stream().map(Requests::versioned).toList()));
    }

    private static Value versioned(Value row) {
        return row.asFields()
                .with(
                        "version",
                        Value.of(row.at("id_code").asText() + "/"
                                + row.at("id_status").asText()));
    }

    private static Action create() {
        var fields = List.<Field>of(
                Action.required("user-code", "AUTO-1"),
                new Field.LongText("description", true, 4_000),
                Action.text("date-incident", "2026-11-21T14:03:00-03", "date_incident", "occurredAt"),
                Action.required("requested-by", "Signalbox", "requested_by"),
                new Field.Flag("is-urgent", false),
                Action.text("code-asset", "PMP-014", "code"),
                Action.text("identifier", "run-42"));
        return Action.send(
                Operation.send("create-request", fields, Examples.created())
                        .needing(NEEDED, "work_requests:create"),
                "asset-not-found",
                Requests::created,
                (_, rows) ->
                        new Outcome.Delivered(rows.getFirst(), rows.getFirst().at("id").asText()));
    }

    private static Outgoing created(Address api, Call call) throws CallProblem {
        var incident = call.text("date-incident").strip();
        if (incident.isEmpty()) {
            throw new CallProblem("date-incident.missing");
        }
        // Documented as a text.
        boolean urgent = call.settings().at("is-urgent") instanceof Value.Truth(var truth) && truth;
        var body = Value.fields("user_code", Value.of(call.text("user-code")))
                .with("description", Value.of(call.text("description")))
                .with("date_incident", Value.of(Times.in(incident)))
                .with("requested_by", Value.of(call.text("requested-by")))
                .with("is_urgent", Value.of(Boolean.toString(urgent)))
                .withPresent("code", Value.of(call.text("code-asset").strip()))
                .with("identifier", Value.of(identifier(call)));
        return Outgoing.json("POST", api.path("/work_requests").toString(), body);
    }

    static String identifier(Call call) {
        var own = call.text("identifier").strip();
        return own.isEmpty() ? call.key() : own;
    }

    /// Our own identifier again: an earlier attempt of this step arrived. Somebody else's is a refusal.
    static Outcome existing(Call call, String detail) {
        var identifier = identifier(call);
        return identifier.equals(call.key())
                ? new Outcome.Delivered(
                        Value.fields("identifier", Value.of(identifier), "existed", Value.of(true)), identifier)
                : new Outcome.Refused("exists", detail);
    }

    private static Action change() {
        var fields = List.<Field>of(
                Action.required("request", "1890", "id_code", "id_request"),
                new Field.Choice("new-status", List.of("2", "1", "4", "5", "12"), "2"),
                new Field.LongText("notes", false, 4_000));
        return Action.send(
                Operation.send("update-request", fields, Value.fields("id_code", Value.of("1890")))
                        .needing(NEEDED, "work_requests:edit"),
                "request-not-found",
                (api, call) -> {
                    var status = call.text("new-status");
                    var body = Value.fields("id_code", Value.of(call.text("request").strip()))
                            .with("id_status", Value.of(Long.parseLong(status.isEmpty() ? "2" : known(status))))
                            .withPresent("notes", Value.of(call.text("notes")));
                    return Outgoing.json("PUT", api.path("/work_requests").toString(), body);
                },
                (call, rows) -> new Outcome.Delivered(
                        rows.getFirst(), call.text("request").strip()));
    }

    private static String known(String status) throws CallProblem {
        if (!List.of("1", "2", "4", "5", "12").contains(status)) {
            throw new CallProblem("request-status", status);
        }
        return status;
    }
}
