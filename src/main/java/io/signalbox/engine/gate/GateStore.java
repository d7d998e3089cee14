package io.signalbox.engine.gate;

import io.signalbox.flow.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/// What the gate keeps and asks on disk. Blocks; what is written is on stable storage when the call returns.
public interface GateStore {
    /// The settings as [GateRules#asValue] wrote them; nothing when none were ever saved.
    Value rules();

    void save(Value rules);

    /// One message to one person on one day of the workspace's zone. One to several people is one for each.
    record Sent(String run, String step, String address, LocalDate day) {}

    /// Counts the message, unless the person got `most` others that day. Counting one again changes nothing but its
    /// day.
    boolean count(Sent message, int most);

    /// Whether that step of that run was answered by its service.
    boolean isDone(String run, String step);

    /// Makes runs due that sleep for one of these rules.
    void release(Set<String> rules, Instant now);
}
