package io.signalbox.store;

import io.signalbox.engine.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;

/// The one writer. Whatever waits is written as one group: one transaction, one sync of the disk, then everybody is
/// answered. A commit alone would survive a killed process but not a power cut; the sync is what makes 202 true.
final class Journal implements AutoCloseable {
    private static final int LARGEST_GROUP = 256;

    /// Only an administrator of the database may sync it, so one connection exists for this sentence alone.
    private static final String SYNC = "checkpoint sync";

    private final Connection writing;
    private final Connection syncing;
    private final Statements statements;
    private final LinkedBlockingQueue<Job<?>> waiting = new LinkedBlockingQueue<>();
    private final Thread writer;
    private final Watch watch;
    private volatile boolean open = true;

    /// What the writer does.
    interface Watch {
        /// A group was committed; it may not be synced yet.
        void committed();

        void synced(long nanos);

        /// The file can no longer be written; nothing is from then on.
        void failed(Exception why);
    }

    /// Work on the database. It may run a second time when another of its group failed, so it keeps nothing outside.
    @FunctionalInterface
    interface Work<T> {
        T on(Statements statements) throws SQLException;
    }

    private static final class Job<T> {
        private final Work<T> work;
        private final CompletableFuture<T> answer = new CompletableFuture<>();
        private CompletableFuture<T> result = answer;

        Job(Work<T> work) {
            this.work = work;
        }

        void run(Statements statements) throws SQLException {
            result = CompletableFuture.completedFuture(work.on(statements));
        }

        void release() {
            answer.complete(result.join());
        }

        void fail(Exception cause) {
            answer.completeExceptionally(cause);
        }
    }

    /// @param writing of the application's user
    /// @param syncing of the administrator
    /// @param watch told on the writer's thread
    Journal(Connection writing, Connection syncing, Watch watch) throws SQLException {
        this.writing = writing;
        this.syncing = syncing;
        this.watch = watch;
        writing.setAutoCommit(false);
        this.statements = new Statements(writing);
        this.writer = Thread.ofPlatform().name("journal").start(this::write);
    }

    /// On stable storage when the future completes; nothing of it is stored when it fails.
    <T> CompletableFuture<T> submit(Work<T> work) {
        var job = new Job<>(work);
        if (!open) {
            job.fail(new StoreException("writing after the workspace was closed", new IllegalStateException("closed")));
            return job.answer;
        }
        waiting.add(job);
        if (!open && !writer.isAlive()) {
            refuseWaiting(new IllegalStateException("closed"));
        }
        return job.answer;
    }

    /// Waits until it is on stable storage.
    <T> T write(String what, Work<T> work) {
        try {
            return submit(work).join();
        } catch (CompletionException failure) {
            var cause = failure.getCause();
            throw new StoreException(what, cause == null ? failure : cause);
        }
    }

    private void write() {
        var group = new ArrayList<Job<?>>(LARGEST_GROUP);
        while (open || !waiting.isEmpty()) {
            try {
                group.add(waiting.take());
            } catch (InterruptedException _) {
                continue; // Nobody here does that; what waits is written all the same.
            }
            waiting.drainTo(group, LARGEST_GROUP - 1);
            writeGroup(group);
            group.clear();
        }
    }

    private void writeGroup(List<Job<?>> group) {
        try {
            for (var job : group) {
                job.run(statements);
            }
            statements.commit();
            watch.committed();
            sync();
        } catch (SQLException | RuntimeException failure) {
            if (StoreFailure.isOf(failure)) {
                fail(group, failure);
                return;
            }
            rollBack();
            if (group.size() == 1) {
                group.getFirst().fail(failure);
            } else {
                // One of them is at fault; alone, each gets its own answer.
                for (var job : group) {
                    if (open || !job.answer.isDone()) {
                        writeGroup(List.of(job));
                    }
                }
            }
            return;
        } catch (Error broken) {
            // A writer that ended without a word would leave everybody waiting for ever.
            fail(group, new IllegalStateException("the writer broke", broken));
            return;
        }
        group.forEach(Job::release);
    }

    /// Whether this group is stored is known to nobody, so nothing of it is tried again here: who asked for it does.
    private void fail(List<Job<?>> group, Exception failure) {
        open = false;
        // First, so that whoever is refused finds a store that says so.
        watch.failed(failure);
        group.forEach(job -> job.fail(new StoreException("writing", failure)));
        refuseWaiting(failure);
    }

    private void refuseWaiting(Exception why) {
        for (var job = waiting.poll(); job != null; job = waiting.poll()) {
            job.fail(new StoreException("writing", why));
        }
    }

    private void sync() throws SQLException {
        long began = System.nanoTime();
        try (var statement = syncing.createStatement()) {
            statement.execute(SYNC);
        }
        watch.synced(System.nanoTime() - began);
    }

    private void rollBack() {
        try {
            statements.rollback();
        } catch (SQLException _) {
            // The database is gone; the failure that led here is what the callers are told.
        }
    }

    /// Ends without writing what waits.
    void abandon() {
        open = false;
        refuseWaiting(new IllegalStateException("the database failed"));
        waiting.add(new Job<>(_ -> true));
    }

    /// Writes what waits, then ends.
    @Override
    public void close() throws SQLException {
        open = false;
        // Not interrupted: in the middle of a write that would close the database's file under it. Work that does
        // nothing wakes the writer instead.
        waiting.add(new Job<>(_ -> true));
        try {
            writer.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        statements.close();
        writing.close();
    }
}
