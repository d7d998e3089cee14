package io.signalbox.app;

import io.signalbox.engine.StoreException;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `doctor`: what is wrong with this installation, one sentence each. It changes nothing.
@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {
    private static final int JAVA = 25;
    private static final long ROOM = 512L << 20;

    /// A clock that shows an earlier time than this is wrong.
    private static final Instant BUILT = Instant.parse("2026-01-01T00:00:00Z");

    private final Shell shell;

    @Mixin
    private final Options options = new Options();

    DoctorCommand(Shell shell) {
        this.shell = shell;
    }

    /// @param kind of what was looked at
    /// @param well whether there is nothing to do
    private record Finding(String kind, boolean well, String text) {}

    @Override
    public Integer call() {
        var findings = findings(Shell.texts(options.language));
        if (options.json) {
            shell.print(new Value.Items(findings.stream()
                    .<Value>map(
                            finding -> Value.fields("check", Value.of(finding.kind()), "ok", Value.of(finding.well()))
                                    .with("text", Value.of(finding.text())))
                    .toList()));
        } else {
            findings.forEach(finding -> shell.say((finding.well() ? "✓ " : "✗ ") + finding.text()));
        }
        return findings.stream().allMatch(Finding::well) ? Shell.YES : Shell.NO;
    }

    private List<Finding> findings(Texts texts) {
        var findings = new ArrayList<Finding>();
        int java = Runtime.version().feature();
        findings.add(finding(texts, "java", java >= JAVA, java));
        var folder = options.data;
        boolean usable = Files.isDirectory(folder) ? Files.isWritable(folder) : Files.isWritable(existing(folder));
        findings.add(finding(texts, "folder", usable, folder));
        findings.add(room(texts, folder));
        findings.add(keyFile(texts, folder.resolve("vault.key")));
        if (usable && Files.isDirectory(folder)) {
            findings.add(database(texts, folder));
        }
        var now = InstantSource.system().instant();
        findings.add(finding(texts, "clock", now.isAfter(BUILT), now));
        return findings;
    }

    private static Finding finding(Texts texts, String kind, boolean well, Object about) {
        return new Finding(kind, well, texts.text("doctor." + kind + (well ? "" : ".wrong"), about));
    }

    private static Path existing(Path folder) {
        for (var path = folder.toAbsolutePath(); path != null; path = path.getParent()) {
            if (Files.exists(path)) {
                return path;
            }
        }
        return folder;
    }

    private static Finding room(Texts texts, Path folder) {
        try {
            long free = Files.getFileStore(existing(folder)).getUsableSpace();
            return finding(texts, "disk", free >= ROOM, free >> 20);
        } catch (IOException _) {
            return finding(texts, "disk", false, 0);
        }
    }

    private static Finding keyFile(Texts texts, Path file) {
        try {
            boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
            boolean open = false;
            if (posix && Files.exists(file)) {
                var rights = EnumSet.noneOf(PosixFilePermission.class);
                rights.addAll(Files.getPosixFilePermissions(file));
                rights.removeAll(EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
                open = !rights.isEmpty();
            }
            return finding(texts, "key", !open, file);
        } catch (IOException _) {
            return finding(texts, "key", false, file);
        }
    }

    /// An owner that runs has the database open, and answers for it.
    private Finding database(Texts texts, Path folder) {
        try (var workspace = Workspace.open(folder, new SecureRandom(), InstantSource.system())
                .orElse(null)) {
            if (workspace != null) {
                var repaired = workspace.repaired();
                return repaired.isPresent()
                        ? new Finding(
                                "database",
                                false,
                                texts.text(
                                        "database.repaired",
                                        repaired.get().from(),
                                        repaired.get().until(),
                                        repaired.get().aside()))
                        : finding(texts, "database", true, folder);
            }
            var owner = ControlFile.read(folder);
            return owner.isPresent()
                    ? finding(texts, "owner", true, owner.get().pid())
                    : finding(texts, "owner", false, folder);
        } catch (IOException | StoreException failure) {
            return new Finding("database", false, Unopened.words(texts, folder, failure));
        }
    }
}
