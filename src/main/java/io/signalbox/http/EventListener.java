package io.signalbox.http;

import io.signalbox.access.Scope;
import io.signalbox.engine.Admission;
import io.signalbox.engine.Deliveries;
import io.signalbox.engine.EventForms;
import io.signalbox.engine.EventProblem;
import io.signalbox.engine.HookGuard;
import io.signalbox.engine.Inbox;
import io.signalbox.engine.Incoming;
import io.signalbox.engine.LiveFlows;
import io.signalbox.engine.Receipt;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Events in: `POST /events` and the addresses of webhook triggers. 202 means stored.
final class EventListener {
    private static final String PLAIN = "application/json";

    private final Inbox inbox;
    private final HookListener hooks;
    private final Refusals refusals;
    private final Texts texts;

    EventListener(Inbox inbox, LiveFlows flows, HookGuard guard, Deliveries deliveries, Texts texts) {
        this.inbox = inbox;
        this.hooks = new HookListener(inbox, flows, guard, deliveries, texts);
        this.refusals = new Refusals(texts);
        this.texts = texts;
    }

    List<Route> routes() {
        return List.of(
                new Route(
                        "POST",
                        "/events",
                        new Route.Needs(Scope.EVENTS),
                        this::events,
                        Route.Notes.of(
                                        "postEvents",
                                        "Events in: an event, several, or a CloudEvent; stored when answered")
                                .takes("Posted")
                                .gives(202, "Receipts")),
                new Route(
                        "POST",
                        "/api/v1/flows/{id}/run",
                        new Route.Needs(Scope.FLOW_RUN),
                        this::manual,
                        Route.Notes.of("runFlow", "Starts a flow by hand; the body is what it sees as trigger.data")
                                .takes("Payload")
                                .gives(202, "Receipt")),
                new Route(
                        "OPTIONS",
                        "/events",
                        new Route.Anybody(),
                        WebHookHandshake::answer,
                        Route.Notes.of("askEvents", "Whether events are taken from an origin (CloudEvents web hooks)")
                                .gives(200, "")),
                new Route("POST", "/hooks/{id}", new Route.Itself(), hooks::call),
                new Route("GET", "/hooks/{id}", new Route.Itself(), hooks::call));
    }

    /// A person's own start; what is sent with it becomes the event's data.
    private Answer manual(Asked asked) {
        try {
            var payload = asked.body().isEmpty()
                    ? Value.Fields.empty()
                    : Json.parse(asked.body().bytes());
            if (!(payload instanceof Value.Fields)) {
                return refusals.unfit(new EventProblem("event.object", ""), Optional.empty());
            }
            var sentAway = refusals.sentAway(inbox.admits(Admission.Priority.NORMAL));
            if (sentAway.isPresent()) {
                return sentAway.get();
            }
            return inbox.manual(asked.part("id"), payload)
                    .map(receipt -> Answer.json(202, value(receipt)))
                    .orElseGet(() -> Answer.problem(
                            404, texts.text("http.404"), texts.text("http.no-manual", asked.part("id"))));
        } catch (JsonProblem problem) {
            return refusals.unreadable(problem);
        }
    }

    /// How what came in is to be read.
    private enum Mode {
        AUTOMATOR,
        STRUCTURED,
        BATCH,
        BINARY
    }

    private Answer events(Asked asked) {
        var mode = mode(asked);
        if (mode.isEmpty()) {
            return Answer.problem(415, texts.text("http.415"), texts.text("http.content-type", asked.contentType()));
        }
        try {
            return read(mode.get(), asked);
        } catch (JsonProblem problem) {
            return refusals.unreadable(problem);
        }
    }

    private static Optional<Mode> mode(Asked asked) {
        if (CloudEvents.isBinary(asked)) {
            return Optional.of(Mode.BINARY).filter(_ -> CloudEvents.hasKnownData(asked));
        }
        return switch (asked.contentType()) {
            case PLAIN -> Optional.of(Mode.AUTOMATOR);
            case CloudEvents.STRUCTURED -> Optional.of(Mode.STRUCTURED);
            case CloudEvents.BATCH -> Optional.of(Mode.BATCH);
            default -> Optional.empty();
        };
    }

    private Answer read(Mode mode, Asked asked) throws JsonProblem {
        var body = mode == Mode.BINARY
                ? CloudEvents.binary(asked)
                : Json.parse(asked.body().bytes());
        boolean several = switch (mode) {
            case AUTOMATOR -> body.at("events") instanceof Value.Items;
            case BATCH -> true;
            case STRUCTURED, BINARY -> false;
        };
        if (mode == Mode.BATCH && !(body instanceof Value.Items)) {
            return refusals.unfit(new EventProblem("event.list", ""), Optional.empty());
        }
        if (mode == Mode.AUTOMATOR
                && !several
                && body.at("module").isMissing()
                && body.asFields().has("events")) {
            return refusals.unfit(new EventProblem("event.events", "events"), Optional.empty());
        }
        var list = !several
                ? List.of(body)
                : mode == Mode.BATCH ? body.asItems() : body.at("events").asItems();
        var arrived = new ArrayList<Incoming>();
        for (int at = 0; at < list.size(); at++) {
            try {
                var event = CloudEvents.plain(list.get(at));
                arrived.add(mode == Mode.AUTOMATOR ? EventForms.read(event) : EventForms.cloudEvent(event));
            } catch (EventProblem problem) {
                return refusals.unfit(problem, several ? Optional.of(at) : Optional.empty());
            }
        }
        var sentAway = refusals.sentAway(inbox.admits(several ? Admission.Priority.LOW : Admission.Priority.NORMAL));
        if (sentAway.isPresent()) {
            return sentAway.get();
        }
        var receipts = arrived.isEmpty() ? List.<Receipt>of() : inbox.accept(arrived);
        return Answer.json(
                202,
                several
                        ? new Value.Items(receipts.stream()
                                .<Value>map(EventListener::value)
                                .toList())
                        : value(receipts.getFirst()));
    }

    static Value.Fields value(Receipt receipt) {
        return Value.fields("eventId", Value.of(receipt.eventId()), "duplicate", Value.of(receipt.duplicate()))
                .with("matched", Value.texts(receipt.matched()));
    }
}
