package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Account;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.Reply;
import io.signalbox.engine.Breakers;
import io.signalbox.engine.Engine;
import io.signalbox.engine.EventLog;
import io.signalbox.engine.Exchange;
import io.signalbox.engine.Gateway;
import io.signalbox.engine.Housekeeping;
import io.signalbox.engine.Inbox;
import io.signalbox.engine.Incoming;
import io.signalbox.engine.LiveFlows;
import io.signalbox.engine.Meters;
import io.signalbox.engine.Poller;
import io.signalbox.engine.Retention;
import io.signalbox.engine.Timekeeper;
import io.signalbox.flow.Event;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Schedules, polls and housekeeping on a stepped clock, with the real store.
final class TimekeeperTest implements Gateway {
    @TempDir
    private Path folder = Path.of("");

    private final Deque<Exchange> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T06:00:30Z");
    private Workspace workspace;
    private LiveFlows live;
    private Inbox inbox;
    private Timekeeper timekeeper;

    @BeforeEach
    void open() throws IOException {
        workspace = Workspace.open(folder, new SecureRandom(), () -> now).orElseThrow();
        var connectors = Connectors.found();
        live = new LiveFlows(workspace.flows(), connectors);
        live.reload();
        var gate = Wiring.gate(workspace, this, connectors, live, Meters.none(), () -> now);
        var random = new SplittableRandom(7);
        var world = new Engine.World(() -> now, () -> now, random);
        // Not at work: what is to be shown is which runs there are, not what becomes of them.
        var engine = new Engine(workspace.stores(), connectors, live, gate, world);
        engine.prepare();
        engine.close();
        inbox = engine.inbox();
        timekeeper = new Timekeeper(
                live,
                workspace.triggers(),
                inbox,
                new Poller(workspace.accounts(), connectors, gate, new Breakers(() -> now, new Random(1)), () -> now),
                Runnable::run,
                () -> now,
                random);
    }

    @AfterEach
    @Override
    public void close() {
        workspace.close();
    }

    @Override
    public Exchange send(Outgoing outgoing, Optional<String> privateHost) {
        asked.add(outgoing.url());
        var answer = answers.poll();
        return answer == null ? new Exchange.Unanswered("unreachable", "", true) : answer;
    }

    private void restart() throws IOException {
        close();
        open();
    }

    private void step(Duration passed) {
        now = now.plus(passed);
        timekeeper.tick();
    }

    private void flow(String trigger) throws Exception {
        var flow =
                Rig.flow("{\"format\":\"signalbox.flow/1\",\"id\":\"f\",\"nodes\":[{\"id\":\"t\",\"kind\":\"trigger\","
                        + trigger.replace('\'', '"') + "}],\"wires\":[]}");
        long revision =
                workspace.flows().find("f").map(stored -> stored.revision()).orElse(0L);
        workspace.flows().save(flow, revision);
        workspace.flows().switchOn("f");
        live.reload();
        timekeeper.tick();
    }

    private List<Event> fired() {
        return workspace.events().latest(100).reversed();
    }

    private List<String> times() {
        return fired().stream()
                .map(event -> event.data().at("scheduledAt").asText())
                .toList();
    }

    @Test
    void a_schedule_fires_once_at_each_of_its_times() throws Exception {
        flow("'type':'schedule','settings':{'cron':'*/10 * * * *','zone':'Europe/Paris'}");
        for (int second = 0; second < 1_500; second += 5) {
            step(Duration.ofSeconds(5));
        }
        assertEquals(List.of("2026-11-22T06:10:00Z", "2026-11-22T06:20:00Z"), times());
        assertEquals(2, workspace.runs().latest("f", 10).size());
        assertEquals(Value.of(false), fired().getFirst().data().at("late"));
    }

    @Test
    void a_restart_neither_forgets_nor_repeats() throws Exception {
        flow("'type':'schedule','settings':{'cron':'*/10 * * * *'}");
        for (int round = 0; round < 60; round++) {
            now = now.plusSeconds(30);
            restart();
            timekeeper.tick();
            timekeeper.tick();
        }
        assertEquals(List.of("2026-11-22T06:10:00Z", "2026-11-22T06:20:00Z", "2026-11-22T06:30:00Z"), times());
    }

    @Test
    void what_was_missed_is_caught_up_once_and_says_so() throws Exception {
        flow("'type':'schedule','settings':{'cron':'0 * * * *'}");
        now = now.plus(Duration.ofHours(9));
        restart();
        step(Duration.ZERO);
        step(Duration.ofSeconds(1));
        assertEquals(List.of("2026-11-22T07:00:00Z"), times());
        assertEquals(Value.of(true), fired().getFirst().data().at("late"));
        step(Duration.ofHours(1));
        assertEquals(List.of("2026-11-22T07:00:00Z", "2026-11-22T16:00:00Z"), times());
    }

    @Test
    void two_who_see_the_same_time_start_it_once() throws Exception {
        flow("'type':'schedule','settings':{'cron':'*/10 * * * *'}");
        var hand = workspace.triggers().all().getFirst();
        var event = Incoming.of(
                        "schedule", Optional.empty(), Optional.empty(), Value.Fields.empty(), Value.Fields.empty())
                .accepted("01a00000-0000-7000-8000-000000000001", now);
        var entry = new EventLog.Entry(event, Optional.empty(), List.of());
        var next = hand.withDue(hand.due().plusSeconds(600));
        assertTrue(workspace.triggers().fire(next, hand.due(), List.of(entry)).isPresent());
        assertFalse(workspace.triggers().fire(next, hand.due(), List.of(entry)).isPresent());
        step(Duration.ofMinutes(10));
        assertEquals(1, fired().size());
        step(Duration.ofMinutes(10));
        assertEquals(2, fired().size());
    }

    @Test
    void a_changed_schedule_begins_anew_and_one_switched_off_is_forgotten() throws Exception {
        flow("'type':'schedule','settings':{'cron':'*/10 * * * *'}");
        flow("'type':'schedule','settings':{'cron':'30 * * * *'}");
        step(Duration.ofMinutes(15));
        assertEquals(List.of(), times());
        step(Duration.ofMinutes(15));
        assertEquals(List.of("2026-11-22T06:30:00Z"), times());
        workspace.flows().switchOff("f");
        live.reload();
        step(Duration.ofHours(2));
        assertEquals(1, fired().size());
        assertEquals(List.of(), workspace.triggers().all());
    }

    private void account() {
        workspace
                .accounts()
                .save(
                        new Account(
                                "main",
                                "http",
                                new LinkedHashMap<>(Map.of("base-url", "https://api.example.com")),
                                Set.of(),
                                true),
                        Map.of());
    }

    private void poll(String more) throws Exception {
        account();
        flow("'type':'poll','settings':{'service':'http','connection':'main','operation':'get','every':5,"
                + "'items':'rows','key':'id'" + more + "}");
    }

    private void answers(String body) throws JsonProblem {
        answers.add(new Exchange.Answered(new Reply(200, Map.of(), Json.parse(body.replace('\'', '"')))));
    }

    private List<String> polled() {
        return fired().stream()
                .map(event -> event.data().at("id").asText())
                .sorted()
                .toList();
    }

    @Test
    void a_poll_starts_the_flow_once_for_each_new_item() throws Exception {
        answers("{'rows':[{'id':1},{'id':2}]}");
        poll("");
        assertEquals(List.of(), polled());
        step(Duration.ofMinutes(4));
        assertEquals(1, asked.size());
        answers("{'rows':[{'id':3},{'id':2},{'id':2}]}");
        step(Duration.ofMinutes(1));
        answers("{'rows':[{'id':3},{'id':4}]}");
        restart();
        step(Duration.ofMinutes(5));
        assertEquals(List.of("3", "4"), polled());
        assertEquals(3, asked.size());
        assertEquals("poll", fired().getFirst().type());
    }

    @Test
    void what_is_there_already_starts_it_where_that_is_asked_for() throws Exception {
        answers("{'rows':[{'id':1},{'id':2}]}");
        poll(",'backlog':true");
        assertEquals(List.of("1", "2"), polled());
    }

    @Test
    void the_cursor_is_kept_and_asked_with() throws Exception {
        answers("{'rows':[{'id':1,'at':'2026-11-22T01:00'},{'id':2,'at':'2026-11-22T02:00'}]}");
        poll(",'cursor':'at','path':{'template':'/wo?since={{ trigger.cursor | default:0 }}'}");
        restart();
        answers(
                "{'rows':[{'id':2,'at':'2026-11-22T02:00'},{'id':3,'at':'2026-11-22T02:00'},{'id':0,'at':'2026-11-22T00:30'},{'id':4,'at':'2026-11-22T03:00'}]}");
        step(Duration.ofMinutes(5));
        assertEquals(List.of("3", "4"), polled());
        step(Duration.ofMinutes(5));
        assertEquals(
                List.of(
                        "https://api.example.com/wo?since=0",
                        "https://api.example.com/wo?since=2026-11-22T02%3A00",
                        "https://api.example.com/wo?since=2026-11-22T03%3A00"),
                asked);
    }

    @Test
    void a_busy_service_is_asked_again_later_and_nothing_is_lost() throws Exception {
        answers("{'rows':[]}");
        poll("");
        answers.add(new Exchange.Answered(new Reply(503, Map.of("Retry-After", "120"), Value.of("busy"))));
        step(Duration.ofMinutes(5));
        var hand = workspace.triggers().all().getFirst();
        assertEquals(1, hand.failures());
        assertEquals("unavailable", hand.reason());
        step(Duration.ofSeconds(119));
        assertEquals(2, asked.size());
        answers("{'rows':[{'id':7}]}");
        step(Duration.ofSeconds(30));
        assertEquals(List.of("7"), polled());
        assertEquals(0, workspace.triggers().all().getFirst().failures());
    }

    @Test
    void a_refusal_waits_for_the_next_time_and_unreachable_ones_back_off() throws Exception {
        answers("{'rows':[]}");
        poll("");
        answers.add(new Exchange.Answered(new Reply(403, Map.of(), Value.of("no"))));
        step(Duration.ofMinutes(5));
        assertEquals("status", workspace.triggers().all().getFirst().reason());
        step(Duration.ofSeconds(299));
        assertEquals(2, asked.size());
        for (int n = 0; n < 200; n++) {
            step(Duration.ofMinutes(1));
        }
        assertTrue(asked.size() > 5 && asked.size() < 100, "asked " + asked.size() + " times in three hours");
        workspace.flows().switchOff("f");
        live.reload();
        int before = asked.size();
        step(Duration.ofHours(3));
        assertEquals(before, asked.size());
    }

    @Test
    void identities_are_forgotten_after_seven_days_and_looked_for_once_a_day() {
        var incoming = new Incoming(
                Optional.of("x"), "a", "b", "c", "", "", Optional.empty(), Value.Fields.empty(), Value.Fields.empty());
        var housekeeping = new Housekeeping(workspace.clearance(), () -> Retention.STANDARD, () -> now);
        assertFalse(inbox.accept(List.of(incoming)).getFirst().duplicate());
        for (int day = 0; day < 7; day++) {
            housekeeping.tick();
            assertTrue(inbox.accept(List.of(incoming)).getFirst().duplicate(), "day " + day);
            now = now.plus(Duration.ofDays(1));
        }
        housekeeping.tick();
        now = now.plus(Duration.ofDays(1));
        housekeeping.tick();
        assertFalse(inbox.accept(List.of(incoming)).getFirst().duplicate());
    }
}
