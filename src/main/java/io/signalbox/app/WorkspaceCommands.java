package io.signalbox.app;

import io.signalbox.access.Account;
import io.signalbox.access.Scope;
import io.signalbox.access.Secret;
import io.signalbox.access.Token;
import io.signalbox.connector.Connectors;
import io.signalbox.engine.AccountChange;
import io.signalbox.engine.Engine;
import io.signalbox.engine.Fixes;
import io.signalbox.engine.Importing;
import io.signalbox.engine.Known;
import io.signalbox.engine.Room;
import io.signalbox.engine.RunRecord;
import io.signalbox.engine.SendGate;
import io.signalbox.engine.StepResult;
import io.signalbox.engine.StoreException;
import io.signalbox.engine.TemplateShelf;
import io.signalbox.engine.Weight;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.Problem;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import io.signalbox.json.FlowJson;
import io.signalbox.json.UnreadableFlow;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;

/// What can be done to a workspace from the shell, each as a value in and a value out, so that the process that owns
/// the workspace can do it for another. An answer has `ok`; a refusal has `message` for the person, in their language.
final class WorkspaceCommands {
    private final Workspace workspace;
    private final Connectors connectors;
    private final SendGate gate;
    private final Runnable flowsChanged;
    private final RunCommands runs;
    private final InstantSource clock;
    private final Supplier<Engine> engine;

    /// @param flowsChanged called when flows were switched on
    /// @param engine that replays and starts by hand go to
    WorkspaceCommands(
            Workspace workspace,
            Connectors connectors,
            SendGate gate,
            Runnable flowsChanged,
            Supplier<Engine> engine,
            InstantSource clock) {
        this.engine = engine;
        this.workspace = workspace;
        this.connectors = connectors;
        this.gate = gate;
        this.flowsChanged = flowsChanged;
        this.runs = new RunCommands(workspace, connectors, engine);
        this.clock = clock;
    }

    private TemplateShelf shelf() {
        return new TemplateShelf(workspace.templates(), workspace.accounts(), connectors, gate, clock);
    }

    Value run(Value command) {
        var language = Language.of(command.at("lang").asText()).orElse(Language.EN);
        var texts = Shell.texts(language);
        return switch (command.at("command").asText()) {
            case "import" -> importFlows(command, texts);
            case "export" -> export(command, texts);
            case "events" -> events(command);
            case "run" -> startByHand(command, texts);
            case "connection.set" -> setConnection(command, texts);
            case "connection.list" -> listConnections();
            case "connection.test", "connection.people" ->
                new ConnectionQuestions(workspace.accounts(), shelf(), connectors, gate, clock).run(command, texts);
            case "connection.remove" ->
                removed(workspace.accounts().remove(command.at("name").asText()), command, "connection.none", texts);
            case "token.create" -> createToken(command, texts);
            case "token.list" -> listTokens();
            case "token.revoke" ->
                removed(workspace.tokens().revoke(command.at("name").asText()), command, "token.none", texts);
            case "gate.show", "gate.stop", "gate.resume", "gate.set", "gate.consent", "gate.consents", "gate.forget" ->
                new GateCommands(gate.settings(), workspace.contacts(), clock).run(command, texts);
            case "backup" -> backUp(command, texts);
            case EndedFlows.COMMAND -> EndedFlows.of(workspace).answer(texts);
            case "show" -> refused(texts.text("workspace.owned", workspace.folder()));
            case String name when RunCommands.KNOWN.contains(name) -> runs.run(command, texts);
            default ->
                refused(texts.text("command.unknown", command.at("command").asText()));
        };
    }

    private Value backUp(Value command, Texts texts) {
        var file = command.at("file").asText();
        try {
            var copy = workspace.backUp(Path.of(file));
            return accepted()
                    .with("file", Value.of(copy.file().toString()))
                    .with("flows", Value.of(copy.contents().flows()))
                    .with("events", Value.of(copy.contents().events()))
                    .with("runs", Value.of(copy.contents().runs()));
        } catch (StoreException | InvalidPathException failure) {
            var cause = failure.getCause() == null ? failure : failure.getCause();
            return refused(texts.text("backup.failed", file, String.valueOf(cause.getMessage())));
        }
    }

    private Value importFlows(Value command, Texts texts) {
        var flows = new ArrayList<Flow>();
        for (var file : command.at("flows").asItems()) {
            try {
                flows.add(FlowJson.read(file.at("text").asText()));
            } catch (UnreadableFlow problem) {
                return refused(file.at("file").asText() + ": "
                                + problem.text(Texts.of(FlowJson.class, texts.language())))
                        .with("unreadable", Value.of(true));
            }
        }
        Map<String, String> bind = new LinkedHashMap<>();
        command.at("bind").asFields().fields().forEach((from, to) -> bind.put(from, to.asText()));
        boolean enable = command.at("enable") instanceof Value.Truth(var truth) && truth;
        Wiring.shelf(workspace, connectors, gate, clock).begin(flows, bind);
        var check = Wiring.check(workspace, connectors);
        var report = new Importing(workspace.flows(), check).take(flows, bind, enable);
        if (report.taken() && enable) {
            flowsChanged.run();
        }
        var words = Texts.of(Problem.class, texts.language());
        var problems = report.found().stream()
                .<Value>map(found -> ProblemView.of(found.flow(), found.problem(), repair(flows, found, words), words))
                .toList();
        var answer = report.taken() ? accepted() : refused(texts.text("import.refused"));
        return answer.with("flows", Value.texts(flows.stream().map(Flow::id).toList()))
                .with("problems", new Value.Items(problems));
    }

    private String repair(List<Flow> flows, Importing.Found found, Texts words) {
        var fixes = new Fixes(connectors, Known.nothing());
        return flows.stream()
                .filter(flow -> flow.id().equals(found.flow()))
                .flatMap(flow -> fixes.of(flow, found.problem()).stream().map(fix -> fix.text(flow, words)))
                .findFirst()
                .orElse("");
    }

    private Value startByHand(Value command, Texts texts) {
        var flow = command.at("flow").asText();
        return engine.get()
                .inbox()
                .manual(flow, command.at("payload").asFields())
                .<Value>map(receipt -> accepted()
                        .with("flow", Value.of(flow))
                        .with("eventId", Value.of(receipt.eventId()))
                        .with("matched", Value.texts(receipt.matched())))
                .orElseGet(() -> refused(texts.text("run.none", flow)));
    }

    private Value export(Value command, Texts texts) {
        var id = command.at("flow").asText();
        return workspace
                .flows()
                .find(id)
                .<Value>map(stored -> accepted().with("text", Value.of(FlowJson.write(stored.flow()))))
                .orElseGet(() -> refused(texts.text("flow.none", id)));
    }

    /// The latest events, newest first, with what the sources answered when the flow ran for them.
    private Value events(Value command) {
        int limit = command.at("limit") instanceof Value.Decimal(var number)
                ? Math.clamp(number.longValue(), 1, 10_000)
                : 1_000;
        var replies = new LinkedHashMap<String, Value.Fields>();
        var room = Room.page(limit);
        for (var run : workspace.runs().latest(command.at("flow").asText(), limit)) {
            if (!room.isLeft()) {
                break;
            }
            var outputs = workspace
                    .runs()
                    .find(run.id())
                    .map(WorkspaceCommands::outputs)
                    .orElse(Value.Fields.empty());
            replies.put(run.eventId(), outputs);
            room = room.less(Weight.of(outputs));
        }
        var events = workspace.events().latest(limit).stream()
                .<Value>map(event -> Value.fields("event", event.asValue())
                        .with("replies", replies.getOrDefault(event.id(), Value.Fields.empty())))
                .toList();
        return accepted().with("events", new Value.Items(events));
    }

    private static Value.Fields outputs(RunRecord run) {
        var outputs = Value.Fields.empty();
        for (var step : run.steps()) {
            if (step.result() instanceof StepResult.Answered(var output, var _)) {
                outputs = outputs.with(step.step().node().value(), output);
            }
        }
        return outputs;
    }

    private Value setConnection(Value command, Texts texts) {
        var name = command.at("name").asText();
        var type = command.at("type").asText();
        Map<String, String> values = new LinkedHashMap<>();
        command.at("set").asFields().fields().forEach((key, value) -> values.put(key, value.asText()));
        Map<String, Secret> secrets = new LinkedHashMap<>();
        command.at("secrets").asFields().fields().forEach((key, value) -> secrets.put(key, new Secret(value.asText())));
        var change = new AccountChange(name, type, values, secrets);
        return switch (change.check(connectors, workspace.accounts().find(name))) {
            case AccountChange.Unfit(var key, var arguments) ->
                refused(Texts.of(AccountChange.class, texts.language()).text(key, arguments.toArray()));
            case AccountChange.Fit(var account) -> {
                workspace.accounts().save(account, secrets);
                yield accepted().with("name", Value.of(name)).with("type", Value.of(type));
            }
        };
    }

    private Value listConnections() {
        return accepted()
                .with(
                        "connections",
                        new Value.Items(workspace.accounts().all().stream()
                                .<Value>map(WorkspaceCommands::value)
                                .toList()));
    }

    private static Value.Fields value(Account account) {
        var fields = new LinkedHashMap<String, Value>();
        account.values().forEach((key, value) -> fields.put(key, Value.of(value)));
        return Value.fields("name", Value.of(account.name()), "type", Value.of(account.type()))
                .with("fields", new Value.Fields(fields))
                .with("secrets", Value.texts(List.copyOf(account.secrets())))
                .with("enabled", Value.of(account.enabled()));
    }

    private Value createToken(Value command, Texts texts) {
        var name = command.at("name").asText();
        var scopes = new TreeSet<Scope>();
        for (var scope : command.at("scopes").asItems()) {
            var known = Scope.of(scope.asText());
            if (known.isEmpty()) {
                var all = Arrays.stream(Scope.values()).map(Scope::key).toList();
                return refused(texts.text("token.scope", scope.asText(), String.join(", ", all)))
                        .with("unreadable", Value.of(true));
            }
            scopes.add(known.get());
        }
        return workspace
                .tokens()
                .create(name, scopes)
                .<Value>map(secret -> accepted()
                        .with("name", Value.of(name))
                        .with("token", Value.of(secret.value()))
                        .with(
                                "scopes",
                                Value.texts(scopes.stream().map(Scope::key).toList())))
                .orElseGet(() -> refused(texts.text("token.taken", name)));
    }

    private Value listTokens() {
        return accepted()
                .with(
                        "tokens",
                        new Value.Items(workspace.tokens().all().stream()
                                .<Value>map(WorkspaceCommands::value)
                                .toList()));
    }

    private static Value.Fields value(Token token) {
        return Value.fields("name", Value.of(token.name()), "ending", Value.of("…" + token.ending()))
                .with(
                        "scopes",
                        Value.texts(
                                token.scopes().stream().map(Scope::key).sorted().toList()))
                .with("createdAt", Value.of(token.createdAt().toString()));
    }

    private static Value removed(boolean removed, Value command, String key, Texts texts) {
        return removed ? accepted() : refused(texts.text(key, command.at("name").asText()));
    }

    static Value.Fields accepted() {
        return Value.fields("ok", Value.of(true));
    }

    static Value.Fields refused(String message) {
        return Value.fields("ok", Value.of(false), "message", Value.of(message));
    }
}
