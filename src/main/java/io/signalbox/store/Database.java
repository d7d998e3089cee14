package io.signalbox.store;

import io.signalbox.engine.StoreException;
import io.signalbox.engine.StoreHealth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.h2.api.ErrorCode;
import org.h2.message.DbException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The embedded database of a workspace. An administrator opens it, brings the schema up to date and keeps one
/// private connection for syncs; everything else goes through a user who may only read and write rows, so that no
/// text that ever reached SQL could load code, read files or change settings.
///
/// A file that failed once is never written again: it is closed, and opened anew as soon as that works. Until then
/// every read and write fails at once.
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(50);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final String place;
    private final VaultKey key;
    private final Space space;
    private final OpenDatabase.Precaution precaution;
    private final AtomicLong commits = new AtomicLong();
    private Optional<Backups.Repaired> repaired = Optional.empty();
    private volatile State state = new State.Closed();
    private volatile LongConsumer synced = _ -> {};

    private sealed interface State {
        record Open(OpenDatabase file) implements State {}

        record Failed(Exception why) implements State {}

        record Closed() implements State {}
    }

    private Database(String place, VaultKey key, Space space, OpenDatabase.Precaution precaution) {
        this.place = place;
        this.key = key;
        this.space = space;
        this.precaution = precaution;
    }

    /// Opens the database in `folder`, or makes it.
    ///
    /// @param key that its passwords are derived from
    public static Database open(Path folder, VaultKey key) {
        return open(folder, key, Space.of(folder, Space.Limits.STANDARD));
    }

    /// As above; a damaged file is put aside and the newest copy of it put in its place (see [#repaired]).
    ///
    /// @throws StoreException when it is damaged and there is no copy; nothing was changed then
    public static Database open(Path folder, VaultKey key, InstantSource clock) {
        try {
            return open(folder, key);
        } catch (StoreException failure) {
            if (!StoreFailure.isDamage(failure)) {
                throw failure;
            }
            var last = lastWrite(folder);
            var repaired = new Backups(folder, key).repair(failure, last, clock.instant());
            LOG.error(
                    "the database was damaged; {} was restored, and what came between {} and {} may be missing; "
                            + "the damaged file lies in {}",
                    repaired.copy(),
                    repaired.from(),
                    repaired.until(),
                    repaired.aside());
            var database = open(folder, key);
            database.repaired = Optional.of(repaired);
            return database;
        }
    }

    private static Instant lastWrite(Path folder) {
        try {
            return Files.getLastModifiedTime(folder.resolve("db").resolve("signalbox.mv.db"))
                    .toInstant();
        } catch (IOException failure) {
            throw new StoreException("looking at the database in " + folder, failure);
        }
    }

    static Database open(Path folder, VaultKey key, Space space) {
        var file = folder.resolve("db").resolve("signalbox").toAbsolutePath().toString();
        if (file.indexOf(';') >= 0) {
            throw new StoreException(
                    "opening " + folder, new IllegalArgumentException("a workspace's path must not contain ;"));
        }
        try {
            Files.createDirectories(folder.resolve("db"));
        } catch (IOException failure) {
            throw new StoreException("opening the database in " + folder, failure);
        }
        var backups = new Backups(folder, key);
        return open(file, key, space, backups::beforeUpgrade);
    }

    /// Opens the database at a place of any of H2's file systems.
    static Database open(String place, VaultKey key) {
        return open(place, key, Space.endless(), _ -> {});
    }

    static Database open(String place, VaultKey key, Space space) {
        return open(place, key, space, _ -> {});
    }

    private static Database open(String place, VaultKey key, Space space, OpenDatabase.Precaution precaution) {
        var database = new Database(place, key, space, precaution);
        try {
            database.open();
            return database;
        } catch (IOException | SQLException | DbException failure) {
            throw failure instanceof SQLException refused && refused.getErrorCode() == ErrorCode.WRONG_USER_OR_PASSWORD
                    ? new StoreException.OtherKey(refused)
                    : new StoreException("opening the database at " + place, failure);
        }
    }

    private synchronized void open() throws IOException, SQLException {
        var watch = new Journal.Watch() {
            @Override
            public void committed() {
                commits.incrementAndGet();
            }

            @Override
            public void synced(long nanos) {
                synced.accept(nanos);
            }

            @Override
            public void failed(Exception why) {
                Database.this.failed(why);
            }
        };
        state = new State.Open(OpenDatabase.open(place, key, watch, precaution));
    }

    /// @param told how many nanoseconds each sync of the disk took; must return at once
    public void onSync(LongConsumer told) {
        synced = told;
    }

    private OpenDatabase file() {
        return switch (state) {
            case State.Open(var file) -> file;
            case State.Failed(var why) -> throw new StoreException("the database is being opened again", why);
            case State.Closed _ ->
                throw new StoreException("using a workspace that was closed", new IllegalStateException("closed"));
        };
    }

    /// The writer of the file as it is open now.
    Journal journal() {
        return file().journal();
    }

    /// Another number whenever something was written: what was counted at the same number is still so.
    long commits() {
        return commits.get();
    }

    /// Refuses new work while the disk is nearly full: what was accepted must still find room to end.
    ///
    /// @throws StoreException.Full when it is
    void admit() {
        space.admit();
    }

    /// What was done to a damaged file when this was opened.
    public Optional<Backups.Repaired> repaired() {
        return repaired;
    }

    /// Writes a copy of the file as it is now, while it is in use.
    void copyTo(Path file) {
        file();
        try (var admin = OpenDatabase.administrator(place, key).getConnection();
                var statement = admin.prepareStatement("backup to ?")) {
            statement.setString(1, file.toString());
            statement.execute();
        } catch (SQLException failure) {
            throw new StoreException("copying the database", failure);
        }
    }

    /// How much it holds; every row is read.
    public Contents contents() {
        try {
            return Contents.of(file().admin());
        } catch (SQLException failure) {
            throw new StoreException("reading everything", failure);
        }
    }

    /// How much of the file is in use.
    Share share() {
        try {
            return Share.of(file().admin());
        } catch (SQLException failure) {
            throw new StoreException("measuring the database", failure);
        }
    }

    /// How the store is.
    public StoreHealth health() {
        return switch (state) {
            case State.Open _ ->
                space.isShort() ? new StoreHealth.Full(space.free()) : new StoreHealth.Well(space.free());
            case State.Failed(var why) -> new StoreHealth.Failed(String.valueOf(why.getMessage()));
            case State.Closed _ -> new StoreHealth.Failed("closed");
        };
    }

    /// Sets room aside that lets what was accepted end when the disk is full. May take a second.
    public void reserve() {
        space.reserve();
    }

    /// Lends a connection for reading.
    <T> T read(String what, Journal.Work<T> work) {
        var file = file();
        try (var connection = file.readers().getConnection();
                var statements = new Statements(connection)) {
            return work.on(statements);
        } catch (SQLException failure) {
            if (StoreFailure.isOf(failure)) {
                failed(failure);
            }
            throw new StoreException(what, failure);
        }
    }

    /// Lends a connection for reading that sees one moment, however much is written meanwhile.
    <T> T readMoment(String what, Journal.Work<T> work) {
        try (var connection = file().readers().getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            try (var statements = new Statements(connection)) {
                return work.on(statements);
            } finally {
                connection.rollback();
            }
        } catch (SQLException failure) {
            if (StoreFailure.isOf(failure)) {
                failed(failure);
            }
            throw new StoreException(what, failure);
        }
    }

    private synchronized void failed(Exception why) {
        if (state instanceof State.Open(var file)) {
            state = new State.Failed(why);
            LOG.error(
                    "the database failed and is opened again; until then nothing is accepted: {}",
                    StoreFailure.firstCause(why));
            LOG.debug("the database failed", why);
            Thread.ofPlatform().daemon().name("reopening").start(() -> reopen(file));
        }
    }

    private void reopen(OpenDatabase broken) {
        broken.abandon();
        space.release();
        var wait = FIRST_WAIT;
        while (!tryOpening()) {
            LockSupport.parkNanos(wait.toNanos());
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
        }
    }

    /// False when it has to be tried again.
    private synchronized boolean tryOpening() {
        if (state instanceof State.Closed) {
            return true;
        }
        try {
            open();
            LOG.info("the database is open again");
            return true;
        } catch (IOException | SQLException | RuntimeException failure) {
            state = new State.Failed(failure);
            LOG.warn("the database cannot be opened yet: {}", String.valueOf(failure.getMessage()));
            return false;
        }
    }

    /// Writes what waits and closes the file.
    @Override
    public void close() {
        State before;
        synchronized (this) {
            before = state;
            state = new State.Closed();
        }
        if (before instanceof State.Open(var file)) {
            try {
                file.close();
            } catch (SQLException failure) {
                throw new StoreException("closing the database", failure);
            }
        }
        space.release();
    }
}
