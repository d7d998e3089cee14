package io.signalbox.designer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.signalbox.connector.Connectors;
import io.signalbox.designer.canvas.FlowPicture;
import io.signalbox.designer.telling.FlowTelling;
import io.signalbox.flow.Language;
import io.signalbox.json.FlowJson;
import io.signalbox.json.UnreadableFlow;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// A server has no jar of JavaFX, and its flows can leave as pictures and sentences all the same.
final class WithoutWindowTest {

    @Test
    void a_flow_is_drawn_and_told_without_a_class_of_javafx() throws Exception {
        var file = Files.readString(Path.of("flows", "workplace-bot.signalbox.json"));
        var noted = file.replace(
                "\"layout\": {", "\"layout\": {\"notes\": [{\"id\": \"n\", \"text\": \"Hm\", \"x\": 0, \"y\": 0}],");
        for (var text : new String[] {file, noted, file.replace("\"layout\"", "\"elsewhere\"")}) {
            assertEquals(exported(text), isolated("exported", text));
        }
        var refused = assertThrows(InvocationTargetException.class, () -> isolated("windowed", file));
        assertInstanceOf(NoClassDefFoundError.class, refused.getCause(), "here nothing of JavaFX can be loaded");
    }

    private static Object isolated(String method, String text) throws Exception {
        var before = Thread.currentThread().getContextClassLoader();
        try (var loader = new NoJavaFx()) {
            Thread.currentThread().setContextClassLoader(loader);
            var same = loader.loadClass(WithoutWindowTest.class.getName());
            var told = same.getDeclaredMethod(method, String.class);
            told.setAccessible(true);
            return told.invoke(null, text);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    static String exported(String text) throws UnreadableFlow {
        var flow = FlowJson.read(text);
        var connectors = Connectors.found();
        return FlowPicture.of(flow, connectors, Speech.in(Language.FR)) + FlowTelling.of(flow, connectors, Language.FR);
    }

    static String windowed(String text) {
        return Icon.of(text).toString();
    }

    private static final class NoJavaFx extends URLClassLoader {
        NoJavaFx() {
            super(
                    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                            .map(NoJavaFx::address)
                            .toArray(URL[]::new),
                    ClassLoader.getPlatformClassLoader());
        }

        private static URL address(String entry) {
            try {
                return Path.of(entry).toUri().toURL();
            } catch (IOException broken) {
                throw new IllegalArgumentException(entry, broken);
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("javafx.") || name.startsWith("com.sun.javafx.")) {
                throw new ClassNotFoundException(name);
            }
            return super.findClass(name);
        }
    }
}
