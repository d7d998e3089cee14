package io.signalbox.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.signalbox.engine.StoreException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.store.fs.FilePath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The database's file while it is open: an administrator's private connection for syncs, the writer, and readers who
/// may only read and write rows.
record OpenDatabase(Connection admin, HikariDataSource readers, Journal journal) implements AutoCloseable {
    /// The newest file in `migration`.
    static final int SCHEMA = 12;

    static final String FILE = ".mv.db";
    private static final Logger LOG = LoggerFactory.getLogger(OpenDatabase.class);
    private static final String ADMIN = "SB_ADMIN";
    private static final String USER = "SB_APP";

    /// Told before a file of an older schema is brought up to date; what it throws keeps the file as it is.
    @FunctionalInterface
    interface Precaution {
        void upgrading(int schema);
    }

    /// Opens the database at a place of any of H2's file systems.
    ///
    /// @param watch told what the writer does
    /// @throws StoreException.Newer when a newer version of the program made it; it is left as it was
    static OpenDatabase open(String place, VaultKey key, Journal.Watch watch, Precaution precaution)
            throws IOException, SQLException {
        if (!FilePath.get(place + FILE).exists()) {
            make(place, key);
        }
        var found = Recovery.settle(FilePath.get(place + FILE));
        if (found.taken() > 0) {
            LOG.info("{}: {} unfinished writes of before the power went were taken back", place, found.taken());
        }
        var admin = ready(place, key, found, precaution);
        try {
            var application = source(url(place) + ";IFEXISTS=TRUE", USER, key.password("db-app"));
            return new OpenDatabase(admin, pool(application), new Journal(application.getConnection(), admin, watch));
        } catch (SQLException | RuntimeException failure) {
            letGo(admin);
            throw failure;
        }
    }

    /// Of the newest schema, and not much larger than it need be.
    private static Connection ready(String place, VaultKey key, Recovery.Found found, Precaution precaution)
            throws IOException, SQLException {
        var admin = opened(place, key);
        try {
            Contents.check(admin, found.sound());
            int schema = schemaVersion(admin);
            // After a crash work waits: what only takes less room can wait for the next orderly start.
            if (schema == SCHEMA && !(found.closed() && Share.of(admin).isMostlyFree())) {
                return admin;
            }
            if (schema > SCHEMA) {
                throw new StoreException.Newer(schema, SCHEMA);
            }
            var remaking = new Remaking(place, key, Contents.counted(admin));
            letGo(admin);
            if (schema < SCHEMA) {
                precaution.upgrading(schema);
                remaking.upgrade(schema);
            } else {
                tryShrinking(remaking);
            }
            return administrator(place, key).getConnection();
        } catch (IOException | SQLException | RuntimeException failure) {
            letGo(admin);
            throw failure;
        }
    }

    /// Nobody needs it today.
    private static void tryShrinking(Remaking remaking) {
        try {
            remaking.shrink();
        } catch (IOException | SQLException | StoreException failure) {
            LOG.warn("{}: not made smaller: {}", remaking.place(), StoreFailure.firstCause(failure));
        }
    }

    /// Closes the file as it is: a close that puts things in order would write to what is to be kept.
    private static void letGo(Connection admin) throws SQLException {
        if (admin.isClosed()) {
            return;
        }
        try (var statement = admin.createStatement()) {
            statement.execute("shutdown immediately");
        }
        admin.close();
    }

    /// Beside its place, and moved there when it is whole: a database whose making was cut short could not be opened.
    private static void make(String place, VaultKey key) throws SQLException {
        var fresh = place + "-new";
        FilePath.get(fresh + FILE).delete();
        var administrator = administrator(fresh, key);
        try (var admin = administrator.getConnection()) {
            bringUpToDate(administrator, admin, key);
            end(admin);
        }
        FilePath.get(fresh + FILE).moveTo(FilePath.get(place + FILE), true);
        Remaking.syncFolder(FilePath.get(place + FILE));
    }

    /// Everything is on the disk, and the file is closed.
    static void end(Connection admin) throws SQLException {
        try (var statement = admin.createStatement()) {
            statement.execute("checkpoint sync");
            statement.execute("shutdown");
        }
    }

    /// What a sound file says about itself can be read; H2 stumbles over a damaged one wherever it happens to look.
    private static Connection opened(String place, VaultKey key) throws SQLException, IOException {
        try {
            return administrator(place, key).getConnection();
        } catch (SQLException failure) {
            if (failure instanceof SQLDataException
                    || failure instanceof SQLSyntaxErrorException
                    || StoreFailure.isBeyondReading(failure)) {
                throw new StoreFailure.DamagedFile(String.valueOf(failure.getMessage()), failure);
            }
            throw failure;
        }
    }

    static JdbcDataSource administrator(String place, VaultKey key) {
        // One writer thread gains nothing from a large cache; the heap stays small on a plant's server. Compacting on
        // close would move what is safe before what refers to it is.
        var settings = ";WRITE_DELAY=0;CACHE_SIZE=16384;MAX_COMPACT_TIME=0;DB_CLOSE_ON_EXIT=FALSE";
        return source(url(place) + settings, ADMIN, key.password("db-admin"));
    }

    private static String url(String place) {
        return "jdbc:h2:" + CheckedFiles.over(place);
    }

    private static JdbcDataSource source(String url, String user, String password) {
        var source = new JdbcDataSource();
        source.setURL(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    private static HikariDataSource pool(JdbcDataSource source) {
        var config = new HikariConfig();
        config.setDataSource(source);
        config.setPoolName("readers");
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(1);
        config.setAutoCommit(true);
        config.setReadOnly(false);
        return new HikariDataSource(config);
    }

    /// Takes about a second even when there is nothing to do.
    static void bringUpToDate(JdbcDataSource administrator, Connection admin, VaultKey key) throws SQLException {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(administrator)
                .locations("classpath:io/signalbox/store/migration")
                .table("schema_history")
                // Of what was made side by side, a workspace may know the later number only.
                .outOfOrder(true)
                .loggers("slf4j")
                .load()
                .migrate();
        try (var statement = admin.createStatement()) {
            statement.execute("create user if not exists " + USER + " password '" + key.password("db-app") + "'");
            statement.execute("grant select, insert, update, delete on schema public to " + USER);
            statement.execute("grant select, insert on schema audit to " + USER);
            statement.execute("merge into setting key (name) values ('schema', '" + SCHEMA + "')");
        }
    }

    private static int schemaVersion(Connection admin) throws SQLException {
        try (var tables = admin.getMetaData().getTables(null, "PUBLIC", "SETTING", null)) {
            if (!tables.next()) {
                return 0;
            }
        }
        try (var statement = admin.createStatement();
                var rows = statement.executeQuery("select content from setting where name = 'schema'")) {
            return rows.next() ? Integer.parseInt(rows.getString(1)) : 0;
        }
    }

    /// Writes what waits and closes the file.
    @Override
    public void close() throws SQLException {
        journal.close();
        readers.close();
        try (var statement = admin.createStatement()) {
            statement.execute("shutdown");
        }
        admin.close();
    }

    /// Lets go of a file that can no longer be written.
    void abandon() {
        journal.abandon();
        readers.close();
        try (var statement = admin.createStatement()) {
            statement.execute("shutdown immediately");
        } catch (SQLException gone) {
            LOG.debug("the database had closed itself", gone);
        }
        try {
            admin.close();
        } catch (SQLException gone) {
            LOG.debug("the database had closed itself", gone);
        }
    }
}
