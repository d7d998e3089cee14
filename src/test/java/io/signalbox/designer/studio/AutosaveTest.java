package io.signalbox.designer.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.designer.Background;
import io.signalbox.designer.FlowSession;
import io.signalbox.designer.PatientRobot;
import io.signalbox.edit.Edit;
import io.signalbox.engine.FlowChangedElsewhere;
import io.signalbox.engine.FlowStore;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Flow;
import io.signalbox.json.FlowJson;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
final class AutosaveTest {
    private static final Instant NOW = Instant.parse("2026-11-21T14:03:20Z");

    private final SlowStore store = new SlowStore();
    private final List<Flow> copies = new ArrayList<>();
    private final AtomicBoolean windowIsGone = new AtomicBoolean();
    private final Flow flow = sample();

    private static Flow sample() {
        try (InputStream file =
                AutosaveTest.class.getResourceAsStream("/flows/new-work-order-to-whatsapp.signalbox.json")) {
            return FlowJson.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Autosave autosave(FlowSession session, Background background) {
        return new Autosave(session, 1, store, background, InstantSource.fixed(NOW), _ -> {}, copies::add);
    }

    /// Edits, begins to save, edits again and closes before the first save has ended; from then on the FX thread does
    /// nothing any more, as when the program ends.
    private void closeWhileSaving(PatientRobot robot) throws InterruptedException {
        var workers = Executors.newVirtualThreadPerTaskExecutor();
        var background = new Background(workers, task -> {
            if (!windowIsGone.get()) {
                Platform.runLater(task);
            }
        });
        robot.interact(() -> {
            var session = new FlowSession(flow);
            var autosave = autosave(session, background);
            session.perform(new Edit.RenameFlow("First"), "");
            autosave.save(() -> {});
            session.perform(new Edit.RenameFlow("Second"), "");
            autosave.close();
            windowIsGone.set(true);
        });
        store.gate.countDown();
        workers.shutdown();
        assertEquals(true, workers.awaitTermination(30, TimeUnit.SECONDS));
    }

    @Test
    void closing_while_a_save_is_under_way_loses_nothing(PatientRobot robot) throws InterruptedException {
        closeWhileSaving(robot);
        assertEquals("Second", store.stored.name());
        assertEquals(List.of(), copies);
    }

    @Test
    void what_cannot_be_saved_in_its_place_at_the_end_is_kept_beside_it(PatientRobot robot)
            throws InterruptedException {
        store.revision = 7;
        closeWhileSaving(robot);
        assertEquals(List.of("Second"), copies.stream().map(Flow::name).toList());
    }

    @Test
    void what_was_drawn_during_a_save_is_saved_before_the_next_step(PatientRobot robot) throws InterruptedException {
        var done = new CountDownLatch(1);
        var workers = Executors.newVirtualThreadPerTaskExecutor();
        var background = new Background(workers, Platform::runLater);
        robot.interact(() -> {
            var session = new FlowSession(flow);
            var autosave = autosave(session, background);
            session.perform(new Edit.RenameFlow("First"), "");
            autosave.save(() -> {});
            session.perform(new Edit.RenameFlow("Second"), "");
            autosave.save(done::countDown);
        });
        store.gate.countDown();
        assertEquals(true, done.await(30, TimeUnit.SECONDS));
        assertEquals("Second", store.stored.name());
    }

    @Test
    void what_another_saved_is_shown_unless_something_is_unsaved_here(PatientRobot robot) {
        store.gate.countDown();
        robot.interact(() -> {
            var session = new FlowSession(flow);
            try (var autosave = autosave(session, new Background(Runnable::run, Runnable::run))) {
                autosave.follow(new StoredFlow(flow.withName("Theirs"), 2, NOW, Optional.empty()));
                assertEquals("Theirs", session.flow().name());
                session.perform(new Edit.RenameFlow("Mine"), "");
                autosave.follow(new StoredFlow(flow.withName("Theirs again"), 3, NOW, Optional.empty()));
                assertEquals("Mine", session.flow().name());
            }
        });
    }

    /// One flow; nothing is saved before the gate opens.
    private static final class SlowStore implements FlowStore {
        private final CountDownLatch gate = new CountDownLatch(1);
        private volatile Flow stored = sample();
        private volatile long revision = 1;

        @Override
        public long save(Flow saved, long based) throws FlowChangedElsewhere {
            try {
                gate.await();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            if (based != revision) {
                throw new FlowChangedElsewhere(saved.id(), revision);
            }
            stored = saved;
            revision = based + 1;
            return revision;
        }

        @Override
        public SortedMap<String, Long> live() {
            var live = new TreeMap<String, Long>();
            all().forEach(stored ->
                    stored.live().ifPresent(version -> live.put(stored.flow().id(), version.number())));
            return live;
        }

        @Override
        public List<StoredFlow> all() {
            return find(stored.id()).stream().toList();
        }

        @Override
        public Optional<StoredFlow> find(String id) {
            return Optional.of(new StoredFlow(stored, revision, NOW, Optional.empty()));
        }

        @Override
        public boolean switchOn(String id) {
            return false;
        }

        @Override
        public boolean switchOff(String id) {
            return false;
        }

        @Override
        public Set<String> paused() {
            return Set.of();
        }

        @Override
        public void pause(String id) {
            throw new UnsupportedOperationException(id);
        }

        @Override
        public void wake(String id) {
            throw new UnsupportedOperationException(id);
        }

        @Override
        public boolean remove(String id) {
            return false;
        }

        @Override
        public boolean restore(StoredFlow removed) {
            return false;
        }

        @Override
        public String stamp() {
            return Long.toString(revision);
        }

        @Override
        public Optional<Flow> version(String id, long number) {
            return Optional.empty();
        }
    }
}
