package io.signalbox.store;

import io.signalbox.engine.FlowActivity;
import io.signalbox.engine.RunChange;
import io.signalbox.engine.RunRecord;
import io.signalbox.engine.RunStore;
import io.signalbox.engine.RunSummary;
import io.signalbox.engine.StepId;
import io.signalbox.engine.StepResult;
import io.signalbox.engine.StoredRun;
import io.signalbox.json.Json;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Runs and their steps. A run in a final state is never written again: every write asks first.
public final class SqlRunStore implements RunStore {
    private static final String OPEN = " state in ('QUEUED', 'WAITING') ";

    private final Database database;

    public SqlRunStore(Database database) {
        this.database = database;
    }

    @Override
    public CompletableFuture<Boolean> write(String run, List<RunChange> changes) {
        var id = UUID.fromString(run);
        return database.journal().submit(statements -> {
            boolean open = statements
                    .first("select 1 from run where id = ? and" + OPEN, row -> 1, id)
                    .isPresent();
            if (!open) {
                return false;
            }
            for (var change : changes) {
                write(statements, id, change);
            }
            return true;
        });
    }

    private static void write(Statements statements, UUID run, RunChange change) throws SQLException {
        switch (change) {
            case RunChange.Intent(var step, var attempt, var key, var request) ->
                intend(statements, run, step, attempt, key, Json.bytes(request));
            case RunChange.Result(var step, var result) -> end(statements, run, step, result);
            case RunChange.Retry(var step, var attempt, var reason, var detail, var until) -> {
                statements.update("""
                        merge into step (run_id, step, state, attempt, reason, detail) key (run_id, step)
                        values (?, ?, 'RETRY', ?, ?, ?)
                        """, run, step.toString(), attempt, reason, cut(detail));
                statements.update(
                        "update run set state = 'WAITING', due_at = ?, reason = ?, detail = ? where id = ?",
                        until,
                        reason,
                        cut(detail),
                        run);
            }
            case RunChange.Finish(var state, var messages, var reason, var detail, var at) ->
                statements.update("""
                        update run set state = ?, due_at = null, messages = ?, reason = ?, detail = ?, ended_at = ?
                        where id = ?
                        """, state.name(), messages, reason, cut(detail), at, run);
        }
    }

    /// A call repeated after one whose end nobody knows may reach the person twice, and is marked so.
    private static void intend(Statements statements, UUID run, StepId step, int attempt, String key, byte[] request)
            throws SQLException {
        boolean lost = attempt > 1
                && statements.first("""
                                select 1 from step where run_id = ? and step = ? and
                                    (state = 'INTENT' or possible_duplicate or state = 'RETRY' and reason = 'timeout')
                                """, row -> 1, run, step.toString()).isPresent();
        statements.update("""
                merge into step (run_id, step, state, attempt, idempotency_key, request, possible_duplicate)
                key (run_id, step) values (?, ?, 'INTENT', ?, ?, ?, ?)
                """, run, step.toString(), attempt, key, request, lost);
    }

    private static void end(Statements statements, UUID run, StepId step, StepResult result) throws SQLException {
        switch (result) {
            case StepResult.Answered(var output, var externalId) ->
                end(statements, run, step, "DONE", Json.bytes(output), externalId, "", "");
            case StepResult.Failed(var reason, var detail) ->
                end(statements, run, step, "FAILED", null, "", reason, detail);
            case StepResult.Suppressed(var rule, var detail) ->
                end(statements, run, step, "SUPPRESSED", null, "", rule, detail);
        }
    }

    private static void end(
            Statements statements,
            UUID run,
            StepId step,
            String state,
            byte @Nullable [] output,
            String externalId,
            String reason,
            String detail)
            throws SQLException {
        statements.update(
                """
                merge into step (run_id, step, state, output, external_id, reason, detail) key (run_id, step)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                run,
                step.toString(),
                state,
                output,
                externalId.length() <= 500 ? externalId : externalId.substring(0, 500),
                reason,
                cut(detail));
    }

    @Override
    public List<StoredRun> unfinished(String after, int limit) {
        var from = after.isEmpty() ? new UUID(0, 0) : UUID.fromString(after);
        return database.read("reading unfinished runs", statements -> {
            // The ids first: told to order and join at once, the database reads the body of every unfinished run.
            var ids = statements
                    .list(
                            "select id from run where state = 'QUEUED' and id > ? order by id limit ?",
                            row -> row.getObject(1, UUID.class),
                            from,
                            limit)
                    .toArray();
            var runs = statements.list("""
                    select r.*, e.body from run r join event e on e.id = r.event_id
                    where r.id = any(?) order by r.id
                    """, RunRows::run, (Object) ids);
            return withSteps(statements, runs);
        });
    }

    @Override
    public List<StoredRun> due(Instant now, int limit) {
        return database.journal().write("taking up due runs", statements -> {
            var runs = statements.list("""
                    select r.*, e.body from run r join event e on e.id = r.event_id
                    where r.state = 'WAITING' and r.due_at <= ? order by r.due_at limit ?
                    """, RunRows::run, now, limit);
            for (var run : runs) {
                statements.update("update run set state = 'QUEUED', due_at = null where id = ?", run.id());
            }
            return withSteps(statements, runs);
        });
    }

    /// Reads the steps of all of them at once.
    private static List<StoredRun> withSteps(Statements statements, List<RunRows.Run> runs) throws SQLException {
        if (runs.isEmpty()) {
            return List.of();
        }
        var ids = runs.stream().map(RunRows.Run::id).toArray();
        var steps = statements
                .list("select * from step where run_id = any(?) order by run_id, step", RunRows::step, (Object) ids)
                .stream()
                .collect(Collectors.groupingBy(RunRows.Step::run));
        return runs.stream()
                .map(run -> stored(run, steps.getOrDefault(run.id(), List.of())))
                .toList();
    }

    private static StoredRun stored(RunRows.Run run, List<RunRows.Step> steps) {
        var results = new HashMap<StepId, StepResult>();
        var attempts = new HashMap<StepId, Integer>();
        Map<StepId, Integer> unknown = new HashMap<>();
        for (var step : steps) {
            switch (step.state()) {
                case "INTENT" -> unknown.put(step.step(), step.attempt());
                case "RETRY" -> attempts.put(step.step(), step.attempt());
                default -> results.put(step.step(), step.result());
            }
        }
        return new StoredRun(
                run.id().toString(), run.flow(), run.version(), run.trigger(), run.event(), results, attempts, unknown);
    }

    private static List<RunRows.Step> steps(Statements statements, UUID run) throws SQLException {
        return statements.list("select * from step where run_id = ? order by step", RunRows::step, run);
    }

    @Override
    public Optional<Instant> nextDue() {
        return database.read(
                "looking for the next due run",
                statements -> statements
                        .first(
                                "select min(due_at) due from run where state = 'WAITING'",
                                row -> Statements.optionalInstant(row, "due"))
                        .flatMap(due -> due));
    }

    @Override
    public List<RunSummary> latest(String flow, int limit) {
        return database.read(
                "reading the latest runs",
                statements -> flow.isEmpty()
                        ? statements.list("select * from run order by id desc limit ?", RunRows::summary, limit)
                        : statements.list(
                                "select * from run where flow_id = ? order by id desc limit ?",
                                RunRows::summary,
                                flow,
                                limit));
    }

    @Override
    public Optional<RunRecord> find(String run) {
        var id = UUID.fromString(run);
        return database.read("reading the run " + run, statements -> {
            var steps = steps(statements, id).stream()
                    .map(step -> new RunRecord.StepRecord(
                            step.step(),
                            step.attempt(),
                            step.key(),
                            step.request(),
                            step.result(),
                            step.ended(),
                            step.possibleDuplicate()))
                    .toList();
            return statements.first(
                    "select r.*, e.body from run r join event e on e.id = r.event_id where r.id = ?",
                    row -> {
                        var read = RunRows.run(row);
                        return new RunRecord(RunRows.summary(row), read.version(), read.trigger(), read.event(), steps);
                    },
                    id);
        });
    }

    @Override
    public Map<String, FlowActivity> activity(List<Instant> days) {
        return new RunCounts(database).activity(days, RunRows::summary);
    }

    private static String cut(String text) {
        return text.length() <= 2000 ? text : text.substring(0, 2000);
    }
}
