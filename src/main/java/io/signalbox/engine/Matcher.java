package io.signalbox.engine;

import io.signalbox.flow.Event;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Locality;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Path;
import io.signalbox.flow.Scope;
import io.signalbox.flow.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Which switched-on flows an event starts. Immutable: made anew when a flow is switched on or off.
public final class Matcher {
    private final Map<String, List<Candidate>> byEvent = new HashMap<>();
    private final Map<String, Candidate> byHook = new HashMap<>();

    /// A flow's trigger that fits.
    ///
    /// @param version the live one
    public record Match(String flow, long version, Node.Trigger trigger) {}

    private record Candidate(Match match, Locality locality) {}

    public Matcher(List<StoredLive> flows) {
        for (var live : flows) {
            for (var trigger : live.flow().triggers()) {
                if (!trigger.off()) {
                    index(new Candidate(
                            new Match(live.flow().id(), live.version(), trigger),
                            live.flow().locality()));
                }
            }
        }
    }

    /// A flow as it runs.
    public record StoredLive(Flow flow, long version) {}

    private void index(Candidate candidate) {
        var trigger = candidate.match().trigger();
        var settings = trigger.settings();
        switch (trigger.type()) {
            case "event" ->
                byEvent.computeIfAbsent(
                                key(settings.text("module"), settings.text("submodule"), settings.text("event")),
                                _ -> new ArrayList<>())
                        .add(candidate);
            case "webhook" -> byHook.put(settings.text("hook"), candidate);
            default -> {}
        }
    }

    /// At most one per flow: the first of its triggers that fits and whose condition holds.
    public List<Match> matches(Event event) {
        var matches = new ArrayList<Match>();
        for (var candidate : byEvent.getOrDefault(key(event.module(), event.submodule(), event.event()), List.of())) {
            var match = candidate.match();
            boolean already = matches.stream().anyMatch(other -> other.flow().equals(match.flow()));
            if (!already && holds(candidate, event)) {
                matches.add(match);
            }
        }
        return matches;
    }

    /// The webhook trigger at this address; compared exactly.
    public Optional<Match> hook(String id) {
        return Optional.ofNullable(byHook.get(id)).map(Candidate::match);
    }

    /// One trigger of a flow that is on, when its condition holds for the event.
    Optional<Match> match(String flow, NodeId trigger, Event event) {
        return Stream.concat(byEvent.values().stream().flatMap(List::stream), byHook.values().stream())
                .filter(candidate -> candidate.match().flow().equals(flow)
                        && candidate.match().trigger().id().equals(trigger))
                .filter(candidate -> holds(candidate, event))
                .map(Candidate::match)
                .findFirst();
    }

    /// True when this trigger waits for events of this kind, whatever its condition says.
    public static boolean fits(Node.Trigger trigger, Event event) {
        var settings = trigger.settings();
        return switch (trigger.type()) {
            case "event" ->
                settings.text("module").equals(event.module())
                        && settings.text("submodule").equals(event.submodule())
                        && settings.text("event").equals(event.event());
            default -> false;
        };
    }

    /// True when the trigger's condition holds for the event.
    static boolean holds(Node.Trigger trigger, Locality locality, Event event) {
        return trigger.when().isAlways() || trigger.when().holdsFor(scope(event, locality));
    }

    private static boolean holds(Candidate candidate, Event event) {
        return holds(candidate.match().trigger(), candidate.locality(), event);
    }

    /// What a trigger's condition can see: the event alone.
    public static Scope scope(Event event, Locality locality) {
        var value = event.asValue();
        return new Scope() {
            @Override
            public Value at(Path path) {
                return path.root().equals(Path.TRIGGER) ? path.from(value) : Value.nothing();
            }

            @Override
            public Locality locality() {
                return locality;
            }

            @Override
            public Instant now() {
                return event.receivedAt();
            }
        };
    }

    private static String key(String module, String submodule, String event) {
        return module + "\n" + submodule + "\n" + event;
    }
}
