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
            findings.addAll(database(texts, folder));
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
    private List<Finding> database(Texts texts, Path folder) {
        try (var workspace = Workspace.open(folder, new SecureRandom(), InstantSource.system())
                .orElse(null)) {
            if (workspace != null) {
                var findings = new ArrayList<>(List.of(database(texts, folder, workspace)));
                findings.addAll(ended(EndedFlows.of(workspace).sentences(texts)));
                return findings;
            }
            var owner = ControlFile.read(folder);
            if (owner.isEmpty()) {
                return List.of(finding(texts, "owner", false, folder));
            }
            var findings = new ArrayList<>(
                    List.of(finding(texts, "owner", true, owner.get().pid())));
            var answer = Owner.run(options, Value.fields("command", Value.of(EndedFlows.COMMAND)));
            findings.addAll(ended(
                    answer.at("flows").asItems().stream().map(Value::asText).toList()));
            return findings;
        } catch (IOException | StoreException failure) {
            return List.of(new Finding("database", false, Unopened.words(texts, folder, failure)));
        }
    }

    private static Finding database(Texts texts, Path folder, Workspace workspace) {
        return workspace
                .repaired()
                .map(repaired -> new Finding(
                        "database",
                        false,
                        texts.text("database.repaired", repaired.from(), repaired.until(), repaired.aside())))
                .orElseGet(() -> finding(texts, "database", true, folder));
    }

    private static List<Finding> ended(List<String> sentences) {
        return sentences.stream()
                .map(sentence -> new Finding("flow", false, sentence))
                .toList();
    }
}
