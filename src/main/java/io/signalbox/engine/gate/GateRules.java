package io.signalbox.engine.gate;

import io.signalbox.flow.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The settings of the send gate. On from the start: opt-out and the 24-hour rule for free text. Off until set: consent
/// required, quiet hours, daily cap. That a recipient must be valid is no setting.
///
/// @param stopped since when nothing goes out
/// @param zone in which quiet hours and days are told; there whenever one of them is set
/// @param optOut who asked for no messages gets none
/// @param consent only who agreed gets messages
/// @param window free text only within 24 hours of the person's last message
/// @param cap messages a person may get a day
/// @param flows what flows do in quiet hours, where it is not what all do; by flow id
public record GateRules(
        Optional<Instant> stopped,
        Optional<ZoneId> zone,
        boolean optOut,
        boolean consent,
        boolean window,
        Optional<QuietHours> quiet,
        Optional<Integer> cap,
        Map<String, QuietHours.Then> flows) {

    private static final int LARGEST_CAP = 1_000;

    public GateRules {
        flows = Map.copyOf(flows);
        if (zone.isEmpty() && (quiet.isPresent() || cap.isPresent())) {
            throw new GateProblem("zone.needed");
        }
        cap.ifPresent(most -> {
            if (most < 1 || most > LARGEST_CAP) {
                throw new GateProblem("cap", Integer.toString(most), Integer.toString(LARGEST_CAP));
            }
        });
    }

    public static GateRules standard() {
        return new GateRules(
                Optional.empty(), Optional.empty(), true, false, true, Optional.empty(), Optional.empty(), Map.of());
    }

    public boolean isStopped() {
        return stopped.isPresent();
    }

    public GateRules withStopped(Optional<Instant> changed) {
        return new GateRules(changed, zone, optOut, consent, window, quiet, cap, flows);
    }

    public GateRules withZone(ZoneId changed) {
        return new GateRules(stopped, Optional.of(changed), optOut, consent, window, quiet, cap, flows);
    }

    public GateRules withOptOut(boolean changed) {
        return new GateRules(stopped, zone, changed, consent, window, quiet, cap, flows);
    }

    public GateRules withConsent(boolean changed) {
        return new GateRules(stopped, zone, optOut, changed, window, quiet, cap, flows);
    }

    public GateRules withWindow(boolean changed) {
        return new GateRules(stopped, zone, optOut, consent, changed, quiet, cap, flows);
    }

    public GateRules withQuiet(Optional<QuietHours> changed) {
        return new GateRules(stopped, zone, optOut, consent, window, changed, cap, flows);
    }

    public GateRules withCap(Optional<Integer> changed) {
        return new GateRules(stopped, zone, optOut, consent, window, quiet, changed, flows);
    }

    /// @param then empty: what all flows do
    public GateRules withFlow(String flow, Optional<QuietHours.Then> then) {
        var changed = new TreeMap<>(flows);
        then.ifPresentOrElse(set -> changed.put(flow, set), () -> changed.remove(flow));
        return new GateRules(stopped, zone, optOut, consent, window, quiet, cap, changed);
    }

    // ---- as a value ----------------------------------------------------------------------------------------------

    /// Everything by name, to be stored and shown.
    public Value.Fields asValue() {
        var value = Value.fields("stopped", Value.of(isStopped()))
                .with("optOut", Value.of(optOut))
                .with("consent", Value.of(consent))
                .with("window", Value.of(window));
        if (stopped.isPresent()) {
            value = value.with("since", Value.of(stopped.get().toString()));
        }
        if (zone.isPresent()) {
            value = value.with("zone", Value.of(zone.get().getId()));
        }
        if (quiet.isPresent()) {
            var hours = quiet.get();
            value = value.with(
                    "quiet",
                    Value.fields(
                                    "from",
                                    Value.of(hours.from().toString()),
                                    "to",
                                    Value.of(hours.to().toString()))
                            .with("then", Value.of(hours.then().key())));
        }
        if (cap.isPresent()) {
            value = value.with("cap", Value.of(cap.get()));
        }
        var each = Value.Fields.empty();
        for (var flow : new TreeMap<>(flows).entrySet()) {
            each = each.with(flow.getKey(), Value.of(flow.getValue().key()));
        }
        return value.with("flows", each);
    }

    /// What is missing is as it comes.
    ///
    /// @throws GateProblem when something in it cannot be taken
    public static GateRules of(Value value) {
        var rules = standard();
        if (value.at("stopped").equals(Value.of(true))) {
            rules = rules.withStopped(Optional.of(instant(value.at("since"))));
        }
        if (!value.at("zone").isMissing()) {
            rules = rules.withZone(zone(value.at("zone").asText()));
        }
        rules = rules.withOptOut(truth(value, "optOut", rules.optOut()))
                .withConsent(truth(value, "consent", rules.consent()))
                .withWindow(truth(value, "window", rules.window()));
        if (!value.at("quiet").isMissing()) {
            var quiet = value.at("quiet");
            rules = rules.withQuiet(Optional.of(new QuietHours(
                    time(quiet.at("from").asText()),
                    time(quiet.at("to").asText()),
                    then(quiet.at("then").asText()))));
        }
        if (!value.at("cap").isMissing()) {
            rules = rules.withCap(Optional.of(number(value.at("cap").asText())));
        }
        for (var flow : value.at("flows").asFields().fields().entrySet()) {
            rules = rules.withFlow(
                    flow.getKey(), Optional.of(then(flow.getValue().asText())));
        }
        return rules;
    }

    /// A zone by its name, such as `America/Sao_Paulo`.
    public static ZoneId zone(String name) {
        try {
            return ZoneId.of(name.strip());
        } catch (DateTimeException unknown) {
            throw new GateProblem("zone", name);
        }
    }

    /// A time of day, such as `22:00`.
    public static LocalTime time(String text) {
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeException unreadable) {
            throw new GateProblem("time", text);
        }
    }

    public static QuietHours.Then then(String key) {
        return QuietHours.Then.of(key).orElseThrow(() -> new GateProblem("then", key));
    }

    public static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException unreadable) {
            throw new GateProblem("number", text);
        }
    }

    private static Instant instant(Value value) {
        try {
            return Instant.parse(value.asText());
        } catch (DateTimeException unreadable) {
            throw new GateProblem("time", value.asText());
        }
    }

    private static boolean truth(Value value, String name, boolean usual) {
        return value.at(name) instanceof Value.Truth(var truth) ? truth : usual;
    }
}
