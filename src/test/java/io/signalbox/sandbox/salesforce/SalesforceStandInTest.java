package io.signalbox.sandbox.salesforce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.signalbox.connector.Call;
import io.signalbox.connector.Calls;
import io.signalbox.connector.Contracts;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Reply;
import io.signalbox.connector.salesforce.Salesforce;
import io.signalbox.engine.Direct;
import io.signalbox.flow.Value;
import io.signalbox.sandbox.Bench;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Salesforce's connector and stand-in against each other and against the documented examples.
final class SalesforceStandInTest {
    private final Bench bench = new Bench();

    SalesforceStandInTest() throws IOException {}

    @AfterEach
    void close() {
        bench.close();
    }

    private static Outcome upsert(Direct line, String folio, String... rows) throws Exception {
        return line.call(
                "upsert",
                Calls.texts("object", "Case", "external-field", "Folio__c", "external-id", folio),
                Calls.texts(rows),
                "key");
    }

    private static Call call(String operation, String... settings) {
        return new Call(
                Calls.account("salesforce", "base-url", "https://x.my.salesforce.com"),
                operation,
                Calls.texts(settings),
                Calls.texts("Subject", "x"),
                "key");
    }

    @Test
    void it_writes_as_the_documented_examples() throws Exception {
        var examples = Contracts.json("salesforce/examples.json");
        var upsert = new Salesforce()
                .encode(call("upsert", "object", "Case", "external-field", "Ext__c", "external-id", "run-42"));
        var create = new Salesforce().encode(call("create", "object", "Case"));
        for (var pair : Map.of("upsert", upsert, "create", create).entrySet()) {
            var asked = examples.at(pair.getKey()).at("request");
            assertEquals(
                    List.of(
                            asked.at("method").asText(),
                            "https://x.my.salesforce.com" + asked.at("path").asText()),
                    List.of(pair.getValue().method(), pair.getValue().url()));
            assertEquals(asked.at("body"), Calls.body(pair.getValue()));
        }
        var error = examples.at("error");
        assertEquals(
                "required",
                Calls.reason(new Salesforce().decode(call("create"), new Reply(400, Map.of(), error.at("body")))));
        for (var status : List.of(200, 201, 204)) {
            var body = status == 204
                    ? Value.nothing()
                    : examples.at("create").at("response").at("body");
            assertEquals("", Calls.reason(new Salesforce().decode(call("upsert"), new Reply(status, Map.of(), body))));
        }
        assertEquals(
                "several", Calls.reason(new Salesforce().decode(call("upsert"), Calls.reply(300, "[\"/a\",\"/b\"]"))));
    }

    @Test
    void an_upsert_done_twice_is_one_record() throws Exception {
        var line = bench.line("salesforce-main");
        var first = assertInstanceOf(Outcome.Delivered.class, upsert(line, "OT-1 / ñ", "Subject", "a"));
        var second = assertInstanceOf(Outcome.Delivered.class, upsert(line, "OT-1 / ñ", "Status", "Closed"));
        assertEquals(first.externalId(), second.externalId());
        assertEquals(
                List.of("true", "false"),
                List.of(
                        first.output().at("created").asText(),
                        second.output().at("created").asText()));
    }

    @Test
    void a_session_that_ended_is_renewed_once() throws Exception {
        var line = bench.line("salesforce-main");
        assertEquals("", Bench.said(upsert(line, "OT-1", "Subject", "a")));
        bench.pass(3_600);
        assertEquals("", Bench.said(upsert(line, "OT-2", "Subject", "b")));
        var wrong = bench.line("salesforce-main", Map.of(), Map.of("client-secret", "wrong"));
        assertEquals("unauthorized", Bench.said(upsert(wrong, "OT-3", "Subject", "c")));
    }

    @Test
    void a_query_is_read_to_its_end() throws Exception {
        var line = bench.line("salesforce-main");
        for (int made = 0; made < 5; made++) {
            upsert(line, "OT-" + made, "Subject", "s" + made);
        }
        var found = line.pages("query", Calls.texts("soql", "SELECT Id, Subject FROM Case"));
        assertEquals(
                5,
                assertInstanceOf(Outcome.Delivered.class, found)
                        .output()
                        .asItems()
                        .size());
        assertEquals("not-found", Bench.said(line.pages("query", Calls.texts("soql", "SELECT Id FROM Nothing"))));
    }

    @ParameterizedTest
    @CsvSource({"403, later limit", "503, later unavailable", "400, later locked", "401, session"})
    void troubles_land_in_their_class(int status, String expected) throws Exception {
        bench.control(
                "POST",
                "/sandbox/faults",
                "{\"vendor\": \"salesforce\", \"status\": %d, \"times\": 2}".formatted(status));
        assertEquals(expected, Bench.said(upsert(bench.line("salesforce-main"), "OT-1", "Subject", "a")));
    }
}
