package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.app.EngineBench.HandClock;
import io.signalbox.app.EngineBench.Services;
import io.signalbox.engine.Engine;
import io.signalbox.engine.EventLog;
import io.signalbox.engine.RunState;
import io.signalbox.engine.RunStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The table is asked for forgotten runs again and again while events come in.
final class SweepTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_run_that_was_stored_a_moment_ago_is_not_taken_from_who_stored_it() throws Exception {
        var services = new Services();
        var sweeping = new AtomicReference<Runnable>(() -> {});
        var fences = new CopyOnWriteArrayList<Object>();
        try (var bench = new EngineBench(
                folder, services, new HandClock(EngineBench.START), stores -> watched(stores, sweeping, fences))) {
            bench.started().with(EngineBench.flow("wo", "", false));
            // Between the commit and the moment at which the run is handed over.
            sweeping.set(() -> bench.engine().loop().takeUp());
            bench.post("wo", "");
            bench.until(RunState.SUCCEEDED);
            // The last write is known to the table a moment before it is known here.
            Rig.await(() -> fences.size() >= 2);
            assertEquals(List.of(0L, 0L), List.copyOf(fences), "the run was taken up from the table");
            assertEquals(1, services.keys().size());
        }
    }

    private static Engine.Stores watched(
            Engine.Stores stores, AtomicReference<Runnable> sweeping, List<Object> fences) {
        return new Engine.Stores(
                around(EventLog.class, stores.events(), (method, _) -> {
                    if (method.equals("append")) {
                        sweeping.get().run();
                    }
                }),
                around(RunStore.class, stores.runs(), (method, given) -> {
                    if (method.equals("write")) {
                        fences.add(given[1]);
                    }
                }),
                stores.dead(),
                stores.recovery(),
                stores.incidents(),
                stores.atWork(),
                stores.flows(),
                stores.accounts(),
                stores.contacts(),
                stores.keys());
    }

    private interface Then {
        void after(String method, Object[] given);
    }

    private static <T> T around(Class<T> port, T real, Then then) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (_, method, given) -> {
            try {
                var answer = method.invoke(real, given);
                then.after(method.getName(), given == null ? new Object[0] : given);
                return answer;
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        }));
    }
}
