package io.signalbox.engine;

import io.signalbox.connector.Reply;

/// How a request over the wire ended.
public sealed interface Exchange {
    record Answered(Reply reply) implements Exchange {}

    /// The request surely was not taken.
    ///
    /// @param reason text key, see [io.signalbox.connector.Connectors#explain]
    /// @param retry false when the same request could never go through, such as a forbidden address
    record Unanswered(String reason, String detail, boolean retry) implements Exchange {}

    /// The request went out, or part of it, and no usable answer came back: nobody knows whether it was taken.
    record Lost(String reason, String detail) implements Exchange {}
}
