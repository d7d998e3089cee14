package io.signalbox.engine;

import io.signalbox.flow.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What happened to the program itself, for the people who look after it.
public interface Incidents {
    /// @param subject the flow it is about; blank for the program as a whole
    /// @param detail how long, as a duration; of a flow that was paused how many of its runs were the reason
    record Incident(Instant at, Kind kind, String subject, String detail) {
        /// In whole sentences, in the words of this package.
        ///
        /// @param flow that it is about, as it is now
        public String text(Texts words, Optional<StoredFlow> flow) {
            return switch (kind) {
                case CLOCK_BACK, CLOCK_FORWARD, WOKE ->
                    words.text("incident." + kind.name(), span(Duration.parse(detail)));
                case POISON ->
                    words.text(
                            poison(flow),
                            flow.map(stored -> stored.flow().name()).orElse(subject),
                            detail);
            };
        }

        private static String poison(Optional<StoredFlow> flow) {
            if (flow.flatMap(StoredFlow::live).isEmpty()) {
                return "incident.POISON.off";
            }
            return flow.filter(StoredFlow::isPaused).isPresent() ? "incident.POISON" : "incident.POISON.on";
        }

        /// The symbols of these units are the same in every language.
        private static String span(Duration time) {
            if (time.compareTo(Duration.ofMinutes(2)) < 0) {
                return time.toSeconds() + "\u00a0s";
            }
            return time.toHours() == 0
                    ? time.toMinutes() + "\u00a0min"
                    : "%d\u00a0h %d\u00a0min".formatted(time.toHours(), time.toMinutesPart());
        }
    }

    /// @param number grows with every incident, whatever the clock does
    record Noted(long number, Incident incident) {}

    /// Each has its words under `incident.<kind>`.
    enum Kind {
        /// The machine's clock went back.
        CLOCK_BACK,
        /// The machine's clock went forward.
        CLOCK_FORWARD,
        /// The machine slept.
        WOKE,
        /// A flow was paused since its runs kept killing the program.
        POISON
    }

    void note(Incident incident);

    /// Newest first.
    List<Incident> latest(int limit);

    /// What was noted after that one, newest first.
    List<Noted> since(long number, int limit);

    /// Why a flow was paused without anybody asking for it, last.
    Optional<Incident> last(String flow);
}
