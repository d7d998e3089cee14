package io.signalbox.app;

import io.signalbox.designer.Remembered;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/// `designer.properties` in the workspace folder. Losing it costs nothing but a welcome that was seen.
final class RememberedFile implements Remembered {
    private static final String NAME = "designer.properties";

    private final Path folder;
    private final Properties kept = new Properties();

    private RememberedFile(Path folder) {
        this.folder = folder;
    }

    static RememberedFile in(Path folder) throws IOException {
        var remembered = new RememberedFile(folder);
        var file = folder.resolve(NAME);
        if (Files.isRegularFile(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                remembered.kept.load(reader);
            }
        }
        return remembered;
    }

    @Override
    public synchronized Optional<String> recall(String key) {
        return Optional.ofNullable(kept.getProperty(key));
    }

    @Override
    public synchronized void keep(String key, String value) {
        kept.setProperty(key, value);
        try {
            var fresh = Files.createTempFile(folder, NAME, ".new");
            try (var writer = Files.newBufferedWriter(fresh)) {
                kept.store(writer, null);
            }
            Files.move(
                    fresh, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("remembering " + key, failure);
        }
    }
}
