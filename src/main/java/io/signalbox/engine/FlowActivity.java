package io.signalbox.engine;

import java.util.List;

/// How one flow has run lately.
///
/// @param last the newest run
/// @param days the counted days, oldest first
public record FlowActivity(RunSummary last, List<Day> days) {
    /// How many runs that began on one day ended well, and how many did not; those under way count as neither.
    public record Day(int well, int failed) {}

    public FlowActivity {
        days = List.copyOf(days);
    }

    public int well() {
        return days.stream().mapToInt(Day::well).sum();
    }

    public int failed() {
        return days.stream().mapToInt(Day::failed).sum();
    }
}
