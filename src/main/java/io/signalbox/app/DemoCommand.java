package io.signalbox.app;

import io.signalbox.access.Scope;
import io.signalbox.access.Secret;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.Outgoing;
import io.signalbox.engine.Exchange;
import io.signalbox.engine.FlowChangedElsewhere;
import io.signalbox.engine.FlowStore;
import io.signalbox.engine.Ledger;
import io.signalbox.engine.NodeTrace;
import io.signalbox.engine.RunState;
import io.signalbox.engine.RunSummary;
import io.signalbox.flow.Flow;
import io.signalbox.flow.PhoneNumber;
import io.signalbox.flow.Sample;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import io.signalbox.http.HttpGateway;
import io.signalbox.json.Json;
import io.signalbox.sandbox.Arrived;
import io.signalbox.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `demo`: everything once, with nothing to configure: a workspace in a temporary folder, the vendors' stand-ins, the
/// sample flow, its sample events posted over HTTP, and what people would have read.
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
    private static final Duration LONGEST = Duration.ofSeconds(40);
    private static final Duration NEWS = Duration.ofSeconds(5);

    private final Shell shell;

    @Mixin
    private final Options options = new Options();

    @Option(names = "--all", descriptionKey = "demo.all")
    private boolean all;

    DemoCommand(Shell shell) {
        this.shell = shell;
    }

    /// What people read; with --json it is beside the result.
    private void say(String line) {
        if (options.json) {
            shell.complain(line);
        } else {
            shell.say(line);
        }
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
                var gateway =
                        Wiring.gateway(Set.of("127.0.0.1:" + sandbox.port(), "127.0.0.1:" + (sandbox.port() + 1)));
                var workspace = Workspace.open(folder, random, clock).orElseThrow()) {
            SampleAccounts.save(workspace.accounts(), sandbox.url());
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
                return run(workspace, executor, token, sandbox);
            }
        } catch (FlowChangedElsewhere impossible) {
            throw new IllegalStateException("the workspace is new", impossible);
        }
    }

    private int run(Workspace workspace, Executor executor, Secret token, Sandbox sandbox)
            throws InterruptedException, FlowChangedElsewhere {
        var status = executor.start();
        if (!status.on()) {
            throw new Shell.Stop(Shell.NO, status.problem());
        }
        var flows = all ? SampleFlows.all() : List.of(SampleFlows.first());
        var sandboxAddress = "127.0.0.1:" + sandbox.port();
        boolean well = true;
        try (var sender = new HttpGateway(Set.of(status.address().substring("http://".length()), sandboxAddress))) {
            for (var flow : flows) {
                if (all) {
                    say("── " + flow.name() + " ──");
                }
                var posts = new Posts(
                        sender, status.address(), sandbox.url(), token, new DemoPolls(executor, workspace.triggers()));
                well &= demo(
                        workspace,
                        new ReloadingFlows(workspace.flows(), executor.live()::reload),
                        flow,
                        posts,
                        sandbox);
            }
        }
        var ledger = settled(workspace, -1);
        say("");
        shell.say(options.json ? Json.write(ledger.asValue()) : ledger.toString());
        return well && ledger.balanced() && ledger.waiting() == 0 ? Shell.YES : Shell.NO;
    }

    /// How an event reaches the executor: posted to it, or through the stand-in at which it happens.
    private record Posts(HttpGateway sender, String address, String sandbox, Secret token, DemoPolls polls) {}

    /// Every sample, and the first one again, as senders do that heard no answer. True when each ended as it says.
    private boolean demo(Workspace workspace, FlowStore flows, Flow flow, Posts posts, Sandbox sandbox)
            throws InterruptedException, FlowChangedElsewhere {
        flows.save(flow, 0);
        flows.switchOn(flow.id());
        DemoHooks.call(workspace, flow, posts.address(), sandbox);
        posts.polls().first(flow);
        boolean well = true;
        for (var sample : flow.samples()) {
            int shown = sandbox.messages().size();
            var before = runs(workspace, flow).keySet();
            long accepted = workspace.events().ledger().accepted();
            well &= post(posts, sample);
            posts.polls().again(flow);
            settled(workspace, happens(sample) ? accepted : -1);
            sandbox.messages().stream().skip(shown).forEach(this::show);
            var fresh = runs(workspace, flow);
            fresh.keySet().removeAll(before);
            well &= ended(sample, fresh.values());
        }
        var again = flow.samples().stream().filter(sample -> !happens(sample)).findFirst();
        if (again.isPresent()) {
            well &= post(posts, again.get());
            settled(workspace, -1);
        }
        flows.switchOff(flow.id());
        return well;
    }

    private static boolean happens(Sample sample) {
        return !sample.extra().at("inbound").isMissing();
    }

    private static Map<String, RunSummary> runs(Workspace workspace, Flow flow) {
        return workspace.runs().latest(flow.id(), 100).stream()
                .collect(Collectors.toMap(RunSummary::id, run -> run, (one, _) -> one, LinkedHashMap::new));
    }

    private boolean post(Posts posts, Sample sample) {
        var texts = Shell.texts(options.language);
        if (happens(sample)) {
            var said = Outgoing.json(
                    "POST", posts.sandbox() + "/sandbox/inbound", sample.extra().at("inbound"));
            boolean heard = posts.sender().send(said, Optional.empty()) instanceof Exchange.Answered(var reply)
                    && reply.isSuccess();
            if (heard) {
                say(texts.text("demo.happened", sample.name()));
            } else {
                shell.complain(texts.text("demo.refused", sample.name(), "", ""));
            }
            return heard;
        }
        return post(posts.sender(), posts.address(), posts.token(), sample.event(), texts);
    }

    private boolean post(HttpGateway sender, String address, Secret token, Value event, Texts texts) {
        var request = Outgoing.json("POST", address + "/events", event)
                .withHeader("Authorization", "Bearer " + token.value());
        var subject = event.at("entity").asText();
        return switch (sender.send(request, Optional.empty())) {
            case Exchange.Answered(var reply)
            when reply.status() == 202 -> {
                boolean repeat = reply.body().at("duplicate") instanceof Value.Truth(var truth) && truth;
                say(texts.text(repeat ? "demo.repeat" : "demo.posted", subject));
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

    /// @param before events accepted before what a stand-in tells in the background; -1 where it tells nothing
    private static Ledger settled(Workspace workspace, long before) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        long news = System.nanoTime() + NEWS.toNanos();
        long accepted = -1;
        var ledger = workspace.events().ledger();
        while ((ledger.waiting() > 0
                        || ledger.accepted() != accepted
                        || (accepted == before && System.nanoTime() < news))
                && System.nanoTime() < end) {
            accepted = ledger.accepted();
            Thread.sleep(150);
            ledger = workspace.events().ledger();
        }
        return ledger;
    }

    private void show(Arrived message) {
        var texts = Shell.texts(options.language);
        say(texts.text("demo.message", PhoneNumber.readable(message.to())));
        message.shown().lines().forEach(line -> say("  │ " + line));
        say("");
    }

    /// True when the sample ended as it says it should.
    private boolean ended(Sample sample, Collection<RunSummary> runs) {
        var texts = Shell.texts(options.language);
        var reasons = Texts.of(NodeTrace.class, options.language);
        var ended = "suppressed";
        for (var run : runs) {
            if (run.messages() > 0) {
                ended = "sent";
            } else {
                ended = run.state() == RunState.FAILED ? "failed" : ended;
                var key = "rule." + run.reason();
                say(texts.text(
                        "demo.suppressed",
                        run.subject(),
                        reasons.has(key) ? reasons.text(key, run.detail()) : run.reason() + " " + run.detail()));
            }
        }
        var subject = sample.event().at("entity").asText();
        if (runs.isEmpty()) {
            say(texts.text("demo.unmatched", subject.isEmpty() ? sample.name() : subject));
        }
        var expect = sample.extra().at("expect").asText();
        if (!ended.equals(expect)) {
            shell.complain(texts.text("demo.unexpected", sample.name(), expect, ended));
            return false;
        }
        return true;
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
