package io.signalbox.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/// How much a database holds, counted by reading every row.
///
/// @param flows saved in it
/// @param events accepted by it
/// @param runs of those events
public record Contents(long flows, long events, long runs) {
    private static final List<String> TABLES = List.of(
            "select count(*), sum(octet_length(body)) from event",
            "select count(*), sum(char_length(detail)) from run",
            "select count(*), sum(octet_length(output)) + sum(octet_length(request)) from step",
            "select count(*), sum(char_length(content)) from flow",
            "select count(*), sum(char_length(content)) from flow_version",
            "select count(*), sum(octet_length(sealed)) from secret",
            "select count(*), sum(char_length(scopes)) from token",
            "select count(*), sum(char_length(content)) from setting",
            "select count(*), sum(char_length(masked)) from contact",
            "select count(*), sum(char_length(how)) from consent",
            "select count(*), min(sent_on) from sent_message",
            "select count(*), sum(octet_length(state)) from trigger_clock",
            "select count(*), sum(accepted) from removed",
            "select count(*), sum(char_length(step)) from open_call",
            "select count(*), sum(char_length(detail)) from incident",
            "select count(*), sum(char_length(subject)) from audit.entry",
            "select count(*), sum(char_length(fields)) from account",
            "select count(*), sum(char_length(permissions)) from permission_group",
            "select count(*), min(received_at) from event_identity");

    /// Fails when something that is in use is not what was written. Asked the other way round, what is damaged could
    /// hide: its own head, once damaged, gives another number or none.
    ///
    /// @param sound what was found in the file as it was written, in use or not
    static void check(Connection admin, Set<Recovery.Sound> sound) throws SQLException, IOException {
        try {
            checkChunks(admin, sound);
        } catch (MVStoreException unreadable) {
            throw new StoreFailure.DamagedFile(String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    private static void checkChunks(Connection admin, Set<Recovery.Sound> sound) throws SQLException, IOException {
        var session = (SessionLocal) admin.unwrap(JdbcConnection.class).getSession();
        var chunks =
                session.getDatabase().getStore().getMvStore().getFileStore().getLayoutMap();
        for (var entry : chunks.entrySet()) {
            if (!entry.getKey().startsWith("chunk.")
                    || List.of(entry.getValue().split(",", -1)).contains("livePages:0")) {
                continue;
            }
            var chunk = DataUtils.parseMap(entry.getValue());
            var needed = new Recovery.Sound(
                    DataUtils.readHexLong(chunk, "block", 0), (int) DataUtils.readHexLong(chunk, "version", 0));
            if (!sound.contains(needed)) {
                throw new StoreFailure.DamagedFile("block " + needed.block() + " is not what was written there");
            }
        }
    }

    /// @throws SQLException when a row cannot be read
    static Contents of(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var table : TABLES) {
                try (var rows = statement.executeQuery(table)) {
                    rows.next();
                }
            }
            return counted(connection);
        }
    }

    /// The numbers alone, which every schema has.
    static Contents counted(Connection connection) throws SQLException {
        return new Contents(count(connection, "flow"), count(connection, "event"), count(connection, "run"));
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (var statement = connection.prepareStatement("select count(*) from " + table);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
