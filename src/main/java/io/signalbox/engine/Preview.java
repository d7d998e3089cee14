package io.signalbox.engine;

import io.signalbox.access.Account;
import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Connector;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.Field;
import io.signalbox.connector.Finding;
import io.signalbox.connector.Outgoing;
import io.signalbox.flow.Event;
import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Path;
import io.signalbox.flow.Problem;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// Runs a flow on one event without sending: the same [Planner], stopping before every call. Pure but for reading
/// accounts. Safe for use by several threads.
public final class Preview {
    private final Connectors connectors;
    private final Function<String, Optional<Account>> accounts;

    /// @param accounts by name; those the workspace lacks are stood in for by an empty one of the right type
    public Preview(Connectors connectors, Function<String, Optional<Account>> accounts) {
        this.connectors = connectors;
        this.accounts = accounts;
    }

    /// A request that would go out.
    ///
    /// @param account whose sign-in it would carry
    /// @param outgoing exactly as it would go over the wire, secrets masked
    /// @param remarks of the service on the values that it carries
    public record Message(Effect effect, Account account, Outgoing outgoing, List<Finding> remarks) {
        public Message {
            remarks = List.copyOf(remarks);
        }
    }

    /// @param trace one entry a visit
    /// @param messages what a Connection would send, in order
    /// @param fetches what a Source would ask; answered from the sample
    public record Result(
            List<NodeTrace> trace,
            List<Plan.WireTrace> wires,
            List<Message> messages,
            List<Message> fetches,
            RunEnd end) {

        /// What the services say of the messages, each once.
        public List<Problem> remarks(Flow flow, Connectors connectors) {
            return messages.stream()
                    .flatMap(message -> {
                        var node = message.effect().step().node();
                        return message.remarks().stream()
                                .map(remark -> ServiceCheck.remark(flow, connectors, node, remark));
                    })
                    .flatMap(Optional::stream)
                    .distinct()
                    .toList();
        }

        /// The part of it that leads to one node: itself and what runs before it.
        public Result upTo(Flow flow, NodeId node) {
            Predicate<NodeId> leads =
                    id -> id.equals(node) || flow.reachableFrom(id).contains(node);
            return new Result(
                    trace.stream()
                            .filter(visit -> leads.test(visit.step().node()))
                            .toList(),
                    wires.stream().filter(wire -> leads.test(wire.wire().to())).toList(),
                    messages.stream()
                            .filter(message ->
                                    leads.test(message.effect().step().node()))
                            .toList(),
                    fetches.stream()
                            .filter(message ->
                                    leads.test(message.effect().step().node()))
                            .toList(),
                    end);
        }
    }

    /// @param replies by node, the decoded output of each Source; for a Connection, what it would answer
    public Result of(Flow flow, Event event, Map<NodeId, Value> replies) {
        return of(new Planner(flow, connectors), trigger(flow, event), event, replies);
    }

    /// With a planner at hand, for many events on one flow.
    Result of(Planner planner, NodeId trigger, Event event, Map<NodeId, Value> replies) {
        var results = new HashMap<StepId, StepResult>();
        var messages = new ArrayList<Message>();
        var fetches = new ArrayList<Message>();
        var imagined = new HashMap<StepId, Effect>();
        boolean further = true;
        while (further) {
            further = false;
            for (var effect : planner.states(trigger, event, results).effects()) {
                results.put(effect.step(), imagined(effect, replies, messages, fetches));
                imagined.put(effect.step(), effect);
                // Behind what nothing follows there is nothing to find.
                further |= !planner.from(effect.step().node()).isEmpty();
            }
        }
        var plan = planner.told(trigger, event, results, imagined);
        return new Result(
                plan.trace(),
                plan.wires(),
                List.copyOf(messages),
                List.copyOf(fetches),
                RunEnd.of(planner.flow(), plan));
    }

    /// What a stored run did, planned anew from what its services answered: nothing is called and nothing is guessed.
    ///
    /// @param flow the version that the run was accepted for
    public Result of(Flow flow, RunRecord run) {
        var planner = new Planner(flow, connectors);
        var answered = new HashMap<StepId, StepResult>();
        run.steps().stream()
                .filter(RunRecord.StepRecord::ended)
                .forEach(step -> answered.put(step.step(), step.result()));
        var results = new HashMap<StepId, StepResult>();
        var messages = new ArrayList<Message>();
        var fetches = new ArrayList<Message>();
        var plan = planner.next(run.trigger(), run.event(), results);
        boolean further = true;
        while (further) {
            further = false;
            for (var effect : plan.effects()) {
                var result = answered.get(effect.step());
                if (result != null) {
                    results.put(effect.step(), result);
                    further = true;
                    called(effect, messages, fetches);
                }
            }
            plan = further ? planner.next(run.trigger(), run.event(), results) : plan;
        }
        return new Result(
                plan.trace(), plan.wires(), List.copyOf(messages), List.copyOf(fetches), RunEnd.of(flow, plan));
    }

    private void called(Effect effect, List<Message> messages, List<Message> fetches) {
        var account = accounts.apply(effect.account()).orElseGet(() -> standIn(effect));
        try {
            (effect.message() ? messages : fetches).add(message(effect, account));
        } catch (CallProblem _) {
            // The run's own request is stored; only its picture cannot be drawn with today's connector.
        }
    }

    private StepResult imagined(
            Effect effect, Map<NodeId, Value> replies, List<Message> messages, List<Message> fetches) {
        if (!SendGate.reaches(effect)) {
            return new StepResult.Suppressed("recipient", effect.recipient().asText());
        }
        var account = accounts.apply(effect.account()).orElseGet(() -> standIn(effect));
        try {
            (effect.message() ? messages : fetches).add(message(effect, account));
        } catch (CallProblem problem) {
            return new StepResult.Failed(problem.key(), String.join(", ", problem.arguments()));
        }
        var reply = replies.get(effect.step().node());
        if (reply == null && !effect.message()) {
            return new StepResult.Failed("no-reply", effect.step().node().value());
        }
        return new StepResult.Answered(reply == null ? Value.nothing() : reply, "");
    }

    /// An account for a flow whose own is not here: what it would have to say is shown by its field's key.
    private Account standIn(Effect effect) {
        var values = new LinkedHashMap<String, String>();
        var fields = connectors
                .find(effect.type())
                .map(connector -> connector.spec().account())
                .orElse(List.of());
        for (var field : fields) {
            if (field.required()) {
                switch (field) {
                    case Field.Url url -> values.put(url.key(), "https://" + url.key() + ".example");
                    case Field.Text text -> values.put(text.key(), text.key());
                    default -> {}
                }
            }
        }
        return new Account("unset", effect.type(), values, Set.of(), true);
    }

    private Message message(Effect effect, Account account) throws CallProblem {
        Connector connector =
                connectors.find(effect.type()).orElseThrow(() -> new CallProblem("no-connector", effect.type()));
        var call = new Call(account, effect.operation().id(), effect.settings(), effect.fields(), "preview");
        var outgoing = SignIn.masked(connector.auth(account), connector.encode(call));
        return new Message(effect, account, outgoing, connector.remarks(call));
    }

    /// The trigger that an event of this kind fires; the first one when none fits, so that a sample always shows
    /// something.
    public static NodeId trigger(Flow flow, Event event) {
        return flow.triggers().stream()
                .filter(trigger -> Matcher.fits(trigger, event))
                .findFirst()
                .or(() -> flow.triggers().stream().findFirst())
                .map(trigger -> trigger.id())
                .orElse(Path.TRIGGER);
    }
}
