package io.signalbox.engine.gate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// The settings of the gate as short texts by name, as the shell shows and takes them.
public final class GateText {
    private static final String ON = "on";
    private static final String OFF = "off";
    private static final String FLOW = "flow.";
    private static final String NAMES = "opt-out, consent, window, quiet, quiet.then, cap, zone, flow.<id>";

    private GateText() {}

    /// What [#with] would take to come here.
    public static SequencedMap<String, String> of(GateRules rules) {
        var texts = new LinkedHashMap<String, String>();
        texts.put("opt-out", truth(rules.optOut()));
        texts.put("consent", truth(rules.consent()));
        texts.put("window", truth(rules.window()));
        texts.put("quiet", rules.quiet().map(QuietHours::toString).orElse(OFF));
        rules.quiet().ifPresent(quiet -> texts.put("quiet.then", quiet.then().key()));
        texts.put("cap", rules.cap().map(most -> Integer.toString(most)).orElse(OFF));
        rules.zone().ifPresent(zone -> texts.put("zone", zone.getId()));
        new TreeMap<>(rules.flows()).forEach((flow, then) -> texts.put(FLOW + flow, then.key()));
        return texts;
    }

    /// @throws GateProblem when a name or a value cannot be taken; nothing of it holds then
    public static GateRules with(GateRules rules, Map<String, String> changes) {
        var zone = changes.get("zone");
        var changed = zone == null ? rules : rules.withZone(GateRules.zone(zone));
        for (var change : changes.entrySet()) {
            changed = with(changed, change.getKey(), change.getValue());
        }
        var then = changes.get("quiet.then");
        return then == null
                ? changed
                : changed.withQuiet(changed.quiet().map(quiet -> quiet.withThen(GateRules.then(then))));
    }

    private static GateRules with(GateRules rules, String name, String value) {
        return switch (name) {
            case "opt-out" -> rules.withOptOut(truth(value));
            case "consent" -> rules.withConsent(truth(value));
            case "window" -> rules.withWindow(truth(value));
            case "quiet" -> rules.withQuiet(quiet(rules, value));
            case "cap" -> rules.withCap(value.equals(OFF) ? Optional.empty() : Optional.of(GateRules.number(value)));
            // Taken before and after the others, on which they bear.
            case "zone", "quiet.then" -> rules;
            default -> {
                if (!name.startsWith(FLOW) || name.length() == FLOW.length()) {
                    throw new GateProblem("key", name, NAMES);
                }
                yield rules.withFlow(
                        name.substring(FLOW.length()),
                        value.equals(OFF) ? Optional.empty() : Optional.of(GateRules.then(value)));
            }
        };
    }

    private static Optional<QuietHours> quiet(GateRules rules, String value) {
        if (value.equals(OFF)) {
            return Optional.empty();
        }
        int between = value.indexOf('-');
        if (between < 0) {
            throw new GateProblem("quiet", value);
        }
        return Optional.of(new QuietHours(
                GateRules.time(value.substring(0, between)),
                GateRules.time(value.substring(between + 1)),
                rules.quiet().map(QuietHours::then).orElse(QuietHours.Then.WAIT)));
    }

    private static String truth(boolean truth) {
        return truth ? ON : OFF;
    }

    private static boolean truth(String text) {
        return switch (text) {
            case ON -> true;
            case OFF -> false;
            default -> throw new GateProblem("truth", text);
        };
    }
}
