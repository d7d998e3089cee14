package io.signalbox.http;

import io.signalbox.access.Scope;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/// The description of the API, OpenAPI 3.1, made from the table of routes itself: what is described is what is there.
final class OpenApi {
    private static final String PROBLEM = "Problem";

    private final List<Route> routes;
    private final Value schemas;

    OpenApi(List<Route> routes) {
        this.routes = List.copyOf(routes);
        this.schemas = schemas();
    }

    /// The route that serves it.
    static Route route(List<Route> described, Texts texts) {
        var document = new OpenApi(described).document();
        return new Route(
                "GET",
                "/openapi.json",
                new Route.SignedIn(),
                _ -> Answer.json(200, document)
                        .with("Content-Language", texts.language().tag()));
    }

    private static Value schemas() {
        try (var file = OpenApi.class.getResourceAsStream("schemas.json")) {
            if (file == null) {
                throw new IllegalStateException("schemas.json is missing beside " + OpenApi.class.getName());
            }
            return Json.parse(file.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException("reading schemas.json", failure);
        } catch (JsonProblem broken) {
            throw new IllegalStateException("schemas.json cannot be read", broken);
        }
    }

    Value.Fields document() {
        var paths = new TreeMap<String, Value.Fields>();
        for (var route : routes) {
            if (!route.notes().id().isEmpty()) {
                var path = paths.getOrDefault(route.pattern(), Value.Fields.empty());
                paths.put(route.pattern(), path.with(route.method().toLowerCase(Locale.ROOT), operation(route)));
            }
        }
        var all = Value.Fields.empty();
        for (var path : paths.entrySet()) {
            all = all.with(path.getKey(), path.getValue());
        }
        return Value.fields("openapi", Value.of("3.1.0"))
                .with("info", Value.fields("title", Value.of("Signalbox"), "version", Value.of("1")))
                .with("paths", all)
                .with(
                        "components",
                        Value.fields("schemas", schemas)
                                .with(
                                        "securitySchemes",
                                        Value.fields(
                                                "token",
                                                Value.fields("type", Value.of("http"), "scheme", Value.of("bearer")))));
    }

    private static Value.Fields operation(Route route) {
        var notes = route.notes();
        var operation = Value.fields("operationId", Value.of(notes.id()), "summary", Value.of(notes.summary()))
                .with("tags", Value.texts(List.of(tag(route.pattern()))))
                .with("security", security(route.guard()))
                .with("parameters", parameters(route));
        if (!notes.takes().isEmpty()) {
            operation = operation.with(
                    "requestBody",
                    Value.fields("content", content("application/json", notes.takes()), "required", Value.of(false)));
        }
        var responses = Value.Fields.empty();
        for (var gives : new TreeMap<>(notes.gives()).entrySet()) {
            responses = responses.with(String.valueOf(gives.getKey()), response(gives.getKey(), gives.getValue()));
        }
        var problem = Value.fields("description", Value.of("What went wrong, in a sentence"))
                .with("content", content("application/problem+json", PROBLEM));
        return operation.with("responses", responses.with("default", problem));
    }

    private static String tag(String pattern) {
        return Arrays.stream(pattern.split("/", -1))
                .filter(part -> !part.isEmpty() && !part.equals("api") && !part.equals("v1"))
                .findFirst()
                .orElse("api");
    }

    private static Value.Items security(Route.Guard guard) {
        return switch (guard) {
            // A bearer scheme may name the roles a caller needs.
            case Route.Needs(Scope scope) -> Value.items(Value.fields("token", Value.texts(List.of(scope.key()))));
            case Route.SignedIn _, Route.Owner _ -> Value.items(Value.fields("token", Value.texts(List.of())));
            case Route.Itself _, Route.Anybody _ -> Value.items();
        };
    }

    private static Value.Items parameters(Route route) {
        var parameters = new ArrayList<Value>();
        for (var part : route.pattern().split("/", -1)) {
            if (part.startsWith("{")) {
                parameters.add(
                        parameter(part.substring(1, part.length() - 1), "path").with("required", Value.of(true)));
            }
        }
        route.notes().query().forEach(name -> parameters.add(parameter(name, "query")));
        return new Value.Items(parameters);
    }

    private static Value.Fields parameter(String name, String in) {
        return Value.fields("name", Value.of(name), "in", Value.of(in))
                .with("schema", Value.fields("type", Value.of("string")));
    }

    private static Value.Fields response(int status, String schema) {
        var described = Value.fields("description", Value.of(status < 400 ? "Done" : "Not now"));
        if (schema.isEmpty()) {
            return described;
        }
        return described.with("content", content(schema.equals("Metrics") ? "text/plain" : "application/json", schema));
    }

    private static Value.Fields content(String type, String schema) {
        return Value.fields(
                type, Value.fields("schema", Value.fields("$ref", Value.of("#/components/schemas/" + schema))));
    }
}
