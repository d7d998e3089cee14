package io.signalbox.http;

import io.signalbox.access.Audit;
import io.signalbox.access.Scope;
import io.signalbox.engine.EventLog;
import io.signalbox.engine.Health;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// For whoever runs the service: ledger, audit trail, health, metrics. Health alone is open to everybody.
final class OperationsApi {
    private static final String API = "/api/v1";

    private final EventLog events;
    private final Audit audit;
    private final Health health;
    private final Supplier<String> metrics;
    private final String version;
    private final Texts texts;

    /// @param metrics in Prometheus' text format
    /// @param version of the program, told to whoever has a token
    OperationsApi(EventLog events, Audit audit, Health health, Supplier<String> metrics, String version, Texts texts) {
        this.events = events;
        this.audit = audit;
        this.health = health;
        this.metrics = metrics;
        this.version = version;
        this.texts = texts;
    }

    List<Route> routes() {
        var open = List.of(
                new Route(
                        "GET",
                        "/health/live",
                        new Route.Anybody(),
                        _ -> Answer.json(200, Value.fields("status", Value.of("live"))),
                        Route.Notes.of("isLive", "Whether the process answers").gives(200, "Live")),
                new Route(
                        "GET",
                        "/health/ready",
                        new Route.Anybody(),
                        _ -> ready(),
                        Route.Notes.of("isReady", "Whether it can do its work: store, disk, runs, clock, ledger, audit")
                                .gives(200, "Ready")
                                .gives(503, "Ready")),
                new Route(
                        "GET",
                        "/metrics",
                        new Route.Needs(Scope.RUN_READ),
                        _ -> Answer.text(200, "text/plain; version=0.0.4; charset=utf-8", metrics.get()),
                        Route.Notes.of("readMetrics", "For Prometheus").gives(200, "Metrics")));
        var routes = new ArrayList<>(open);
        // The same under the prefix of everything else, where a proxy lets only that through.
        open.forEach(route -> routes.add(route.at(API + route.pattern())));
        routes.add(new Route(
                "GET",
                API + "/about",
                new Route.SignedIn(),
                _ -> Answer.json(200, Value.fields("version", Value.of(version))),
                Route.Notes.of("about", "Which version of the program this is").gives(200, "About")));
        routes.add(new Route(
                "GET",
                API + "/ledger",
                new Route.Needs(Scope.RUN_READ),
                _ -> Answer.json(200, events.ledger().asValue()),
                Route.Notes.of("readLedger", "Where every accepted event is").gives(200, "Ledger")));
        routes.add(new Route(
                "GET",
                API + "/audit",
                new Route.Needs(Scope.AUDIT_READ),
                this::audit,
                Route.Notes.of(
                                "readAudit",
                                "Who changed or read what, newest first; each entry carries the hash of the one before")
                        .asks("cursor", "limit")
                        .gives(200, "AuditPage")));
        return routes;
    }

    private Answer ready() {
        var words = Texts.of(Health.class, texts.language());
        var checks = new ArrayList<Value>();
        boolean good = true;
        for (var finding : health.findings()) {
            good &= finding.good();
            var check = Value.fields("check", Value.of(finding.key()), "good", Value.of(finding.good()));
            check = finding.figure().isEmpty() ? check : check.with("figure", Value.of(finding.figure()));
            checks.add(finding.good() ? check : check.with("text", Value.of(finding.text(words))));
        }
        var answer =
                Value.fields("status", Value.of(good ? "ready" : "not ready")).with("checks", new Value.Items(checks));
        return Answer.json(good ? 200 : 503, answer);
    }

    private Answer audit(Asked asked) {
        var page = Page.of(asked);
        return page.answer(
                audit.page(page.number(), page.limit() + 1),
                OperationsApi::shown,
                entry -> String.valueOf(entry.number()));
    }

    private static Value.Fields shown(Audit.Entry entry) {
        return Value.fields(
                        "number",
                        Value.of(entry.number()),
                        "at",
                        Value.of(entry.at().toString()))
                .with("actor", Value.of(entry.actor()))
                .with("action", Value.of(entry.deed().action()))
                .with("subject", Value.of(entry.deed().subject()))
                .with("before", Value.of(entry.deed().before()))
                .with("after", Value.of(entry.deed().after()))
                .with("hash", Value.of(entry.hash()));
    }
}
