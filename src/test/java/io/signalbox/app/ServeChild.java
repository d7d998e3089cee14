package io.signalbox.app;

import java.io.IOException;
import java.nio.file.Path;

/// The service as a process of its own, with the classes of this one.
final class ServeChild {
    private ServeChild() {}

    /// At a port of its own choice.
    ///
    /// @param log is added to
    /// @param allowed on loopback, may be called
    static Process start(Path data, Path log, int allowed) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "serve",
                        "--port",
                        "0",
                        "--data",
                        data.toString(),
                        "--allow-host",
                        "127.0.0.1:" + allowed)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }
}
