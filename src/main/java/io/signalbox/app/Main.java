package io.signalbox.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The program: one command from the shell, or the designer when none is named.
/// Does not extend `Application`, which Java refuses to launch from the class path.
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        if (arguments.contains("--version")) {
            System.out.println("signalbox " + version());
            return 0;
        }
        if (!arguments.isEmpty()) {
            System.err.println("signalbox does not know " + String.join(" ", arguments));
            return 2;
        }
        if (!hasDisplay()) {
            System.err.println("signalbox " + version() + ": there is no display");
            return 3;
        }
        DesktopApp.open();
        return 0;
    }

    private static boolean hasDisplay() {
        return !System.getProperty("os.name", "").equals("Linux")
                || System.getenv("DISPLAY") != null
                || System.getenv("WAYLAND_DISPLAY") != null
                || "Headless".equals(System.getProperty("glass.platform"));
    }

    static String version() {
        try (var text = Main.class.getResourceAsStream("version.txt")) {
            if (text == null) {
                throw new IllegalStateException("version.txt is missing beside " + Main.class.getName());
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException("reading version.txt", failure);
        }
    }
}
