package io.signalbox.app;

import io.signalbox.flow.Flow;
import io.signalbox.json.FlowJson;
import io.signalbox.json.UnreadableFlow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The sample flows that come with the program, one file each in `flows`.
final class SampleFlows {
    private static final String FIRST = "new-work-order-to-whatsapp.signalbox.json";

    private SampleFlows() {}

    /// The one the welcome page and `demo` begin with.
    static Flow first() {
        return within(folder -> read(folder.resolve(FIRST)));
    }

    /// By file name.
    static List<Flow> all() {
        return within(folder -> {
            try (var files = Files.list(folder)) {
                return files.filter(file -> file.toString().endsWith(".signalbox.json"))
                        .sorted()
                        .map(SampleFlows::read)
                        .toList();
            }
        });
    }

    private interface Reading<T> {
        T from(Path folder) throws IOException;
    }

    private static <T> T within(Reading<T> reading) {
        var found = SampleFlows.class.getResource("/flows/" + FIRST);
        if (found == null) {
            throw new IllegalStateException("the sample flows are not in the program");
        }
        try {
            if (!found.getProtocol().equals("jar")) {
                return reading.from(Path.of(found.toURI()).resolveSibling(""));
            }
            var jar = Path.of(SampleFlows.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (var files = FileSystems.newFileSystem(jar)) {
                return reading.from(files.getPath("/flows"));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("reading the sample flows", failure);
        } catch (URISyntaxException broken) {
            throw new IllegalStateException("reading the sample flows", broken);
        }
    }

    private static Flow read(Path file) {
        try {
            return FlowJson.read(Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException("reading " + file, failure);
        } catch (UnreadableFlow broken) {
            throw new IllegalStateException("the sample flow " + file + " cannot be read", broken);
        }
    }
}
