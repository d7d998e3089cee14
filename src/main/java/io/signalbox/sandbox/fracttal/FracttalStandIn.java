package io.signalbox.sandbox.fracttal;

import io.signalbox.flow.Value;
import io.signalbox.sandbox.Answer;
import io.signalbox.sandbox.Arrived;
import io.signalbox.sandbox.Asked;
import io.signalbox.sandbox.Faults;
import io.signalbox.sandbox.Shipped;
import io.signalbox.sandbox.StandIn;
import io.signalbox.sandbox.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/// Answers as Fracttal One does, from `fracttal.json` beside this class and what was changed since. Safe for threads.
///
/// A key named `no-permission` belongs to a permission group that may do nothing, one named `see-only` to one that may
/// only see. That a folio nobody has is answered by an empty `data` is our reading.
final class FracttalStandIn implements StandIn {
    private static final int CALLS = 200;
    private static final Duration WINDOW = Duration.ofSeconds(60);

    private final World world;
    private final Passes passes;
    private final Records records = new Records(Shipped.json(FracttalStandIn.class, "fracttal.json"));
    private final Deque<Instant> calls = new ArrayDeque<>();

    FracttalStandIn(World world) {
        this.world = world;
        this.passes = new Passes(world.clock());
    }

    @Override
    public String part(Asked asked) {
        return isToken(asked) ? "token" : "";
    }

    /// Code 1 with status 401 is the other meaning of 401.
    @Override
    public Answer trouble(Faults.Fault fault) {
        if (fault.status() == 401 && fault.code() == 1) {
            return Envelopes.said(401, "UNAUTHORIZED_ENDPOINT");
        }
        int status = fault.status() > 0 ? fault.status() : 406;
        return Envelopes.said(
                status, status == 406 ? "Maximum number of requests exceeded" : "Injected by the sandbox");
    }

    @Override
    public synchronized Answer answer(Asked asked) {
        if (isToken(asked)) {
            return passes.token(asked);
        }
        boolean api = !asked.path().isEmpty() && asked.path().getFirst().equals("api");
        return admitted(api ? asked.below(1) : asked);
    }

    /// Something happens in the company: `{"object": "work_orders", "data": {…}}` comes to be, or with `"change": {…}`
    /// rows of the same number change.
    @Override
    public synchronized Answer inbound(Value said) {
        var object = said.at("object").asText();
        var change = said.at("change");
        if (!change.isMissing()) {
            var member = object.equals("work_orders") ? "wo_folio" : object.equals("work_requests") ? "id_code" : "code";
            return records.change(object, member, change) == 0
                    ? Answer.problem(404, "there is no " + object + " of that " + member)
                    : Answer.ok();
        }
        return said.at("data") instanceof Value.Fields data
                        && records.add(object, data, world.clock().instant())
                ? Answer.ok()
                : Answer.problem(400, "expected object, such as work_orders, and data or change");
    }

    private static boolean isToken(Asked asked) {
        return asked.path().equals(List.of("oauth", "token"));
    }

    private Answer admitted(Asked asked) {
        switch (passes.shown(asked)) {
            case Passes.Shown.Refused(var status, var said) -> {
                return Envelopes.said(status, said);
            }
            case Passes.Shown.Known(var key) -> {
                var now = world.clock().instant();
                while (!calls.isEmpty() && !calls.getFirst().plus(WINDOW).isAfter(now)) {
                    calls.removeFirst();
                }
                if (calls.size() >= CALLS) {
                    return counted(Envelopes.said(406, "Maximum number of requests exceeded"));
                }
                calls.addLast(now);
                boolean reads = asked.method().equals("GET");
                boolean may = !key.equals("no-permission") && (reads || !key.equals("see-only"));
                return counted(
                        may ? (reads ? read(asked) : write(asked)) : Envelopes.said(401, "UNAUTHORIZED_ENDPOINT"));
            }
        }
    }

    private Answer read(Asked asked) {
        var path = asked.path();
        var what = path.isEmpty() ? "" : path.getFirst();
        if (path.size() == 2 && what.equals("work_orders")) {
            var rows = records.of(what).stream()
                    .filter(row -> row.at("wo_folio").asText().equals(path.get(1)))
                    .toList();
            return Envelopes.page(asked.query(), rows, "message");
        }
        if (path.size() == 2 && what.equals("work_orders_shared_url")) {
            return records.find("work_orders", "wo_folio", path.get(1))
                    .map(_ -> Envelopes.of(
                            List.of(Value.fields("url", Value.of("https://one.example.com/shared/" + path.get(1)))), 1))
                    .orElseGet(() -> Envelopes.of(List.of(), 0));
        }
        var shelf = Shelf.of(what);
        return path.size() == 1 && shelf.isPresent()
                ? Envelopes.page(
                        asked.query(),
                        shelf.get().matching(records.of(what), asked.query()),
                        shelf.get().said())
                : Envelopes.said(404, "Not found");
    }

    private Answer write(Asked asked) {
        var path = asked.path();
        var body = asked.json().orElse(Value.nothing());
        var first = path.isEmpty() ? "" : path.getFirst();
        var answer = switch (asked.method() + " " + first + " " + path.size()) {
            case "POST work_requests 1" ->
                records.createRequest(body, world.clock().instant());
            case "PUT work_requests 1" -> records.changeRequest(body);
            case "PUT work_orders 2" -> records.changeOrder(path.get(1), body);
            case "PUT meter_reading 2" -> records.writeReading(path.get(1), body);
            default -> Envelopes.said(405, "Method not allowed");
        };
        if (answer.status() == 200) {
            var shown = body.at("description").isMissing()
                    ? body.asText()
                    : body.at("description").asText();
            world.arrived(Arrived.of(
                    "fracttal",
                    world.clock().instant(),
                    asked.method() + " " + String.join("/", path),
                    Arrived.Look.RECORD,
                    shown,
                    asked.body()));
        }
        return answer;
    }

    private Answer counted(Answer answer) {
        return new Answer(
                answer.status(),
                Map.of(
                        "ratelimit-limit", Integer.toString(CALLS),
                        "ratelimit-remaining", Integer.toString(CALLS - calls.size())),
                answer.body());
    }
}
