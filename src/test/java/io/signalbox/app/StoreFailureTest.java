package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Scope;
import io.signalbox.engine.RunState;
import io.signalbox.store.IllDisk;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A listener on a disk that fails or runs full: it says so, loses nothing that it acknowledged, and goes on by itself.
final class StoreFailureTest {
    private static final String WORK_ORDER = """
            {"module": "tasks", "submodule": "work_orders", "event": "new_wo",
             "data": {"wo_folio": "OT-1496", "code_responsible": "HR-22"}}
            """;

    @TempDir
    private Path folder = Path.of("");

    private final IllDisk disk = new IllDisk();
    private Rig rig;
    private String token;

    @BeforeEach
    void open() throws Exception {
        rig = new Rig(folder, disk::open);
        token = rig.token(Scope.EVENTS);
        rig.run(Rig.sample());
    }

    @AfterEach
    void close() {
        disk.heal();
        rig.close();
    }

    private HttpResponse<String> post() throws IOException, InterruptedException {
        return rig.call("POST", "/events", token, WORK_ORDER);
    }

    private int ready() {
        return answer("/health/ready").statusCode();
    }

    private HttpResponse<String> answer(String path) {
        try {
            return rig.call("GET", path, "", "");
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void refused(HttpResponse<String> answer, String sentence) {
        assertEquals(503, answer.statusCode(), answer.body());
        assertTrue(
                answer.headers().firstValue("Retry-After").isPresent(),
                answer.headers().toString());
        assertTrue(Rig.json(answer).at("detail").asText().contains(sentence), answer.body());
    }

    private String finding(String check) {
        return Rig.json(answer("/health/ready")).at("checks").asItems().stream()
                .filter(one -> one.at("check").asText().equals(check))
                .map(one -> one.at("good").asText() + " " + one.at("text").asText())
                .findFirst()
                .orElse("");
    }

    @Test
    void while_the_store_fails_it_says_so_and_afterwards_everything_acknowledged_comes_to_its_end() throws Exception {
        var acknowledged = new ArrayList<String>();
        // Some are asleep, some are on the wire when the disk fails.
        rig.fault("{\"vendor\":\"whatsapp\",\"status\":429,\"retryAfter\":1,\"times\":2}");
        rig.fault("{\"vendor\":\"whatsapp\",\"delayMs\":500,\"times\":2}");
        for (int at = 0; at < 4; at++) {
            acknowledged.add(Rig.json(post()).at("eventId").asText());
        }
        disk.fail(30);
        var last = post();
        for (int at = 0; at < 1_000 && last.statusCode() == 202; at++) {
            acknowledged.add(Rig.json(last).at("eventId").asText());
            last = post();
        }
        refused(last, "Nothing was stored");
        refused(post(), "Nothing was stored");
        assertEquals(200, answer("/health/live").statusCode());
        Rig.await(() -> ready() == 503);
        assertTrue(finding("store").startsWith("false The store cannot be written"), finding("store"));

        disk.heal();
        Rig.await(() -> ready() == 200);
        acknowledged.add(Rig.json(post()).at("eventId").asText());
        var ledger = rig.settled();
        assertTrue(ledger.balanced(), ledger.toString());
        assertTrue(ledger.accepted() >= acknowledged.size(), ledger.toString());
        for (var event : acknowledged) {
            assertTrue(rig.workspace().events().find(event).isPresent(), event);
        }
        var runs = rig.workspace().runs().latest("", 5_000);
        assertEquals(ledger.accepted(), runs.size());
        assertEquals(
                0,
                runs.stream().filter(run -> run.state() != RunState.SUCCEEDED).count());
        long repeats = runs.stream()
                .flatMap(run -> rig.workspace().runs().find(run.id()).orElseThrow().steps().stream())
                .filter(step -> step.possibleDuplicate())
                .count();
        assertFalse(rig.sandbox().messages().size() > runs.size() + repeats, "a message went out twice unmarked");
    }

    @Test
    void while_the_disk_is_nearly_full_nothing_new_is_taken_and_what_was_taken_ends() throws Exception {
        rig.fault("{\"vendor\":\"whatsapp\",\"status\":429,\"retryAfter\":1,\"times\":1}");
        assertEquals(202, post().statusCode());
        disk.free(100L << 20);
        Rig.await(() -> ready() == 503);
        refused(post(), "nearly full");
        assertTrue(finding("disk").startsWith("false Only 100 MiB are left"), finding("disk"));
        assertEquals("sent 1", "sent " + rig.settled().sent());
        disk.free(10L << 30);
        Rig.await(() -> ready() == 200);
        assertEquals(202, post().statusCode());
        assertEquals(2, rig.settled().sent());
    }
}
