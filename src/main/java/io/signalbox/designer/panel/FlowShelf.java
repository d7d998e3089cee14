package io.signalbox.designer.panel;

import io.signalbox.designer.Desk;
import io.signalbox.engine.FlowActivity;
import io.signalbox.engine.FlowChangedElsewhere;
import io.signalbox.engine.FlowStore;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// What the list of flows reads and does in the workspace. Its methods may block: never on the FX thread.
///
/// @param activity how the flows ran since those instants, by flow id
/// @param servers what servers have of the flows, by flow id
/// @param zone whose days are counted
public record FlowShelf(
        FlowStore flows,
        Function<List<Instant>, Map<String, FlowActivity>> activity,
        Function<Flow, List<Problem>> problems,
        BooleanSupplier listening,
        Supplier<Map<String, List<KnownServers.Copy>>> servers,
        InstantSource clock,
        ZoneId zone) {

    static final int DAYS = 7;

    /// Of the workspace behind the desk.
    public static FlowShelf of(Desk desk, ZoneId zone) {
        return new FlowShelf(
                desk.flows(),
                desk.runs()::activity,
                desk.check()::in,
                () -> desk.listening().status().on(),
                new KnownServers(desk.accounts(), desk.clock())::copies,
                desk.clock(),
                zone);
    }

    /// In the order of their names.
    List<FlowRow> rows() {
        var ran = activity.apply(days());
        boolean on = listening.getAsBoolean();
        var copies = servers.get();
        return flows.all().stream()
                .map(stored -> FlowRow.of(
                        stored,
                        problems.apply(stored.flow()),
                        on,
                        Optional.ofNullable(ran.get(stored.flow().id())),
                        copies.getOrDefault(stored.flow().id(), List.of())))
                .toList();
    }

    private List<Instant> days() {
        var today = clock.instant().atZone(zone).toLocalDate();
        return IntStream.rangeClosed(1 - DAYS, 0)
                .mapToObj(day -> today.plusDays(day).atStartOfDay(zone).toInstant())
                .toList();
    }

    /// Stores it under a free id close to its own; it is switched off.
    Flow add(Flow flow) throws FlowChangedElsewhere {
        var base = flow.id().substring(0, Math.min(flow.id().length(), 58));
        var id = base;
        for (int number = 2; flows.find(id).isPresent(); number++) {
            id = base + "-" + number;
        }
        var fresh = flow.withId(id);
        flows.save(fresh, 0);
        return fresh;
    }

    /// What became of switching a flow on.
    ///
    /// @param done false when it has problems and stays off
    /// @param found what is wrong with it, or worth knowing
    record Switched(boolean done, List<Problem> found) {}

    Switched switchOn(StoredFlow stored) {
        var found = problems.apply(stored.flow());
        boolean done = found.stream().noneMatch(Problem::isError)
                && flows.switchOn(stored.flow().id());
        return new Switched(done, found);
    }

    Switched switchOff(StoredFlow stored) {
        return new Switched(flows.switchOff(stored.flow().id()), List.of());
    }
}
