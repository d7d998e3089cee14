package io.signalbox.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.engine.EventLog;
import io.signalbox.engine.NewRun;
import io.signalbox.engine.Room;
import io.signalbox.engine.RunChange;
import io.signalbox.engine.StepId;
import io.signalbox.engine.StepResult;
import io.signalbox.engine.gate.Contacts.Consent;
import io.signalbox.engine.gate.Contacts.Entry;
import io.signalbox.engine.gate.Contacts.Said;
import io.signalbox.engine.gate.GateStore.Sent;
import io.signalbox.engine.gate.Wish;
import io.signalbox.flow.Event;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Value;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the gate and the ledger of consents keep on disk.
final class SqlGateTest {
    private static final Instant NOW = Instant.parse("2026-11-21T14:03:11.123Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final String ANA = "5511999991234";
    private static final String RUN = "019a0000-0000-7000-8000-00000000000";

    @TempDir
    private Path folder = Path.of("");

    private VaultKey key;
    private Database database;
    private SqlGate gate;
    private SqlContacts contacts;

    @BeforeEach
    void open() {
        key = VaultKey.open(folder.resolve("vault.key"), new SecureRandom());
        database = Database.open(folder, key);
        gate = new SqlGate(database, key);
        contacts = new SqlContacts(database, key);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void reopen() {
        close();
        open();
    }

    private String stored() {
        return database.read(
                "everything about people",
                statements -> String.join(
                        "\n",
                        statements
                                .list("select * from contact", SqlGateTest::text)
                                .toString(),
                        statements
                                .list("select * from contact_v1", SqlGateTest::text)
                                .toString(),
                        statements
                                .list("select * from consent", SqlGateTest::text)
                                .toString(),
                        statements
                                .list("select * from sent_message", SqlGateTest::text)
                                .toString()));
    }

    private static String text(java.sql.ResultSet row) throws java.sql.SQLException {
        var text = new StringBuilder();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            text.append(row.getString(column)).append(' ');
        }
        return text.toString();
    }

    @Test
    void a_day_holds_so_many_messages_to_a_person_whatever_is_restarted() {
        assertTrue(gate.count(new Sent(RUN + 1, "send", ANA, DAY), 2));
        assertTrue(gate.count(new Sent(RUN + 1, "send[1]", ANA, DAY), 2));
        reopen();
        assertFalse(gate.count(new Sent(RUN + 2, "send", ANA, DAY), 2));
        assertTrue(gate.count(new Sent(RUN + 1, "send", ANA, DAY), 2));
        assertTrue(gate.count(new Sent(RUN + 2, "send", "5511999990000", DAY), 2));
        assertTrue(gate.count(new Sent(RUN + 2, "send", ANA, DAY.plusDays(1)), 2));
    }

    @Test
    void a_message_that_is_repeated_on_another_day_counts_on_that_one() {
        assertTrue(gate.count(new Sent(RUN + 1, "send", ANA, DAY), 1));
        assertTrue(gate.count(new Sent(RUN + 1, "send", ANA, DAY.plusDays(1)), 1));
        assertTrue(gate.count(new Sent(RUN + 2, "send", ANA, DAY), 1));
        assertFalse(gate.count(new Sent(RUN + 3, "send", ANA, DAY.plusDays(1)), 1));
    }

    @Test
    void a_letter_to_several_counts_for_each_of_them() {
        var other = "5511999990000";
        assertTrue(gate.count(new Sent(RUN + 1, "send", ANA, DAY), 1));
        assertTrue(gate.count(new Sent(RUN + 1, "send", other, DAY), 1));
        assertTrue(gate.count(new Sent(RUN + 1, "send", ANA, DAY), 1), "the same letter again");
        assertFalse(gate.count(new Sent(RUN + 2, "send", ANA, DAY), 1));
        assertFalse(gate.count(new Sent(RUN + 2, "send", other, DAY), 1));
    }

    @Test
    void counts_of_past_days_do_not_pile_up() {
        gate.count(new Sent(RUN + 1, "send", ANA, DAY.minusDays(3)), 9);
        gate.count(new Sent(RUN + 2, "send", ANA, DAY), 9);
        assertFalse(stored().contains(DAY.minusDays(3).toString()));
        assertTrue(stored().contains(DAY.toString()));
    }

    @Test
    void settings_come_back_after_a_restart() {
        assertTrue(gate.rules().isMissing());
        var rules = Value.fields("stopped", Value.of(true), "since", Value.of(NOW.toString()));
        gate.save(rules);
        reopen();
        assertEquals(rules, gate.rules());
    }

    @Test
    void people_are_kept_without_their_number() {
        contacts.heard(ANA, NOW, Wish.STOP);
        gate.count(new Sent(RUN + 1, "send", ANA, DAY), 9);
        contacts.record("ana@plant.example", new Entry(NOW, Consent.GIVEN, "form", "Marta"));
        assertFalse(stored().contains("99999"), stored());
        assertFalse(stored().contains("ana@"), stored());
        assertTrue(stored().contains("+55 •• •••••-1234"), stored());
        assertTrue(stored().contains("a•••@plant.example"), stored());
    }

    @Test
    void the_ledger_of_consents_tells_when_how_and_by_whom() {
        contacts.record(ANA, new Entry(NOW, Consent.GIVEN, "signed form", "Marta"));
        contacts.heard(ANA, NOW.plusSeconds(1), Wish.STOP);
        contacts.heard(ANA, NOW.plusSeconds(2), Wish.NOTHING);
        reopen();
        assertEquals(Consent.WITHDRAWN, contacts.consent(ANA));
        assertEquals(Optional.of(NOW.plusSeconds(2)), contacts.lastHeardFrom(ANA));
        assertEquals(
                List.of(
                        new Entry(NOW, Consent.GIVEN, "signed form", "Marta"),
                        new Entry(NOW.plusSeconds(1), Consent.WITHDRAWN, "message", "recipient")),
                contacts.history(ANA));
        assertEquals(Consent.UNKNOWN, contacts.consent("5511999990000"));
    }

    @Test
    void everybody_s_last_word_is_listed_page_by_page_newest_first() {
        contacts.record(ANA, new Entry(NOW, Consent.GIVEN, "form", "Marta"));
        contacts.record("ana@plant.example", new Entry(NOW.plusSeconds(1), Consent.GIVEN, "form 2", "Marta"));
        contacts.heard("33612345678", NOW.plusSeconds(2), Wish.START);
        contacts.heard(ANA, NOW.plusSeconds(3), Wish.STOP);
        contacts.heard("4915112345678", NOW.plusSeconds(4), Wish.NOTHING);
        var first = contacts.said(Long.MAX_VALUE, 2);
        assertEquals(
                List.of("+55 •• •••••-1234", "+33 • •• •• 56 78"),
                first.stream().map(Said::masked).toList());
        assertEquals(
                new Entry(NOW.plusSeconds(3), Consent.WITHDRAWN, "message", "recipient"),
                first.getFirst().entry());
        var second = contacts.said(first.getLast().line(), 2);
        assertEquals(
                List.of("a•••@plant.example"), second.stream().map(Said::masked).toList());
        assertEquals(List.of(), contacts.said(second.getLast().line(), 2));
        contacts.forget(ANA);
        assertEquals("", contacts.said(Long.MAX_VALUE, 1).getFirst().masked());
    }

    @Test
    void who_is_forgotten_leaves_nothing_behind() {
        contacts.record(ANA, new Entry(NOW, Consent.GIVEN, "form", "Marta"));
        contacts.heard(ANA, NOW, Wish.NOTHING);
        gate.count(new Sent(RUN + 1, "send", ANA, DAY), 9);
        assertTrue(contacts.forget(ANA));
        assertFalse(contacts.forget(ANA));
        assertEquals("[]\n[]\n[]\n[]", stored());
        assertEquals(Optional.empty(), contacts.lastHeardFrom(ANA));
        assertEquals(Consent.UNKNOWN, contacts.consent(ANA));
    }

    @Test
    void who_wants_no_messages_and_is_forgotten_still_gets_none() {
        contacts.record(ANA, new Entry(NOW, Consent.GIVEN, "form", "Marta"));
        contacts.heard(ANA, NOW.plusSeconds(1), Wish.STOP);
        assertTrue(contacts.forget(ANA));
        reopen();
        assertEquals(Consent.WITHDRAWN, contacts.consent(ANA));
        assertEquals(List.of(new Entry(NOW.plusSeconds(1), Consent.WITHDRAWN, "", "")), contacts.history(ANA));
        assertFalse(stored().contains("1234"), stored());
        assertFalse(contacts.forget(ANA));
    }

    @Test
    void numbers_of_the_first_version_move_under_their_hash() {
        database.journal()
                .write(
                        "a row as version 1 wrote it",
                        statements -> statements.update(
                                "insert into contact_v1 (digits, heard_at, opted_out) values (?, ?, true), (?, ?, false)",
                                ANA,
                                NOW,
                                "33612345678",
                                NOW));
        reopen();
        assertEquals(Consent.WITHDRAWN, contacts.consent(ANA));
        assertEquals(Optional.of(NOW), contacts.lastHeardFrom(ANA));
        assertEquals(Consent.UNKNOWN, contacts.consent("33612345678"));
        assertEquals(Optional.of(NOW), contacts.lastHeardFrom("33612345678"));
        assertFalse(stored().contains("612345678"), stored());
    }

    @Test
    void what_a_rule_held_back_becomes_due_and_what_waits_for_its_service_does_not() {
        var runs = new SqlRunStore(database);
        var events = new SqlEventLog(database);
        for (int n = 1; n <= 3; n++) {
            var event = new Event(
                    "019a0000-0000-7000-8000-00000000001" + n,
                    "a.b.c",
                    "a",
                    "b",
                    "c",
                    "",
                    "OT-1",
                    NOW,
                    NOW,
                    Value.fields("n", Value.of(1)),
                    Value.Fields.empty());
            events.append(List.of(new EventLog.Entry(
                    event, Optional.empty(), List.of(new NewRun(RUN + n, "flow", 1, new NodeId("trigger"))))));
        }
        var step = StepId.parse("send");
        var far = NOW.plusSeconds(86_400);
        var intent = new RunChange.Intent(step, 1, "key", Value.nothing());
        runs.write(RUN + 1, 0, List.of(new RunChange.Sleep("stopped", "", Optional.of(far))))
                .join();
        runs.write(RUN + 2, 0, List.of(new RunChange.Sleep("quiet", "07:00", Optional.of(far))))
                .join();
        runs.write(
                        RUN + 3,
                        0,
                        List.of(
                                intent,
                                new RunChange.Retry(step, 1, "rate", "", far),
                                new RunChange.Sleep("rate", "", Optional.of(far))))
                .join();
        gate.release(Set.of("stopped", "quiet"), NOW);
        var due = runs.due(NOW, Room.page(10));
        assertEquals(
                List.of(RUN + 1, RUN + 2),
                due.stream().map(run -> run.id()).sorted().toList());
        assertFalse(gate.isDone(RUN + 1, "send"));
        runs.write(
                        RUN + 1,
                        due.getFirst().lease().fence(),
                        List.of(intent, new RunChange.Result(step, new StepResult.Answered(Value.of("ok"), "id"))))
                .join();
        assertTrue(gate.isDone(RUN + 1, "send"));
    }
}
