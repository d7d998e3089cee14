package io.signalbox.connector;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Account;
import io.signalbox.flow.Language;
import io.signalbox.flow.Value;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every connector owes, checked on each that is found. Whoever adds one need not know these rules beforehand.
final class ConnectorContractTest {
    static final String SECRET = "s3cr3t-never-shown";

    private final Connectors connectors = Connectors.found();

    static List<String> ids() {
        return Connectors.found().all().stream()
                .map(connector -> connector.spec().id())
                .toList();
    }

    @Test
    void the_shipped_connectors_are_found() {
        assertTrue(ids().containsAll(List.of("fracttal", "http", "whatsapp")), ids().toString());
    }

    @Test
    void ids_are_lower_case_and_unique() {
        var all = new ArrayList<String>();
        for (var connector : connectors.all()) {
            var spec = connector.spec();
            all.add(spec.id());
            assertUnique(spec.operations().stream().map(Operation::id).toList());
            assertUnique(spec.account().stream().map(Field::key).toList());
            for (var operation : spec.operations()) {
                assertUnique(operation.fields().stream().map(Field::key).toList());
                assertFalse(
                        operation.fields().stream().anyMatch(Field.Secret.class::isInstance),
                        "secrets belong to the account: " + spec.id() + " " + operation.id());
            }
        }
        assertUnique(all);
    }

    private static void assertUnique(List<String> ids) {
        assertEquals(ids.size(), Set.copyOf(ids).size(), ids.toString());
        for (var id : ids) {
            assertTrue(
                    !id.isEmpty()
                            && id.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'),
                    id);
        }
    }

    /// A connection keeps these three for itself, whatever its service.
    @ParameterizedTest
    @MethodSource("ids")
    void no_field_of_an_account_is_called_as_what_every_connection_has(String id) {
        var taken = Set.of(Account.GROUP, Account.DESCRIPTION, Account.HUB);
        assertEquals(
                List.of(),
                connector(id).spec().account().stream()
                        .map(Field::key)
                        .filter(taken::contains)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void it_has_an_icon_of_one_path(String id) {
        var icon = connectors.icon(connector(id));
        assertTrue(icon.startsWith("M") && icon.length() > 10, icon);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void it_has_help_in_every_language(String id) {
        var pages = new LinkedHashSet<String>();
        for (var language : Language.values()) {
            var help = connectors.help(connector(id), language);
            assertTrue(help.startsWith("# ") && help.length() > 400, id + " " + language);
            pages.add(help);
        }
        assertEquals(Language.values().length, pages.size(), "two languages share one page");
    }

    @ParameterizedTest
    @MethodSource("ids")
    void every_label_has_words_in_every_language(String id) throws IOException {
        var needed = needed(connector(id).spec());
        var english = bundle(id, Language.EN).stringPropertyNames();
        for (var language : Language.values()) {
            var bundle = bundle(id, language);
            assertEquals(new TreeSet<>(english), new TreeSet<>(bundle.stringPropertyNames()), language.tag());
            assertTrue(bundle.stringPropertyNames().containsAll(needed), () -> missing(needed, bundle));
            bundle.forEach((key, text) ->
                    assertTrue(!text.toString().isBlank() && !text.equals(key), id + " " + language + " " + key));
        }
    }

    private static String missing(Set<String> needed, Properties bundle) {
        var missing = new TreeSet<>(needed);
        missing.removeAll(bundle.stringPropertyNames());
        return missing.toString();
    }

    private static Set<String> needed(ConnectorSpec spec) {
        var keys = new LinkedHashSet<String>();
        keys.add("name");
        if (spec.retired()) {
            keys.add("retired");
        }
        spec.operations().forEach(operation -> keys.add("operation." + operation.id()));
        Stream.concat(
                        spec.account().stream(),
                        spec.operations().stream().flatMap(operation -> operation.fields().stream()))
                .forEach(field -> {
                    keys.add("field." + field.key());
                    keys.add("field." + field.key() + ".hint");
                    if (field instanceof Field.Choice choice) {
                        choice.options().forEach(option -> keys.add("field." + field.key() + "." + option));
                    }
                });
        return keys;
    }

    private Properties bundle(String id, Language language) throws IOException {
        var bundle = new Properties();
        try (var stream = connector(id).getClass().getResourceAsStream("text_" + language.suffix() + ".properties")) {
            assertTrue(stream != null, id + " lacks " + language);
            if (stream != null) {
                bundle.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            }
        }
        return bundle;
    }

    @ParameterizedTest
    @MethodSource("ids")
    void decode_never_throws_and_every_reason_has_words(String id) {
        var connector = connector(id);
        var reasons = new TreeSet<String>();
        for (var operation : connector.spec().operations()) {
            var call = call(connector, operation);
            replies().forEach(reply -> reasons.add(Calls.reason(connector.decode(call, reply))));
        }
        reasons.remove("");
        for (var language : Language.values()) {
            assertAll(reasons.stream()
                    .map(reason -> () -> assertFalse(
                            connectors.explain(id, reason, language).isBlank()
                                    || connectors.explain(id, reason, language).equals("error." + reason),
                            reason + " in " + language)));
        }
    }

    /// Every status that matters, with every kind of body: the documented envelopes, their codes, and rubbish.
    private static Stream<Reply> replies() {
        var bodies = new ArrayList<Value>(List.of(
                Value.nothing(),
                Value.of(""),
                Value.of("<html>Bad gateway</html>"),
                Value.of(true),
                Value.of(42),
                Value.items(),
                Value.items(Value.of(1), Value.nothing(), Value.Fields.empty()),
                Value.Fields.empty(),
                Calls.json("{\"messages\":[{}]}"),
                Calls.json("{\"messages\":{\"id\":[]}}"),
                Calls.json("{\"error\":[1]}"),
                Calls.json("{\"error\":{\"code\":\"x\"}}"),
                Calls.json("{\"error\":{\"code\":1e300}}"),
                Calls.json("{\"error\":{\"code\":-1.5}}"),
                Calls.json("{\"success\":true,\"data\":[]}"),
                Calls.json("{\"success\":true,\"data\":\"x\"}"),
                Calls.json("{\"success\":false,\"mensaje\":\"406\"}"),
                Calls.json("{\"success\":false,\"message\":\"UNAUTHORIZED_ENDPOINT\"}"),
                Calls.json("{\"success\":\"false\",\"message\":null,\"data\":{\"a\":[1]}}")));
        Stream.of(0, 4, 10, 33, 100, 190, 200, 299, 368, 80_007, 130_429, 130_472, 130_497, 131_000, 132_000, 133_000)
                .flatMap(first -> IntStream.range(first, first + 70).boxed())
                .forEach(code -> bodies.add(
                        Value.fields("error", Value.fields("code", Value.of(code), "message", Value.of("x")))));
        IntStream.range(400, 600)
                .forEach(status -> bodies.add(
                        Value.fields("success", Value.of(false)).with("message", Value.of(Integer.toString(status)))));
        var headers = Map.of("Retry-After", "soon");
        return IntStream.of(200, 204, 302, 400, 401, 403, 404, 406, 407, 408, 409, 418, 422, 429, 500, 503)
                .boxed()
                .flatMap(status -> bodies.stream().map(body -> new Reply(status, headers, body)));
    }

    private Connector connector(String id) {
        return connectors.find(id).orElseThrow();
    }

    /// Plain fields filled; a secret under its key, as a mistaken program might hand it over.
    static Account account(Connector connector) {
        var values = new LinkedHashMap<String, String>();
        var secrets = new TreeSet<String>();
        for (var field : connector.spec().account()) {
            switch (field) {
                case Field.Url url -> values.put(url.key(), "https://service.example.com");
                case Field.Text text -> values.put(text.key(), "text");
                case Field.Choice choice ->
                    values.put(choice.key(), choice.options().getLast());
                case Field.Secret secret -> {
                    secrets.add(secret.key());
                    values.put(secret.key(), SECRET);
                }
                case Field.Template _, Field.UrlPath _, Field.Flag _, Field.Recipient _, Field.LongText _ -> {}
            }
        }
        return new Account("main", connector.spec().id(), values, secrets, true);
    }

    static Call call(Connector connector, Operation operation) {
        var settings = Value.Fields.empty();
        for (var field : operation.fields()) {
            settings = settings.with(
                    field.key(), Value.of(field instanceof Field.Recipient ? "5511999991234" : field.key()));
        }
        var rows = operation.maps() ? Calls.texts("1", "one") : Value.Fields.empty();
        return new Call(account(connector), operation.id(), settings, rows, "run-1");
    }
}
