package io.signalbox.app;

import io.signalbox.access.Audit;
import io.signalbox.connector.Connectors;
import io.signalbox.engine.Archive;
import io.signalbox.engine.DeadList;
import io.signalbox.engine.Engine;
import io.signalbox.engine.RunState;
import io.signalbox.engine.RunView;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What the shell asks about runs, events and the dead list. Whoever may read the workspace's folder may read what is
/// in it, so nothing is left out; that it was read is written into the audit trail.
final class RunCommands {
    static final Set<String> KNOWN = Set.of(
            "runs.list",
            "runs.show",
            "runs.retry",
            "events.list",
            "events.show",
            "events.replay",
            "dead.list",
            "dead.replay",
            "dead.discard");

    private static final int MOST = 1_000;

    private final Workspace workspace;
    private final Connectors connectors;
    private final Supplier<Engine> engine;

    /// @param engine that replays go to
    RunCommands(Workspace workspace, Connectors connectors, Supplier<Engine> engine) {
        this.workspace = workspace;
        this.connectors = connectors;
        this.engine = engine;
    }

    /// A parameter that cannot be understood.
    private static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unfit(String value) {
            super(value);
        }
    }

    /// @param command one of [#KNOWN]
    Value run(Value command, Texts texts) {
        try {
            return switch (command.at("command").asText()) {
                case "runs.list" -> listRuns(command, texts);
                case "runs.show" -> showRun(command, texts);
                case "runs.retry", "dead.replay" -> replay(command, texts);
                case "events.list" -> listEvents(command, texts);
                case "events.show" -> showEvent(command, texts);
                case "events.replay" -> replayEvent(command, texts);
                case "dead.list" -> listDead(command, texts);
                default -> discard(command);
            };
        } catch (Unfit unfit) {
            return WorkspaceCommands.refused(texts.text("command.value", String.valueOf(unfit.getMessage())))
                    .with("unreadable", Value.of(true));
        }
    }

    private RunView view(Texts texts) {
        return new RunView(workspace.flows(), connectors, texts.language(), true);
    }

    private Value listRuns(Value command, Texts texts) {
        var filter = Archive.Filter.of(
                command.at("flow").asText(), states(command.at("state").asText()), from(command), "");
        var rows = workspace.archive().runs(filter, cursor(command), limit(command)).stream()
                .<Value>map(view(texts)::row)
                .toList();
        return WorkspaceCommands.accepted().with("items", new Value.Items(rows));
    }

    private Value listDead(Value command, Texts texts) {
        var filter = new DeadList.Filter(
                command.at("flow").asText(),
                command.at("reason").asText(),
                Optional.empty(),
                Optional.empty(),
                Set.of(RunState.DEAD, RunState.FAILED));
        var rows = dead().page(filter, cursor(command), limit(command)).runs().stream()
                .<Value>map(view(texts)::row)
                .toList();
        return WorkspaceCommands.accepted().with("items", new Value.Items(rows));
    }

    private Value listEvents(Value command, Texts texts) {
        audit("payload.read", "events up to " + limit(command));
        var rows = workspace.archive().events(cursor(command), limit(command)).events().stream()
                .<Value>map(event -> view(texts).event(event, workspace.events().state(event.id())))
                .toList();
        return WorkspaceCommands.accepted().with("items", new Value.Items(rows));
    }

    private Value showRun(Value command, Texts texts) {
        var id = id(command.at("id").asText());
        var run = workspace.runs().find(id);
        if (run.isEmpty()) {
            return WorkspaceCommands.refused(texts.text("runs.none", id));
        }
        audit("payload.read", "run " + id);
        return WorkspaceCommands.accepted().with("run", view(texts).whole(run.get()));
    }

    private Value showEvent(Value command, Texts texts) {
        var id = id(command.at("id").asText());
        var event = workspace.events().find(id);
        if (event.isEmpty()) {
            return WorkspaceCommands.refused(texts.text("events.none", id));
        }
        audit("payload.read", "event " + id);
        return WorkspaceCommands.accepted()
                .with("event", view(texts).event(event.get(), workspace.events().state(id)));
    }

    private Value replayEvent(Value command, Texts texts) {
        var id = id(command.at("id").asText());
        var event = workspace.events().find(id);
        if (event.isEmpty()) {
            return WorkspaceCommands.refused(texts.text("events.none", id));
        }
        if (event.get().removedAt().isPresent()) {
            return WorkspaceCommands.refused(RunView.removed(event.get(), texts.language()));
        }
        var former = new LinkedHashMap<String, NodeId>();
        workspace
                .archive()
                .runs(Archive.Filter.of("", Set.of(), Optional.empty(), id), "", MOST)
                .forEach(run ->
                        workspace.runs().find(run.id()).ifPresent(found -> former.put(run.flow(), found.trigger())));
        audit("event.replay", id);
        var receipt = engine.get().inbox().again(event.get(), former);
        return WorkspaceCommands.accepted()
                .with("eventId", Value.of(receipt.eventId()))
                .with("matched", Value.texts(receipt.matched()));
    }

    private Value replay(Value command, Texts texts) {
        var ids = ids(command);
        boolean asNew = command.at("asNew") instanceof Value.Truth(var truth) && truth;
        var edited = command.at("data").isMissing() ? Optional.<Value>empty() : Optional.of(command.at("data"));
        ids.forEach(id -> audit(edited.isPresent() ? "run.replay-edited" : "run.replay", id));
        var dead = dead();
        var started = new LinkedHashMap<String, String>();
        if (edited.isPresent()) {
            ids.forEach(id -> started.putAll(dead.replay(id, edited.get()).started()));
        } else {
            started.putAll(dead.replay(ids, asNew).started());
        }
        return started.isEmpty()
                ? WorkspaceCommands.refused(texts.text("dead.not-replayed"))
                : WorkspaceCommands.accepted().with("replayed", Value.texts(List.copyOf(started.values())));
    }

    private Value discard(Value command) {
        var ids = ids(command);
        ids.forEach(id -> audit("run.discard", id));
        return WorkspaceCommands.accepted().with("discarded", Value.of(dead().discard(ids)));
    }

    private DeadList dead() {
        return engine.get().dead();
    }

    private void audit(String action, String subject) {
        workspace.audit().record(Audit.Deed.of(action, subject));
    }

    private static List<String> ids(Value command) {
        var one = command.at("id");
        return one.isMissing()
                ? command.at("ids").asItems().stream()
                        .map(id -> id(id.asText()))
                        .toList()
                : List.of(id(one.asText()));
    }

    private static String id(String text) {
        try {
            return UUID.fromString(text).toString();
        } catch (IllegalArgumentException _) {
            throw new Unfit(text);
        }
    }

    private static String cursor(Value command) {
        var cursor = command.at("cursor").asText();
        return cursor.isEmpty() ? "" : id(cursor);
    }

    private static int limit(Value command) {
        return command.at("limit") instanceof Value.Decimal(var number) ? Math.clamp(number.longValue(), 1, MOST) : 50;
    }

    private static Optional<Instant> from(Value command) {
        var text = command.at("from").asText();
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeParseException _) {
            throw new Unfit(text);
        }
    }

    private static Set<RunState> states(String names) {
        if (names.isEmpty()) {
            return Set.of();
        }
        return Arrays.stream(names.split(",", -1))
                .map(name -> Arrays.stream(RunState.values())
                        .filter(state -> state.name().equalsIgnoreCase(name.strip()))
                        .findFirst()
                        .orElseThrow(() -> new Unfit(name)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
