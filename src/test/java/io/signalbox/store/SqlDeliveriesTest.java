package io.signalbox.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.access.Account;
import io.signalbox.connector.DeliveryStatus;
import io.signalbox.connector.DeliveryStatus.State;
import io.signalbox.connector.TemplateText;
import io.signalbox.engine.TemplateStore.Listed;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What services report, in whatever order, and the lists of templates.
final class SqlDeliveriesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T14:03:11.123Z");

    @TempDir
    private Path folder = Path.of("");

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(folder, VaultKey.open(folder.resolve("vault.key"), new SecureRandom()));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static DeliveryStatus report(String id, State state) {
        return new DeliveryStatus(id, "", state, Optional.empty(), state == State.FAILED ? "window" : "", "");
    }

    private State kept(String id) {
        return database.read(
                        "looking",
                        statements -> statements.first(
                                "select state from delivery where external_id = ?",
                                row -> State.valueOf(row.getString(1)),
                                id))
                .orElseThrow();
    }

    @Test
    void what_says_most_is_kept_in_whatever_order_it_comes() {
        var deliveries = new SqlDeliveries(database);
        for (int seed = 0; seed < 60; seed++) {
            var random = new Random(seed);
            var reports = new ArrayList<State>();
            for (var state : State.values()) {
                for (int copy = random.nextInt(3); copy > 0; copy--) {
                    reports.add(state);
                }
            }
            if (reports.isEmpty()) {
                continue;
            }
            Collections.shuffle(reports, random);
            var id = "wamid." + seed;
            for (var state : reports) {
                deliveries.note(List.of(report(id, state)), NOW);
            }
            assertEquals(Collections.max(reports), kept(id), reports.toString());
        }
    }

    @Test
    void an_overlong_id_is_nobodys() {
        new SqlDeliveries(database)
                .note(List.of(report("x".repeat(501), State.SENT), report("short", State.READ)), NOW);
        assertEquals(State.READ, kept("short"));
    }

    @Test
    void old_reports_go() {
        var deliveries = new SqlDeliveries(database);
        deliveries.note(List.of(report("old", State.READ)), NOW.minusSeconds(10));
        deliveries.note(List.of(report("new", State.READ)), NOW);
        var clearance = new SqlClearance(database);
        assertEquals(1, clearance.deliveries(NOW));
        assertEquals(0, clearance.deliveries(NOW));
        assertEquals(State.READ, kept("new"));
    }

    @Test
    void a_list_of_templates_outlives_the_program() {
        var template = new TemplateText(
                "wo_photo",
                "Photo",
                "pt_BR",
                TemplateText.Status.PAUSED,
                TemplateText.Head.IMAGE,
                "",
                "Foto da {{folio}}",
                "Manutenção",
                List.of(
                        new TemplateText.Button(TemplateText.Button.Kind.CODE, "Copiar", ""),
                        new TemplateText.Button("Abrir", "https://x.example/{{1}}")),
                false);
        var account = Account.of("whatsapp-main", "whatsapp", Map.of("business-account-id", "1"));
        new SqlTemplates(database).save(account, NOW, List.of(template));
        var again = new SqlTemplates(database);
        assertEquals(List.of(template), again.of(account));
        assertEquals(Optional.of(NOW), again.find(account).map(Listed::at));
        assertEquals(List.of(), again.of(Account.of("another", "whatsapp", Map.of("business-account-id", "1"))));
        assertEquals(List.of(), again.of(Account.of("whatsapp-main", "whatsapp", Map.of("business-account-id", "2"))));
    }
}
