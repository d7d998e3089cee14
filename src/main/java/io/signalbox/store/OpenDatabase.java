package io.signalbox.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.store.fs.FilePath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The database's file while it is open: an administrator's private connection for syncs, the writer, and readers who
/// may only read and write rows.
record OpenDatabase(Connection admin, HikariDataSource readers, Journal journal) implements AutoCloseable {
    /// The newest file in `migration`.
    static final int SCHEMA = 5;

    static final String FILE = ".mv.db";
    private static final Logger LOG = LoggerFactory.getLogger(OpenDatabase.class);
    private static final String ADMIN = "SB_ADMIN";
    private static final String USER = "SB_APP";

    /// Opens the database at a place of any of H2's file systems.
    ///
    /// @param watch told what the writer does
    static OpenDatabase open(String place, VaultKey key, Journal.Watch watch) throws IOException, SQLException {
        if (!FilePath.get(place + FILE).exists()) {
            make(place, key);
        }
        var found = Recovery.settle(FilePath.get(place + FILE));
        if (found.taken() > 0) {
            LOG.info("{}: {} unfinished writes of before the power went were taken back", place, found.taken());
        }
        var administrator = administrator(place, key);
        var admin = administrator.getConnection();
        try {
            Contents.check(admin, found.damaged());
            bringUpToDate(admin, administrator, key.password("db-app"));
            var application = source(url(place) + ";IFEXISTS=TRUE", USER, key.password("db-app"));
            return new OpenDatabase(admin, pool(application), new Journal(application.getConnection(), admin, watch));
        } catch (StoreFailure.DamagedFile damaged) {
            // A close that puts things in order would write to what is to be kept as it is.
            try (var statement = admin.createStatement()) {
                statement.execute("shutdown immediately");
            }
            throw damaged;
        } catch (SQLException | RuntimeException failure) {
            admin.close();
            throw failure;
        }
    }

    /// Beside its place, and moved there when it is whole: a database whose making was cut short could not be opened.
    private static void make(String place, VaultKey key) throws SQLException {
        var fresh = place + "-new";
        FilePath.get(fresh + FILE).delete();
        var administrator = administrator(fresh, key);
        try (var admin = administrator.getConnection()) {
            bringUpToDate(admin, administrator, key.password("db-app"));
            try (var statement = admin.createStatement()) {
                statement.execute("checkpoint sync");
                statement.execute("shutdown");
            }
        }
        FilePath.get(fresh + FILE).moveTo(FilePath.get(place + FILE), true);
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
