package io.signalbox.connector.fracttal;

import io.signalbox.connector.Address;
import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Field;
import io.signalbox.connector.Operation;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Outgoing;
import io.signalbox.flow.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Assets, their meters and the meters' readings.
///
/// Our reading: the names of the filters of `meters_list` and `meters_reading_list`. `out_of_range` is ours: it is
/// true when the last value lies below the meter's least or above its most.
final class Assets {
    private static final String METERS = "meters:see";

    private Assets() {}

    static List<Action> all() {
        return List.of(find(), list(), findMeter(), meters(), readings(), write());
    }

    private static Field.Text asset(boolean required) {
        return new Field.Text("code-asset", required, "PMP-014", List.of("code"));
    }

    private static Action find() {
        return Action.one(
                Operation.read("find-asset", List.of(asset(true)), Examples.asset())
                        .needing("assets:see"),
                "asset-not-found",
                (api, call) -> Action.page(Action.filter(api.path("/items"), call, "code-asset", "code")),
                (call, rows) -> {
                    var found = Action.only(rows, "code", call.text("code-asset"));
                    return found.isEmpty()
                            ? new Outcome.Refused("asset-not-found", call.text("code-asset"))
                            : Action.first(found);
                });
    }

    private static Action list() {
        var kinds = new Field.Choice("item-type", List.of("any", "1", "2", "3", "4", "5"), "any");
        return Action.list(
                Operation.read("list-assets", List.of(kinds), Examples.rows(Examples.asset()))
                        .needing("assets:see"),
                (api, call) -> Action.page(Action.choice(api.path("/items"), call, "item-type", "id_type_item")),
                (_, rows) -> Action.rows(rows));
    }

    private static Action findMeter() {
        return Action.one(
                Operation.read(
                                "find-meter",
                                List.of(Action.required("serial", "T-112", "serial")),
                                judged(Examples.meter()))
                        .needing(METERS),
                "meter-not-found",
                (api, call) -> Action.page(Action.filter(api.path("/meters_list"), call, "serial", "serial")),
                (call, rows) -> {
                    var found = Action.only(rows, "serial", call.text("serial"));
                    return found.isEmpty()
                            ? new Outcome.Refused("meter-not-found", call.text("serial"))
                            : new Outcome.Delivered(judged(found.getFirst()), "");
                });
    }

    private static Action meters() {
        return Action.list(
                Operation.read("list-meters", List.of(asset(false)), Examples.rows(judged(Examples.meter())))
                        .needing(METERS),
                (api, call) -> Action.page(Action.filter(api.path("/meters_list"), call, "code-asset", "code")),
                (_, rows) -> Action.rows(rows.stream().map(Assets::judged).toList()));
    }

    private static Action readings() {
        var fields = List.<Field>of(
                asset(false),
                Action.text("serial", "T-112", "serial"),
                Action.text("since", "2026-11-21"),
                Action.text("until", "2026-11-22"));
        return Action.list(
                Operation.read("list-readings", fields, Examples.rows(Examples.reading()))
                        .needing(METERS),
                (api, call) -> {
                    var list = Action.filter(api.path("/meters_reading_list"), call, "code-asset", "code");
                    Action.filter(list, call, "serial", "serial");
                    Action.since(list, call, "since");
                    return Action.page(Action.since(list, call, "until"));
                },
                (_, rows) -> Action.rows(rows.stream()
                        .<Value>map(row -> row.asFields()
                                .with(
                                        "version",
                                        Value.of(row.at("serial").asText() + "/"
                                                + row.at("date_reading").asText())))
                        .toList()));
    }

    private static Action write() {
        var fields = List.<Field>of(
                asset(true),
                Action.required("serial", "T-112", "serial"),
                Action.required("reading", "48.1", "value"),
                Action.required("date", "2026-11-21T14:03:00-03", "date_reading"),
                new Field.Flag("is-historical", false));
        return Action.send(
                Operation.send("write-reading", fields, Value.fields("serial", Value.of("T-112")))
                        .needing(METERS, "meters:edit"),
                "meter-not-found",
                Assets::written,
                (call, rows) -> new Outcome.Delivered(rows.getFirst(), call.text("serial")));
    }

    private static Outgoing written(Address api, Call call) throws CallProblem {
        var number = number(call.settings().at("reading"));
        if (number.isEmpty()) {
            throw new CallProblem("reading", call.text("reading"));
        }
        boolean past = call.settings().at("is-historical") instanceof Value.Truth(var truth) && truth;
        var body = Value.fields("date", Value.of(Times.in(call.text("date").strip())))
                .with("value", new Value.Decimal(number.get()))
                .with("serial", Value.of(call.text("serial").strip()))
                .with("is_historical", Value.of(past));
        var address = api.path("/meter_reading").segment(call.text("code-asset").strip());
        return Outgoing.json("PUT", address.toString(), body);
    }

    private static Value judged(Value meter) {
        var last = number(meter.at("last_data").at("value"));
        var least = number(meter.at("min_value"));
        var most = number(meter.at("max_value"));
        boolean below = last.isPresent() && least.isPresent() && last.get().compareTo(least.get()) < 0;
        boolean above = last.isPresent() && most.isPresent() && last.get().compareTo(most.get()) > 0;
        return meter.asFields()
                .with("out_of_range", Value.of(below || above))
                .with(
                        "version",
                        Value.of(meter.at("serial").asText() + "/"
                                + meter.at("last_data").at("date").asText()));
    }

    private static Optional<BigDecimal> number(Value value) {
        if (value instanceof Value.Decimal(var number)) {
            return Optional.of(number);
        }
        var text = value.asText().strip();
        try {
            return text.isEmpty() || text.length() > 30 ? Optional.empty() : Optional.of(new BigDecimal(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
