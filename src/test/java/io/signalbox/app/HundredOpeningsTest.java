package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.designer.canvas.CanvasView;
import io.signalbox.designer.panel.Inspector;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;

/// Opening and closing a flow leaves nothing behind: no view in the window, none in memory, no thread.
final class HundredOpeningsTest extends UsabilityTask {
    private static final int TIMES = 100;

    @Test
    void a_hundred_openings_leave_nothing_behind() throws Exception {
        var seen = new ArrayList<WeakReference<Node>>();
        openOnce(seen);
        var threads = platformThreads();
        for (int time = 1; time < TIMES; time++) {
            openOnce(seen);
        }
        assertEquals(0, count(CanvasView.class), "canvases");
        assertEquals(0, count(Inspector.class), "inspectors");
        assertTrue(hands().robot().lookup("#problems").tryQuery().isEmpty(), "a drawer is still there");
        var more = platformThreads();
        more.removeAll(threads);
        assertEquals(Set.of(), more, "threads");
        // The last flow may be held by a cell or a pulse that is still to come; those before it may not.
        Rig.await(() -> {
            System.gc();
            return alive(seen) <= 4;
        });
    }

    private void openOnce(List<WeakReference<Node>> seen) throws InterruptedException {
        hands().robot().interact(() -> studio().studio().open(Rig.sample().id()));
        Rig.await(() -> count(CanvasView.class) == 1 && count(Inspector.class) == 1);
        hands().robot().interact(() -> {
            var root = studio().scene().getRoot();
            for (var query : List.of("#canvas", "#inspector", "#preview-steps")) {
                seen.add(new WeakReference<>(root.lookup(query)));
            }
        });
        hands().robot().interact(() -> studio().studio().showFlows());
        Rig.await(() -> count(CanvasView.class) == 0);
    }

    private int count(Class<? extends Node> kind) {
        var found = new ArrayList<Node>();
        hands().robot().interact(() -> collect(studio().scene().getRoot(), kind, found));
        return found.size();
    }

    private static void collect(Node node, Class<? extends Node> kind, List<Node> found) {
        if (kind.isInstance(node)) {
            found.add(node);
        }
        // Tables and lists are deep, and no view hides in their cells.
        if (node instanceof javafx.scene.Parent parent && !(node instanceof TableView) && !(node instanceof ListView)) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, kind, found));
        }
    }

    private static long alive(List<WeakReference<Node>> seen) {
        return seen.stream().filter(reference -> reference.get() != null).count();
    }

    /// By name, without those that a pool of the platform makes and drops as it likes.
    private static Set<String> platformThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name ->
                        !name.startsWith("ForkJoinPool") && !name.startsWith("Prism") && !name.startsWith("pool-"))
                .collect(Collectors.toSet());
    }
}
