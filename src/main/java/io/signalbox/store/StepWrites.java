package io.signalbox.store;

import io.signalbox.engine.RunChange;
import io.signalbox.engine.RunStore.Settlement;
import io.signalbox.engine.StepId;
import io.signalbox.engine.StepResult;
import io.signalbox.engine.StepState;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes changes of the steps of one run, as [RunWrites] does of the run itself.
record StepWrites(Statements statements, UUID run) {
    /// The condition that a step is where the table lets it become the key.
    private static final Map<StepState, String> FROM = new EnumMap<>(StepState.class);

    static {
        for (var state : StepState.values()) {
            FROM.put(
                    state,
                    state.before().stream()
                            .filter(StepState::isDurable)
                            .sorted()
                            .map(one -> "'" + one + "'")
                            .collect(Collectors.joining(", ", " where run_id = ? and step = ? and state in (", ")")));
        }
    }

    /// @return true when the step turned out to be settled; then nothing has changed
    boolean write(RunChange change, byte[] content) throws SQLException {
        switch (change) {
            case RunChange.Intent(var step, var attempt, var key, var _) -> {
                if (attempt == 1) {
                    insert(step, StepState.INTENT, attempt, key, content, null, "", "", "", null);
                } else {
                    call(step, StepState.INTENT, attempt, key, content, false);
                }
            }
            case RunChange.Resend(var step, var attempt, var key, var _) -> {
                if (isSettled(step)) {
                    return true;
                }
                call(step, StepState.RESEND, attempt, key, content, true);
                close(step);
            }
            case RunChange.Result(var step, var result) -> {
                return end(step, result, content, false);
            }
            case RunChange.AtOnce(var step, var result) -> {
                return end(step, result, content, true);
            }
            case RunChange.Retry(var step, var attempt, var reason, var detail, var until) ->
                retry(step, attempt, reason, detail, until);
            case RunChange.Unknown(var step, var _, var key, var reason, var detail, var until) -> {
                return isSettled(step) || open(step, StepState.UNKNOWN, key, reason, detail, until);
            }
            case RunChange.Park(var step, var key, var reason, var detail) -> {
                if (isSettled(step)) {
                    return true;
                }
                // What was under way a moment ago is unknown first.
                update(step, StepState.UNKNOWN, "reason = ?", reason);
                return open(step, StepState.PARKED, key, reason, detail, null);
            }
            case RunChange.Sleep _, RunChange.Finish _ -> {}
        }
        return false;
    }

    /// By a status or a person, since the run was taken up.
    private boolean isSettled(StepId step) throws SQLException {
        return statements
                .first("""
                        select 1 from step join run on run.id = run_id
                        where run_id = ? and step = ? and step.state in ('RECONCILED', 'REFUSED')
                            and run.reason = ?
                        """, _ -> 1, run, step.toString(), RunWrites.SETTLED)
                .isPresent();
    }

    private void retry(StepId step, int attempt, String reason, String detail, Instant until) throws SQLException {
        var columns = "attempt = ?, reason = ?, detail = ?, due_at = ?";
        if (update(step, StepState.RETRY, columns, attempt, reason, cut(detail), until) == 0) {
            insert(step, StepState.RETRY, attempt, "", null, null, "", reason, detail, until);
        }
    }

    private void call(StepId step, StepState state, int attempt, String key, byte[] request, boolean doubtful)
            throws SQLException {
        must(step, state, update(step, state, """
                        attempt = ?, idempotency_key = ?, request = ?,
                        possible_duplicate = possible_duplicate or ?
                        """, attempt, key, request, doubtful));
    }

    private boolean open(
            StepId step, StepState state, String key, String reason, String detail, @Nullable Instant until)
            throws SQLException {
        must(step, state, update(step, state, "reason = ?, detail = ?, due_at = ?", reason, cut(detail), until));
        return open(step, key);
    }

    /// From now on a report that bears the key settles the step. One that came while the call was still under way, and
    /// said that it arrived, does so at once.
    ///
    /// @return true when it did
    boolean open(StepId step, String key) throws SQLException {
        var taken = SqlDeliveries.taken(statements, key);
        if (taken.isPresent()) {
            new Settling(statements, run).settle(step, new Settlement.Arrived(taken.get()));
            return true;
        }
        statements.update(
                "merge into open_call (idempotency_key, run_id, step) key (idempotency_key) values (?, ?, ?)",
                key,
                run,
                step.toString());
        return false;
    }

    private void close(StepId step) throws SQLException {
        statements.update("delete from open_call where run_id = ? and step = ?", run, step.toString());
    }

    /// @param first when there is no row of the step yet
    /// @return true when it is settled, and has not changed
    private boolean end(StepId step, StepResult result, byte[] content, boolean first) throws SQLException {
        return switch (result) {
            case StepResult.Answered(var _, var externalId) ->
                end(step, StepState.DONE, content, externalId, "", "", first);
            case StepResult.Failed(var reason, var detail) ->
                end(step, StepState.REFUSED, null, "", reason, detail, first);
            case StepResult.GivenUp(var reason, var detail) ->
                end(step, StepState.DEAD, null, "", reason, detail, first);
            case StepResult.Suppressed(var rule, var detail) ->
                end(step, StepState.SUPPRESSED, null, "", rule, detail, first);
        };
    }

    private boolean end(
            StepId step,
            StepState state,
            byte @Nullable [] output,
            String externalId,
            String reason,
            String detail,
            boolean first)
            throws SQLException {
        int changed = first
                ? 0
                : update(
                        step,
                        state,
                        "output = ?, external_id = ?, reason = ?, detail = ?",
                        output,
                        cut(externalId, 500),
                        reason,
                        cut(detail));
        if (changed == 0 && !first && isSettled(step)) {
            return true;
        }
        if (changed == 0) {
            insert(step, state, 0, "", null, output, externalId, reason, detail, null);
        }
        return false;
    }

    /// Only from where the table allows it.
    int update(StepId step, StepState state, String columns, @Nullable Object... values) throws SQLException {
        var all = new Object[values.length + 2];
        System.arraycopy(values, 0, all, 0, values.length);
        all[values.length] = run;
        all[values.length + 1] = step.toString();
        return statements.update("update step set state = '" + state + "', " + columns + FROM.get(state), all);
    }

    /// A row that is there already refuses it.
    private void insert(
            StepId step,
            StepState state,
            int attempt,
            String key,
            byte @Nullable [] request,
            byte @Nullable [] output,
            String externalId,
            String reason,
            String detail,
            @Nullable Instant due)
            throws SQLException {
        must(step, state, state.before().contains(StepState.PENDING) ? 1 : 0);
        statements.update(
                """
                insert into step
                    (run_id, step, state, attempt, idempotency_key, request, output, external_id, reason, detail,
                    due_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                run,
                step.toString(),
                state.name(),
                attempt,
                key,
                request,
                output,
                cut(externalId, 500),
                reason,
                cut(detail),
                due);
    }

    private void must(StepId step, StepState state, int changed) {
        if (changed == 0) {
            throw new IllegalStateException("step " + step + " of run " + run + " cannot become " + state);
        }
    }

    static String cut(String text) {
        return cut(text, 2000);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
