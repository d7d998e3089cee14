package io.signalbox.designer.panel;

import io.signalbox.flow.Problem;
import java.util.List;
import java.util.Set;

/// How a flow stands, the most telling first that applies: the same word in the list and beside the open flow's name.
public enum FlowStatus {
    PAUSED("paused", "danger", "pause"),
    PROBLEMS("problems", "danger", "cross"),
    DIFFERS("differs", "warning", "pencil"),
    /// A server that it was sent to has another version of it.
    SERVER_DIFFERS("server-differs", "warning", "server"),
    LISTENING("listening", "success", "check"),
    /// Switched on, while no events are listened to.
    ON("on", "accent", "check"),
    DRAFT("draft", "", "pencil"),
    READY("ready", "", "check");

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

    private final String key;
    private final String tone;
    private final String icon;

    FlowStatus(String key, String tone, String icon) {
        this.key = "flows.status." + key;
        this.tone = tone;
        this.icon = icon;
    }

    /// @param on whether a version of it is switched on
    /// @param same whether that version is what is drawn
    /// @param sent whether no server is known to have another version
    /// @param listening whether events are listened to
    public static FlowStatus of(
            boolean paused, boolean on, boolean same, List<Problem> found, boolean sent, boolean listening) {
        if (paused) {
            return PAUSED;
        }
        var errors = found.stream().filter(Problem::isError).toList();
        if (!on) {
            boolean unfinished = errors.stream().allMatch(error -> UNFINISHED.contains(error.key()));
            return errors.isEmpty() ? (sent ? READY : SERVER_DIFFERS) : unfinished ? DRAFT : PROBLEMS;
        }
        if (!errors.isEmpty()) {
            return PROBLEMS;
        }
        return !same ? DIFFERS : !sent ? SERVER_DIFFERS : listening ? LISTENING : ON;
    }

    /// Text key of its word.
    public String key() {
        return key;
    }

    /// Style class of its colour; blank for none.
    public String tone() {
        return tone;
    }

    String icon() {
        return icon;
    }
}
