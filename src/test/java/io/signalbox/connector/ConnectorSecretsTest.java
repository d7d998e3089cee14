package io.signalbox.connector;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.signalbox.engine.Direct;
import io.signalbox.engine.Exchange;
import io.signalbox.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No secret of any connection is in what a person or a file gets to see of its calls.
final class ConnectorSecretsTest {
    @ParameterizedTest
    @MethodSource("io.signalbox.connector.ConnectorContractTest#ids")
    void a_secret_never_shows(String id) {
        var connector = Connectors.found().find(id).orElseThrow();
        var account = ConnectorContractTest.account(connector);
        assertFalse(connector.auth(account).toString().contains(ConnectorContractTest.SECRET));
        for (var operation : connector.spec().operations()) {
            try {
                var outgoing = connector.encode(ConnectorContractTest.call(connector, operation));
                assertFalse(outgoing.toString().contains(ConnectorContractTest.SECRET), outgoing.toString());
            } catch (CallProblem problem) {
                assertFalse(problem.toString().contains(ConnectorContractTest.SECRET), problem.toString());
            }
        }
    }

    /// Signed as it goes out, a call holds the secret; what previews, run histories and exports keep of it does not.
    @ParameterizedTest
    @MethodSource("io.signalbox.connector.ConnectorContractTest#ids")
    void what_is_kept_of_a_signed_call_is_without_its_secret(String id) {
        var connector = Connectors.found().find(id).orElseThrow();
        for (var auth : auths(connector)) {
            var line = new Direct(connector, (_, _) -> new Exchange.Unanswered("nobody", "", false), auth, secrets(connector));
            for (var operation : connector.spec().operations()) {
                var call = ConnectorContractTest.call(connector, operation);
                try {
                    var shown = line.shown(operation.id(), call.settings(), call.fields());
                    assertFalse(Json.write(shown).contains(ConnectorContractTest.SECRET), operation.id());
                } catch (CallProblem unfit) {
                    assertFalse(unfit.toString().contains(ConnectorContractTest.SECRET), operation.id());
                }
            }
            assertFalse(line.account().toString().contains(ConnectorContractTest.SECRET));
        }
    }

    /// Once for each way to sign in that a form offers.
    private static List<Map<String, String>> auths(Connector connector) {
        var usual = new LinkedHashMap<String, String>();
        connector.spec().account().forEach(field -> {
            switch (field) {
                case Field.Url url -> usual.put(url.key(), "https://service.example.com");
                case Field.Text text -> usual.put(text.key(), "text");
                default -> {}
            }
        });
        var ways = new ArrayList<Map<String, String>>(List.of(usual));
        connector.spec().account().stream()
                .filter(Field.Choice.class::isInstance)
                .map(Field.Choice.class::cast)
                .forEach(choice -> choice.options().forEach(option -> {
                    var way = new LinkedHashMap<>(usual);
                    way.put(choice.key(), option);
                    ways.add(way);
                }));
        return ways;
    }

    private static Map<String, String> secrets(Connector connector) {
        var secrets = new LinkedHashMap<String, String>();
        connector.spec().account().stream()
                .filter(Field.Secret.class::isInstance)
                .forEach(field -> secrets.put(field.key(), ConnectorContractTest.SECRET));
        return secrets;
    }
}
