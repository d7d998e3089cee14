package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// Opening and closing a flow leaves nothing behind: no view in memory, no thread.
final class HundredOpeningsTest extends UsabilityTask {
    private static final int TIMES = 100;
    /// A flow may still be held by what is only replaced at the next opening, such as the last focus.
    private static final int ONE_FLOW = 3;

    private static final List<String> VIEWS = List.of("#canvas", ".inspector-header", "#preview-steps");

    @Override
    void begin(StudioRig window) {
        window.studio().showFlows();
    }

    @Test
    void openings_leave_nothing_behind() throws Exception {
        var seen = new ArrayList<WeakReference<Node>>();
        openOnce(seen);
        var threads = threads();
        for (int time = 1; time < TIMES; time++) {
            openOnce(seen);
        }
        assertEquals(TIMES * VIEWS.size(), seen.size());
        var more = new TreeSet<>(threads());
        more.removeAll(threads);
        assertEquals(Set.of(), more, "threads");
        forgetEvents();
        Rig.await(() -> {
            System.gc();
            return seen.stream().filter(view -> view.get() != null).count() <= ONE_FLOW;
        });
    }

    private void openOnce(List<WeakReference<Node>> seen) throws InterruptedException {
        WalkHands.on(() -> {
            studio().studio().open(Rig.sample().id());
            return true;
        });
        Rig.await(() -> WalkHands.on(() -> VIEWS.stream().allMatch(view -> find(view) != null)));
        WalkHands.on(() -> {
            VIEWS.forEach(view -> seen.add(new WeakReference<>(find(view))));
            studio().studio().showFlows();
            return true;
        });
        Rig.await(() -> studio().calm() && WalkHands.on(() -> find("#canvas") == null));
    }

    /// The test robot remembers every event with the control it happened to, and so the whole window around it.
    private static void forgetEvents() {
        var robot = FxToolkit.toolkitContext();
        WalkHands.on(() -> {
            robot.setRegisteredStage(robot.getRegisteredStage()); // Begins a new list.
            return true;
        });
    }

    private Node find(String view) {
        return studio().scene().lookup(view);
    }

    /// By name, without those of pools that come and go by themselves.
    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> !name.startsWith("ForkJoinPool")
                        && !name.startsWith("Prism")
                        && !name.startsWith("pool-")
                        && !name.startsWith("readers:")
                        && !name.startsWith("process reaper")
                        && !name.startsWith("qtp")
                        && !name.startsWith("JavaFX BackgroundLoader"))
                .collect(Collectors.toSet());
    }
}
