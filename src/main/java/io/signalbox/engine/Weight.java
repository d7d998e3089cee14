package io.signalbox.engine;

import io.signalbox.flow.Event;
import io.signalbox.flow.Value;

/// What something stored costs in memory once it is read: estimated in bytes of heap, since a list of short numbers
/// takes thirty times the room that its text takes. Pure.
public final class Weight {
    private static final long OBJECT = 16;
    private static final long REFERENCE = 4;
    private static final long TEXT = 56;
    private static final long NUMBER = 56;
    private static final long ENTRY = 48;

    private Weight() {}

    /// Of a run that is taken up: its event, and what its steps were answered.
    public static long of(StoredRun run) {
        long weight = of(run.event());
        for (var result : run.results().values()) {
            if (result instanceof StepResult.Answered(var output, var _)) {
                weight += of(output);
            }
        }
        return weight;
    }

    public static long of(Event event) {
        return of(event.data()) + of(event.attributes());
    }

    public static long of(Value value) {
        return switch (value) {
            case Value.Nothing _ -> 0;
            case Value.Truth _ -> OBJECT;
            case Value.Text(var text) -> TEXT + text.length();
            case Value.Decimal _ -> NUMBER;
            case Value.Items(var items) -> {
                long weight = OBJECT;
                for (var item : items) {
                    weight += REFERENCE + of(item);
                }
                yield weight;
            }
            case Value.Fields(var fields) -> {
                long weight = OBJECT;
                for (var member : fields.entrySet()) {
                    weight += ENTRY + TEXT + member.getKey().length() + of(member.getValue());
                }
                yield weight;
            }
        };
    }
}
