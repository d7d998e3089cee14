package io.signalbox.designer.panel;

import io.signalbox.engine.FlowActivity;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Problem;
import io.signalbox.json.FlowJson;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A flow as the list shows it.
///
/// @param problems how many keep it from running
/// @param activity empty when it never ran
record FlowRow(StoredFlow stored, Status status, int problems, Optional<FlowActivity> activity) {
    /// What only says that something is not filled in yet.
    private static final Set<String> UNFINISHED = Set.of(
            "problem.trigger.none",
            "problem.trigger.event",
            "problem.service.none",
            "problem.operation.none",
            "problem.connection.none",
            "problem.setting.required",
            "problem.row.target",
            "problem.row.empty",
            "problem.condition.value");

    /// How a flow stands, the most telling first that applies.
    enum Status {
        PAUSED("paused", "danger", "pause"),
        PROBLEMS("problems", "danger", "cross"),
        DIFFERS("differs", "warning", "pencil"),
        LISTENING("listening", "success", "check"),
        DRAFT("draft", "", "pencil"),
        READY("ready", "accent", "check");

        private final String key;
        private final String tone;
        private final String icon;

        Status(String key, String tone, String icon) {
            this.key = "flows.status." + key;
            this.tone = tone;
            this.icon = icon;
        }

        String key() {
            return key;
        }

        String tone() {
            return tone;
        }

        String icon() {
            return icon;
        }
    }

    /// @param listening whether events are listened to
    static FlowRow of(StoredFlow stored, List<Problem> found, boolean listening, Optional<FlowActivity> activity) {
        var errors = found.stream().filter(Problem::isError).toList();
        return new FlowRow(stored, status(stored, errors, listening), errors.size(), activity);
    }

    private static Status status(StoredFlow stored, List<Problem> errors, boolean listening) {
        if (stored.isPaused()) {
            return Status.PAUSED;
        }
        if (stored.live().isEmpty()) {
            boolean unfinished = errors.stream().allMatch(error -> UNFINISHED.contains(error.key()));
            return errors.isEmpty() ? Status.READY : unfinished ? Status.DRAFT : Status.PROBLEMS;
        }
        if (!errors.isEmpty()) {
            return Status.PROBLEMS;
        }
        boolean same = stored.live().get().identity().equals(FlowJson.identity(stored.flow()));
        return !same ? Status.DIFFERS : listening ? Status.LISTENING : Status.READY;
    }

    String id() {
        return stored.flow().id();
    }

    String name() {
        return stored.flow().name();
    }

    boolean isOn() {
        return stored.live().isPresent();
    }

    boolean isPaused() {
        return stored.isPaused();
    }
}
