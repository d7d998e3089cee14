package io.signalbox.engine;

import io.signalbox.flow.Value;

/// Where every accepted event is: in exactly one class, the first that applies of waiting, failed, sent, suppressed.
/// Counted from durable rows.
///
/// @param messages accepted by their services
public record Ledger(long accepted, long sent, long suppressed, long waiting, long failed, long messages) {
    public boolean balanced() {
        return accepted == sent + suppressed + waiting + failed;
    }

    public Value.Fields asValue() {
        return Value.fields("accepted", Value.of(accepted), "sent", Value.of(sent))
                .with("suppressed", Value.of(suppressed))
                .with("waiting", Value.of(waiting))
                .with("failed", Value.of(failed))
                .with("balanced", Value.of(balanced()))
                .with("messages", Value.of(messages));
    }

    @Override
    public String toString() {
        return "accepted %d = sent %d + suppressed %d + waiting %d + failed %d"
                .formatted(accepted, sent, suppressed, waiting, failed);
    }
}
