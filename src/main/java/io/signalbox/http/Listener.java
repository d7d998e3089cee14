package io.signalbox.http;

import io.signalbox.access.Secret;
import io.signalbox.access.Tokens;
import io.signalbox.engine.EventLog;
import io.signalbox.engine.FlowCheck;
import io.signalbox.engine.FlowStore;
import io.signalbox.engine.HookGuard;
import io.signalbox.engine.Inbox;
import io.signalbox.engine.LiveFlows;
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
            String bind,
            int port,
            Inbox inbox,
            LiveFlows live,
            FlowStore flows,
            FlowCheck check,
            EventLog events,
            HookGuard guard,
            Tokens tokens,
            Secret control,
            UnaryOperator<Value> command,
            Language language) {
        var texts = Texts.of(Listener.class, language);
        var routes = new ArrayList<Route>();
        routes.addAll(new EventListener(inbox, live, guard, texts).routes());
        routes.addAll(new ServerApi(flows, live, check, events, texts).routes());
        routes.addAll(new ControlDoor(command, texts).routes());
        return new WebServer(bind, port, routes, tokens, control, texts);
    }

    /// Control alone, for a process that owns the workspace and does not listen.
    public static WebServer control(Tokens tokens, Secret control, UnaryOperator<Value> command, Language language) {
        var texts = Texts.of(Listener.class, language);
        return new WebServer(
                "127.0.0.1", 0, List.copyOf(new ControlDoor(command, texts).routes()), tokens, control, texts);
    }
}
