package io.signalbox.http;

import io.signalbox.access.Secret;
import io.signalbox.connector.Address;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.Reply;
import io.signalbox.engine.Exchange;
import io.signalbox.engine.FlowServer;
import io.signalbox.engine.Gateway;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Value;
import io.signalbox.json.FlowJson;
import io.signalbox.json.Json;
import io.signalbox.json.UnreadableFlow;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Optional;

/// A Signalbox elsewhere, over its API. The person named its address, so a private one is no surprise.
public final class RemoteServer implements FlowServer {
    /// More than any server of a plant has.
    private static final int MOST_FLOWS = 200;

    private final Gateway gateway;
    private final String url;
    private final Secret token;

    public RemoteServer(Gateway gateway, String url, Secret token) {
        this.gateway = gateway;
        this.url = url;
        this.token = token;
    }

    @Override
    public Optional<Deployed> find(String id) throws Unreachable {
        var reply = send(Outgoing.get(flow(id)));
        if (reply.status() == 404 && reply.header("content-type").orElse("").contains("problem+json")) {
            return Optional.empty();
        }
        if (!reply.isSuccess()) {
            throw new Unreachable(reply.status() == 401 ? "unauthorized" : "status", detail(reply));
        }
        try {
            return Optional.of(new Deployed(
                    FlowJson.read(Json.write(reply.body())),
                    reply.header("etag").orElse("").replace("\"", ""),
                    reply.header("signalbox-state").orElse("off").equals("on")));
        } catch (UnreadableFlow foreign) {
            throw new Unreachable("reply-unreadable", foreign.key());
        }
    }

    @Override
    public Met meet() throws Unreachable {
        var health = send(Outgoing.get(at("/api/v1/health/ready")));
        // Also one that is not ready says what is wrong, in the same form.
        var checks = health.body().at("checks");
        if (health.body().at("status").asText().isEmpty() || checks.isMissing()) {
            throw new Unreachable("status", detail(health));
        }
        var troubles = checks.asItems().stream()
                .filter(check -> check.at("good").equals(Value.of(false)))
                .map(check -> check.at("text").asText())
                .toList();
        var about = send(Outgoing.get(at("/api/v1/about")));
        var version = about.isSuccess() ? about.body().at("version").asText() : "";
        var flows = send(Outgoing.get(at("/api/v1/flows?limit=" + MOST_FLOWS)));
        return new Met(
                version,
                troubles,
                flows.isSuccess()
                        ? Optional.of(flows.body().at("items").asItems().stream()
                                .map(flow -> new There(
                                        flow.at("id").asText(),
                                        flow.at("name").asText(),
                                        flow.at("on").equals(Value.of(true))))
                                .toList())
                        : Optional.empty());
    }

    @Override
    public Sent send(Flow flow, Optional<String> basedOn, boolean switchOn) throws Unreachable {
        var request = Outgoing.json("PUT", flow(flow.id()), FlowJson.value(flow));
        request = basedOn.isPresent()
                ? request.withHeader("If-Match", "\"" + basedOn.get() + "\"")
                : request.withHeader("If-None-Match", "*");
        var reply = send(request);
        if (reply.status() == 412) {
            return new Sent.Conflict(reply.body().at("current").asText());
        }
        if (!reply.isSuccess()) {
            return new Sent.Refused(reply.status(), detail(reply));
        }
        boolean on = reply.body().at("on") instanceof Value.Truth(var truth) && truth;
        if (switchOn && !on) {
            var turned = send(
                    new Outgoing("POST", flow(flow.id()) + "/enable", new LinkedHashMap<>(), new Outgoing.NoBody()));
            if (!turned.isSuccess()) {
                return new Sent.Refused(turned.status(), detail(turned));
            }
            on = true;
        }
        return new Sent.Accepted(reply.body().at("version").asText(), on);
    }

    private String flow(String id) {
        // A flow's id needs no encoding: letters, digits and hyphens.
        return at("/api/v1/flows/" + id);
    }

    private String at(String path) {
        return Address.of(url).path(path).toString();
    }

    private Reply send(Outgoing outgoing) throws Unreachable {
        var signed = outgoing.withHeader("Authorization", "Bearer " + token.value());
        return switch (gateway.send(signed, ownHost())) {
            case Exchange.Answered(var reply) -> reply;
            case Exchange.Unanswered(var reason, var detail, var _) -> throw new Unreachable(reason, detail);
            case Exchange.Lost(var reason, var detail) -> throw new Unreachable(reason, detail);
        };
    }

    private Optional<String> ownHost() {
        try {
            var uri = URI.create(url);
            int port = uri.getPort() > 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
            return uri.getHost() == null ? Optional.empty() : Optional.of(uri.getHost() + ":" + port);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String detail(Reply reply) {
        var detail = reply.body().at("detail").asText();
        var problems = reply.body().at("problems").asItems().stream()
                .map(problem -> problem.at("text").asText())
                .toList();
        var said = detail.isEmpty() ? reply.body().asText() : detail;
        return problems.isEmpty() ? said : said + " " + String.join(" ", problems);
    }
}
