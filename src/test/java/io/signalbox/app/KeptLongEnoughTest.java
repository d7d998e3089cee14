package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Secret;
import io.signalbox.app.EngineBench.HandClock;
import io.signalbox.app.EngineBench.Services;
import io.signalbox.connector.Connectors;
import io.signalbox.engine.EventLog;
import io.signalbox.engine.EventState;
import io.signalbox.engine.Inbox;
import io.signalbox.engine.RunView;
import io.signalbox.flow.Language;
import io.signalbox.flow.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A workspace that is open, in the designer as in `serve`, whether or not it listens to events.
final class KeptLongEnoughTest {
    @TempDir
    private Path folder = Path.of("");

    private final HandClock clock = new HandClock(EngineBench.START);
    private Workspace workspace;
    private Executor executor;

    @BeforeEach
    void open() throws IOException {
        workspace = Workspace.open(folder, new SecureRandom(), clock).orElseThrow();
        executor = Wiring.executor(
                workspace,
                Connectors.found(),
                new Services(),
                "127.0.0.1",
                0,
                new Secret("control"),
                Language.EN,
                clock,
                new SecureRandom());
    }

    @AfterEach
    void close() {
        executor.close();
        workspace.close();
    }

    private String accept(Inbox inbox, String identity) {
        return inbox.accept(List.of(EngineBench.event("wo", identity))).getFirst().eventId();
    }

    private boolean isRemoved(String event) {
        return workspace.events().find(event).orElseThrow().removedAt().isPresent();
    }

    @Test
    void old_payloads_go_while_new_events_come_in_and_nobody_listens() throws Exception {
        var inbox = executor.engineOrIdle().inbox();
        var old = new ArrayList<String>();
        for (int at = 0; at < 10; at++) {
            old.add(accept(inbox, "old " + at));
        }
        assertFalse(executor.status().on());
        clock.pass(Duration.ofDays(31));
        var fresh = new ArrayList<String>();
        Rig.await(() -> {
            fresh.add(accept(inbox, "new " + fresh.size()));
            return old.stream().allMatch(this::isRemoved);
        });
        assertTrue(fresh.stream().noneMatch(this::isRemoved));
        var ledger = workspace.events().ledger();
        assertEquals(old.size() + fresh.size(), ledger.accepted());
        assertTrue(ledger.balanced());
    }

    @Test
    void an_event_that_cannot_be_matched_is_counted_as_failed_and_its_line_says_why() {
        var id = new UUID((EngineBench.START.toEpochMilli() << 16) | 0x7000, 1).toString();
        var event = EngineBench.event("wo", "odd").accepted(id, clock.instant());
        workspace
                .events()
                .append(List.of(new EventLog.Entry(event, EventState.REJECTED, Optional.of("odd"), List.of())));
        assertEquals(1, workspace.events().ledger().failed());
        for (var language : Language.values()) {
            var shown = new RunView(workspace.flows(), Connectors.found(), language, false)
                    .event(event, workspace.events().state(event.id()));
            assertEquals("rejected", shown.at("state").asText());
            assertEquals(
                    Texts.of(RunView.class, language).text("event.rejected"),
                    shown.at("notice").asText());
        }
    }
}
