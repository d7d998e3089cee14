package io.signalbox.store;

import io.signalbox.engine.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.store.fs.FilePath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes a closed database's file anew beside it, reads it through, and puts it in the old one's place in one step.
/// Until then the old file is only read, so whatever ends the program leaves it as it was.
///
/// @param place of the database, which nobody has open
/// @param holds what the new file must hold as well
record Remaking(String place, VaultKey key, Contents holds) {
    private static final Logger LOG = LoggerFactory.getLogger(Remaking.class);

    /// Writes the new file.
    @FunctionalInterface
    private interface Making {
        void write(String fresh) throws IOException, SQLException;
    }

    /// Brings the schema up to date.
    void upgrade(int from) throws IOException, SQLException {
        remake("-upgrade", fresh -> {
            rewrite(fresh);
            var administrator = OpenDatabase.administrator(fresh, key);
            try (var admin = administrator.getConnection()) {
                OpenDatabase.bringUpToDate(administrator, admin, key);
                OpenDatabase.end(admin);
            }
        });
        LOG.info("{}: brought from schema {} to {}", place, from, OpenDatabase.SCHEMA);
    }

    /// Leaves out what is no longer used.
    void shrink() throws IOException, SQLException {
        long before = file(place).size();
        remake("-shrunk", this::rewrite);
        LOG.info(
                "{}: made smaller, from {} to {} KiB",
                place,
                before >> 10,
                file(place).size() >> 10);
    }

    private void remake(String ending, Making making) throws IOException, SQLException {
        var fresh = place + ending;
        file(fresh).delete();
        try {
            making.write(fresh);
            check(fresh);
        } catch (IOException | SQLException | StoreException failure) {
            file(fresh).delete(); // Room for what is accepted.
            throw failure;
        } catch (FlywayException | MVStoreException failure) {
            file(fresh).delete();
            throw new StoreException("making the database at " + place + " anew", failure);
        }
        try (var channel = file(fresh).open("rw")) {
            channel.force(true);
        }
        file(fresh).moveTo(file(place), true);
        syncFolder(file(place));
    }

    private void check(String fresh) throws SQLException {
        try (var admin = OpenDatabase.administrator(fresh, key).getConnection()) {
            var found = Contents.of(admin);
            OpenDatabase.end(admin);
            if (!found.equals(holds)) {
                throw new StoreException(
                        "making the database at " + place + " anew",
                        new IllegalStateException("it held " + holds + ", the new one " + found));
            }
        }
    }

    private static FilePath file(String place) {
        return FilePath.get(place + OpenDatabase.FILE);
    }

    /// Every chunk anew, so that each has its sum: the first versions of the program wrote none, and one without among
    /// others would pass for damaged.
    private void rewrite(String fresh) {
        MVStore.compact(
                CheckedFiles.over(place) + OpenDatabase.FILE,
                CheckedFiles.over(fresh) + OpenDatabase.FILE,
                false,
                null);
    }

    /// What is acknowledged from now on must not be found in a file that a power cut brings back under the old name.
    static void syncFolder(FilePath file) {
        if (!file.getScheme().equals("file")) {
            return; // Not on a disk.
        }
        var folder = Path.of(file.toRealPath().toString()).toAbsolutePath().getParent();
        try (var open = FileChannel.open(folder, StandardOpenOption.READ)) {
            open.force(true);
        } catch (IOException unable) {
            LOG.debug("this system syncs no folders", unable); // Windows writes the names of files at once.
        }
    }
}
