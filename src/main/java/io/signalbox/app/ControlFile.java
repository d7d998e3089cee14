package io.signalbox.app;

import io.signalbox.access.Secret;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/// `control.json` in the workspace: where its owner listens for other commands, and the token that proves they may read
/// this folder. For the owner's eyes alone.
record ControlFile(int port, Secret token, long pid) {
    private static final String NAME = "control.json";

    /// Of this process.
    static ControlFile here(int port, Secret token) {
        return new ControlFile(port, token, ProcessHandle.current().pid());
    }

    static Secret newToken(SecureRandom random) {
        var bits = new byte[32];
        random.nextBytes(bits);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    void write(Path folder) throws IOException {
        var posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        var fresh = posix
                ? Files.createTempFile(
                        folder,
                        NAME,
                        ".new",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(folder, NAME, ".new");
        Files.writeString(
                fresh,
                Json.pretty(Value.fields("port", Value.of(port), "token", Value.of(token.value()))
                        .with("pid", Value.of(pid))));
        Files.move(fresh, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static void remove(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(NAME));
    }

    /// Empty when nobody owns the workspace.
    static Optional<ControlFile> read(Path folder) {
        try {
            var value = Json.parse(Files.readString(folder.resolve(NAME)));
            return value.at("port") instanceof Value.Decimal(var port)
                    ? Optional.of(new ControlFile(
                            port.intValue(),
                            new Secret(value.at("token").asText()),
                            value.at("pid") instanceof Value.Decimal(var pid) ? pid.longValue() : 0))
                    : Optional.empty();
        } catch (IOException | JsonProblem _) {
            return Optional.empty(); // Not there, or being replaced: as good as none.
        }
    }
}
