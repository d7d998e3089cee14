package io.signalbox.store;

import io.signalbox.engine.RunState;
import io.signalbox.engine.RunSummary;
import io.signalbox.engine.StepId;
import io.signalbox.engine.StepResult;
import io.signalbox.engine.StepState;
import io.signalbox.engine.StoredRun;
import io.signalbox.flow.Event;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of runs and steps as they are read.
final class RunRows {
    /// A run that is to be worked on.
    ///
    /// @param fence under which it is held from now on
    record Run(
            UUID id,
            String flow,
            long version,
            NodeId trigger,
            Event event,
            long fence,
            int crashes,
            Optional<UUID> keyedAs) {}

    /// A step as it was stored last.
    record Step(
            UUID run,
            StepId step,
            StepState state,
            int attempt,
            String key,
            Value request,
            Value output,
            String externalId,
            String reason,
            String detail,
            boolean possibleDuplicate,
            Optional<Instant> due) {

        Optional<StoredRun.Rest> rest() {
            return due.map(until -> new StoredRun.Rest(reason, detail, Optional.of(until)));
        }

        StepResult result() {
            return switch (state) {
                case DONE, RECONCILED -> new StepResult.Answered(output, externalId);
                case SUPPRESSED -> new StepResult.Suppressed(reason, detail);
                case DEAD -> new StepResult.GivenUp(reason, detail);
                case PENDING, INTENT, RETRY, REFUSED, UNKNOWN, RESEND, PARKED -> new StepResult.Failed(reason, detail);
            };
        }
    }

    /// The columns of [#summary], for a table called `r`.
    static final String SUMMARY = """
            r.*, (select count(*) from step s join delivery d on d.external_id = s.external_id
                where s.run_id = r.id and s.external_id <> '' and d.state = 'FAILED') undelivered
            """;

    private RunRows() {}

    static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getObject("id", UUID.class),
                row.getString("flow_id"),
                row.getLong("version"),
                new NodeId(row.getString("trigger_node")),
                EventBody.read(row.getBytes("body")),
                row.getLong("fence"),
                row.getInt("crash_count"),
                Optional.ofNullable(row.getObject("keyed_as", UUID.class)));
    }

    static RunSummary summary(ResultSet row) throws SQLException {
        return new RunSummary(
                row.getObject("id", UUID.class).toString(),
                row.getString("flow_id"),
                row.getObject("event_id", UUID.class).toString(),
                row.getString("subject"),
                RunState.valueOf(row.getString("state")),
                row.getInt("messages"),
                row.getString("reason"),
                row.getString("detail"),
                Statements.instant(row, "started_at"),
                Statements.optionalInstant(row, "ended_at"),
                row.getInt("undelivered"));
    }

    static Step step(ResultSet row) throws SQLException {
        return new Step(
                row.getObject("run_id", UUID.class),
                StepId.parse(row.getString("step")),
                StepState.valueOf(row.getString("state")),
                row.getInt("attempt"),
                row.getString("idempotency_key"),
                json(row.getBytes("request")),
                json(row.getBytes("output")),
                row.getString("external_id"),
                row.getString("reason"),
                row.getString("detail"),
                row.getBoolean("possible_duplicate"),
                Statements.optionalInstant(row, "due_at"));
    }

    private static Value json(byte @Nullable [] bytes) throws SQLException {
        try {
            return bytes == null ? Value.nothing() : Json.stored(bytes);
        } catch (JsonProblem broken) {
            throw new SQLException("a stored step cannot be read", broken);
        }
    }
}
