package io.signalbox.sandbox.zapier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.connector.Call;
import io.signalbox.connector.Calls;
import io.signalbox.connector.Contracts;
import io.signalbox.connector.Reply;
import io.signalbox.connector.zapier.Zapier;
import io.signalbox.engine.Direct;
import io.signalbox.flow.Value;
import io.signalbox.sandbox.Bench;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Zapier's connector and stand-in against each other and against the documented answer.
final class ZapierVendorTest {
    private final Bench bench = new Bench();

    ZapierVendorTest() throws IOException {}

    @AfterEach
    void close() {
        bench.close();
    }

    private static String caught(Direct line) throws Exception {
        return Bench.said(line.call("catch", Value.Fields.empty(), Calls.texts("person.name", "Ana"), "key"));
    }

    @Test
    void a_zap_is_started_and_its_address_not_shown() throws Exception {
        var line = bench.line("zapier-main");
        assertEquals("", caught(line));
        assertEquals(
                "{\"person\":{\"name\":\"Ana\"}}",
                bench.sandbox().messages().getFirst().body());
        assertEquals(
                bench.sandbox().url() + "/zapier/hooks/catch/••••••••",
                line.shown("catch", Value.Fields.empty(), Value.Fields.empty())
                        .at("url")
                        .asText());
    }

    @Test
    void what_zapier_documents_is_read_so() {
        var examples = Contracts.json("zapier/examples.json");
        var call = new Call(Calls.account("zapier"), "catch", Value.Fields.empty(), Value.Fields.empty(), "key");
        var answer = examples.at("response").at("body");
        assertEquals("", Calls.reason(new Zapier().decode(call, new Reply(200, Map.of(), answer))));
        assertEquals("no-success", Calls.reason(new Zapier().decode(call, Calls.reply(200, "{}"))));
        for (var status : examples.at("retry").asItems()) {
            var reply = new Reply(Integer.parseInt(status.asText()), Map.of(), Value.nothing());
            assertEquals("later ", Bench.said(new Zapier().decode(call, reply)).substring(0, 6), status.asText());
        }
    }

    @Test
    void a_hook_takes_thirty_calls_a_second() throws Exception {
        var line = bench.line("zapier-main");
        for (int call = 0; call < 30; call++) {
            assertEquals("", caught(line));
        }
        assertEquals("later rate", caught(line));
        bench.pass(1);
        assertEquals("", caught(line));
        var gone = bench.line(
                "zapier-main", Map.of(), Map.of("webhook-url", bench.sandbox().url() + "/zapier/hooks/catch/1/gone/"));
        assertEquals("webhook-gone", caught(gone));
    }
}
