package io.signalbox.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.signalbox.access.Scope;
import io.signalbox.access.Secret;
import io.signalbox.connector.Connectors;
import io.signalbox.engine.Deliveries;
import io.signalbox.engine.Engine;
import io.signalbox.engine.Exchange;
import io.signalbox.engine.FlowCheck;
import io.signalbox.engine.Health;
import io.signalbox.engine.HookGuard;
import io.signalbox.engine.LiveFlows;
import io.signalbox.engine.Meters;
import io.signalbox.engine.SendGate;
import io.signalbox.engine.StepKeys;
import io.signalbox.flow.Language;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import io.signalbox.store.AtWorkFile;
import io.signalbox.store.Database;
import io.signalbox.store.SqlAccounts;
import io.signalbox.store.SqlArchive;
import io.signalbox.store.SqlAudit;
import io.signalbox.store.SqlContacts;
import io.signalbox.store.SqlDeadRows;
import io.signalbox.store.SqlDeliveries;
import io.signalbox.store.SqlEventLog;
import io.signalbox.store.SqlFlowStore;
import io.signalbox.store.SqlGate;
import io.signalbox.store.SqlIncidents;
import io.signalbox.store.SqlRecovery;
import io.signalbox.store.SqlRunStore;
import io.signalbox.store.SqlTokens;
import io.signalbox.store.SqlVitals;
import io.signalbox.store.VaultKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every address there is, taken from the table that serves them, over the real port.
final class RoutesTest {
    /// What the description of an API must look like, as far as ours uses it; stricter than OpenAPI 3.1 itself.
    private static final String OPEN_API = """
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
             "required": ["openapi", "info", "paths", "components"], "additionalProperties": false,
             "properties": {
              "openapi": {"const": "3.1.0"},
              "info": {"type": "object", "required": ["title", "version"], "additionalProperties": {"type": "string"}},
              "paths": {"type": "object", "propertyNames": {"pattern": "^/"}, "minProperties": 20,
               "additionalProperties": {"type": "object", "minProperties": 1,
                "propertyNames": {"enum": ["get", "put", "post", "delete", "options"]},
                "additionalProperties": {"$ref": "#/$defs/operation"}}},
              "components": {"type": "object", "required": ["schemas", "securitySchemes"], "properties": {
               "schemas": {"type": "object", "additionalProperties":
                {"$ref": "https://json-schema.org/draft/2020-12/schema"}},
               "securitySchemes": {"const": {"token": {"type": "http", "scheme": "bearer"}}}}}},
             "$defs": {
              "content": {"type": "object", "minProperties": 1, "propertyNames": {"pattern": "^[a-z]+/[a-z+]+$"},
               "additionalProperties": {"type": "object", "required": ["schema"], "properties": {"schema":
                {"type": "object", "required": ["$ref"], "properties": {"$ref": {"pattern": "^#/components/schemas/"}}}}}},
              "operation": {"type": "object", "additionalProperties": false,
               "required": ["operationId", "summary", "tags", "security", "parameters", "responses"],
               "properties": {
                "operationId": {"type": "string", "pattern": "^[a-z][A-Za-z]+$"},
                "summary": {"type": "string", "minLength": 10},
                "tags": {"type": "array", "items": {"type": "string"}},
                "security": {"type": "array", "items": {"type": "object", "required": ["token"], "properties":
                 {"token": {"type": "array", "items": {"type": "string"}}}}},
                "parameters": {"type": "array", "items": {"type": "object", "required": ["name", "in", "schema"],
                 "properties": {"name": {"type": "string"}, "in": {"enum": ["path", "query"]},
                  "schema": {"type": "object"}, "required": {"type": "boolean"}},
                 "if": {"properties": {"in": {"const": "path"}}}, "then": {"required": ["required"]},
                 "additionalProperties": false}},
                "requestBody": {"type": "object", "required": ["content"], "additionalProperties": false,
                 "properties": {"content": {"$ref": "#/$defs/content"}, "required": {"type": "boolean"}}},
                "responses": {"type": "object", "required": ["default"],
                 "propertyNames": {"pattern": "^([1-5][0-9]{2}|default)$"}, "minProperties": 2,
                 "additionalProperties": {"type": "object", "required": ["description"], "additionalProperties": false,
                  "properties": {"description": {"type": "string"}, "content": {"$ref": "#/$defs/content"}}}}}}}}
            """;

    @TempDir
    private Path folder = Path.of("");

    private final HttpClient client = HttpClient.newHttpClient();
    private Database database;
    private SqlTokens tokens;
    private List<Route> routes;
    private WebServer server;

    @BeforeEach
    void open() throws IOException {
        var random = new SecureRandom();
        var clock = InstantSource.system();
        var key = VaultKey.open(folder.resolve("vault.key"), random);
        database = Database.open(folder, key);
        var audit = new SqlAudit(database, clock);
        var flows = new SqlFlowStore(database, audit, clock);
        var accounts = new SqlAccounts(database, audit, key, random);
        tokens = new SqlTokens(database, audit, random, clock);
        var events = new SqlEventLog(database);
        var runs = new SqlRunStore(database);
        var connectors = Connectors.found();
        var live = new LiveFlows(flows, connectors);
        var contacts = new SqlContacts(database, key);
        var gate = new SendGate(
                (_, _) -> new Exchange.Unanswered("unreachable", "", false),
                new SendGate.Books(new SqlGate(database, key), contacts),
                connectors,
                live::isOn,
                clock,
                Meters.none(),
                _ -> true);
        var engine = new Engine(
                new Engine.Stores(
                        events,
                        runs,
                        new SqlDeadRows(database),
                        new SqlRecovery(database),
                        new SqlIncidents(database),
                        new AtWorkFile(folder.resolve("at-work")),
                        flows,
                        accounts,
                        contacts,
                        new StepKeys(key.stepKey())),
                connectors,
                live,
                gate,
                new Engine.World(clock, clock, random));
        var service = new Service(
                engine.inbox(),
                live,
                flows,
                FlowCheck.ofWorkspace(connectors, accounts::find),
                connectors,
                accounts,
                new HookGuard(accounts, connectors, gate, clock),
                new Deliveries(new SqlDeliveries(database), runs, engine.desk(), connectors, clock),
                tokens,
                events,
                runs,
                new SqlArchive(database),
                engine.dead(),
                audit,
                new Health(
                        new SqlVitals(database, folder), database::health, Optional::empty, audit::firstBroken, clock),
                Meters.none(),
                () -> "",
                "1.0.0",
                clock);
        routes = Listener.routes(service, Texts.of(Listener.class, Language.EN));
        server = Listener.full("127.0.0.1", 0, service, new Secret("control"), command -> command, Language.EN);
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
        database.close();
    }

    private HttpResponse<String> call(String method, String path, String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String path(Route route) {
        return route.pattern()
                .replace("{n}", "1")
                .replace("{name}", "nobody")
                .replace("{id}", "019a0000-0000-7000-8000-000000000001");
    }

    private String token(String name, Scope scope) {
        return tokens.create(name, Set.of(scope)).orElseThrow().value();
    }

    private Value json(HttpResponse<String> answer) throws JsonProblem {
        return Json.parse(answer.body());
    }

    @Test
    void health_and_a_senders_question_alone_are_open_to_everybody() throws Exception {
        var open = new TreeSet<String>();
        for (var route : routes) {
            var answer = call(route.method(), path(route), "");
            if (answer.statusCode() != 401) {
                open.add(route.method() + " " + route.pattern());
            } else {
                assertEquals(
                        "application/problem+json",
                        answer.headers().firstValue("content-type").orElse(""));
                assertFalse(json(answer).at("detail").asText().isBlank());
            }
            assertTrue(
                    answer.headers().firstValue("server").isEmpty(), "the version of the server is nobody's business");
        }
        assertEquals(
                Set.of(
                        "GET /api/v1/health/live",
                        "GET /api/v1/health/ready",
                        "GET /health/live",
                        "GET /health/ready",
                        // Grants nothing: what is sent afterwards needs its token.
                        "OPTIONS /events"),
                open);
        assertEquals(401, call("POST", "/control", "").statusCode());
        assertEquals(401, call("POST", "/control", token("owner", Scope.ADMIN)).statusCode());
    }

    @Test
    void every_route_lets_its_own_scope_in_and_no_other() throws Exception {
        Map<Scope, String> byScope = new EnumMap<>(Scope.class);
        for (var scope : Scope.values()) {
            byScope.put(scope, token(scope.key(), scope));
        }
        var wrong = new ArrayList<String>();
        for (var route : routes) {
            for (var scope : Scope.values()) {
                boolean mayEnter = switch (route.guard()) {
                    case Route.Needs(var needed) -> scope == needed || scope == Scope.ADMIN;
                    case Route.SignedIn _, Route.Anybody _ -> true;
                    case Route.Itself _ -> false;
                    case Route.Owner _ -> false;
                };
                int status = call(route.method(), path(route), byScope.getOrDefault(scope, ""))
                        .statusCode();
                boolean entered = status != 401 && status != 403;
                if (entered != mayEnter || status == 500) {
                    wrong.add(route.method() + " " + route.pattern() + " " + scope + ": " + status);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void the_description_is_valid_and_names_every_route() throws Exception {
        var answer = call("GET", "/openapi.json", token("any", Scope.EVENTS));
        assertEquals(200, answer.statusCode());
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        assertEquals(
                List.of(),
                registry.getSchema(OPEN_API).validate(answer.body(), InputFormat.JSON).stream()
                        .map(Error::toString)
                        .toList());
        var document = json(answer);
        var described = new TreeSet<String>();
        var ids = new ArrayList<String>();
        document.at("paths")
                .asFields()
                .fields()
                .forEach((path, methods) -> methods.asFields().fields().forEach((method, operation) -> {
                    described.add(method.toUpperCase(Locale.ROOT) + " " + path);
                    ids.add(operation.at("operationId").asText());
                }));
        assertEquals(ids.size(), new TreeSet<>(ids).size(), "each operation has a name of its own");
        var served = new TreeSet<String>();
        for (var route : routes) {
            boolean alias = route.pattern().startsWith("/api/v1/health")
                    || route.pattern().equals("/api/v1/metrics");
            boolean ofVendors = route.guard() instanceof Route.Itself;
            if (!alias && !ofVendors && !route.pattern().equals("/openapi.json")) {
                served.add(route.method() + " " + route.pattern());
            }
        }
        assertEquals(served, described);
        var schemas = document.at("components").at("schemas").asFields();
        for (var part : answer.body().split("#/components/schemas/", -1)) {
            var name = part.substring(0, part.indexOf('"'));
            assertTrue(part.startsWith("{") || schemas.has(name), name);
        }
    }

    @Test
    void answers_are_as_described() throws Exception {
        var admin = token("admin", Scope.ADMIN);
        var document = call("GET", "/openapi.json", admin).body();
        var registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of("https://signalbox.example/openapi.json", document)));
        int judged = 0;
        for (var route : routes) {
            if (!route.method().equals("GET")
                    || route.notes().id().isEmpty()
                    || route.notes().id().equals("readMetrics")) {
                continue;
            }
            var answer = call("GET", path(route), admin);
            var schema = answer.statusCode() < 300 ? route.notes().gives().get(answer.statusCode()) : "Problem";
            Schema expected = registry.getSchema(
                    SchemaLocation.of("https://signalbox.example/openapi.json#/components/schemas/" + schema));
            assertEquals(
                    List.of(),
                    expected.validate(answer.body(), InputFormat.JSON).stream()
                            .map(Error::toString)
                            .toList(),
                    route.pattern());
            judged++;
        }
        assertTrue(judged >= 15, "judged only " + judged);
    }
}
