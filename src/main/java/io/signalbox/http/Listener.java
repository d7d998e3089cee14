package io.signalbox.http;

import io.signalbox.access.Secret;
import io.signalbox.access.Tokens;
import io.signalbox.engine.Meters;
import io.signalbox.flow.Language;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Puts the doors in together on one port.
public final class Listener {
    private Listener() {}

    /// Everything: events, API and control. Not started yet.
    public static WebServer full(
            String bind, int port, Service service, Secret control, UnaryOperator<Value> command, Language language) {
        var texts = Texts.of(Listener.class, language);
        var routes = new ArrayList<>(routes(service, texts));
        routes.addAll(new ControlDoor(command, texts).routes());
        var doorkeeper = new Doorkeeper(service.tokens(), control, texts);
        return new WebServer(bind, port, routes, doorkeeper, Intake.ofHeap(), service.meters(), texts);
    }

    /// Every address but the control door's, which is of this machine alone.
    static List<Route> routes(Service service, Texts texts) {
        var routes = new ArrayList<Route>();
        routes.addAll(new EventListener(service.inbox(), service.live(), service.guard(), service.deliveries(), texts)
                .routes());
        routes.addAll(new FlowsApi(service.flows(), service.live(), service.check(), texts).routes());
        routes.addAll(new VersionsApi(
                        service.flows(),
                        service.live(),
                        service.archive(),
                        service.connectors(),
                        service.accounts()::find,
                        service.clock(),
                        texts)
                .routes());
        routes.addAll(new RunsApi(
                        service.runs(),
                        service.archive(),
                        service.dead(),
                        service.flows(),
                        service.connectors(),
                        service.audit(),
                        texts)
                .routes());
        routes.addAll(new EventsApi(
                        service.events(),
                        service.archive(),
                        service.runs(),
                        service.inbox(),
                        service.flows(),
                        service.connectors(),
                        service.audit(),
                        texts)
                .routes());
        routes.addAll(new ConnectionsApi(service.accounts(), service.connectors(), texts).routes());
        routes.addAll(new OperationsApi(
                        service.events(),
                        service.audit(),
                        service.health(),
                        service.metrics(),
                        service.version(),
                        texts)
                .routes());
        routes.add(OpenApi.route(routes, texts));
        return List.copyOf(routes);
    }

    /// Control alone, for a process that owns the workspace and does not listen.
    public static WebServer control(Tokens tokens, Secret control, UnaryOperator<Value> command, Language language) {
        var texts = Texts.of(Listener.class, language);
        return new WebServer(
                "127.0.0.1",
                0,
                List.copyOf(new ControlDoor(command, texts).routes()),
                new Doorkeeper(tokens, control, texts),
                Intake.ofHeap(),
                Meters.none(),
                texts);
    }
}
