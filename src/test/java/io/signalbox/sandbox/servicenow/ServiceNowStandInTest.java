package io.signalbox.sandbox.servicenow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.signalbox.connector.Call;
import io.signalbox.connector.Calls;
import io.signalbox.connector.Contracts;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Reply;
import io.signalbox.connector.servicenow.ServiceNow;
import io.signalbox.engine.Direct;
import io.signalbox.flow.Value;
import io.signalbox.sandbox.Bench;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// ServiceNow's connector and stand-in against each other and against the documented examples.
final class ServiceNowStandInTest {
    private final Bench bench = new Bench();

    ServiceNowStandInTest() throws IOException {}

    @AfterEach
    void close() {
        bench.close();
    }

    private static Outcome create(Direct line, String key) throws Exception {
        return line.call(
                "create-record",
                Calls.texts("table", "incident"),
                Calls.texts("short_description", "Pump 7 leaks", "urgency", "1"),
                key);
    }

    @Test
    void it_writes_as_the_documented_example() throws Exception {
        var example = Contracts.json("servicenow/examples.json");
        var call = new Call(
                Calls.account("servicenow", "base-url", "https://INSTANCE.service-now.com"),
                "create-record",
                Calls.texts("table", "incident"),
                Calls.texts("short_description", "x"),
                "flow-run-42");
        var sent = new ServiceNow().encode(call);
        var asked = example.at("create").at("request");
        assertEquals(
                List.of(
                        asked.at("method").asText(),
                        "https://INSTANCE.service-now.com" + asked.at("path").asText()),
                List.of(sent.method(), sent.url()));
        assertEquals(asked.at("body"), Calls.body(sent));
        var made = new ServiceNow()
                .decode(
                        call,
                        new Reply(
                                201,
                                Map.of(),
                                example.at("create").at("response").at("body")));
        assertEquals(
                "9d385017c611228701d22104cc95c371",
                assertInstanceOf(Outcome.Delivered.class, made).externalId());
        assertEquals(
                "no-record",
                Calls.reason(new ServiceNow()
                        .decode(
                                call,
                                new Reply(404, Map.of(), example.at("error").at("body")))));
    }

    @Test
    void a_record_is_created_changed_and_found() throws Exception {
        var line = bench.line("servicenow-main");
        var made = assertInstanceOf(Outcome.Delivered.class, create(line, "key-1"));
        var changed = line.call(
                "update-record",
                Calls.texts("table", "incident", "sys-id", made.externalId()),
                Calls.texts("state", "6"),
                "key-2");
        assertEquals(
                "6",
                assertInstanceOf(Outcome.Delivered.class, changed)
                        .output()
                        .at("state")
                        .asText());
        assertEquals(2, bench.sandbox().messages().size());
        assertEquals("no-record", Bench.said(line, "update-record", "table", "incident", "sys-id", "0"));
    }

    @Test
    void a_record_of_the_same_step_is_found_before_it_is_made_again() throws Exception {
        var line = bench.line("servicenow-main");
        assertEquals(Optional.empty(), recalled(line, "key-1"));
        var made = assertInstanceOf(Outcome.Delivered.class, create(line, "key-1"));
        assertEquals(
                made.externalId(),
                assertInstanceOf(
                                Outcome.Delivered.class, recalled(line, "key-1").orElseThrow())
                        .externalId());
        create(line, "key-1");
        assertEquals("several", Calls.reason(recalled(line, "key-1").orElseThrow()));
    }

    @Test
    void a_line_that_breaks_after_the_work_is_done_makes_no_second_record() throws Exception {
        var line = bench.breaking("servicenow-main");
        var table = Calls.texts("table", "incident");
        var rows = Calls.texts("short_description", "x");
        assertEquals("lost broken-off", line.attempt("create-record", table, rows, "key-9", false));
        assertEquals("done " + "%032x".formatted(1), line.attempt("create-record", table, rows, "key-9", true));
        assertEquals(1, bench.sandbox().messages().size());
    }

    @Test
    void what_was_surely_not_made_is_made_by_the_repeat() throws Exception {
        var line = bench.line("servicenow-main");
        var rows = Calls.texts("short_description", "x");
        assertEquals(
                "done " + "%032x".formatted(1),
                line.attempt("create-record", Calls.texts("table", "incident"), rows, "key-9", true));
        bench.control("POST", "/sandbox/faults", "{\"vendor\": \"servicenow\", \"status\": 503}");
        assertEquals(
                "later unavailable",
                line.attempt("create-record", Calls.texts("table", "incident"), rows, "key-8", true));
        assertEquals(1, bench.sandbox().messages().size());
    }

    private static Optional<Outcome> recalled(Direct line, String key) throws Exception {
        var call =
                new Call(line.account(), "create-record", Calls.texts("table", "incident"), Value.Fields.empty(), key);
        var recall = new ServiceNow().recall(call).orElseThrow();
        return recall.answer().apply(line.reply(recall.question()));
    }

    @Test
    void a_list_is_read_to_its_end_by_the_link_header() throws Exception {
        var line = bench.line("servicenow-main");
        for (int made = 0; made < 5; made++) {
            create(line, "key-" + made);
        }
        var found = line.pages("find-records", Calls.texts("table", "incident", "query", "urgency=1"));
        assertEquals(
                5,
                assertInstanceOf(Outcome.Delivered.class, found)
                        .output()
                        .asItems()
                        .size());
    }

    @ParameterizedTest
    @CsvSource({"signalbox, wrong, sign-in", "reader, x, role"})
    void who_may_not_is_told_so(String user, String password, String reason) throws Exception {
        var line = bench.line("servicenow-main", Map.of("user", user), Map.of("secret", password));
        assertEquals(reason, Bench.said(create(line, "k")));
    }

    @Test
    void an_oauth_client_signs_in_too() throws Exception {
        assertEquals("", Bench.said(create(bench.line("servicenow-main", Map.of("auth", "oauth"), Map.of()), "k")));
    }

    @Test
    void too_many_calls_are_sent_away_for_a_minute() throws Exception {
        var line = bench.line("servicenow-main");
        for (int call = 0; call < 60; call++) {
            create(line, "k" + call);
        }
        var late = assertInstanceOf(Outcome.TryLater.class, create(line, "late"));
        assertEquals(List.of("rate", Optional.of(Duration.ofMinutes(1))), List.of(late.reason(), late.after()));
        bench.pass(60);
        assertEquals("", Bench.said(create(line, "late")));
    }
}
