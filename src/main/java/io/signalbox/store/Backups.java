package io.signalbox.store;

import io.signalbox.engine.BackupPlan;
import io.signalbox.engine.Safekeeping;
import io.signalbox.engine.StoreException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Copies of a workspace's database: made while it is in use, each opened and read through before it counts as one.
/// A copy opens with the workspace's own key file, which is not in it.
///
/// @param folder of the workspace
public record Backups(Path folder, VaultKey key) {
    private static final String DATABASE = "signalbox.mv.db";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'signalbox-'uuuuMMdd'T'HHmmss'Z.zip'").withZone(ZoneOffset.UTC);
    private static final int WEEKS = 4;
    private static final int MONTHS = 3;

    /// A copy that was read through.
    public record Copy(Path file, Contents contents) {}

    public Backups {
        folder = folder.toAbsolutePath();
    }

    private Path backups() {
        return folder.resolve("backups");
    }

    /// Where those are put that nobody asked for.
    Path named(Instant now) {
        return backups().resolve(NAME.format(now));
    }

    /// Makes a copy while the database is in use, and reads it through.
    ///
    /// @param database open, of this workspace
    public Copy make(Database database, Path file) {
        try {
            var whole = file.toAbsolutePath();
            if (whole.getParent() != null) {
                Files.createDirectories(whole.getParent());
            }
            var unfinished = whole.resolveSibling(whole.getFileName() + ".unfinished");
            Files.deleteIfExists(unfinished);
            database.copyTo(unfinished);
            try (var written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            var contents = verify(unfinished);
            Files.move(unfinished, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Copy(whole, contents);
        } catch (IOException failure) {
            throw new StoreException("backing up to " + file, failure);
        }
    }

    /// Keeps the closed database of an older schema, for a way back to the version of the program that made it.
    /// Reading the copy through brings it up to date elsewhere: what cannot be is found before anything changed.
    void beforeUpgrade(int schema) {
        var whole = backups().resolve("before-upgrade-from-" + schema + ".zip");
        var unfinished = whole.resolveSibling(whole.getFileName() + ".unfinished");
        try {
            Files.createDirectories(backups());
            try (var file = new FileOutputStream(unfinished.toFile())) {
                var zip = new ZipOutputStream(file);
                zip.putNextEntry(new ZipEntry(DATABASE));
                Files.copy(folder.resolve("db").resolve(DATABASE), zip);
                zip.finish();
                file.getChannel().force(true);
            }
            verify(unfinished);
            Files.move(unfinished, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new StoreException("backing up before an upgrade", failure);
        }
    }

    /// What a copy holds; every row of it was read.
    ///
    /// @throws StoreException when it cannot be restored with this workspace's key
    public Contents verify(Path file) {
        Path place = null;
        try {
            place = Files.createTempDirectory(Files.createDirectories(backups()), "verify");
            unpack(file, place.resolve(DATABASE));
            try (var opened = Database.open(place.resolve("signalbox").toString(), key)) {
                return opened.contents();
            }
        } catch (IOException failure) {
            throw new StoreException("verifying " + file, failure);
        } finally {
            if (place != null) {
                remove(place);
            }
        }
    }

    private static void unpack(Path file, Path to) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var entry = zip.stream()
                    .filter(one -> one.getName().endsWith(DATABASE))
                    .findFirst()
                    .orElseThrow(() -> new IOException(file + " holds no database of Signalbox"));
            var sum = new CRC32();
            try (var in = new CheckedInputStream(zip.getInputStream(entry), sum)) {
                Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
            }
            if (sum.getValue() != entry.getCrc()) {
                throw new IOException(file + " is damaged");
            }
        }
    }

    private static void remove(Path place) {
        try (var files = Files.walk(place)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("removing " + place, failure);
        }
    }

    /// Puts a copy in the database's place and the old file aside. Nobody may have the workspace open.
    ///
    /// @return where the old file lies; empty when there was none
    public Optional<Path> restore(Path file, Instant now) {
        verify(file);
        try {
            var place = folder.resolve("db").resolve(DATABASE);
            var fresh = place.resolveSibling(DATABASE + ".restored");
            Files.createDirectories(place.getParent());
            unpack(file, fresh);
            try (var written = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            var aside = setAside(now);
            Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
            return aside;
        } catch (IOException failure) {
            throw new StoreException("restoring " + file, failure);
        }
    }

    private Optional<Path> setAside(Instant now) throws IOException {
        var place = folder.resolve("db").resolve(DATABASE);
        if (Files.notExists(place)) {
            return Optional.empty();
        }
        var name = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(now);
        Files.createDirectories(folder.resolve("quarantine"));
        var aside = folder.resolve("quarantine").resolve(name);
        for (int more = 2; Files.exists(aside); more++) {
            aside = folder.resolve("quarantine").resolve(name + "-" + more);
        }
        Files.createDirectory(aside);
        return Optional.of(Files.move(place, aside.resolve(DATABASE), StandardCopyOption.ATOMIC_MOVE));
    }

    /// The newest copy that can be restored.
    Optional<Path> newest() {
        return files().reversed().stream().filter(this::isWhole).findFirst();
    }

    private boolean isWhole(Path file) {
        try {
            verify(file);
            return true;
        } catch (StoreException unusable) {
            return false; // An older one may do.
        }
    }

    /// When the copy was made, by its name.
    static Instant madeAt(Path file) {
        return NAME.parse(String.valueOf(file.getFileName()), Instant::from);
    }

    /// Makes a copy because a person wants one, beside those that are made by themselves.
    public Safekeeping.Kept now(Database database, Instant now) {
        return kept(make(database, named(now)).file());
    }

    /// Where copies lie that are made by themselves.
    public Path place() {
        return backups();
    }

    /// Oldest first.
    public List<Safekeeping.Kept> all() {
        return files().stream().map(Backups::kept).toList();
    }

    private static Safekeeping.Kept kept(Path file) {
        try {
            return new Safekeeping.Kept(file, madeAt(file), Files.size(file));
        } catch (IOException failure) {
            throw new StoreException("looking at " + file, failure);
        }
    }

    private List<Path> files() {
        if (Files.notExists(backups())) {
            return List.of();
        }
        try (var files = Files.list(backups())) {
            return files.filter(file -> String.valueOf(file.getFileName()).matches("signalbox-\\d{8}T\\d{6}Z\\.zip"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new StoreException("listing " + backups(), failure);
        }
    }

    /// Makes a copy when it is time for one, and lets go of old ones.
    ///
    /// @return the copy, when it was time for one
    public Optional<Copy> due(Database database, Instant now, BackupPlan plan) {
        var known = files();
        boolean time =
                known.isEmpty() || !madeAt(known.getLast()).plus(plan.every()).isAfter(now);
        if (!time) {
            return Optional.empty();
        }
        var copy = make(database, named(now));
        var keep = new HashSet<Path>();
        keep.addAll(newestOfEach(plan.days(), made -> made.toLocalDate().toString()));
        keep.addAll(newestOfEach(
                WEEKS,
                made -> made.get(IsoFields.WEEK_BASED_YEAR) + "-" + made.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)));
        keep.addAll(newestOfEach(MONTHS, made -> made.getYear() + "-" + made.getMonthValue()));
        try {
            for (var file : files()) {
                if (!keep.contains(file)) {
                    Files.delete(file);
                }
            }
        } catch (IOException failure) {
            throw new StoreException("removing old backups", failure);
        }
        return Optional.of(copy);
    }

    private List<Path> newestOfEach(int count, Function<java.time.ZonedDateTime, String> span) {
        var kept = new ArrayList<Path>();
        var seen = new HashSet<String>();
        for (var file : files().reversed()) {
            if (seen.size() < count && seen.add(span.apply(madeAt(file).atZone(ZoneOffset.UTC)))) {
                kept.add(file);
            }
        }
        return kept;
    }

    /// Puts a damaged file aside and the newest copy in its place.
    ///
    /// @param last when the damaged file was written last
    /// @throws StoreException when there is no copy; the file then stays where it is
    Repaired repair(Throwable damage, Instant last, Instant now) {
        var copy = newest().orElseThrow(() -> new StoreException.Damaged(StoreFailure.firstCause(damage), damage));
        var aside = restore(copy, now).orElseThrow();
        return new Repaired(aside, copy, madeAt(copy), last);
    }

    /// A damaged database was replaced by a copy. What came between may be missing.
    public record Repaired(Path aside, Path copy, Instant from, Instant until) {}
}
