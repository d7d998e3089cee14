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

/// Which switched-on flows an event starts. Immutable: made anew when a flow is switched on or off.
public final class Matcher {
    private final Map<Kind, FlowIndex> byEvent = new HashMap<>();
    private final Map<String, Candidate> byHook = new HashMap<>();
    private final Map<String, List<Candidate>> byFlow = new HashMap<>();
    private final List<Timed> timed = new ArrayList<>();

    /// A flow's trigger that fits.
    ///
    /// @param version the live one
    public record Match(String flow, long version, Node.Trigger trigger) {}

    /// A trigger that the clock starts.
    ///
    /// @param locality of its flow
    public record Timed(Match match, Locality locality) {}

    /// @param order in which triggers are asked
    record Candidate(Match match, Locality locality, int order) {}

    private record Kind(String module, String submodule, String event) {}

    public Matcher(List<StoredLive> flows) {
        var waiting = new HashMap<Kind, List<Candidate>>();
        int order = 0;
        for (var live : flows) {
            for (var trigger : live.flow().triggers()) {
                if (!trigger.off()) {
                    file(
                            new Candidate(
                                    new Match(live.flow().id(), live.version(), trigger),
                                    live.flow().locality(),
                                    order++),
                            waiting);
                }
            }
        }
        waiting.forEach((kind, candidates) -> byEvent.put(kind, new FlowIndex(candidates)));
    }

    /// A flow as it runs.
    public record StoredLive(Flow flow, long version) {}

    private void file(Candidate candidate, Map<Kind, List<Candidate>> waiting) {
        var match = candidate.match();
        var settings = match.trigger().settings();
        byFlow.computeIfAbsent(match.flow(), _ -> new ArrayList<>()).add(candidate);
        switch (match.trigger().type()) {
            case "event" ->
                waiting.computeIfAbsent(
                                new Kind(settings.text("module"), settings.text("submodule"), settings.text("event")),
                                _ -> new ArrayList<>())
                        .add(candidate);
            case "webhook" -> byHook.put(settings.text("hook"), candidate);
            case "schedule", "poll" -> timed.add(new Timed(match, candidate.locality()));
            default -> {}
        }
    }

    /// At most one per flow: the first of its triggers that fits and whose condition holds.
    public List<Match> matches(Event event) {
        var index = byEvent.get(new Kind(event.module(), event.submodule(), event.event()));
        if (index == null) {
            return List.of();
        }
        var matches = new ArrayList<Match>();
        // The triggers of one flow follow each other.
        var last = "";
        for (var candidate : index.candidates(event)) {
            var match = candidate.match();
            if (!match.flow().equals(last) && holds(candidate, event)) {
                matches.add(match);
                last = match.flow();
            }
        }
        return matches;
    }

    /// The webhook trigger at this address; compared exactly.
    public Optional<Match> hook(String id) {
        return Optional.ofNullable(byHook.get(id)).map(Candidate::match);
    }

    /// The trigger by which a person starts the flow.
    public Optional<Match> manual(String flow) {
        return byFlow.getOrDefault(flow, List.of()).stream()
                .map(Candidate::match)
                .filter(match -> match.trigger().type().equals("manual"))
                .findFirst();
    }

    /// The triggers that the clock starts.
    public List<Timed> timed() {
        return List.copyOf(timed);
    }

    /// One trigger of a flow that is on, when its condition holds for the event.
    Optional<Match> match(String flow, NodeId trigger, Event event) {
        return byFlow.getOrDefault(flow, List.of()).stream()
                .filter(candidate -> candidate.match().trigger().id().equals(trigger))
                .filter(candidate -> holds(candidate, event))
                .map(Candidate::match)
                .findFirst();
    }

    /// True when this trigger waits for events of this kind, whatever its condition says.
    public static boolean fits(Node.Trigger trigger, Event event) {
        var settings = trigger.settings();
        return switch (trigger.type()) {
            case "event" ->
                event.type()
                        .equals(settings.text("module") + "." + settings.text("submodule") + "."
                                + settings.text("event"));
            case "webhook", "schedule", "poll", "manual" -> trigger.type().equals(event.type());
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
        return new Scope() {
            @Override
            public Value at(Path path) {
                return path.root().equals(Path.TRIGGER) ? event.at(path) : Value.nothing();
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
}
