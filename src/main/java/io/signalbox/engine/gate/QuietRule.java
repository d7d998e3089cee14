package io.signalbox.engine.gate;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// Nobody is written to now. The message waits until the quiet hours end, or is dropped where its flow says so.
final class QuietRule implements Rule {
    static final String KEY = "quiet";
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    @Override
    public Verdict judge(Ask ask, GateRules rules, Instant now) {
        if (ask.person().isEmpty() || rules.quiet().isEmpty() || rules.zone().isEmpty()) {
            return new Verdict.Passed();
        }
        var quiet = rules.quiet().get();
        var zone = rules.zone().get();
        return quiet.endAt(now, zone)
                .map(end -> switch (rules.flows().getOrDefault(ask.flow(), quiet.then())) {
                    case SEND -> new Verdict.Passed();
                    case DROP -> new Verdict.Refused("quiet-dropped", quiet.toString());
                    case WAIT -> new Verdict.Held(KEY, clock(end, zone), end);
                })
                .orElseGet(Verdict.Passed::new);
    }

    private static String clock(Instant end, ZoneId zone) {
        return CLOCK.format(end.atZone(zone));
    }
}
