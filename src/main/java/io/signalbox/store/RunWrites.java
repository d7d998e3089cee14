package io.signalbox.store;

import io.signalbox.engine.RunChange;
import io.signalbox.engine.RunState;
import io.signalbox.engine.RunStore.Written;
import io.signalbox.engine.StepResult;
import io.signalbox.json.Json;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes changes of one run within one transaction. Every statement names the states it may start from, so that a
/// change the tables of [RunState] and [StepState] do not know changes no row.
record RunWrites(Statements statements, UUID run) {
    private static final byte[] NONE = {};

    /// The reason of a run of which a call was settled while it was at work: it looks again before it sleeps.
    static final String SETTLED = "settled";

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
        var steps = new StepWrites(statements, run);
        boolean settled = false;
        for (int at = 0; at < prepared.changes.size(); at++) {
            settled = steps.write(prepared.changes.get(at), prepared.contents.get(at));
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
                                StepWrites.cut(detail),
                                run,
                                fence,
                                SETTLED));
            case RunChange.Finish(var state, var messages, var reason, var detail, var at) ->
                orAgain(
                        fence,
                        statements.update(
                                """
                                update run set state = ?, due_at = null, messages = ?, reason = ?, detail = ?,
                                    ended_at = ?
                                where id = ? and fence = ? and state = 'QUEUED' and reason <> ?
                                """, state.name(), messages, reason, StepWrites.cut(detail), at, run, fence, SETTLED));
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
}
