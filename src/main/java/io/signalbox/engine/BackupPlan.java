package io.signalbox.engine;

import java.time.Duration;
import java.util.Map;

/// How often a copy of the workspace is made by itself, and how long such copies stay.
///
/// @param every at least an hour
/// @param days of so many days the newest copy stays; beyond them one of each of 4 weeks and 3 months
public record BackupPlan(Duration every, int days) {
    /// Names of the preferences that set it.
    public static final String EVERY = "backup.every-hours";

    public static final String DAYS = "backup.keep-days";

    public static final BackupPlan STANDARD = new BackupPlan(Duration.ofHours(24), 7);

    private static final String NUMBER = "[1-9]\\d{0,3}";

    public BackupPlan {
        if (every.toHours() < 1 || days < 1) {
            throw new IllegalArgumentException("every %s, %d days".formatted(every, days));
        }
    }

    /// What is not set, or not a number above 0, is as in [#STANDARD].
    public static BackupPlan of(Map<String, String> preferences) {
        return new BackupPlan(
                Duration.ofHours(number(preferences, EVERY, (int) STANDARD.every.toHours())),
                number(preferences, DAYS, STANDARD.days));
    }

    private static int number(Map<String, String> preferences, String name, int usual) {
        var text = preferences.getOrDefault(name, "");
        return text.matches(NUMBER) ? Integer.parseInt(text) : usual;
    }

    /// By the names of its preferences.
    public Map<String, String> texts() {
        return Map.of(EVERY, Long.toString(every.toHours()), DAYS, Integer.toString(days));
    }

    public BackupPlan withEvery(Duration changed) {
        return new BackupPlan(changed, days);
    }

    public BackupPlan withDays(int changed) {
        return new BackupPlan(every, changed);
    }
}
