package io.signalbox.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.signalbox.access.Account;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.Operation;
import io.signalbox.engine.gate.Memory;
import io.signalbox.engine.gate.Wish;
import io.signalbox.flow.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The gate on a clock that moves only when it lets time pass.
final class SendGateTest {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    private final Connectors connectors = Connectors.found();
    private final Memory memory = new Memory();
    private final List<Duration> paused = new ArrayList<>();
    private Instant now = START;
    private Runnable meanwhile = () -> {};
    private int calls;

    private final SendGate gate = new SendGate(
            (outgoing, host) -> {
                throw new AssertionError("nothing is sent here: " + outgoing);
            },
            new SendGate.Books(memory, memory),
            connectors,
            flow -> flow.equals("on"),
            () -> now,
            Meters.none(),
            this::pass);

    private boolean pass(Duration time) {
        paused.add(time);
        now = now.plus(time);
        meanwhile.run();
        return true;
    }

    private static Account account(Map<String, String> values) {
        return new Account("main", "whatsapp", new LinkedHashMap<>(values), Set.of(), true);
    }

    private Operation template() {
        return connectors
                .find("whatsapp")
                .orElseThrow()
                .spec()
                .operation("send-template")
                .orElseThrow();
    }

    private SendGate.Decision judge(String to, Account account) {
        calls++;
        var effect = new Effect(
                StepId.parse("send"),
                "whatsapp",
                "main",
                template(),
                true,
                Value.fields("to", Value.of(to)),
                Value.Fields.empty());
        return gate.judge(new SendGate.Asked("run-" + calls, "on", effect, account, false, now.plusSeconds(86_400)));
    }

    @Test
    void on_the_vendors_own_host_a_person_gets_45_at_once_and_then_one_every_six_seconds() {
        var account = account(Map.of());
        for (int call = 0; call < 45; call++) {
            assertInstanceOf(SendGate.Permit.class, judge("5511999991234", account));
        }
        assertEquals(List.of(), paused);
        for (int wait = 6; wait <= 18; wait += 6) {
            var later = assertInstanceOf(SendGate.Later.class, judge("5511999991234", account));
            assertEquals("pace", later.rule());
            assertEquals(START.plusSeconds(wait), later.until());
        }
        assertInstanceOf(SendGate.Permit.class, judge("5511999990000", account));
        assertEquals(List.of(), paused);
    }

    @Test
    void the_accounts_limit_makes_a_call_wait_a_moment_and_holds_no_thread_for_long() {
        var account = account(Map.of("rate", "2", "base-url", "https://proxy.example"));
        var out = new ArrayList<Duration>();
        for (int call = 0; call < 6; call++) {
            assertInstanceOf(SendGate.Permit.class, judge("551199999000" + call, account));
            out.add(Duration.between(START, now));
        }
        assertEquals(
                List.of(0L, 0L, 1L, 1L, 2L, 2L),
                out.stream().map(Duration::toSeconds).toList());
        var slow = account(Map.of("rate", "1"));
        for (int call = 0; call < 50; call++) {
            judge("551199999100" + call % 10, slow);
        }
        assertEquals(
                List.of(), paused.stream().filter(time -> time.toSeconds() > 5).toList());
    }

    @Test
    void another_host_has_no_limit_unless_the_account_sets_one() {
        var account = account(Map.of("base-url", "http://127.0.0.1:8090/whatsapp"));
        for (int call = 0; call < 500; call++) {
            assertInstanceOf(SendGate.Permit.class, judge("5511999991234", account));
        }
        assertEquals(List.of(), paused);
        assertEquals(0, memory.questions());
    }

    @Test
    void a_call_that_waits_for_its_turn_stays_when_all_sending_is_stopped_meanwhile() {
        var account = account(Map.of("rate", "1"));
        judge("5511999991234", account);
        meanwhile = () -> gate.settings().stop();
        var later = assertInstanceOf(SendGate.Later.class, judge("5511999990000", account));
        assertEquals("stopped", later.rule());
        assertEquals(1, paused.size());
    }

    @Test
    void everyone_a_letter_goes_to_is_asked_about_copies_too() {
        assertInstanceOf(SendGate.Permit.class, letter("ana@example.com, bo@example.com", "cy@example.com"));
        assertInstanceOf(SendGate.Permit.class, letter("ana@example.com", ""));
        memory.heard("cy@example.com", now, Wish.STOP);
        var refused =
                assertInstanceOf(SendGate.Refusal.class, letter("ana@example.com; bo@example.com", "cy@example.com"));
        assertEquals(List.of("opt-out", "c•••@example.com"), List.of(refused.rule(), refused.detail()));
        for (var to : List.of("", "ana@example.com, bo", "ana@example.com\r\nBcc: x@example.com")) {
            assertEquals(
                    "recipient",
                    assertInstanceOf(SendGate.Refusal.class, letter(to, "bo@example.com"))
                            .rule(),
                    to);
        }
    }

    private SendGate.Decision letter(String to, String cc) {
        calls++;
        var mail =
                connectors.find("mail").orElseThrow().spec().operation("send").orElseThrow();
        var effect = new Effect(
                StepId.parse("send"),
                "mail",
                "post",
                mail,
                true,
                Value.fields("to", Value.of(to), "cc", Value.of(cc)),
                Value.Fields.empty());
        var account = new Account("post", "mail", new LinkedHashMap<>(), Set.of(), true);
        return gate.judge(new SendGate.Asked("run-" + calls, "on", effect, account, false, now.plusSeconds(86_400)));
    }

    private SendGate.Decision campaign(Value to) {
        calls++;
        var operation = connectors.operation("braze", "trigger-send").orElseThrow();
        var effect = new Effect(
                StepId.parse("send"), "braze", "main", operation, true, Value.fields("to", to), Value.Fields.empty());
        var account = new Account("main", "braze", new LinkedHashMap<>(), Set.of(), true);
        return gate.judge(new SendGate.Asked("run-" + calls, "on", effect, account, false, now.plusSeconds(86_400)));
    }

    @Test
    void of_several_recipients_each_must_be_one_and_want_messages() {
        assertInstanceOf(SendGate.Permit.class, campaign(Value.of("user 1")));
        assertInstanceOf(SendGate.Permit.class, campaign(Value.items(Value.of("user-1"), Value.of("user-2"))));
        for (var nobody : List.of(
                Value.nothing(), Value.items(), Value.of(" "), Value.items(Value.of("user-1"), Value.nothing()))) {
            assertEquals(
                    "recipient",
                    assertInstanceOf(SendGate.Refusal.class, campaign(nobody)).rule());
        }
        memory.heard("user-2", now, Wish.STOP);
        assertInstanceOf(SendGate.Permit.class, campaign(Value.of("user-1")));
        var refusal =
                assertInstanceOf(SendGate.Refusal.class, campaign(Value.items(Value.of("user-1"), Value.of("User-2"))));
        assertEquals(List.of("opt-out", "use…"), List.of(refusal.rule(), refusal.detail()));
    }
}
