package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.signalbox.access.Secret;
import io.signalbox.app.EngineBench.HandClock;
import io.signalbox.app.FaultProxy.Phase;
import io.signalbox.app.FaultProxy.Toxic;
import io.signalbox.connector.Connector;
import io.signalbox.connector.ConnectorSpec;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.Operation;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.Reply;
import io.signalbox.engine.Exchange;
import io.signalbox.engine.RunRecord;
import io.signalbox.engine.RunState;
import io.signalbox.engine.gate.Wish;
import io.signalbox.flow.Value;
import io.signalbox.http.HttpGateway;
import io.signalbox.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// Every connector that speaks HTTP, every trouble of the wire at every moment, through the real gateway, the real
/// engine
/// and the real store: each run ends, and no message goes out twice unless it is marked.
final class FaultProxyTest {
    private static final HttpGateway.Patience PATIENCE =
            new HttpGateway.Patience(Duration.ofMillis(400), Duration.ofMillis(800));
    private static final int FOR_EVER = 1_000;
    private static final int QUEUED = 8;
    private static final int HUNDRED = 100;

    /// What passes on the engine's clock at each look, so that nobody waits for the next try.
    private static final Duration STEP = Duration.ofSeconds(30);

    @TempDir
    private Path folder = Path.of("");

    private final HttpClient client = HttpClient.newHttpClient();
    private final HandClock clock = new HandClock(EngineBench.START);
    private final Sandbox sandbox;
    private final List<FaultProxy> proxies = new ArrayList<>();
    private int lines;

    FaultProxyTest() throws IOException {
        sandbox = new Sandbox(0, clock);
    }

    @AfterEach
    void close() throws IOException {
        for (var proxy : proxies) {
            proxy.close();
        }
        sandbox.close();
        client.close();
    }

    private FaultProxy proxy(Phase phase, Toxic toxic, int times) throws IOException {
        var proxy = new FaultProxy(sandbox.port(), phase, toxic, times);
        proxies.add(proxy);
        return proxy;
    }

    private List<FaultCase> atLength() throws IOException {
        var cases = new ArrayList<FaultCase>();
        for (var entry : operations(FaultCase.AT_LENGTH).entrySet()) {
            for (var operation : entry.getValue()) {
                var id = entry.getKey();
                once(cases, id, operation);
                if (operation.id().equals("find-person")) {
                    for (var phase : Phase.values()) {
                        for (var toxic : Toxic.values()) {
                            add(cases, id, operation, true, phase, toxic, 1, "");
                        }
                    }
                }
                for (var toxic : List.of(Toxic.RESET, Toxic.GARBAGE)) {
                    add(cases, id, operation, false, Phase.BEFORE, toxic, FOR_EVER, "");
                    add(cases, id, operation, false, Phase.AFTER, toxic, FOR_EVER, "");
                }
                if (operation.kind() == Operation.Kind.SEND) {
                    add(cases, id, operation, false, Phase.AFTER, Toxic.RESET, 1, "park");
                    add(cases, id, operation, false, Phase.AFTER, Toxic.SILENT, 1, "wait");
                }
            }
        }
        return cases;
    }

    private void once(List<FaultCase> cases, String connector, Operation operation) throws IOException {
        for (var phase : Phase.values()) {
            for (var toxic : Toxic.values()) {
                add(cases, connector, operation, false, phase, toxic, 1, "");
            }
        }
    }

    private void add(
            List<FaultCase> cases,
            String connector,
            Operation operation,
            boolean tokens,
            Phase phase,
            Toxic toxic,
            int times,
            String ifUnknown)
            throws IOException {
        var proxy = new FaultProxy(sandbox.port(), FaultCase.spared(connector), phase, toxic, times);
        proxies.add(proxy);
        cases.add(new FaultCase(cases.size(), connector, operation, tokens, phase, toxic, times, ifUnknown, proxy));
    }

    /// By connector; fails by name where one has no such operation.
    private static SortedMap<String, List<Operation>> operations(Map<String, List<String>> tried) {
        var found = new TreeMap<String, List<Operation>>();
        tried.forEach((connector, ids) -> found.put(
                connector,
                ids.stream()
                        .map(id -> spec(connector).operations().stream()
                                .filter(operation -> operation.id().equals(id))
                                .findFirst()
                                .orElseThrow(() -> new AssertionError(connector + " has no " + id)))
                        .toList()));
        return found;
    }

    private static ConnectorSpec spec(String connector) {
        return Connectors.found().all().stream()
                .map(Connector::spec)
                .filter(spec -> spec.id().equals(connector))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no connector " + connector));
    }

    /// Mail alone speaks no HTTP; [io.signalbox.mail.MailGatewayTest] holds it against the troubles of its own wire.
    @Test
    void no_operation_that_makes_something_happen_is_left_untried() {
        var tried = Stream.of(FaultCase.AT_LENGTH, FaultCase.ONCE, FaultCase.LOST_ONCE)
                .flatMap(some -> operations(some).entrySet().stream())
                .flatMap(entry -> entry.getValue().stream().map(one -> entry.getKey() + " " + one.id()))
                .toList();
        var untried = Connectors.found().all().stream()
                .map(Connector::spec)
                .filter(spec -> !spec.id().equals("mail"))
                .flatMap(spec -> spec.operations().stream()
                        .filter(one -> one.kind() == Operation.Kind.SEND)
                        .map(one -> spec.id() + " " + one.id()))
                .filter(one -> !tried.contains(one))
                .toList();
        assertEquals(List.of(), untried, "nobody knows how to try these");
        assertEquals(tried.stream().distinct().toList(), tried, "tried twice");
    }

    @Test
    void whatever_the_wire_does_each_run_ends_and_each_message_goes_out_once_or_is_marked() throws Exception {
        judge(atLength());
        assertTrue(lines > 0, "nothing was logged at all");
    }

    @Test
    void so_it_does_with_every_other_connector() throws Exception {
        var cases = new ArrayList<FaultCase>();
        for (var entry : operations(FaultCase.ONCE).entrySet()) {
            for (var operation : entry.getValue()) {
                once(cases, entry.getKey(), operation);
            }
        }
        judge(cases);
    }

    @Test
    void so_it_does_with_every_other_operation() throws Exception {
        ask("POST", "/servicenow/api/now/table/incident", "{\"short_description\":\"to be changed\"}");
        var cases = new ArrayList<FaultCase>();
        for (var entry : operations(FaultCase.LOST_ONCE).entrySet()) {
            for (var operation : entry.getValue()) {
                add(cases, entry.getKey(), operation, false, Phase.AFTER, Toxic.RESET, 1, "");
            }
        }
        judge(cases);
    }

    /// All that is logged on the way, to the last detail, names no secret.
    private void judge(List<FaultCase> cases) throws Exception {
        var log = (Logger) LoggerFactory.getLogger("io.signalbox");
        var level = log.getLevel();
        var logged = new ListAppender<ILoggingEvent>();
        logged.start();
        log.addAppender(logged);
        log.setLevel(Level.TRACE);
        try {
            end(cases);
        } finally {
            log.detachAppender(logged);
            log.setLevel(level);
        }
        var secrets = cases.stream()
                .flatMap(one -> one.connection(sandbox.url()).secrets().values().stream())
                .map(Secret::value)
                .collect(Collectors.toSet());
        assertEquals(
                List.of(),
                logged.list.stream()
                        .map(FaultProxyTest::words)
                        .filter(line -> secrets.stream().anyMatch(line::contains))
                        .toList());
        lines += logged.list.size();
    }

    private static String words(ILoggingEvent event) {
        var words = new StringBuilder(event.getFormattedMessage());
        for (var cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
            words.append(' ').append(cause.getMessage());
        }
        return words.toString();
    }

    private void end(List<FaultCase> cases) throws Exception {
        var before = threads();
        try (var gateway = new HttpGateway(hosts(), PATIENCE);
                var bench = new EngineBench(folder, gateway, clock)) {
            for (var one : cases) {
                var connection = one.connection(sandbox.url());
                bench.workspace().accounts().save(connection.account(), connection.secrets());
                if (one.answers()) {
                    bench.workspace().contacts().heard(one.digits(), clock.instant(), Wish.NOTHING);
                    wrote(one);
                }
            }
            bench.with(cases.stream().map(FaultCase::flow).toArray(String[]::new));
            bench.started();
            for (var one : cases) {
                bench.post(one.id(), "");
            }
            // Patience is for the next hundred to end: a busy machine takes long for all of them.
            for (int left = cases.size(); left > 0; left -= HUNDRED) {
                ended(bench, Math.max(0, left - HUNDRED));
            }
            var arrived = sandbox.messages();
            var wrong = cases.stream()
                    .flatMap(one -> wrong(one, run(bench, one), one.arrived(arrived)).stream()
                            .map(what -> one + ": " + what))
                    .toList();
            assertEquals(List.of(), wrong);
            assertEquals(cases.size(), bench.workspace().events().ledger().accepted());
            assertTrue(bench.workspace().events().ledger().balanced());
        }
        Rig.await(() -> proxies.stream().allMatch(proxy -> proxy.open() == 0));
        Rig.await(() -> before.containsAll(threads()));
    }

    private void ended(EngineBench bench, int left) throws InterruptedException {
        Rig.await(() -> {
            // A call that takes its time takes none on the engine's clock, or its signature would be too old.
            if (proxies.stream().noneMatch(FaultProxy::busy)) {
                bench.pass(STEP);
            }
            return bench.workspace().events().ledger().waiting() <= left;
        });
    }

    private Set<String> hosts() {
        var hosts = new LinkedHashSet<String>();
        proxies.forEach(proxy -> hosts.add("127.0.0.1:" + proxy.port()));
        hosts.add("127.0.0.1:" + sandbox.port());
        return hosts;
    }

    private void wrote(FaultCase one) throws Exception {
        ask("POST", "/sandbox/inbound", "{\"vendor\":\"" + one.connector() + "\",\"from\":\"" + one.digits() + "\"}");
    }

    private void ask(String method, String path, String body) throws Exception {
        var said = client.send(
                HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                        .header("Authorization", "Basic c2lnbmFsYm94OnNhbmRib3g=")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(2, said.statusCode() / 100, said::body);
    }

    /// Platform threads, without those of the stand-ins, and those that the client keeps for everybody and lets go when
    /// nobody calls.
    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> Stream.of(
                                "OkHttp TaskRunner", "ForkJoinPool", "VirtualThread", "HttpClient", "Scheduler-")
                        .noneMatch(name::startsWith))
                .collect(Collectors.toSet());
    }

    private static RunRecord run(EngineBench bench, FaultCase one) {
        var found = bench.workspace().runs().latest(one.id(), 2);
        assertEquals(1, found.size(), one::toString);
        return bench.workspace().runs().find(found.getFirst().id()).orElseThrow();
    }

    private static List<String> wrong(FaultCase one, RunRecord run, long arrived) {
        var wrong = new ArrayList<String>();
        var state = run.summary().state();
        if (!expected(one).contains(state)) {
            wrong.add(state + " because of " + run.summary().reason() + " "
                    + run.summary().detail());
        }
        boolean marked = run.steps().stream().anyMatch(RunRecord.StepRecord::possibleDuplicate);
        int tries = run.steps().stream()
                .mapToInt(RunRecord.StepRecord::attempt)
                .max()
                .orElse(0);
        if (arrived > 1 && !marked) {
            wrong.add(arrived + " messages arrived and none is marked");
        }
        if (arrived > tries) {
            wrong.add(arrived + " messages arrived by " + tries + " calls");
        }
        if (arrived == 0 && one.sends() && one.shows() && state == RunState.SUCCEEDED) {
            wrong.add("said to be sent, and never arrived");
        }
        if (one.times() == 1 && one.proxy().left() > 0) {
            wrong.add("the trouble was never met");
        }
        return wrong;
    }

    /// After one trouble the repeat goes well, unless the answer was one that no repeat can better.
    private static Set<RunState> expected(FaultCase one) {
        if (one.ifUnknown().equals("park") || one.ifUnknown().equals("wait")) {
            return Set.of(RunState.PARKED);
        }
        boolean answered = switch (one.toxic()) {
            // Too large, or cut off where it said it would be: an answer, but not one to go on with.
            case LARGE, BOMB -> true;
            case TOO_SHORT -> one.phase() == Phase.AFTER;
            case LATENCY, BANDWIDTH, DRIP, RESET, CLOSED, HALF_OPEN, SILENT, TRUNCATED, TOO_LONG, TWICE, GARBAGE ->
                false;
        };
        if (answered) {
            return Set.of(RunState.SUCCEEDED, RunState.FAILED);
        }
        return one.times() == 1 ? Set.of(RunState.SUCCEEDED) : Set.of(RunState.DEAD);
    }

    /// What the gateway made of one request.
    private Exchange sent(Phase phase, Toxic toxic) throws IOException {
        var proxy = proxy(phase, toxic, FOR_EVER);
        try (var gateway = new HttpGateway(hosts(), PATIENCE)) {
            var body = Value.fields("text", Value.of("a".repeat(100)));
            return gateway.send(
                    Outgoing.json("POST", "http://127.0.0.1:" + proxy.port() + "/http/a", body), Optional.empty());
        }
    }

    @Test
    void what_went_out_and_was_not_answered_is_lost() throws IOException {
        for (var toxic : List.of(
                Toxic.RESET,
                Toxic.CLOSED,
                Toxic.HALF_OPEN,
                Toxic.SILENT,
                Toxic.DRIP,
                Toxic.TRUNCATED,
                Toxic.TOO_LONG,
                Toxic.GARBAGE)) {
            for (var phase : Phase.values()) {
                assertInstanceOf(Exchange.Lost.class, sent(phase, toxic), phase + " " + toxic);
            }
        }
    }

    @Test
    void what_is_too_large_is_refused_also_when_it_came_small() throws IOException {
        for (var toxic : List.of(Toxic.LARGE, Toxic.BOMB)) {
            assertTrue(
                    sent(Phase.AFTER, toxic) instanceof Exchange.Unanswered(var reason, var _, var retry)
                            && reason.equals("reply-too-large")
                            && !retry,
                    toxic.toString());
        }
    }

    @Test
    void what_was_never_connected_is_never_lost() throws IOException {
        int nobody;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = free.getLocalPort();
        }
        // One place in the queue, and nobody at the door: the first callers fill it, the next are not let in.
        try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var queue = new Queue(full);
                var gateway =
                        new HttpGateway(Set.of("127.0.0.1:" + nobody, "127.0.0.1:" + full.getLocalPort()), PATIENCE)) {
            assertEquals(QUEUED, queue.waiting().size());
            for (int port : List.of(nobody, full.getLocalPort())) {
                var exchange = gateway.send(Outgoing.get("http://127.0.0.1:" + port + "/"), Optional.empty());
                assertTrue(
                        exchange instanceof Exchange.Unanswered(var _, var _, var retry) && retry, exchange::toString);
            }
        }
    }

    @Test
    void an_answer_that_comes_twice_is_not_taken_for_that_of_the_next_request() throws Exception {
        var proxy = proxy(Phase.AFTER, Toxic.TWICE, 1);
        var place = "http://127.0.0.1:" + proxy.port() + "/http/";
        try (var gateway = new HttpGateway(hosts(), PATIENCE)) {
            assertEquals("/first", path(gateway.send(Outgoing.get(place + "first"), Optional.empty())));
            var second = gateway.send(
                    Outgoing.json("POST", place + "second", Value.fields("n", Value.of(1))), Optional.empty());
            assertTrue(!(second instanceof Exchange.Answered) || path(second).equals("/second"), second::toString);
            assertEquals("/third", path(gateway.send(Outgoing.get(place + "third"), Optional.empty())));
        }
    }

    /// Callers before a door that nobody opens.
    private record Queue(List<SocketChannel> waiting) implements AutoCloseable {
        Queue(ServerSocket door) throws IOException {
            this(new ArrayList<>());
            for (int caller = 0; caller < QUEUED; caller++) {
                var channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.connect(door.getLocalSocketAddress());
                waiting.add(channel);
            }
        }

        @Override
        public void close() throws IOException {
            for (var channel : waiting) {
                channel.close();
            }
        }
    }

    private static String path(Exchange exchange) {
        return exchange instanceof Exchange.Answered(Reply reply)
                ? reply.body().at("path").asText()
                : exchange.toString();
    }
}
