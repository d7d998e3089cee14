package io.signalbox.connector.fracttal;

import io.signalbox.connector.Address;
import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Field;
import io.signalbox.connector.Operation;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Outgoing;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Work orders. The service answers one row for each task; rows of one number become one object, unless they are asked
/// for as they come.
///
/// Our reading: what `work_orders_shared_url` answers is not documented, so the first address in it counts.
final class WorkOrders {
    private static final String NEEDED = "work_orders:see";
    private static final List<String> STATUSES = List.of("any", "1", "2", "3", "4");
    private static final List<String> DATES = List.of(
            "creation_date",
            "date_maintenance",
            "cal_date_maintenance",
            "initial_date",
            "final_date",
            "review_date",
            "wo_final_date");

    private WorkOrders() {}

    private static Field.Text folio() {
        return Action.required("folio", "OT-1496", "wo_folio");
    }

    static List<Action> all() {
        return List.of(find(), list(), link(), note());
    }

    private static Action find() {
        return Action.one(
                Operation.read("find-work-order", List.of(folio()), Examples.workOrder())
                        .needing(NEEDED),
                "not-found",
                (api, call) -> Action.page(
                        api.path("/work_orders").segment(call.text("folio").strip())),
                (call, rows) -> {
                    var wanted = call.text("folio").strip();
                    var found = Action.only(rows, "wo_folio", wanted);
                    return found.isEmpty()
                            ? new Outcome.Refused("not-found", wanted)
                            : new Outcome.Delivered(grouped(found).getFirst(), "");
                });
    }

    private static Action list() {
        var fields = List.<Field>of(
                new Field.Choice("ot-status", STATUSES, "any"),
                Action.text("code-asset", "PMP-014", "code"),
                Action.text("code-location", "PLANT-A"),
                Action.text("since", "2026-11-21"),
                Action.text("until", "2026-11-22"),
                new Field.Choice("type-date", DATES, "creation_date"),
                new Field.Flag("by-number", true));
        return Action.list(
                Operation.read("list-work-orders", fields, Examples.rows(versioned(Examples.workOrder())))
                        .needing(NEEDED),
                (api, call) -> {
                    var list = api.path("/work_orders");
                    Action.choice(list, call, "ot-status", "ot_status");
                    Action.filter(list, call, "code-asset", "code_asset");
                    Action.filter(list, call, "code-location", "code_location");
                    Action.since(list, call, "since");
                    Action.since(list, call, "until");
                    return Action.page(Action.filter(list, call, "type-date", "type_date"));
                },
                (call, rows) -> {
                    boolean apart = call.settings().at("by-number") instanceof Value.Truth(var whole) && !whole;
                    return Action.rows((apart ? rows : grouped(rows))
                            .stream().map(WorkOrders::versioned).toList());
                });
    }

    private static Action link() {
        return Action.one(
                Operation.read(
                                "work-order-link",
                                List.of(folio()),
                                Value.fields("url", Value.of("https://one.fracttal.com/wo/shared/4f1c")))
                        .needing(NEEDED),
                "not-found",
                (api, call) -> Outgoing.get(api.path("/work_orders_shared_url")
                        .segment(call.text("folio").strip())
                        .toString()),
                (call, rows) -> rows.stream()
                        .flatMap(row -> address(row).stream())
                        .findFirst()
                        .<Outcome>map(url -> new Outcome.Delivered(Value.fields("url", Value.of(url)), ""))
                        .orElseGet(() -> new Outcome.Refused("not-found", call.text("folio"))));
    }

    private static Action note() {
        var fields = List.<Field>of(
                folio(), new Field.LongText("note", true, 4_000), Action.required("account-code", "AUTO-1"));
        return Action.send(
                Operation.send("update-work-order", fields, Value.fields("wo_folio", Value.of("OT-1496")))
                        .needing(NEEDED, "work_orders:edit"),
                "not-found",
                WorkOrders::edited,
                (call, rows) -> new Outcome.Delivered(
                        rows.getFirst(), call.text("folio").strip()));
    }

    private static Outgoing edited(Address api, Call call) throws CallProblem {
        var address = api.path("/work_orders").segment(call.text("folio").strip());
        return Outgoing.json(
                "PUT",
                address.toString(),
                Value.fields("note", Value.of(call.text("note")), "account_code", Value.of(call.text("account-code"))));
    }

    /// One object for each number, in the order they came: the first row's members, and all rows under `tasks`.
    static List<Value> grouped(List<Value> rows) {
        var byFolio = new LinkedHashMap<String, List<Value>>();
        for (var row : rows) {
            byFolio.computeIfAbsent(row.at("wo_folio").asText(), _ -> new ArrayList<>())
                    .add(row);
        }
        return byFolio.values().stream()
                .<Value>map(tasks -> tasks.getFirst().asFields().with("tasks", new Value.Items(tasks)))
                .toList();
    }

    /// `version` changes with the state, so a poll that goes by it sees every change of state.
    private static Value versioned(Value row) {
        return row.asFields()
                .with(
                        "version",
                        Value.of(row.at("wo_folio").asText() + "/"
                                + row.at("id_status_work_order").asText()));
    }

    private static Optional<String> address(Value value) {
        return switch (value) {
            case Value.Text(var text) -> text.startsWith("https://") ? Optional.of(text) : Optional.empty();
            case Value.Fields(var members) ->
                members.values().stream()
                        .flatMap(member -> address(member).stream())
                        .findFirst();
            case Value.Items(var items) ->
                items.stream().flatMap(item -> address(item).stream()).findFirst();
            case Value.Nothing _, Value.Decimal _, Value.Truth _ -> Optional.empty();
        };
    }
}
