package io.signalbox.app;

import io.signalbox.access.Scope;
import io.signalbox.access.Secret;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.Outgoing;
import io.signalbox.engine.Exchange;
import io.signalbox.engine.FlowChangedElsewhere;
import io.signalbox.engine.Ledger;
import io.signalbox.engine.NodeTrace;
import io.signalbox.engine.RunState;
import io.signalbox.flow.Flow;
import io.signalbox.flow.PhoneNumber;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import io.signalbox.http.HttpGateway;
import io.signalbox.json.FlowJson;
import io.signalbox.json.Json;
import io.signalbox.json.UnreadableFlow;
import io.signalbox.sandbox.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `demo`: everything once, with nothing to configure: a workspace in a temporary folder, the vendors' stand-ins, the
/// sample flow, its sample events posted over HTTP, and what people would have read.
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
    private static final String FLOW = "/flows/new-work-order-to-whatsapp.signalbox.json";
    private static final Duration LONGEST = Duration.ofSeconds(40);

    private final Shell shell;

    @Mixin
    private final Options options = new Options();

    DemoCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("signalbox-demo");
        try {
            return demo(folder);
        } finally {
            remove(folder);
        }
    }

    private int demo(Path folder) throws IOException, InterruptedException {
        var clock = InstantSource.system();
        var random = new SecureRandom();
        try (var sandbox = new Sandbox(0, clock);
                var gateway = new HttpGateway(Set.of("127.0.0.1:" + sandbox.port()));
                var workspace = Workspace.open(folder, random, clock).orElseThrow()) {
            var flow = sampleFlow();
            SampleAccounts.save(workspace.accounts(), sandbox.url());
            workspace.flows().save(flow, 0);
            workspace.flows().switchOn(flow.id());
            var token = workspace.tokens().create("demo", Set.of(Scope.EVENTS)).orElseThrow();
            try (var executor = Wiring.executor(
                    workspace,
                    Connectors.found(),
                    gateway,
                    "127.0.0.1",
                    0,
                    ControlFile.newToken(random),
                    options.language,
                    clock,
                    random)) {
                return run(workspace, flow, executor, token, sandbox);
            }
        } catch (FlowChangedElsewhere impossible) {
            throw new IllegalStateException("the workspace is new", impossible);
        }
    }

    private int run(Workspace workspace, Flow flow, Executor executor, Secret token, Sandbox sandbox)
            throws InterruptedException {
        var status = executor.start();
        if (!status.on()) {
            throw new Shell.Stop(Shell.NO, status.problem());
        }
        boolean posted = post(flow, status.address(), token);
        var ledger = settled(workspace, flow.samples().size());
        boolean expected = show(workspace, flow, sandbox, ledger);
        return posted && expected && ledger.balanced() && ledger.waiting() == 0 ? Shell.YES : Shell.NO;
    }

    static Flow sampleFlow() {
        try (var file = DemoCommand.class.getResourceAsStream(FLOW)) {
            if (file == null) {
                throw new IllegalStateException("the sample flow is not in the program");
            }
            return FlowJson.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException | UnreadableFlow broken) {
            throw new IllegalStateException("the sample flow cannot be read", broken);
        }
    }

    /// Every sample, and the first one again, as senders do that heard no answer.
    private boolean post(Flow flow, String address, Secret token) {
        var texts = Shell.texts(options.language);
        var own = address.substring("http://".length());
        boolean all = true;
        try (var sender = new HttpGateway(Set.of(own))) {
            for (var sample : flow.samples()) {
                all &= post(sender, address, token, sample.event(), texts);
            }
            all &= post(sender, address, token, flow.samples().getFirst().event(), texts);
        }
        shell.say("");
        return all;
    }

    private boolean post(HttpGateway sender, String address, Secret token, Value event, Texts texts) {
        var request = Outgoing.json("POST", address + "/events", event)
                .withHeader("Authorization", "Bearer " + token.value());
        var subject = event.at("entity").asText();
        return switch (sender.send(request, Optional.empty())) {
            case Exchange.Answered(var reply)
            when reply.status() == 202 -> {
                boolean repeat = reply.body().at("duplicate") instanceof Value.Truth(var truth) && truth;
                shell.say(texts.text(repeat ? "demo.repeat" : "demo.posted", subject));
                yield true;
            }
            case Exchange.Answered(var reply) -> {
                shell.complain(texts.text(
                        "demo.refused", subject, reply.status(), reply.body().asText()));
                yield false;
            }
            case Exchange.Unanswered(var reason, var detail, var _) -> {
                shell.complain(texts.text("demo.refused", subject, reason, detail));
                yield false;
            }
            case Exchange.Lost(var reason, var detail) -> {
                shell.complain(texts.text("demo.refused", subject, reason, detail));
                yield false;
            }
        };
    }

    private static Ledger settled(Workspace workspace, int events) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        var ledger = workspace.events().ledger();
        while ((ledger.waiting() > 0 || ledger.accepted() < events) && System.nanoTime() < end) {
            Thread.sleep(50);
            ledger = workspace.events().ledger();
        }
        return ledger;
    }

    /// True when each sample ended as it says it should.
    private boolean show(Workspace workspace, Flow flow, Sandbox sandbox, Ledger ledger) {
        var texts = Shell.texts(options.language);
        for (var message : sandbox.messages()) {
            shell.say(texts.text("demo.message", PhoneNumber.readable(message.to())));
            message.shown().lines().forEach(line -> shell.say("  │ " + line));
            shell.say("");
        }
        var ended = new LinkedHashMap<String, String>();
        var reasons = Texts.of(NodeTrace.class, options.language);
        for (var run : workspace.runs().latest(flow.id(), 100)) {
            ended.put(
                    run.subject(),
                    run.messages() > 0 ? "sent" : run.state() == RunState.FAILED ? "failed" : "suppressed");
            if (run.messages() == 0) {
                var key = "rule." + run.reason();
                shell.say(texts.text(
                        "demo.suppressed",
                        run.subject(),
                        reasons.has(key) ? reasons.text(key, run.detail()) : run.reason() + " " + run.detail()));
            }
        }
        boolean asExpected = true;
        for (var sample : flow.samples()) {
            var subject = sample.event().at("entity").asText();
            if (!ended.containsKey(subject)) {
                shell.say(texts.text("demo.unmatched", subject));
            }
            var expect = sample.extra().at("expect").asText();
            if (!ended.getOrDefault(subject, "suppressed").equals(expect)) {
                shell.complain(
                        texts.text("demo.unexpected", subject, expect, ended.getOrDefault(subject, "suppressed")));
                asExpected = false;
            }
        }
        shell.say("");
        shell.say(options.json ? Json.write(ledger.asValue()) : ledger.toString());
        return asExpected;
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
