package io.signalbox.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.signalbox.engine.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.LongConsumer;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;

/// The embedded database of a workspace. An administrator opens it, brings the schema up to date and keeps one
/// private connection for syncs; everything else goes through a user who may only read and write rows, so that no
/// text that ever reached SQL could load code, read files or change settings.
public final class Database implements AutoCloseable {
    /// The newest file in `migration`.
    static final int SCHEMA = 5;

    private static final String ADMIN = "SB_ADMIN";
    private static final String USER = "SB_APP";

    private final Connection admin;
    private final HikariDataSource readers;
    private final Journal journal;

    private Database(Connection admin, HikariDataSource readers, Journal journal) {
        this.admin = admin;
        this.readers = readers;
        this.journal = journal;
    }

    /// Opens the database in `folder`, or makes it.
    ///
    /// @param key that its passwords are derived from
    public static Database open(Path folder, VaultKey key) {
        var file = folder.resolve("db").resolve("signalbox").toAbsolutePath().toString();
        if (file.indexOf(';') >= 0) {
            throw new StoreException(
                    "opening " + folder, new IllegalArgumentException("a workspace's path must not contain ;"));
        }
        try {
            Files.createDirectories(folder.resolve("db"));
            // One writer thread gains nothing from a large cache; the heap stays small on a plant's server.
            var settings = ";WRITE_DELAY=0;CACHE_SIZE=16384;DB_CLOSE_ON_EXIT=FALSE";
            var administrator = source("jdbc:h2:file:" + file + settings, ADMIN, key.password("db-admin"));
            var admin = administrator.getConnection();
            try {
                bringUpToDate(admin, administrator, key.password("db-app"));
                var application = source("jdbc:h2:file:" + file + ";IFEXISTS=TRUE", USER, key.password("db-app"));
                return new Database(admin, pool(application), new Journal(application.getConnection(), admin));
            } catch (SQLException | RuntimeException failure) {
                admin.close();
                throw failure;
            }
        } catch (IOException | SQLException failure) {
            throw new StoreException("opening the database in " + folder, failure);
        }
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

    // Flyway takes about a second even when there is nothing to do, so it is asked only when there is.
    private static void bringUpToDate(Connection admin, JdbcDataSource administrator, String password)
            throws SQLException {
        if (schemaVersion(admin) == SCHEMA) {
            return;
        }
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(administrator)
                .locations("classpath:io/signalbox/store/migration")
                .table("schema_history")
                .loggers("slf4j")
                .load()
                .migrate();
        try (var statement = admin.createStatement()) {
            statement.execute("create user if not exists " + USER + " password '" + password + "'");
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

    /// @param told how many nanoseconds each sync of the disk took; must return at once
    public void onSync(LongConsumer told) {
        journal.onSync(told);
    }

    Journal journal() {
        return journal;
    }

    /// Lends a connection for reading.
    <T> T read(String what, Journal.Work<T> work) {
        try (var connection = readers.getConnection();
                var statements = new Statements(connection)) {
            return work.on(statements);
        } catch (SQLException failure) {
            throw new StoreException(what, failure);
        }
    }

    /// Lends a connection for reading that sees one moment, however much is written meanwhile.
    <T> T readMoment(String what, Journal.Work<T> work) {
        try (var connection = readers.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            try (var statements = new Statements(connection)) {
                return work.on(statements);
            } finally {
                connection.rollback();
            }
        } catch (SQLException failure) {
            throw new StoreException(what, failure);
        }
    }

    /// Writes what waits and closes the file.
    @Override
    public void close() {
        try {
            journal.close();
            readers.close();
            try (var statement = admin.createStatement()) {
                statement.execute("shutdown");
            }
            admin.close();
        } catch (SQLException failure) {
            throw new StoreException("closing the database", failure);
        }
    }
}
