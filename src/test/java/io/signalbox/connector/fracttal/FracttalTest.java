package io.signalbox.connector.fracttal;

import static io.signalbox.connector.Calls.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Account;
import io.signalbox.connector.Auth;
import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Calls;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Reply;
import io.signalbox.flow.Language;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FracttalTest {
    private static final Account ACCOUNT = Calls.account("fracttal", "client-id", "key-1");

    private final Fracttal fracttal = new Fracttal();

    @Test
    void a_folio_is_one_segment_whatever_it_holds() throws CallProblem {
        assertEquals(
                "https://app.fracttal.com/api/work_orders/OT-1496?limit=100",
                fracttal.encode(order("OT-1496")).url());
        assertEquals(
                "https://app.fracttal.com/api/work_orders/..%2Fpersonnel%3Fx%3D1?limit=100",
                fracttal.encode(order("../personnel?x=1")).url());
        assertEquals("GET", fracttal.encode(order("OT-1")).method());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "..", "."})
    void a_folio_that_is_none_is_not_asked_for(String folio) {
        var problem = assertThrows(CallProblem.class, () -> fracttal.encode(order(folio)));
        assertEquals("address.segment", problem.key());
    }

    @Test
    void a_person_is_asked_for_by_code() throws CallProblem {
        assertEquals(
                "https://app.fracttal.com/api/personnel?code=HR%2022&limit=100",
                fracttal.encode(person("HR 22")).url());
        assertEquals(
                "code.missing",
                assertThrows(CallProblem.class, () -> fracttal.encode(person(" ")))
                        .key());
    }

    @Test
    void key_and_secret_buy_a_token() {
        assertEquals(
                new Auth.ClientCredentials(
                        "https://one.fracttal.com/oauth/token",
                        "key-1",
                        "client-secret",
                        "https://app.fracttal.com/oauth/token"),
                fracttal.auth(ACCOUNT));
    }

    @Test
    void two_tasks_of_one_work_order_become_one_object() {
        var reply = """
                {"success": true, "message": "200", "total": 3, "data": [
                  {"wo_folio": "OT-1495", "id_work_orders_tasks": 9},
                  {"wo_folio": "OT-1496", "id_work_orders_tasks": 1, "priorities_description": null},
                  {"wo_folio": "OT-1496", "id_work_orders_tasks": 2}]}""";
        assertEquals(
                new Outcome.Delivered(Calls.json("""
                        {"wo_folio": "OT-1496", "id_work_orders_tasks": 1, "priorities_description": null, "tasks": [
                          {"wo_folio": "OT-1496", "id_work_orders_tasks": 1, "priorities_description": null},
                          {"wo_folio": "OT-1496", "id_work_orders_tasks": 2}]}"""), ""), fracttal.decode(order("OT-1496"), Calls.reply(200, reply)));
    }

    @Test
    void the_phone_is_the_first_number_that_is_filled() {
        var reply = """
                {"success": true, "message": "200", "data": [{"code": "HR-22", "sms": null, "telephone": "", "telephone_2": "3"}]}""";
        var outcome = fracttal.decode(person("HR-22"), Calls.reply(200, reply));
        assertEquals(
                Value.of("3"),
                outcome instanceof Outcome.Delivered(var output, var _) ? output.at("phone") : Value.nothing());
    }

    @Test
    void the_person_with_the_code_is_taken_though_the_filter_was_ignored() {
        var reply = """
                {"success": true, "mensaje": "200", "data": [{"code": "HR-1", "sms": "1"}, {"code": "HR-22", "sms": "2"}]}""";
        assertEquals(
                new Outcome.Delivered(
                        texts("code", "HR-22", "sms", "2").asFields().with("phone", Value.of("2")), ""),
                fracttal.decode(person("HR-22"), Calls.reply(200, reply)));
        assertEquals(
                new Outcome.Refused("person-not-found", "HR-9"),
                fracttal.decode(person("HR-9"), Calls.reply(200, reply)));
    }

    @Test
    void a_code_that_differs_in_case_is_another_person() {
        var reply = "{\"success\": true, \"message\": \"200\", \"data\": [{\"code\": \"hr-22\"}]}";
        assertEquals(
                new Outcome.Refused("person-not-found", "HR-22"),
                fracttal.decode(person("HR-22"), Calls.reply(200, reply)));
    }

    @Test
    void a_single_object_is_read_like_a_list_of_one() {
        var reply = "{\"success\": true, \"message\": \"200\", \"data\": {\"code\": \"HR-22\"}, \"total\": \"1\"}";
        assertEquals(
                new Outcome.Delivered(texts("code", "HR-22"), ""),
                fracttal.decode(person("HR-22"), Calls.reply(200, reply)));
    }

    @Test
    void nothing_found_is_said() {
        var reply = Calls.reply(200, "{\"success\": true, \"message\": \"200\", \"data\": [], \"total\": 0}");
        assertEquals(new Outcome.Refused("not-found", "OT-1"), fracttal.decode(order("OT-1"), reply));
        assertEquals("not-found", Calls.reason(fracttal.decode(order("OT-1"), Calls.reply(404, "{}"))));
    }

    @Test
    void the_documented_rate_limit_waits_a_minute() {
        var body = Calls.recorded(FracttalTest.class, "examples.json")
                .at("rate limited")
                .at("body");
        assertEquals(
                new Outcome.TryLater(
                        "rate", "406 406 Maximum number of requests exceeded", Optional.of(Duration.ofSeconds(60))),
                fracttal.decode(order("OT-1"), new Reply(406, Map.of(), body)));
    }

    @Test
    void success_false_is_a_failure_whatever_the_status() {
        assertEquals(
                "rate",
                Calls.reason(
                        fracttal.decode(order("OT-1"), Calls.reply(200, "{\"success\":false,\"message\":\"406\"}"))));
        assertEquals(
                "refused",
                Calls.reason(fracttal.decode(
                        order("OT-1"), Calls.reply(200, "{\"success\":false,\"data\":[{\"wo_folio\":\"OT-1\"}]}"))));
    }

    /// A module that a plan lacks is refused like one that a group does not show.
    @ParameterizedTest
    @CsvSource({"EN,your plan", "PT_BR,seu plano", "PT_PT,seu plano", "ES,su plan", "FR,votre formule", "IT,suo piano"})
    void a_module_that_is_in_no_group_may_be_in_no_plan(Language language, String plan) {
        var said = Texts.of(Fracttal.class, language).text("error.permission");
        assertTrue(said.contains(plan), said);
    }

    @Test
    void the_two_meanings_of_401_differ() {
        assertEquals(
                new Outcome.Refused("permission", "401 UNAUTHORIZED_ENDPOINT · work_orders:see"),
                fracttal.decode(
                        order("OT-1"), Calls.reply(401, "{\"success\":false,\"message\":\"UNAUTHORIZED_ENDPOINT\"}")));
        assertEquals(
                new Outcome.SignInAgain("unauthorized", "401 expired"),
                fracttal.decode(order("OT-1"), Calls.reply(401, "{\"success\":false,\"message\":\"expired\"}")));
    }

    @ParameterizedTest
    @CsvSource({
        "400, refused",
        "403, permission",
        "405, refused",
        "407, clock",
        "408, exists",
        "301, redirect",
        "418, refused"
    })
    void a_refusal_has_its_reason(int status, String reason) {
        assertEquals(
                new Outcome.Refused(reason, status + (status == 403 ? " x · work_orders:see" : " x")),
                fracttal.decode(order("OT-1"), Calls.reply(status, "\"x\"")));
    }

    @Test
    void every_code_of_the_contract_has_its_class() {
        var card = Calls.recorded(FracttalTest.class, "contract-card.json");
        for (var status : card.at("retryable").asItems()) {
            assertEquals(
                    Outcome.TryLater.class,
                    fracttal.decode(order("OT-1"), Calls.reply(Integer.parseInt(status.asText()), "{}"))
                            .getClass());
        }
        assertEquals(
                Outcome.Refused.class,
                fracttal.decode(order("OT-1"), Calls.reply(408, "{}")).getClass());
    }

    @Test
    void an_answer_of_another_service_is_said() {
        assertEquals("unreadable", Calls.reason(fracttal.decode(order("OT-1"), Calls.reply(200, "\"<html>\""))));
        assertEquals("unreadable", Calls.reason(fracttal.decode(order("OT-1"), Calls.reply(200, "[]"))));
    }

    private static Call order(String folio) {
        return new Call(ACCOUNT, "find-work-order", texts("folio", folio), Value.Fields.empty(), "k");
    }

    private static Call person(String code) {
        return new Call(ACCOUNT, "find-person", texts("code", code), Value.Fields.empty(), "k");
    }
}
