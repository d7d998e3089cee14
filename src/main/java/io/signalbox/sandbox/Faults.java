package io.signalbox.sandbox;

import io.signalbox.flow.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Troubles that someone asked the stand-ins to have. Safe for threads.
public final class Faults {
    private static final int LONGEST_DELAY = 60_000;

    /// @param vendor its name, with `-hook` for what it tells us, else a name of its own such as `fracttal-token`
    /// @param status of HTTP; 0 for the usual one
    /// @param code the vendor's own; -1 for none
    /// @param retryAfter seconds for the `Retry-After` header; 0 for none
    /// @param repeats what it tells us comes twice
    public record Fault(
            String vendor, int status, int code, int retryAfter, Duration delay, boolean repeats, int times) {
        /// False when it only delays.
        public boolean refuses() {
            return status > 0 || code >= 0;
        }

        private Fault oneLess() {
            return new Fault(vendor, status, code, retryAfter, delay, repeats, times - 1);
        }
    }

    private final List<Fault> waiting = new ArrayList<>();

    /// Reads `{"vendor", "status"?, "code"?, "retryAfter"?, "delayMs"?, "repeat"?, "times"?}`; empty when it makes
    /// no sense.
    static Optional<Fault> read(Value wish, Set<String> vendors) {
        var fault = new Fault(
                wish.at("vendor").asText(),
                whole(wish, "status", 0),
                whole(wish, "code", -1),
                whole(wish, "retryAfter", 0),
                Duration.ofMillis(Math.clamp(whole(wish, "delayMs", 0), 0, LONGEST_DELAY)),
                wish.at("repeat") instanceof Value.Truth(var truth) && truth,
                whole(wish, "times", 1));
        boolean status = fault.status() == 0 || (fault.status() >= 200 && fault.status() <= 599);
        boolean does = fault.refuses() || fault.repeats() || !fault.delay().isZero();
        boolean known = vendors.contains(fault.vendor().split("-", 2)[0]);
        return known && status && does && fault.times() > 0 ? Optional.of(fault) : Optional.empty();
    }

    synchronized void add(Fault fault) {
        waiting.add(fault);
    }

    synchronized void clear() {
        waiting.clear();
    }

    /// The trouble that the next call to this vendor has. Each counts once.
    synchronized Optional<Fault> next(String vendor) {
        for (int at = 0; at < waiting.size(); at++) {
            var fault = waiting.get(at);
            if (fault.vendor().equals(vendor)) {
                if (fault.times() > 1) {
                    waiting.set(at, fault.oneLess());
                } else {
                    waiting.remove(at);
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    private static int whole(Value wish, String name, int absent) {
        return wish.at(name) instanceof Value.Decimal(var number) ? number.intValue() : absent;
    }
}
