package io.signalbox.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;

/// How much of a database's file is in use.
///
/// @param size of the file, bytes
/// @param used bytes of it that hold rows and what finds them; an estimate to one part in a hundred
record Share(long size, long used) {
    /// Below this it is not worth the while.
    private static final long SMALL = 16L << 20;

    static Share of(Connection admin) throws SQLException {
        var session = (SessionLocal) admin.unwrap(JdbcConnection.class).getSession();
        var file = session.getDatabase().getStore().getMvStore().getFileStore();
        long size = file.size();
        return new Share(size, size * file.getFillRate() / 100 * file.getChunksFillRate() / 100);
    }

    boolean isMostlyFree() {
        return size >= SMALL && used < size / 2;
    }
}
