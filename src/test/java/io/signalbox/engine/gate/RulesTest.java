package io.signalbox.engine.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.access.Account;
import io.signalbox.connector.Field.Recipient.Form;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each rule on both of its sides, and the order in which they speak.
final class RulesTest {
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

    /// 12:00 in São Paulo.
    private static final Instant NOON = Instant.parse("2026-11-20T15:00:00Z");

    private static final String ANA = "5511999991234";

    private final Memory memory = new Memory();
    private boolean flowOn = true;
    private boolean accountOn = true;
    private GateRules settings = GateRules.standard();
    private Instant now = NOON;
    private Instant useless = NOON.plus(Duration.ofHours(24));
    private boolean repeat;
    private boolean freeText;
    private boolean sends = true;
    private Optional<Recipient> recipient = Optional.of(new Recipient(Form.PHONE, ANA));
    private String run = "run-1";

    private Verdict verdict() {
        var account = new Account("main", "whatsapp", new LinkedHashMap<>(), Set.of(), accountOn);
        var ask = new Ask(run, "send", "flow", account, sends, recipient, freeText, repeat, useless);
        return new Rules(memory, memory, _ -> flowOn).judge(ask, settings, now);
    }

    private String said() {
        return switch (verdict()) {
            case Verdict.Passed _ -> "passed";
            case Verdict.Refused(var rule, var _) -> rule;
            case Verdict.Held(var rule, var _, var _) -> rule;
        };
    }

    private void set(UnaryOperator<GateRules> change) {
        settings = change.apply(settings);
    }

    private void quietAtNoon(QuietHours.Then then) {
        set(rules -> rules.withZone(SAO_PAULO)
                .withQuiet(Optional.of(new QuietHours(LocalTime.of(11, 0), LocalTime.of(13, 30), then))));
    }

    @Test
    void as_it_comes_everything_valid_goes_out_and_nothing_is_asked_of_the_disk() {
        assertEquals("passed", said());
        assertEquals(0, memory.questions());
    }

    @Test
    void a_flow_or_a_connection_that_is_switched_off_sends_and_reads_nothing() {
        flowOn = false;
        assertEquals("flow-off", said());
        sends = false;
        assertEquals("flow-off", said());
        flowOn = true;
        accountOn = false;
        assertEquals("account-off", said());
    }

    @Test
    void while_all_sending_is_stopped_messages_wait_and_reads_go_on() {
        set(rules -> rules.withStopped(Optional.of(NOON)));
        useless = NOON.plus(Duration.ofHours(5));
        assertEquals(new Verdict.Held("stopped", "", useless), verdict());
        sends = false;
        assertEquals("passed", said());
    }

    @Test
    void a_call_that_was_accepted_is_not_made_again() {
        memory.done("run-1", "send");
        repeat = true;
        assertEquals("duplicate", said());
        run = "run-2";
        assertEquals("passed", said());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12",
                "+5511999991234",
                "0",
                "abc",
                "\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669\u0660"
            })
    void an_impossible_number_is_refused_and_shown(String digits) {
        recipient = Optional.of(new Recipient(Form.PHONE, digits));
        assertEquals(new Verdict.Refused("recipient", digits), verdict());
    }

    @ParameterizedTest
    @CsvSource({
        "ana@example.com, passed",
        "ana.souza+wo@mail.plant.example, passed",
        "josé@exámple.com, passed",
        "ana, recipient",
        "ana@localhost, recipient",
        "ana@@example.com, recipient",
        "a b@example.com, recipient",
        "ana@example.c0m, recipient",
        ".ana@example.com, recipient",
        "ana@-example.com, recipient",
        "5511999991234, recipient"
    })
    void a_mail_address_must_have_the_form_of_one(String address, String said) {
        recipient = Optional.of(new Recipient(Form.MAIL, address));
        assertEquals(said, said());
    }

    @Test
    void what_has_no_recipient_is_not_asked_for_one() {
        recipient = Optional.empty();
        quietAtNoon(QuietHours.Then.WAIT);
        assertEquals("passed", said());
    }

    @Test
    void who_wrote_stop_gets_nothing_until_they_write_start() {
        memory.heard(ANA, NOON, Wish.of(" Sair! "));
        assertEquals("opt-out", said());
        memory.heard(ANA, NOON, Wish.of("thank you"));
        assertEquals("opt-out", said());
        set(rules -> rules.withOptOut(false));
        assertEquals("passed", said());
        set(rules -> rules.withOptOut(true));
        memory.heard(ANA, NOON, Wish.of("INICIAR"));
        assertEquals("passed", said());
    }

    @Test
    void a_refusal_does_not_tell_the_number() {
        memory.heard(ANA, NOON, Wish.STOP);
        assertEquals(new Verdict.Refused("opt-out", "+55 •• •••••-1234"), verdict());
    }

    @Test
    void where_consent_is_required_only_who_agreed_gets_messages() {
        set(rules -> rules.withConsent(true));
        assertEquals("consent", said());
        memory.record(ANA, new Contacts.Entry(NOON, Contacts.Consent.GIVEN, "form", "Marta"));
        assertEquals("passed", said());
        memory.record(ANA, new Contacts.Entry(NOON, Contacts.Consent.WITHDRAWN, "call", "Marta"));
        set(rules -> rules.withOptOut(false));
        assertEquals("consent", said());
    }

    @Test
    void free_text_goes_to_who_wrote_within_a_day() {
        freeText = true;
        assertEquals("window", said());
        memory.heard(ANA, NOON.minus(Duration.ofHours(24)), Wish.NOTHING);
        assertEquals("window", said());
        memory.heard(ANA, NOON.minus(Duration.ofHours(24)).plusMillis(1), Wish.NOTHING);
        assertEquals("passed", said());
        now = NOON.plusMillis(1);
        assertEquals("window", said());
        set(rules -> rules.withWindow(false));
        assertEquals("passed", said());
    }

    @Test
    void in_quiet_hours_a_message_waits_for_their_end() {
        quietAtNoon(QuietHours.Then.WAIT);
        assertEquals(new Verdict.Held("quiet", "13:30", Instant.parse("2026-11-20T16:30:00Z")), verdict());
        now = Instant.parse("2026-11-20T16:30:00Z");
        assertEquals("passed", said());
    }

    @Test
    void a_flow_may_drop_or_send_in_quiet_hours() {
        quietAtNoon(QuietHours.Then.WAIT);
        set(rules -> rules.withFlow("flow", Optional.of(QuietHours.Then.DROP)));
        assertEquals(new Verdict.Refused("quiet-dropped", "11:00-13:30"), verdict());
        set(rules -> rules.withFlow("flow", Optional.of(QuietHours.Then.SEND)));
        assertEquals("passed", said());
        set(rules -> rules.withFlow("flow", Optional.empty()));
        assertEquals("quiet", said());
    }

    @Test
    void a_person_gets_at_most_so_many_a_day_of_the_zone() {
        set(rules -> rules.withZone(SAO_PAULO).withCap(Optional.of(2)));
        assertEquals("passed", said());
        repeat = true;
        assertEquals("passed", said()); // The same call again is no second message.
        repeat = false;
        run = "run-2";
        assertEquals("passed", said());
        run = "run-3";
        assertEquals("cap", said());
        recipient = Optional.of(new Recipient(Form.PHONE, "5511999990000"));
        assertEquals("passed", said());
        recipient = Optional.of(new Recipient(Form.PHONE, ANA));
        run = "run-4";
        // Past midnight in UTC, the same day in São Paulo.
        now = Instant.parse("2026-11-21T02:59:59Z");
        assertEquals("cap", said());
        now = Instant.parse("2026-11-21T03:00:00Z");
        assertEquals("passed", said());
    }

    @Test
    void the_rules_speak_in_their_order() {
        flowOn = false;
        accountOn = false;
        repeat = true;
        memory.done("run-1", "send");
        memory.heard(ANA, NOON.minus(Duration.ofDays(2)), Wish.STOP);
        freeText = true;
        quietAtNoon(QuietHours.Then.WAIT);
        set(rules -> rules.withStopped(Optional.of(NOON)).withConsent(true).withCap(Optional.of(1)));
        recipient = Optional.of(new Recipient(Form.PHONE, "12"));

        assertEquals("stopped", said());
        set(rules -> rules.withStopped(Optional.empty()));
        assertEquals("flow-off", said());
        flowOn = true;
        assertEquals("account-off", said());
        accountOn = true;
        assertEquals("duplicate", said());
        repeat = false;
        assertEquals("recipient", said());
        recipient = Optional.of(new Recipient(Form.PHONE, ANA));
        assertEquals("opt-out", said());
        set(rules -> rules.withOptOut(false));
        assertEquals("consent", said());
        set(rules -> rules.withConsent(false));
        assertEquals("window", said());
        freeText = false;
        assertEquals("quiet", said());
        set(rules -> rules.withQuiet(Optional.empty()));
        assertEquals("passed", said());
        run = "run-2";
        assertEquals("cap", said());
    }
}
