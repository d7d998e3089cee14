package io.signalbox.connector.fracttal;

import static io.signalbox.connector.Calls.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.connector.Auth;
import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Calls;
import io.signalbox.connector.Contracts;
import io.signalbox.connector.Operation;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.Paging;
import io.signalbox.connector.Reply;
import io.signalbox.flow.Value;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What changes something at Fracttal, against its documented examples; and what its documented codes mean.
final class FracttalWritesTest {
    private final Fracttal fracttal = new Fracttal();

    private static Call call(String operation, Value.Fields settings) {
        return new Call(
                Calls.account("fracttal", "client-id", "key-1"), operation, settings, Value.Fields.empty(), "run-42");
    }

    private static Value.Fields request() {
        return texts(
                        "user-code", "AAA",
                        "description", "Fuga de aceite",
                        "date-incident", "2016-07-12T20:00:00-03:00",
                        "requested-by", "João",
                        "code-asset", "EQ-1")
                .with("is-urgent", Value.of(true));
    }

    private static Value example(String name) {
        return Contracts.json("fracttal/examples.json").at(name);
    }

    @Test
    void a_request_is_created_as_the_documented_example_with_the_steps_key_as_identifier() throws CallProblem {
        var outgoing = fracttal.encode(call("create-request", request()));
        assertEquals("POST https://app.fracttal.com/api/work_requests", outgoing.method() + " " + outgoing.url());
        assertEquals(example("post work_requests").at("request"), Calls.body(outgoing));
        var reply = new Reply(200, Map.of(), example("post work_requests").at("response"));
        var created = (Outcome.Delivered) fracttal.decode(call("create-request", request()), reply);
        assertEquals("1890", created.externalId());
    }

    @Test
    void a_repeat_finds_its_own_request_there_and_somebody_elses_is_refused() {
        var exists = Calls.reply(408, "{\"success\":false,\"message\":\"408\",\"data\":\"exists\"}");
        var again = (Outcome.Delivered) fracttal.decode(call("create-request", request()), exists);
        assertEquals(Value.of(true), again.output().at("existed"));
        assertEquals("run-42", again.externalId());
        var named = request().with("identifier", Value.of("theirs"));
        assertEquals("exists", Calls.reason(fracttal.decode(call("create-request", named), exists)));
    }

    @Test
    void a_request_without_time_or_with_an_impossible_status_does_not_go_out() {
        var timeless = call("create-request", request().without("date-incident"));
        assertEquals(
                "date-incident.missing",
                assertThrows(CallProblem.class, () -> fracttal.encode(timeless)).key());
        var impossible = call("update-request", texts("request", "1890", "new-status", "6"));
        assertEquals(
                "request-status",
                assertThrows(CallProblem.class, () -> fracttal.encode(impossible))
                        .key());
    }

    @Test
    void a_reading_goes_to_its_asset_as_a_number() throws CallProblem {
        var settings =
                texts("code-asset", "PMP 014", "serial", "T-112", "reading", "48.10", "date", "2026-11-21T14:03:00.5Z");
        var outgoing = fracttal.encode(call("write-reading", settings));
        assertEquals(
                "PUT https://app.fracttal.com/api/meter_reading/PMP%20014", outgoing.method() + " " + outgoing.url());
        assertEquals(Calls.json("""
                        {"date": "2026-11-21T14:03:00+00", "value": 48.10, "serial": "T-112", "is_historical": false}"""), Calls.body(outgoing));
        var wordy = call("write-reading", settings.with("reading", Value.of("warm")));
        assertEquals(
                "reading",
                assertThrows(CallProblem.class, () -> fracttal.encode(wordy)).key());
    }

    @Test
    void a_note_and_a_status_are_written() throws CallProblem {
        var note = fracttal.encode(
                call("update-work-order", texts("folio", "OT-1", "note", "Message sent", "account-code", "AUTO-1")));
        assertEquals("PUT https://app.fracttal.com/api/work_orders/OT-1", note.method() + " " + note.url());
        assertEquals(Calls.json("{\"note\": \"Message sent\", \"account_code\": \"AUTO-1\"}"), Calls.body(note));
        var status = fracttal.encode(call("update-request", texts("request", "1890", "new-status", "4")));
        assertEquals(Calls.json("{\"id_code\": \"1890\", \"id_status\": 4}"), Calls.body(status));
    }

    @Test
    void every_documented_code_lands_in_its_class() {
        var call = call("list-people", Value.Fields.empty());
        Contracts.json("fracttal/contract-card.json")
                .at("codes")
                .asFields()
                .fields()
                .forEach((code, _) -> {
                    int status = Integer.parseInt(code);
                    var body = "{\"success\":" + (status == 200) + ",\"message\":\"" + code
                            + "\",\"data\":[],\"total\":0}";
                    var reason = Calls.reason(fracttal.decode(call, Calls.reply(status, body)));
                    var expected = Map.ofEntries(
                            Map.entry(200, ""),
                            Map.entry(400, "refused"),
                            Map.entry(401, "unauthorized"),
                            Map.entry(403, "permission"),
                            Map.entry(404, "not-found"),
                            Map.entry(405, "refused"),
                            Map.entry(406, "rate"),
                            Map.entry(407, "clock"),
                            Map.entry(408, "exists"),
                            Map.entry(500, "unavailable"));
                    assertEquals(expected.get(status), reason, code);
                });
    }

    @Test
    void pages_end_with_the_total_and_without_one_with_a_page_that_is_not_full() {
        var call = call("list-work-orders", Value.Fields.empty());
        var paging = fracttal.paging(call).orElseThrow();
        var asked = Outgoing.get("https://app.fracttal.com/api/work_orders?limit=100");
        var page = new Reply(200, Map.of(), example("get work_orders page").at("response"));
        var next = paging.next().after(new Paging.Page(asked, page, 100, 0));
        assertEquals(
                Optional.of("https://app.fracttal.com/api/work_orders?limit=100&start=100"), next.map(Outgoing::url));
        assertTrue(
                paging.next().after(new Paging.Page(next.get(), page, 1, 100)).isEmpty());
        var endless = Calls.reply(200, "{\"success\":true,\"data\":[]}");
        assertTrue(paging.next().after(new Paging.Page(asked, endless, 100, 0)).isPresent());
        assertTrue(paging.next().after(new Paging.Page(asked, endless, 99, 100)).isEmpty());
        assertTrue(paging.next().after(new Paging.Page(asked, page, 0, 100)).isEmpty());
    }

    @Test
    void every_operation_names_the_rights_it_needs() {
        for (var operation : fracttal.spec().operations()) {
            boolean changes = operation.kind() == Operation.Kind.SEND;
            assertEquals(changes ? 2 : 1, operation.needs().size(), operation.id());
            assertTrue(operation.needs().getFirst().endsWith(":see"), operation.id());
        }
    }

    @Test
    void an_older_connection_signs_with_hawk() {
        assertEquals(
                new Auth.Hawk("key-1", "client-secret"),
                fracttal.auth(Calls.account("fracttal", "client-id", "key-1", "sign-in", "hawk")));
    }
}
