package io.signalbox.http;

import io.signalbox.access.Account;
import io.signalbox.access.Accounts;
import io.signalbox.access.Actor;
import io.signalbox.access.Scope;
import io.signalbox.access.Secret;
import io.signalbox.connector.Connectors;
import io.signalbox.engine.AccountChange;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `/api/v1/connections`: accounts without their secrets. A secret goes in and never comes out.
final class ConnectionsApi {
    private static final String CONNECTIONS = "/api/v1/connections";

    private final Accounts accounts;
    private final Connectors connectors;
    private final Texts texts;

    ConnectionsApi(Accounts accounts, Connectors connectors, Texts texts) {
        this.accounts = accounts;
        this.connectors = connectors;
        this.texts = texts;
    }

    List<Route> routes() {
        var write = new Route.Needs(Scope.CONNECTION_WRITE);
        return List.of(
                new Route(
                        "GET",
                        CONNECTIONS,
                        write,
                        this::list,
                        Route.Notes.of("listConnections", "Connections, by name")
                                .asks("cursor", "limit")
                                .gives(200, "ConnectionPage")),
                new Route(
                        "GET",
                        CONNECTIONS + "/{name}",
                        write,
                        this::get,
                        Route.Notes.of("readConnection", "A connection with the keys of its secrets, not their values")
                                .gives(200, "Connection")),
                new Route(
                        "PUT",
                        CONNECTIONS + "/{name}",
                        write,
                        this::put,
                        Route.Notes.of("putConnection", "Adds or changes a connection; secrets need secret.write, too")
                                .takes("ConnectionChange")
                                .gives(200, "Connection")
                                .gives(201, "Connection")));
    }

    private Answer list(Asked asked) {
        var page = Page.of(asked);
        var rows = accounts.all().stream()
                .sorted(Comparator.comparing(Account::name))
                .filter(account -> account.name().compareTo(page.cursor()) > 0)
                .limit(page.limit() + 1L)
                .toList();
        return page.answer(rows, ConnectionsApi::shown, Account::name);
    }

    private Answer get(Asked asked) {
        return accounts.find(asked.part("name"))
                .map(account -> marked(200, account))
                .orElseGet(() -> Answer.problem(
                        404, texts.text("http.404"), texts.text("http.no-connection", asked.part("name"))));
    }

    private Answer put(Asked asked) {
        Value body;
        try {
            body = Json.parse(asked.body().bytes());
        } catch (JsonProblem problem) {
            throw new Page.Unread(problem);
        }
        var name = asked.part("name");
        var secrets = new LinkedHashMap<String, Secret>();
        body.at("secrets").asFields().fields().forEach((key, value) -> secrets.put(key, new Secret(value.asText())));
        if (!secrets.isEmpty() && !Actor.current().allows(Scope.SECRET_WRITE)) {
            return Answer.problem(403, texts.text("http.403"), texts.text("http.scope", Scope.SECRET_WRITE.key()));
        }
        var before = accounts.find(name);
        var wanted = asked.header("if-match").map(Tags::unquoted);
        if (wanted.isPresent()
                && before.map(ConnectionsApi::tag).filter(wanted.get()::equals).isEmpty()) {
            return conflict(before, wanted.get());
        }
        Map<String, String> values = new LinkedHashMap<>();
        body.at("fields").asFields().fields().forEach((key, value) -> values.put(key, value.asText()));
        var type = body.at("type").isMissing()
                ? before.map(Account::type).orElse("")
                : body.at("type").asText();
        return switch (new AccountChange(name, type, values, secrets).check(connectors, before)) {
            case AccountChange.Unfit(var key, var arguments) ->
                Answer.problem(
                        422,
                        texts.text("http.422"),
                        Texts.of(AccountChange.class, texts.language()).text(key, arguments.toArray()));
            case AccountChange.Fit(var account) -> {
                accounts.save(account, secrets);
                yield marked(before.isEmpty() ? 201 : 200, account);
            }
        };
    }

    private Answer conflict(Optional<Account> stored, String given) {
        var more =
                Value.fields("current", Value.of(stored.map(ConnectionsApi::tag).orElse("")), "given", Value.of(given));
        var answer = Answer.problem(412, more, texts.text("http.412"), texts.text("http.connection-changed"));
        return stored.map(account -> answer.with("ETag", Tags.quoted(tag(account))))
                .orElse(answer);
    }

    private static Answer marked(int status, Account account) {
        return Answer.json(status, shown(account)).with("ETag", Tags.quoted(tag(account)));
    }

    private static Value.Fields shown(Account account) {
        var fields = new LinkedHashMap<String, Value>();
        account.values().forEach((key, value) -> fields.put(key, Value.of(value)));
        return Value.fields("name", Value.of(account.name()), "type", Value.of(account.type()))
                .with("fields", new Value.Fields(fields))
                .with("secrets", Value.texts(List.copyOf(account.secrets())))
                .with("enabled", Value.of(account.enabled()));
    }

    private static String tag(Account account) {
        try {
            var text = Json.write(shown(account)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }
}
