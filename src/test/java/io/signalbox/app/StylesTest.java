package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.signalbox.designer.Theme;
import io.signalbox.flow.Language;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.CssParser;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;

/// Every page in every theme: no sheet names what does not exist, and each can be read to its end.
final class StylesTest {
    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK", "CONTRAST"})
    void every_style_is_found(Theme.Choice theme) throws Exception {
        try (var listening = new Listening();
                var walk = new Walk(theme, Language.EN, 100, Walk.Depth.PAGES, (_, _) -> {})) {
            walk.everywhere();
            assertEquals(Set.of(), listening.complaints());
        }
    }

    /// Or else the test above would hold whatever the sheets say.
    @ParameterizedTest
    @ValueSource(strings = {".label { -fx-text-fill: -sb-no-such-colour; }", ".label { -fx-text-fill: #12345; }"})
    void a_broken_sheet_is_complained_about(String sheet) throws Exception {
        FxToolkit.registerPrimaryStage();
        try (var listening = new Listening()) {
            WalkHands.on(() -> {
                var scene = new Scene(new StackPane(new Label("Signalbox")));
                var written = Base64.getEncoder().encodeToString(sheet.getBytes(StandardCharsets.UTF_8));
                scene.getStylesheets().add("data:text/css;base64," + written);
                scene.getRoot().applyCss();
                return true;
            });
            assertFalse(listening.complaints().isEmpty());
        }
    }

    /// Hears what the style sheets are found wanting in, from now until it is closed.
    private static final class Listening extends Handler implements AutoCloseable {
        private static final Logger CSS = Logger.getLogger("javafx.css");

        private final Set<String> heard = new ConcurrentSkipListSet<>();
        private final Level before = CSS.getLevel();

        Listening() {
            CSS.setLevel(Level.WARNING);
            CSS.addHandler(this);
            CssParser.errorsProperty().clear();
        }

        Set<String> complaints() {
            return Stream.concat(
                            heard.stream(), CssParser.errorsProperty().stream().map(CssParser.ParseError::getMessage))
                    .collect(Collectors.toSet());
        }

        @Override
        public void publish(LogRecord said) {
            heard.add(said.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            CSS.removeHandler(this);
            CSS.setLevel(before);
        }
    }
}
