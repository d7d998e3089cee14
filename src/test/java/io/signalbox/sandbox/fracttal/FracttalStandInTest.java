package io.signalbox.sandbox.fracttal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Account;
import io.signalbox.access.Accounts;
import io.signalbox.access.Secret;
import io.signalbox.connector.Calls;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.Directory;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Outgoing;
import io.signalbox.engine.Directories;
import io.signalbox.engine.Directories.Answer;
import io.signalbox.engine.Directories.Wanted;
import io.signalbox.engine.Exchange;
import io.signalbox.engine.Meters;
import io.signalbox.engine.SendGate;
import io.signalbox.engine.gate.Memory;
import io.signalbox.flow.Value;
import io.signalbox.http.HttpGateway;
import io.signalbox.sandbox.Sandbox;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The stand-in over real HTTP, asked by the engine through the connector.
final class FracttalStandInTest {
    private final Memory memory = new Memory();
    private final List<Duration> paused = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-21T14:00:00Z");
    private Map<String, String> values = Map.of();
    private final Sandbox sandbox;
    private final HttpGateway gateway;
    private final Directories directories;
    private int asked;

    FracttalStandInTest() throws IOException {
        sandbox = new Sandbox(0, () -> now);
        gateway = new HttpGateway(Set.of("127.0.0.1:" + sandbox.port()));
        var gate = new SendGate(
                (outgoing, host) -> {
                    asked++;
                    return gateway.send(outgoing, host);
                },
                new SendGate.Books(memory, memory),
                Connectors.found(),
                _ -> true,
                () -> now,
                Meters.none(),
                time -> {
                    paused.add(time);
                    now = now.plus(time);
                    return true;
                });
        directories = new Directories(new Kept(), Connectors.found(), gate, () -> now);
    }

    @AfterEach
    void close() {
        gateway.close();
        sandbox.close();
    }

    private final class Kept implements Accounts {
        @Override
        public Optional<Account> find(String name) {
            return Optional.of(account());
        }

        @Override
        public List<Account> all() {
            return List.of(account());
        }

        @Override
        public void save(Account account, Map<String, Secret> secrets) {}

        @Override
        public boolean remove(String name) {
            return false;
        }

        @Override
        public Optional<Secret> secret(String account, String field) {
            return Optional.of(new Secret("sandbox"));
        }
    }

    private Account account() {
        var all = new LinkedHashMap<>(Map.of(
                "base-url", sandbox.url() + "/fracttal/api",
                "token-url", sandbox.url() + "/fracttal/oauth/token",
                "client-id", "key-1"));
        all.putAll(values);
        return new Account("fracttal-main", "fracttal", all, Set.of("client-secret"), true);
    }

    private Outcome read(String operation, String... settings) {
        return directories.read(account(), operation, Calls.texts(settings));
    }

    private Value found(String operation, String... settings) {
        return assertInstanceOf(Outcome.Delivered.class, read(operation, settings)).output();
    }

    private List<Value> rows(String operation, String... settings) {
        return found(operation, settings).at("rows").asItems();
    }

    private int control(String path, String json) {
        var request = Outgoing.json("POST", sandbox.url() + "/sandbox/" + path, Calls.json(json));
        return assertInstanceOf(Exchange.Answered.class, gateway.send(request, Optional.empty()))
                .reply()
                .status();
    }

    @Test
    void a_list_is_read_to_its_end_and_tasks_of_one_number_are_one_entry() {
        for (int order = 0; order < 230; order++) {
            var row = "{\"wo_folio\":\"X-" + order / 2 + "\",\"id_status_work_order\":1}";
            assertEquals(
                    200,
                    control("inbound", "{\"vendor\":\"fracttal\",\"object\":\"work_orders\",\"data\":" + row + "}"));
        }
        asked = 0;
        var all = rows("list-work-orders");
        assertEquals(121, all.size());
        assertEquals("X-0/1", all.get(6).at("version").asText());
        assertEquals(2, all.get(6).at("tasks").asItems().size());
        assertEquals(4, asked, "a token and three pages");
        var apart = directories.read(
                account(), "list-work-orders", Value.fields("by-number", Value.of(false)));
        assertEquals(
                "237",
                assertInstanceOf(Outcome.Delivered.class, apart)
                        .output()
                        .at("total")
                        .asText());
    }

    @Test
    void orders_are_found_by_state_asset_and_time() {
        control(
                "inbound",
                "{\"vendor\":\"fracttal\",\"object\":\"work_orders\",\"change\":{\"wo_folio\":\"OT-1496\",\"id_status_work_order\":3}}");
        assertEquals("OT-1496", rows("list-work-orders", "ot-status", "3").getFirst().at("wo_folio").asText());
        assertEquals(1, rows("list-work-orders", "code-asset", "BLR-001").size());
        assertEquals(2, rows("list-work-orders", "since", "2026-11-21T12:40:00.5-03").size());
        assertEquals(0, rows("list-work-orders", "since", "2026-11-22").size());
        assertEquals("time", Calls.reason(read("list-work-orders", "since", "yesterday")));
    }

    @ParameterizedTest
    @CsvSource({
        "work-order-link, folio, OT-1496, url, https://one.example.com/shared/OT-1496",
        "find-request, request, 1890, description, Oil leak under the pump",
        "find-request, identifier, run-1, id_code, 1890",
        "find-asset, code-asset, PMP-014, description, Pump 14",
        "find-meter, serial, T-112, out_of_range, false",
        "list-readings, serial, T-112, total, 1",
        "list-third-parties, third-party-type, 2, total, 1",
        "list-warehouses, '', '', total, 2",
        "list-stock, warehouse, 1, total, 2",
        "list-documents, code, HR-22, total, 1",
        "list-requests, request-status, 6, total, 1",
        "list-assets, item-type, 1, total, 1",
        "list-meters, code-asset, CNV-002, total, 1",
    })
    void everything_documented_can_be_read(
            String operation, String setting, String wanted, String member, String expected) {
        assertEquals(expected, found(operation, setting, wanted).at(member).asText());
    }

    @Test
    void what_is_not_there_is_said_and_a_misspelt_member_is_understood() {
        assertEquals("asset-not-found", Calls.reason(read("find-asset", "code-asset", "NO")));
        assertEquals("meter-not-found", Calls.reason(read("find-meter", "serial", "NO")));
        assertEquals("request-not-found", Calls.reason(read("find-request", "request", "1")));
        assertEquals("not-found", Calls.reason(read("work-order-link", "folio", "NO")));
        var bearing = rows("list-stock", "warehouse", "1").getFirst();
        assertEquals("4", bearing.at("min_stock_level").asText());
        assertEquals(Value.of(true), bearing.at("below_minimum"));
    }

    @ParameterizedTest
    @CsvSource({
        "HR-22, '', '', '', '', 5511999991234, responsible",
        "HR-24, HR-22, '', '', '', 5511999991234, deputy",
        "HR-24, '', Mechanics, '', '', 5511999991234, group",
        "HR-24, '', Mechanics, Night, 5511900000000, 5511900000000, fallback",
        "HR-24, '', '', Morning, '', 5511999991234, group",
        "HR-26, '', '', '', '+55 11 90000-0000', 5511900000000, fallback",
        "'', '', '', '', '', '', nobody",
        "HR-24, '', '', '', '', '', nobody",
    })
    void a_message_reaches_the_responsible_or_who_stands_in(
            String code, String deputy, String group, String shift, String fallback, String phone, String via) {
        var found = found(
                "find-recipient", "code", code, "deputy", deputy, "group", group, "shift", shift, "fallback-number",
                fallback, "country-code", "55");
        assertEquals(phone, found.at("phone").asText());
        assertEquals(via, found.at("via").asText());
    }

    @Test
    void a_name_will_do_where_there_is_no_code() {
        var found = found("find-recipient", "responsible-name", "marta jaramillo");
        assertEquals("HR-22", found.at("code").asText());
        assertEquals("sms", found.at("phone_from").asText());
    }

    @Test
    void people_without_a_usable_number_are_listed_with_the_reason() {
        var rows = rows(Directory.WITHOUT_NUMBER, "country-code", "55");
        assertEquals(
                List.of("HR-23 unusable", "HR-24 none"),
                rows.stream()
                        .map(row -> row.at("code").asText() + " " + row.at("why").asText())
                        .toList());
        assertEquals(
                List.of("HR-24"),
                rows(Directory.WITHOUT_NUMBER).stream()
                        .map(row -> row.at("code").asText())
                        .toList());
    }

    @Test
    void hawk_is_believed_within_a_minute_and_once() {
        values = Map.of("sign-in", "hawk");
        assertEquals("5", found("list-people").at("total").asText());
        assertEquals(1, asked, "no token is bought");
    }

    @Test
    void both_meanings_of_401_and_a_storm_of_406() {
        control("faults", "{\"vendor\":\"fracttal\",\"status\":401}");
        assertEquals("5", found("list-people").at("total").asText(), "a new token cures it");
        control("faults", "{\"vendor\":\"fracttal\",\"status\":401,\"code\":1}");
        var refused = assertInstanceOf(Outcome.Refused.class, read("list-people"));
        assertEquals("permission", refused.reason());
        assertTrue(refused.detail().contains("human_resources:see"), refused.detail());
        control("faults", "{\"vendor\":\"fracttal\",\"status\":406,\"times\":3}");
        for (int storm = 0; storm < 3; storm++) {
            assertEquals("rate", Calls.reason(read("list-people")));
        }
        assertInstanceOf(Outcome.Delivered.class, read("list-people"));
    }

    @Test
    void names_are_offered_by_kind_of_responsible_and_asked_for_once() {
        assertEquals(List.of("Marta Jaramillo"), names("mart", Directory.OWN));
        assertEquals(List.of("João Ferreira"), names("joao", Directory.OWN));
        assertEquals(List.of("Rodamientos del Sur"), names("rod", Directory.THIRD_PARTY));
        assertEquals(List.of("Mechanics"), names("mec", Directory.GROUP));
        int before = asked;
        assertEquals(List.of("Marta Jaramillo"), names("jar", Directory.OWN));
        assertEquals(before, asked);
        var pump = assertInstanceOf(Answer.Known.class, directories.find(new Wanted("code", ""), "pump", List.of()));
        assertEquals(List.of(new Directories.Choice(Value.of("PMP-014"), "Pump 14")), pump.choices());
        assertEquals(List.of(), names("x", "unknown"));
    }

    private List<String> names(String typed, String kind) {
        var answer = directories.find(new Wanted("code_responsible", kind), typed, List.of());
        return assertInstanceOf(Answer.Known.class, answer).choices().stream()
                .map(Directories.Choice::label)
                .toList();
    }

    @Test
    void who_cannot_be_reached_is_said_and_left_alone_for_a_while() {
        control("faults", "{\"vendor\":\"fracttal\",\"status\":503,\"times\":1}");
        var wanted = new Wanted("code_responsible", Directory.OWN);
        var silent = assertInstanceOf(Answer.Unreached.class, directories.find(wanted, "m", List.of()));
        assertEquals("unavailable", silent.reason());
        int before = asked;
        assertInstanceOf(Answer.Unreached.class, directories.find(wanted, "ma", List.of()));
        assertEquals(before, asked);
        now = now.plusSeconds(30);
        assertInstanceOf(Answer.Known.class, directories.find(wanted, "ma", List.of()));
    }
}
