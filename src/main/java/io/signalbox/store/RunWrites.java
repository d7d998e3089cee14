package io.signalbox.store;

import io.signalbox.engine.RunChange;
import io.signalbox.engine.RunState;
import io.signalbox.engine.RunStore.Settlement;
import io.signalbox.engine.RunStore.Written;
import io.signalbox.engine.StepId;
import io.signalbox.engine.StepResult;
import io.signalbox.engine.StepState;
import io.signalbox.json.Json;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes changes of one run within one transaction. Every statement names the states it may start from, so that a
/// change the tables of [RunState] and [StepState] do not know changes no row.
record RunWrites(Statements statements, UUID run) {
    private static final byte[] NONE = {};

    /// The reason of a run of which a call was settled while it was at work: it looks again before it sleeps.
    private static final String SETTLED = "settled";

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

    /// Changes with the bytes of what they carry, made before the writer's turn.
    static final class Prepared {
        private final List<RunChange> changes;
        private final List<byte[]> contents = new ArrayList<>();

        Prepared(List<RunChange> changes) {
            this.changes = List.copyOf(changes);
            changes.forEach(change -> contents.add(content(change)));
        }

        private static byte[] content(RunChange change) {
            return switch (change) {
                case RunChange.Intent intent -> Json.bytes(intent.request());
                case RunChange.Resend resend -> Json.bytes(resend.request());
                case RunChange.Result(var _, StepResult.Answered(var output, var _)) -> Json.bytes(output);
                case RunChange.AtOnce(var _, StepResult.Answered(var output, var _)) -> Json.bytes(output);
                case RunChange.Result _,
                        RunChange.AtOnce _,
                        RunChange.Retry _,
                        RunChange.Sleep _,
                        RunChange.Unknown _,
                        RunChange.Park _,
                        RunChange.Finish _ -> NONE;
            };
        }
    }

    Written write(long fence, Prepared prepared) throws SQLException {
        var changes = prepared.changes;
        if (changes.stream().anyMatch(RunWrites::opens)) {
            // A report may have settled it already, which the run's own row has to know before it sleeps or ends.
            if (!isHeld(fence)) {
                return Written.TOO_LATE;
            }
            boolean settled = writeSteps(prepared);
            return settled ? Written.SETTLED : hold(fence, changes.getLast());
        }
        var written = hold(fence, changes.isEmpty() ? null : changes.getLast());
        return written != Written.TOO_LATE && writeSteps(prepared) ? Written.SETTLED : written;
    }

    private static boolean opens(RunChange change) {
        return change instanceof RunChange.Unknown || change instanceof RunChange.Park;
    }

    /// @return true when the last of them was about a step that is settled, so that it does not hold
    private boolean writeSteps(Prepared prepared) throws SQLException {
        boolean settled = false;
        for (int at = 0; at < prepared.changes.size(); at++) {
            settled = write(prepared.changes.get(at), prepared.contents.get(at));
            if (settled) {
                settled();
            }
        }
        return settled;
    }

    /// Changes the run's own row, which is the check at the same time; where it does not change, it is asked. A run of
    /// which a step was settled meanwhile neither sleeps nor ends: it is due at once.
    private Written hold(long fence, @Nullable RunChange last) throws SQLException {
        return switch (last) {
            case RunChange.Sleep(var reason, var detail, var until) ->
                orAgain(
                        fence,
                        statements.update(
                                """
                                update run set state = ?, due_at = ?, reason = ?, detail = ?
                                where id = ? and fence = ? and state = 'QUEUED' and reason <> ?
                                """,
                                (until.isPresent() ? RunState.WAITING : RunState.PARKED).name(),
                                until.orElse(null),
                                reason,
                                cut(detail),
                                run,
                                fence,
                                SETTLED));
            case RunChange.Finish(var state, var messages, var reason, var detail, var at) ->
                orAgain(
                        fence,
                        statements.update("""
                                update run set state = ?, due_at = null, messages = ?, reason = ?, detail = ?,
                                    ended_at = ?
                                where id = ? and fence = ? and state = 'QUEUED' and reason <> ?
                                """, state.name(), messages, reason, cut(detail), at, run, fence, SETTLED));
            case RunChange.Intent _,
                    RunChange.Resend _,
                    RunChange.Result _,
                    RunChange.AtOnce _,
                    RunChange.Retry _,
                    RunChange.Unknown _,
                    RunChange.Park _ -> written(isHeld(fence));
            case null -> written(isHeld(fence));
        };
    }

    private Written orAgain(long fence, int changed) throws SQLException {
        if (changed > 0) {
            return Written.DONE;
        }
        int due = statements.update(
                "update run set state = 'WAITING', due_at = started_at where id = ? and fence = ? and state = 'QUEUED'",
                run,
                fence);
        return due > 0 ? Written.SETTLED : Written.TOO_LATE;
    }

    private static Written written(boolean held) {
        return held ? Written.DONE : Written.TOO_LATE;
    }

    private boolean isHeld(long fence) throws SQLException {
        return statements
                .first("select 1 from run where id = ? and fence = ? and state = 'QUEUED'", _ -> 1, run, fence)
                .isPresent();
    }

    /// A step of a run at work needs no more waiting for.
    void settled() throws SQLException {
        statements.update("update run set reason = ? where id = ? and state = 'QUEUED'", SETTLED, run);
    }

    /// @return true when the step turned out to be settled; then nothing has changed
    private boolean write(RunChange change, byte[] content) throws SQLException {
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
        return statements.first("""
                        select 1 from step join run on run.id = run_id
                        where run_id = ? and step = ? and step.state in ('RECONCILED', 'REFUSED')
                            and run.reason = ?
                        """, _ -> 1, run, step.toString(), SETTLED).isPresent();
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
