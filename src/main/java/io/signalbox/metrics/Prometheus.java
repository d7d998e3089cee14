package io.signalbox.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.signalbox.engine.Engine;
import io.signalbox.engine.Meters;
import io.signalbox.engine.RunState;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;

/// The meters of one executor, and their page for Prometheus: names begin with `signalbox_`, times are in seconds,
/// sizes in bytes. Each series is made once; counting finds it again without making anything.
public final class Prometheus implements Meters, AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Counter accepted;
    private final Counter repeated;
    private final Counter retries;
    private final Timer syncs;
    private final Map<String, Counter> refused = new ConcurrentHashMap<>();
    private final Map<RunState, Counter> ended = new ConcurrentHashMap<>();
    private final Map<String, Timer> answered = new ConcurrentHashMap<>();
    private final Map<String, Timer> unanswered = new ConcurrentHashMap<>();

    public Prometheus() {
        accepted = counter("signalbox.events.accepted", "Events stored");
        repeated = counter("signalbox.events.repeated", "Events known before, stored no second time");
        retries = counter("signalbox.calls.retried", "Calls put off to be repeated");
        syncs = Timer.builder("signalbox.store.sync")
                .description("Syncs of the disk")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        for (var state : RunState.values()) {
            if (state.isFinal()) {
                end(state);
            }
        }
    }

    private Counter counter(String name, String what) {
        return Counter.builder(name).description(what).register(registry);
    }

    /// Shows what can be asked for at any time.
    ///
    /// @param unit base unit such as `bytes`; blank for a plain number
    /// @param asked when the page is read; may take milliseconds
    public void gauge(String name, String unit, String what, DoubleSupplier asked) {
        Gauge.builder(name, asked, DoubleSupplier::getAsDouble)
                .description(what)
                .baseUnit(unit.isEmpty() ? null : unit)
                .strongReference(true)
                .register(registry);
    }

    /// The same stores, which count what is written to them.
    public Engine.Stores around(Engine.Stores stores) {
        return new Engine.Stores(
                new MeteredEvents(stores.events(), this),
                new MeteredRuns(stores.runs(), this),
                stores.dead(),
                stores.recovery(),
                stores.incidents(),
                stores.atWork(),
                stores.flows(),
                stores.accounts(),
                stores.contacts(),
                stores.keys());
    }

    /// The page.
    public String page() {
        return registry.scrape();
    }

    @Override
    public void accepted(int fresh, int repeats) {
        accepted.increment(fresh);
        repeated.increment(repeats);
    }

    @Override
    public void refused(String reason) {
        refused.computeIfAbsent(
                        reason,
                        key -> Counter.builder("signalbox.events.refused")
                                .description("Events not taken")
                                .tag("reason", key)
                                .register(registry))
                .increment();
    }

    @Override
    public void synced(Duration took) {
        syncs.record(took);
    }

    @Override
    public void called(String connector, boolean isAnswered, Duration took) {
        (isAnswered ? answered : unanswered)
                .computeIfAbsent(
                        connector,
                        key -> Timer.builder("signalbox.step.call")
                                .description("Calls to services")
                                .tag("connector", key)
                                .tag("answered", String.valueOf(isAnswered))
                                .publishPercentiles(0.5, 0.99)
                                .register(registry))
                .record(took);
    }

    @Override
    public void retried() {
        retries.increment();
    }

    @Override
    public void ended(RunState state) {
        end(state).increment();
    }

    private Counter end(RunState state) {
        return ended.computeIfAbsent(
                state,
                key -> Counter.builder("signalbox.runs.ended")
                        .description("Runs that came to their end")
                        .tag("state", key.name().toLowerCase(Locale.ROOT))
                        .register(registry));
    }

    @Override
    public void close() {
        registry.close();
    }
}
