package io.signalbox.app;

import io.signalbox.engine.PreferenceStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Language, colours and size of the window in `designer.properties` beside the database, so that the first picture of
/// a start is right before the database is open. Losing the file costs no more than a flash.
///
/// @param folder of the workspace
record FirstLook(Path folder) {
    private static final Logger LOG = LoggerFactory.getLogger(FirstLook.class);
    private static final String NAME = "designer.properties";
    private static final Set<String> KEPT = Set.of("language", "theme", "scale");

    /// Quick: the file has three lines. Empty when there is none that can be read.
    Map<String, String> read() {
        var file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return Map.of();
        }
        var kept = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            kept.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.info("{} is not read", file, unreadable);
        }
        var texts = new HashMap<String, String>();
        kept.stringPropertyNames().stream()
                .filter(KEPT::contains)
                .forEach(name -> texts.put(name, kept.getProperty(name)));
        return texts;
    }

    /// The store itself, which also keeps the look here.
    PreferenceStore with(PreferenceStore store) {
        return new PreferenceStore() {
            @Override
            public Map<String, String> all() {
                return store.all();
            }

            @Override
            public void save(Map<String, String> changed) {
                store.save(changed);
                if (KEPT.stream().anyMatch(changed::containsKey)) {
                    keep(changed);
                }
            }
        };
    }

    private void keep(Map<String, String> changed) {
        var kept = new Properties();
        kept.putAll(read());
        KEPT.stream().filter(changed::containsKey).forEach(name -> kept.setProperty(name, changed.get(name)));
        try {
            var fresh = Files.createTempFile(folder, NAME, ".new");
            try (var writer = Files.newBufferedWriter(fresh)) {
                kept.store(writer, null);
            }
            Files.move(
                    fresh, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            LOG.warn("the look is not kept in {}", folder, failure);
        }
    }
}
