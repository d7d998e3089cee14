package io.signalbox.sandbox;

import io.signalbox.flow.Value;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/// The vendors' stand-ins on one port of this machine alone: `/whatsapp`, `/fracttal` (its token at
/// `/fracttal/oauth/token`) and `/http`, which takes anything.
///
/// `GET` and `DELETE /sandbox/messages` show and forget what arrived, `POST /sandbox/faults` makes a stand-in fail,
/// `DELETE` ends that, `POST /sandbox/inbound` says that a person wrote, which opens the window for free text.
public final class Sandbox implements AutoCloseable {
    private final Server server;
    private final ServerConnector connector;
    private final Arrivals arrivals = new Arrivals();
    private final Faults faults = new Faults();
    private final InstantSource clock;
    private final WhatsAppStandIn whatsApp;
    private final FracttalStandIn fracttal;

    /// @param port 0 for any that is free
    /// @throws IOException when it cannot listen there
    public Sandbox(int port, InstantSource clock) throws IOException {
        this.clock = clock;
        whatsApp = new WhatsAppStandIn(SampleTemplates.shipped(), clock, arrivals::add);
        fracttal = new FracttalStandIn(clock);
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
        connector.setPort(port);
        connector.setIdleTimeout(30_000);
        server.addConnector(connector);
        server.setHandler(new Doorway(this::answer));
        try {
            server.start();
        } catch (Exception failure) {
            close();
            throw new IOException("the sandbox cannot listen on port " + port, failure);
        }
    }

    public int port() {
        return connector.getLocalPort();
    }

    /// Where it is reached: `http://127.0.0.1:8090`, to be followed by `/whatsapp`, `/fracttal/api` or `/http`.
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /// What arrived so far, oldest first.
    public List<Arrived> messages() {
        return arrivals.all();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException("stopping the sandbox", failure);
        }
    }

    private Answer answer(Asked asked) throws InterruptedException {
        var vendor = asked.path().isEmpty() ? "" : asked.path().getFirst();
        var below = asked.below(asked.path().isEmpty() ? 0 : 1);
        return switch (vendor) {
            case "whatsapp" -> faulty("whatsapp", () -> whatsApp.answer(below));
            case "fracttal" -> fracttal(below);
            case "http" -> faulty("http", () -> echo(below));
            case "sandbox" -> control(below);
            default -> Answer.problem(404, "there is no such stand-in: " + vendor);
        };
    }

    private Answer fracttal(Asked asked) throws InterruptedException {
        if (asked.path().equals(List.of("oauth", "token"))) {
            return faulty("fracttal-token", () -> fracttal.token(asked));
        }
        boolean api = !asked.path().isEmpty() && asked.path().getFirst().equals("api");
        return faulty("fracttal", () -> fracttal.answer(api ? asked.below(1) : asked));
    }

    private Answer faulty(String vendor, Supplier<Answer> usual) throws InterruptedException {
        var fault = faults.next(vendor);
        if (fault.isPresent()) {
            Thread.sleep(fault.get().delay());
        }
        return fault.filter(Faults.Fault::refuses).map(VendorAnswers::of).orElseGet(usual);
    }

    private Answer echo(Asked asked) {
        var path = "/" + String.join("/", asked.path());
        if (!asked.method().equals("GET")) {
            arrivals.add(new Arrived(
                    "http", clock.instant(), asked.method() + " " + path, "", "", "", asked.body(), asked.body()));
        }
        return Answer.of(
                200,
                Value.fields("ok", Value.of(true))
                        .with("method", Value.of(asked.method()))
                        .with("path", Value.of(path))
                        .with("query", Value.fields(texts(asked)))
                        .withPresent("key", Value.of(asked.header("idempotency-key")))
                        .with("body", asked.json().orElseGet(() -> Value.of(asked.body()))));
    }

    private static Map<String, Value> texts(Asked asked) {
        var texts = new LinkedHashMap<String, Value>();
        asked.query().forEach((name, text) -> texts.put(name, Value.of(text)));
        return texts;
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
                        .flatMap(Faults::read)
                        .map(this::added)
                        .orElseGet(
                                () -> Answer.problem(
                                        400,
                                        "expected vendor (whatsapp, fracttal, fracttal-token, http) and one of status, code, delayMs"));
            case "DELETE faults" -> {
                faults.clear();
                yield Answer.ok();
            }
            case "POST inbound" -> {
                var from = asked.json().map(body -> body.at("from").asText()).orElse("");
                if (from.isBlank()) {
                    yield Answer.problem(400, "expected from: the digits of the person who wrote");
                }
                whatsApp.inboundFrom(from);
                yield Answer.ok();
            }
            default -> Answer.problem(404, "there is no such control");
        };
    }

    private Answer added(Faults.Fault fault) {
        faults.add(fault);
        return Answer.ok();
    }
}
