package io.signalbox.engine;

import java.time.Duration;
import java.util.Map;

/// How long what was stored stays. Runs that are not finished, and those that were given up and that nobody attended
/// to, stay with their events for as long as it takes; the audit trail is never shortened.
///
/// @param payloads what came from outside: data of events, requests and replies of steps
/// @param runs and their events; the ledger goes on counting them
/// @param identities by which a repeat is known
/// @param incidents of the program itself
/// @param size bytes in use above which the oldest payloads go before their time
public record Retention(Duration payloads, Duration runs, Duration identities, Duration incidents, long size) {
    /// Names of the preferences that set it: whole days, and whole MiB.
    public static final String PAYLOADS = "retention.payload-days";

    public static final String RUNS = "retention.run-days";
    public static final String IDENTITIES = "retention.identity-days";
    public static final String INCIDENTS = "retention.incident-days";
    public static final String SIZE = "retention.size-mib";

    public static final Retention STANDARD =
            new Retention(Duration.ofDays(30), Duration.ofDays(90), Duration.ofDays(7), Duration.ofDays(365), 2L << 30);

    /// What is not set, or not a number above 0, is as in [#STANDARD].
    public static Retention of(Map<String, String> preferences) {
        return new Retention(
                days(preferences, PAYLOADS, STANDARD.payloads),
                days(preferences, RUNS, STANDARD.runs),
                days(preferences, IDENTITIES, STANDARD.identities),
                days(preferences, INCIDENTS, STANDARD.incidents),
                number(preferences, SIZE, STANDARD.size >> 20) << 20);
    }

    private static Duration days(Map<String, String> preferences, String name, Duration usual) {
        return Duration.ofDays(number(preferences, name, usual.toDays()));
    }

    private static long number(Map<String, String> preferences, String name, long usual) {
        var text = preferences.getOrDefault(name, "");
        return text.matches("[1-9]\\d{0,8}") ? Long.parseLong(text) : usual;
    }

    /// By the names of its preferences.
    public Map<String, String> texts() {
        return Map.of(
                PAYLOADS, Long.toString(payloads.toDays()),
                RUNS, Long.toString(runs.toDays()),
                IDENTITIES, Long.toString(identities.toDays()),
                INCIDENTS, Long.toString(incidents.toDays()),
                SIZE, Long.toString(size >> 20));
    }

    public Retention withPayloads(Duration changed) {
        return new Retention(changed, runs, identities, incidents, size);
    }

    public Retention withRuns(Duration changed) {
        return new Retention(payloads, changed, identities, incidents, size);
    }

    public Retention withIdentities(Duration changed) {
        return new Retention(payloads, runs, changed, incidents, size);
    }

    public Retention withIncidents(Duration changed) {
        return new Retention(payloads, runs, identities, changed, size);
    }

    public Retention withSize(long changed) {
        return new Retention(payloads, runs, identities, incidents, changed);
    }
}
