package io.signalbox.designer;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import org.hamcrest.Matcher;
import org.testfx.service.query.NodeQuery;

/// A question that is asked anew whenever its answer is wanted, on the FX thread, so that no answer is half of what was
/// and half of what comes. For one node it waits, unless the FX thread itself asks.
final class PatientQuery implements NodeQuery {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long AGAIN_MILLIS = 20;

    private final Supplier<NodeQuery> asked;

    PatientQuery(Supplier<NodeQuery> asked) {
        this.asked = asked;
    }

    /// Does the work on the FX thread and waits for what comes of it.
    static <T> T onScreen(Callable<T> work) {
        var task = new FutureTask<>(work);
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
        try {
            return task.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException own ? own : new IllegalStateException(failure);
        }
    }

    @Override
    public NodeQuery from(Node... parents) {
        return new PatientQuery(() -> asked.get().from(parents));
    }

    @Override
    public NodeQuery from(Collection<Node> parents) {
        return new PatientQuery(() -> asked.get().from(parents));
    }

    @Override
    public NodeQuery lookup(String query) {
        return new PatientQuery(() -> asked.get().lookup(query));
    }

    @Override
    public <T> NodeQuery lookup(Matcher<T> matcher) {
        return new PatientQuery(() -> asked.get().lookup(matcher));
    }

    @Override
    public <T extends Node> NodeQuery lookup(Predicate<T> wanted) {
        return new PatientQuery(() -> asked.get().lookup(wanted));
    }

    @Override
    public NodeQuery lookup(Function<Node, Set<Node>> selector) {
        return new PatientQuery(() -> asked.get().lookup(selector));
    }

    @Override
    public <T> NodeQuery match(Matcher<T> matcher) {
        return new PatientQuery(() -> asked.get().match(matcher));
    }

    @Override
    public <T extends Node> NodeQuery match(Predicate<T> wanted) {
        return new PatientQuery(() -> asked.get().match(wanted));
    }

    @Override
    public NodeQuery nth(int index) {
        return new PatientQuery(() -> asked.get().nth(index));
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // As the interface has it.
    public <T extends Node> T query() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Platform.isFxApplicationThread() && System.nanoTime() < end) {
            Optional<T> found = tryQuery();
            if (found.isPresent()) {
                return found.get();
            }
            pause();
        }
        return onScreen(() -> asked.get().<T>query());
    }

    private static void pause() {
        try {
            Thread.sleep(AGAIN_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public <T extends Node> T queryAs(Class<T> type) {
        return type.cast(query());
    }

    @Override
    public <T extends Node> Optional<T> tryQuery() {
        return onScreen(() -> asked.get().<T>tryQuery());
    }

    @Override
    public <T extends Node> Optional<T> tryQueryAs(Class<T> type) {
        return onScreen(() -> asked.get().tryQueryAs(type));
    }

    @Override
    public <T extends Node> Set<T> queryAll() {
        return onScreen(() -> asked.get().<T>queryAll());
    }

    @Override
    public <T extends Node> Set<T> queryAllAs(Class<T> type) {
        return onScreen(() -> asked.get().queryAllAs(type));
    }

    @Override
    public String toString() {
        return onScreen(() -> String.valueOf(asked.get()));
    }
}
