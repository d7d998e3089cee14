package io.signalbox.engine;

import io.signalbox.connector.Connectors;
import io.signalbox.flow.Event;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import java.util.Locale;
import java.util.Optional;

/// Runs as data for other programs.
///
/// @param payload false leaves out everything that came from the event or from a service: it may name a person
public record RunView(FlowStore flows, Connectors connectors, Language language, boolean payload) {

    /// A run in a list.
    public Value.Fields row(RunSummary run) {
        var row = Value.fields("id", Value.of(run.id()), "flow", Value.of(run.flow()))
                .with("eventId", Value.of(run.eventId()))
                .with("state", Value.of(run.state().name().toLowerCase(Locale.ROOT)))
                .with("messages", Value.of(run.messages()))
                .with("undelivered", Value.of(run.undelivered()))
                .with("reason", Value.of(run.reason()))
                .with("startedAt", Value.of(run.startedAt().toString()));
        if (run.endedAt().isPresent()) {
            row = row.with("endedAt", Value.of(run.endedAt().get().toString()));
        }
        return payload ? row.with("subject", Value.of(run.subject())).with("detail", Value.of(run.detail())) : row;
    }

    /// Per node its input, its output, each clause's value; per step the attempts.
    public Value.Fields whole(RunRecord run) {
        var flow = flows.version(run.summary().flow(), run.version());
        var whole = row(run.summary())
                .with("version", Value.of(run.version()))
                .with("trigger", Value.of(run.trigger().value()))
                .with(
                        "steps",
                        new Value.Items(run.steps().stream()
                                .<Value>map(step -> step(step, type(flow, step)))
                                .toList()));
        if (payload) {
            whole = whole.with("event", run.event().asValue());
        }
        if (run.event().removedAt().isPresent()) {
            // What it decided cannot be shown anew from data that is gone.
            return withRemoval(whole, run.event());
        }
        if (flow.isEmpty()) {
            return whole;
        }
        var view = new TraceView(flow.get(), connectors, language, payload);
        var trace = new Preview(connectors, _ -> Optional.empty()).of(flow.get(), run);
        return whole.with("nodes", view.nodes(trace.trace())).with("wires", view.wires(trace.wires()));
    }

    /// `{"state", "at"?, "reason"?, "detail"?}`: how far a message came; nothing where the service does not tell.
    private Value delivery(RunRecord.StepRecord step, String type) {
        return Delivered.of(step, type, connectors)
                .<Value>map(told -> {
                    var state =
                            Value.fields("state", Value.of(told.state().name().toLowerCase(Locale.ROOT)));
                    if (told.at().isPresent()) {
                        state = state.with("at", Value.of(told.at().get().toString()));
                    }
                    if (told.reason().isEmpty()) {
                        return state;
                    }
                    var detail = payload ? told.detail() : "…";
                    return state.with("reason", Value.of(connectors.explain(type, told.reason(), language, detail)))
                            .with("detail", Value.of(detail));
                })
                .orElseGet(Value::nothing);
    }

    private Value.Fields step(RunRecord.StepRecord step, String type) {
        var fields = Value.fields("step", Value.of(step.step().toString()), "attempts", Value.of(step.attempts()))
                .with("key", Value.of(step.key()))
                .with("ended", Value.of(step.ended()))
                .with("possibleDuplicate", Value.of(step.possibleDuplicate()));
        fields = fields.withPresent("delivery", delivery(step, type));
        return payload ? fields.with("request", step.request()) : fields;
    }

    private static String type(Optional<Flow> flow, RunRecord.StepRecord step) {
        return flow.map(known -> Delivered.type(known, step.step().node())).orElse("");
    }

    /// An event in a list.
    ///
    /// @param state where its matching led; empty for an event that is shown for itself
    public Value.Fields event(Event event, Optional<EventState> state) {
        var shown = payload
                ? event.asValue().asFields()
                : Value.fields("id", Value.of(event.id()), "type", Value.of(event.type()))
                        .with("source", Value.of(event.source()))
                        .with("occurredAt", Value.of(event.occurredAt().toString()))
                        .with("receivedAt", Value.of(event.receivedAt().toString()));
        var whole = withRemoval(shown, event);
        if (state.isEmpty()) {
            return whole;
        }
        var known = whole.with("state", Value.of(state.get().name().toLowerCase(Locale.ROOT)));
        return state.get() == EventState.REJECTED
                ? known.with(
                        "notice", Value.of(Texts.of(RunView.class, language).text("event.rejected")))
                : known;
    }

    private Value.Fields withRemoval(Value.Fields shown, Event event) {
        return event.removedAt()
                .map(removed -> shown.with("removedAt", Value.of(removed.toString()))
                        .with("notice", Value.of(removed(event, language))))
                .orElse(shown);
    }

    /// That an event's data was removed, as a sentence; blank when it was not.
    public static String removed(Event event, Language language) {
        var texts = Texts.of(RunView.class, language);
        return event.daysKept()
                .map(days -> texts.text("event.removed." + (days == 0 ? "zero" : days == 1 ? "one" : "many"), days))
                .orElse("");
    }
}
