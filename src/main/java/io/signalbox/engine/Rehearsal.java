package io.signalbox.engine;

import io.signalbox.connector.Connectors;
import io.signalbox.flow.Event;
import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Value;
import io.signalbox.flow.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Runs many past events through a flow, sending nothing: what would go out, what keeps the others back, and how two
/// versions of a flow differ in what they send.
public final class Rehearsal {
    private final Preview preview;
    private final Connectors connectors;

    public Rehearsal(Preview preview, Connectors connectors) {
        this.preview = preview;
        this.connectors = connectors;
    }

    /// An event with what the sources answered then.
    public record Past(Event event, Map<NodeId, Value> replies) {
        public Past {
            replies = Map.copyOf(replies);
        }
    }

    /// @param excludedBy the first clause that kept the event back; empty when it matched or none of the triggers
    /// fits
    public record Rehearsed(
            Past past, boolean matched, Optional<Verdict.OfRow> excludedBy, Optional<Preview.Result> result) {
        /// Request by recipient and step, the same for two versions of a flow that write to the same person.
        SequencedMap<String, Value> outgoing() {
            var outgoing = new LinkedHashMap<String, Value>();
            result.ifPresent(found -> {
                for (var message : found.messages()) {
                    outgoing.put(message.effect().step().toString(), RequestView.of(message.outgoing()));
                }
            });
            return outgoing;
        }
    }

    /// How one event's messages differ between two versions.
    ///
    /// @param step of the message
    /// @param before nothing when it is new
    /// @param after nothing when it is gone
    public record Difference(Event event, String step, Kind kind, Value before, Value after) {
        public enum Kind {
            ADDED,
            REMOVED,
            CHANGED_RECIPIENT,
            CHANGED_TEXT
        }
    }

    public List<Rehearsed> of(Flow flow, List<Past> events) {
        var planner = new Planner(flow, connectors);
        return events.stream().map(past -> one(planner, past)).toList();
    }

    private Rehearsed one(Planner planner, Past past) {
        var flow = planner.flow();
        var fitting = flow.triggers().stream()
                .filter(trigger -> !trigger.off() && Matcher.fits(trigger, past.event()))
                .toList();
        var fired = fitting.stream()
                .filter(trigger -> Matcher.holds(trigger, flow.locality(), past.event()))
                .findFirst();
        if (fired.isPresent()) {
            var result = preview.of(planner, fired.get().id(), past.event(), past.replies());
            return new Rehearsed(past, true, Optional.empty(), Optional.of(result));
        }
        var against = fitting.stream()
                .map(trigger -> trigger.when().explain(Matcher.scope(past.event(), flow.locality())))
                .flatMap(verdict -> verdict.firstAgainst().stream())
                .findFirst();
        return new Rehearsed(past, false, against, Optional.empty());
    }

    /// @param before and `after` of the same events in the same order
    public static List<Difference> between(List<Rehearsed> before, List<Rehearsed> after) {
        var differences = new ArrayList<Difference>();
        for (int at = 0; at < before.size(); at++) {
            var event = before.get(at).past().event();
            var old = before.get(at).outgoing();
            var now = after.get(at).outgoing();
            old.forEach((step, request) -> {
                var other = now.get(step);
                if (other == null) {
                    differences.add(new Difference(event, step, Difference.Kind.REMOVED, request, Value.nothing()));
                } else if (!other.equals(request)) {
                    boolean recipient =
                            !other.at("body").at("to").equals(request.at("body").at("to"));
                    differences.add(new Difference(
                            event,
                            step,
                            recipient ? Difference.Kind.CHANGED_RECIPIENT : Difference.Kind.CHANGED_TEXT,
                            request,
                            other));
                }
            });
            now.forEach((step, request) -> {
                if (!old.containsKey(step)) {
                    differences.add(new Difference(event, step, Difference.Kind.ADDED, Value.nothing(), request));
                }
            });
        }
        return differences;
    }
}
