package io.signalbox.engine;

import io.signalbox.connector.Connectors;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import io.signalbox.flow.Verdict;
import java.util.List;
import java.util.Locale;

/// What happened at the nodes and wires of a run or a preview, as data for other programs and in words for people.
///
/// @param payload false leaves out everything that came from the event or from a service
public record TraceView(Flow flow, Connectors connectors, Language language, boolean payload) {

    /// `{"step", "node", "state", "input", "output", "conditions", "code", "reason"}`.
    public Value.Fields node(NodeTrace visit) {
        var fields = Value.fields("step", Value.of(visit.step().toString()))
                .with("node", Value.of(visit.step().node().value()))
                .with("state", Value.of(visit.state().name().toLowerCase(Locale.ROOT)));
        if (payload) {
            fields = fields.with("input", visit.input()).with("output", visit.output());
        }
        if (visit.verdict().isPresent()) {
            fields = fields.with("conditions", conditions(visit.verdict().get(), payload));
        }
        return visit.reason().isEmpty()
                ? fields
                : fields.with("code", Value.of(visit.reason())).with("reason", Value.of(reason(visit)));
    }

    /// `{"from", "to", "followed", "conditions"}`.
    public Value.Fields wire(Plan.WireTrace trace) {
        var fields = Value.fields(
                        "from", Value.of(trace.wire().from().value()),
                        "to", Value.of(trace.wire().to().value()))
                .with("followed", Value.of(trace.followed()));
        return trace.verdict()
                .map(verdict -> fields.with("conditions", conditions(verdict, payload)))
                .orElse(fields);
    }

    public Value.Items nodes(List<NodeTrace> trace) {
        return new Value.Items(trace.stream().<Value>map(this::node).toList());
    }

    public Value.Items wires(List<Plan.WireTrace> wires) {
        return new Value.Items(wires.stream().<Value>map(this::wire).toList());
    }

    /// The requests that would go out, with the step each belongs to.
    public Value.Items requests(List<Preview.Message> messages) {
        return new Value.Items(messages.stream()
                .<Value>map(message -> Value.fields(
                                "step", Value.of(message.effect().step().toString()))
                        .with("request", RequestView.of(message.outgoing())))
                .toList());
    }

    /// Each clause with its value.
    ///
    /// @param payload false leaves out what the paths led to
    public static Value.Fields conditions(Verdict verdict, boolean payload) {
        return switch (verdict) {
            case Verdict.OfGroup(var mode, var holds, var parts) ->
                Value.fields("group", Value.of(mode.key()), "holds", Value.of(holds))
                        .with(
                                "parts",
                                new Value.Items(parts.stream()
                                        .<Value>map(part -> conditions(part, payload))
                                        .toList()));
            case Verdict.OfRow(var row, var holds, var actual, var note) -> {
                var fields = Value.fields("path", Value.of(row.path().toString()))
                        .with("op", Value.of(row.operator().key()))
                        .with("value", row.value())
                        .with("holds", Value.of(holds));
                var whole = payload ? fields.with("actual", actual) : fields;
                yield note.map(text -> whole.with("note", Value.of(text))).orElse(whole);
            }
        };
    }

    /// Why a node failed or was suppressed, for people. The detail may hold what came from outside.
    public String reason(NodeTrace visit) {
        var detail = payload ? visit.detail() : "…";
        if (visit.state() == NodeTrace.State.SUPPRESSED) {
            return Texts.of(NodeTrace.class, language).text("rule." + visit.reason(), detail);
        }
        var type = flow.node(visit.step().node()).map(node -> node.type()).orElse("");
        return connectors.explain(type, visit.reason(), language, detail);
    }
}
