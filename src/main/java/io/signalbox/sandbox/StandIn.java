package io.signalbox.sandbox;

import io.signalbox.flow.Value;

/// Answers as a vendor does, by the rules that its connector obeys. Asked by several threads at once.
public interface StandIn extends AutoCloseable {
    /// @param asked its path begins after the vendor's name
    Answer answer(Asked asked);

    /// The part of the vendor that is asked, for faults of its own: `token` makes the name `fracttal-token`; blank for
    /// the vendor itself.
    default String part(Asked asked) {
        return "";
    }

    /// The trouble somebody asked for, in the vendor's own words.
    default Answer trouble(Faults.Fault fault) {
        return Answer.problem(fault.status(), "injected by the sandbox");
    }

    /// Something happens at the vendor's: a person wrote, a ticket was opened. What the vendor would tell of it goes
    /// signed to every hook that was registered for it, see [World#tell].
    ///
    /// @param said as posted to `/sandbox/inbound`, where `vendor` names the stand-in
    default Answer inbound(Value said) {
        return Answer.problem(400, "nothing comes from this vendor by itself");
    }

    /// The sandbox ends.
    @Override
    default void close() {}
}
