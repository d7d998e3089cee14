package io.signalbox.app;

import io.signalbox.access.Accounts;
import io.signalbox.access.Scope;
import io.signalbox.connector.Outgoing;
import io.signalbox.engine.Engine;
import io.signalbox.engine.EventLog;
import io.signalbox.engine.Exchange;
import io.signalbox.engine.Gateway;
import io.signalbox.engine.RunChange;
import io.signalbox.engine.RunStore;
import io.signalbox.json.FlowJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// A process that accepts one event and dies at a named point of its work, at once and without a word.
final class CrashChild {
    static final int DIED = 137;

    private CrashChild() {}

    /// @param arguments folder, point, flow file, `post` or `go on`
    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var point = arguments[1];
        var calls = folder.resolve("calls");
        if (point.equals("C1")) {
            open(folder);
        }
        var now = Instant.parse(arguments[4]);
        var bench = new EngineBench(
                folder.resolve("data"),
                gateway(point, calls),
                new EngineBench.HandClock(now),
                stores -> wrapped(stores, point));
        bench.with(Files.readString(Path.of(arguments[2])));
        bench.started();
        if (arguments[3].equals("post")) {
            if (point.equals("C2")) {
                // In the middle of the write, or just before, or just after.
                Thread.ofPlatform().start(() -> {
                    Thread.onSpinWait();
                    die();
                });
            }
            bench.post(flowId(arguments[2]), "identity");
            if (point.equals("C4")) {
                die();
            }
        }
        Thread.sleep(60_000);
    }

    /// Says where it listens, and waits to be killed in the middle of a request.
    private static void open(Path folder) throws Exception {
        var rig = new Rig(folder.resolve("data"));
        var door = folder.resolve("door.tmp");
        Files.write(door, List.of(Integer.toString(rig.executor().port()), rig.token(Scope.EVENTS)));
        Files.move(door, folder.resolve("door"));
        Thread.sleep(60_000);
    }

    private static String flowId(String file) throws Exception {
        return FlowJson.read(Files.readString(Path.of(file))).id();
    }

    static void die() {
        Runtime.getRuntime().halt(DIED);
    }

    /// The outside world: what reaches it is written to a file, since it does not die with us.
    static Gateway recorder(Path calls) {
        return (outgoing, _) -> {
            note(calls, outgoing);
            return EngineBench.answered(200);
        };
    }

    private static void note(Path calls, Outgoing outgoing) {
        try {
            Files.writeString(
                    calls,
                    outgoing.url().replaceAll(".*/", "") + " "
                            + outgoing.headers().getOrDefault("Idempotency-Key", "-") + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Gateway gateway(String point, Path calls) {
        return (Outgoing outgoing, Optional<String> _) -> {
            boolean sends = !outgoing.method().equals("GET");
            if (point.equals("C8") && sends) {
                die();
            }
            note(calls, outgoing);
            if ((point.equals("C6") && !sends) || (point.equals("C9") && sends)) {
                die();
            }
            Exchange busy = EngineBench.answered(429, "Retry-After", "5");
            return point.equals("C11") && sends ? busy : EngineBench.answered(200);
        };
    }

    private static Engine.Stores wrapped(Engine.Stores stores, String point) {
        EventLog events = around(EventLog.class, stores.events(), point, (name, _) -> name.equals("append"));
        RunStore runs = around(RunStore.class, stores.runs(), point, CrashChild::matters);
        return new Engine.Stores(
                events,
                runs,
                stores.dead(),
                stores.recovery(),
                stores.incidents(),
                stores.atWork(),
                stores.flows(),
                around(Accounts.class, stores.accounts(), point, (name, _) -> name.equals("find")),
                stores.contacts(),
                stores.keys());
    }

    private interface Matters {
        boolean at(String method, Object[] arguments);
    }

    private static boolean matters(String method, Object[] arguments) {
        return method.equals("write");
    }

    private static <T> T around(Class<T> port, T real, String point, Matters matters) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (_, method, given) -> {
            boolean counts = matters.at(method.getName(), given);
            if (counts && before(port, point, given)) {
                die();
            }
            if (counts && port == RunStore.class && point.equals("C4")) {
                Thread.sleep(60_000); // Nothing is done of it before the end.
            }
            Object result;
            try {
                result = method.invoke(real, given);
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
            if (counts && after(port, point, given)) {
                if (result instanceof CompletableFuture<?> written) {
                    written.join();
                }
                die();
            }
            return result;
        }));
    }

    private static boolean before(Class<?> port, String point, Object[] given) {
        if (port == Accounts.class) {
            return point.equals("work") && given[0].equals("cursed");
        }
        return port == EventLog.class
                ? point.equals("C5")
                : point.equals("C7") && changes(given).stream().anyMatch(RunChange.Intent.class::isInstance);
    }

    private static boolean after(Class<?> port, String point, Object[] given) {
        if (port == EventLog.class || port == Accounts.class) {
            return port == EventLog.class && point.equals("C3");
        }
        var changes = changes(given).stream();
        return switch (point) {
            case "C10" ->
                changes.anyMatch(change -> change instanceof RunChange.Result(var step, var _)
                        && step.toString().equals("one"));
            case "C11" -> changes.anyMatch(RunChange.Retry.class::isInstance);
            default -> false;
        };
    }

    private static List<?> changes(Object[] given) {
        return (List<?>) given[2];
    }
}
