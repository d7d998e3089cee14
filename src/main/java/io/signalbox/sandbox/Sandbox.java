package io.signalbox.sandbox;

import io.signalbox.access.Accounts;
import io.signalbox.engine.Tryout;
import io.signalbox.flow.Value;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/// The vendors' stand-ins on one port of this machine alone, each below its [Vendor#name]; `/http` takes anything.
///
/// `GET` and `DELETE /sandbox/messages` show and forget what arrived, `POST /sandbox/faults` makes a stand-in fail,
/// `DELETE` ends that, `POST /sandbox/hooks` says where a vendor tells what happens, `POST /sandbox/inbound` makes
/// something happen there, such as a person who writes.
public final class Sandbox implements Tryout.StandIns, AutoCloseable {
    private final Server server;
    private final ServerConnector connector;
    private final Arrivals arrivals = new Arrivals();
    private final Faults faults = new Faults();
    private final Hooks hooks = new Hooks(faults);
    private final SequencedMap<String, StandIn> standIns = new LinkedHashMap<>();

    /// @param port 0 for any that is free
    /// @throws IOException when it cannot listen there
    public Sandbox(int port, InstantSource clock) throws IOException {
        server = new Server(new VirtualThreadPool());
        var configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        // A folio may hold a slash or a percent sign; the connectors send it as one encoded segment.
        configuration.setUriCompliance(UriCompliance.DEFAULT.with(
                "sandbox",
                UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
                UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
                UriCompliance.Violation.SUSPICIOUS_PATH_CHARACTERS));
        connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        connector.setPort(port == 0 ? freePair() : port);
        connector.setIdleTimeout(30_000);
        server.addConnector(connector);
        server.setHandler(new Doorway(this::answer));
        try {
            connector.open();
            found().forEach(vendor -> {
                var world = new World(vendor.name(), port(), clock, arrivals::add, faults, hooks);
                standIns.put(vendor.name(), vendor.open(world));
            });
            server.start();
        } catch (Exception failure) {
            close();
            throw new IOException("the sandbox cannot listen on port " + port, failure);
        }
    }

    /// A port that is free, and so is the one after it, for mail.
    private static int freePair() throws IOException {
        for (int tried = 0; tried < 100; tried++) {
            try (var first = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                    var _ = new ServerSocket(first.getLocalPort() + 1, 1, InetAddress.ofLiteral("127.0.0.1"))) {
                return first.getLocalPort();
            } catch (IOException _) {
                // The second one is taken.
            }
        }
        throw new IOException("no two neighbouring ports are free");
    }

    public int port() {
        return connector.getLocalPort();
    }

    /// Where it is reached: `http://127.0.0.1:8090`, to be followed by `/whatsapp`, `/fracttal/api` or `/http`.
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    public Accounts accounts() {
        return new SampleBook(samples(url()));
    }

    @Override
    public boolean answerAt(String url) {
        var mail = "smtp-plain://127.0.0.1:" + (port() + 1);
        return url.equals(url()) || url.startsWith(url() + "/") || url.equals(mail) || url.startsWith(mail + "/");
    }

    /// What arrived so far, oldest first.
    public List<Arrived> messages() {
        return arrivals.all();
    }

    /// Where this vendor tells what happens from now on.
    public void hook(String vendor, Hooks.Hook hook) {
        hooks.register(vendor, hook);
    }

    @Override
    public void close() {
        hooks.close();
        standIns.values().forEach(StandIn::close);
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException("stopping the sandbox", failure);
        }
    }

    /// The connections that shipped flows name, leading here.
    public static List<Vendor.Sample> samples(String sandbox) {
        return found().flatMap(vendor -> vendor.samples(sandbox).stream()).toList();
    }

    /// The paths below which they answer, such as `/whatsapp`.
    public List<String> vendors() {
        return standIns.keySet().stream().map(name -> "/" + name).toList();
    }

    private static Stream<Vendor> found() {
        return ServiceLoader.load(Vendor.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Vendor::name));
    }

    private Answer answer(Asked asked) throws InterruptedException {
        var vendor = asked.path().isEmpty() ? "" : asked.path().getFirst();
        var below = asked.below(asked.path().isEmpty() ? 0 : 1);
        if (vendor.equals("sandbox")) {
            return control(below);
        }
        var standIn = standIns.get(vendor);
        return standIn == null
                ? Answer.problem(404, "there is no such stand-in: " + vendor)
                : faulty(vendor, standIn, below);
    }

    private Answer faulty(String vendor, StandIn standIn, Asked asked) throws InterruptedException {
        var part = standIn.part(asked);
        var fault = faults.next(part.isEmpty() ? vendor : vendor + "-" + part);
        if (fault.isPresent()) {
            Thread.sleep(fault.get().delay());
        }
        return fault.filter(Faults.Fault::refuses)
                .map(trouble -> troubled(standIn, trouble))
                .orElseGet(() -> standIn.answer(asked));
    }

    private static Answer troubled(StandIn standIn, Faults.Fault fault) {
        var answer = standIn.trouble(fault);
        return fault.retryAfter() > 0 ? answer.withHeader("Retry-After", Integer.toString(fault.retryAfter())) : answer;
    }

    private Answer control(Asked asked) {
        return switch (asked.method() + " " + String.join("/", asked.path())) {
            case "GET messages" ->
                Answer.of(
                        200,
                        new Value.Items(
                                arrivals.all().stream().map(Arrived::asValue).toList()));
            case "DELETE messages" -> {
                arrivals.clear();
                yield Answer.ok();
            }
            case "POST faults" ->
                asked.json()
                        .flatMap(wish -> Faults.read(wish, standIns.keySet()))
                        .map(this::added)
                        .orElseGet(
                                () -> Answer.problem(
                                        400,
                                        "expected vendor (" + String.join(", ", standIns.keySet())
                                                + ", or one of them with -token or -hook) and one of status, code, delayMs, repeat"));
            case "DELETE faults" -> {
                faults.clear();
                yield Answer.ok();
            }
            case "POST hooks" ->
                asked.json().filter(hooks::register).isPresent()
                        ? Answer.ok()
                        : Answer.problem(400, "expected vendor, url, and secret or verifyToken where the vendor signs");
            case "DELETE hooks" -> {
                hooks.clear();
                yield Answer.ok();
            }
            case "POST inbound" -> {
                var said = asked.json().orElse(Value.nothing());
                var vendor = said.at("vendor").isMissing()
                        ? "whatsapp"
                        : said.at("vendor").asText();
                var standIn = standIns.get(vendor);
                yield standIn == null
                        ? Answer.problem(404, "there is no such stand-in: " + vendor)
                        : standIn.inbound(said);
            }
            default -> Answer.problem(404, "there is no such control");
        };
    }

    private Answer added(Faults.Fault fault) {
        faults.add(fault);
        return Answer.ok();
    }
}
