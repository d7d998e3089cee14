package io.signalbox.designer.panel;

import io.signalbox.engine.SendGate;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.flow.Texts;

/// Why a step or a run failed or was suppressed, in a person's words.
final class Reasons {
    private final Bench bench;
    private final Flow flow;

    Reasons(Bench bench) {
        this(bench, bench.flow());
    }

    /// @param flow whose services may have said it
    Reasons(Bench bench, Flow flow) {
        this.bench = bench;
        this.flow = flow;
    }

    /// @param type the connector's id; blank when it is not known
    /// @param reason a rule of the send gate, or a key of the connector's or the common bundle
    String text(String type, String reason, String detail) {
        if (reason.isEmpty()) {
            return detail;
        }
        if (detail.isEmpty() && bench.texts().has("rule." + reason + ".none")) {
            return bench.text("rule." + reason + ".none");
        }
        if (bench.texts().has("rule." + reason)) {
            return bench.text("rule." + reason, detail);
        }
        var rules = Texts.of(SendGate.class, bench.words().language());
        if (rules.has("rule." + reason)) {
            return rules.text("rule." + reason, detail);
        }
        var service = type.isEmpty() ? serviceThatKnows(reason) : type;
        return bench.connectors().explain(service, reason, bench.words().language(), (Object[]) detail.split(", ", -1));
    }

    /// A run says why, but not which of its services said so.
    private String serviceThatKnows(String reason) {
        return flow.nodes().values().stream()
                .map(Node::type)
                .filter(type -> bench.connectors()
                        .find(type)
                        .map(connector -> bench.connectors()
                                .texts(connector, bench.words().language())
                                .has("error." + reason))
                        .orElse(false))
                .findFirst()
                .orElse("");
    }
}
