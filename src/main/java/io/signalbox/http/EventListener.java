package io.signalbox.http;

import io.signalbox.access.Accounts;
import io.signalbox.access.Scope;
import io.signalbox.engine.Admission;
import io.signalbox.engine.EventForms;
import io.signalbox.engine.EventProblem;
import io.signalbox.engine.Inbox;
import io.signalbox.engine.Incoming;
import io.signalbox.engine.LiveFlows;
import io.signalbox.engine.Receipt;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Events in: `POST /events` and the addresses of webhook triggers. 202 means stored.
final class EventListener {
    private final Inbox inbox;
    private final LiveFlows flows;
    private final Accounts accounts;
    private final Texts texts;

    EventListener(Inbox inbox, LiveFlows flows, Accounts accounts, Texts texts) {
        this.inbox = inbox;
        this.flows = flows;
        this.accounts = accounts;
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
                new Route("POST", "/hooks/{id}", new Route.Itself(), this::hook),
                new Route("GET", "/hooks/{id}", new Route.Itself(), _ -> unverified()));
    }

    private Answer events(Asked asked) {
        boolean cloud = asked.contentType().equals("application/cloudevents+json");
        if (!cloud && !asked.contentType().equals("application/json")) {
            return Answer.problem(415, texts.text("http.415"), texts.text("http.content-type", asked.contentType()));
        }
        Value body;
        try {
            body = Json.parse(asked.body().bytes());
        } catch (JsonProblem problem) {
            return unreadable(problem);
        }
        boolean several = !cloud && body.at("events") instanceof Value.Items;
        var list = several ? body.at("events").asItems() : List.of(body);
        var arrived = new ArrayList<Incoming>();
        for (int at = 0; at < list.size(); at++) {
            try {
                arrived.add(cloud ? EventForms.cloudEvent(list.get(at)) : EventForms.read(list.get(at)));
            } catch (EventProblem problem) {
                return unfit(problem, several ? Optional.of(at) : Optional.empty());
            }
        }
        var sentAway = sentAway(several ? Admission.Priority.LOW : Admission.Priority.NORMAL);
        if (sentAway.isPresent()) {
            return sentAway.get();
        }
        var receipts = arrived.isEmpty() ? List.<Receipt>of() : inbox.accept(arrived);
        return several
                ? Answer.json(
                        202,
                        new Value.Items(receipts.stream()
                                .<Value>map(EventListener::value)
                                .toList()))
                : Answer.json(202, value(receipts.getFirst()));
    }

    static Value.Fields value(Receipt receipt) {
        return Value.fields("eventId", Value.of(receipt.eventId()), "duplicate", Value.of(receipt.duplicate()))
                .with("matched", Value.texts(receipt.matched()));
    }

    /// Unknown, switched off and unverified are answered alike, so that nobody learns which addresses exist.
    private Answer hook(Asked asked) {
        var hook = flows.matcher().hook(asked.part("id"));
        if (hook.isEmpty()) {
            return unverified();
        }
        var settings = hook.get().trigger().settings();
        var secret = accounts.secret(settings.text("connection"), "secret");
        var shown = asked.bearer();
        boolean verified = settings.text("verifier").equals("bearer")
                && secret.isPresent()
                && shown.isPresent()
                && MessageDigest.isEqual(
                        secret.get().value().getBytes(StandardCharsets.UTF_8),
                        shown.get().getBytes(StandardCharsets.UTF_8));
        if (!verified) {
            return unverified();
        }
        Value data;
        try {
            data = body(asked);
        } catch (JsonProblem problem) {
            return unreadable(problem);
        }
        var attributes = new LinkedHashMap<String, Value>();
        asked.query().forEach((name, value) -> attributes.put(name, Value.of(value)));
        var sentAway = sentAway(Admission.Priority.NORMAL);
        if (sentAway.isPresent()) {
            return sentAway.get();
        }
        var incoming = new Incoming(
                Optional.empty(), "", "", "", "", "", Optional.empty(), data, new Value.Fields(attributes));
        return Answer.json(202, value(inbox.accept(hook.get(), incoming)));
    }

    /// Present when there is no room: nothing was stored, and the sender is told when to come again.
    private Optional<Answer> sentAway(Admission.Priority priority) {
        return switch (inbox.admits(priority)) {
            case Admission.Verdict.Welcome _ -> Optional.empty();
            case Admission.Verdict.Busy(var after) -> Optional.of(later(429, after));
            case Admission.Verdict.Full(var after) -> Optional.of(later(503, after));
        };
    }

    private Answer later(int status, Duration after) {
        var seconds = Long.toString(after.toSeconds());
        return Answer.problem(status, texts.text("http." + status), texts.text("http.no-room", seconds))
                .with("Retry-After", seconds);
    }

    private static Value body(Asked asked) throws JsonProblem {
        if (asked.contentType().equals("application/x-www-form-urlencoded")) {
            var form = new LinkedHashMap<String, Value>();
            for (var pair : asked.body().text().split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    form.putIfAbsent(decoded(pair.substring(0, equals)), Value.of(decoded(pair.substring(equals + 1))));
                }
            }
            return new Value.Fields(form);
        }
        return asked.body().isEmpty()
                ? Value.Fields.empty()
                : Json.parse(asked.body().bytes());
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    private Answer unverified() {
        return Answer.problem(401, texts.text("http.401"), texts.text("http.hook"));
    }

    private Answer unreadable(JsonProblem problem) {
        var more = Value.fields("line", Value.of(problem.line()), "column", Value.of(problem.column()));
        return Answer.problem(
                400,
                more,
                texts.text("http.400"),
                texts.text(
                        "http.unreadable",
                        problem.line(),
                        problem.column(),
                        texts.text(problem.key(), problem.detail())));
    }

    private Answer unfit(EventProblem problem, Optional<Integer> index) {
        var more = Value.fields("member", Value.of(problem.member()));
        if (index.isPresent()) {
            more = more.with("index", Value.of(index.get()));
        }
        return Answer.problem(422, more, texts.text("http.422"), texts.text(problem.key(), problem.member()));
    }
}
