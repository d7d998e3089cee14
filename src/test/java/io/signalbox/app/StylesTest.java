package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.designer.Theme;
import io.signalbox.flow.Language;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javafx.css.CssParser;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every page in every theme: no sheet names what does not exist, and each can be read to its end.
@ExtendWith(StallWatch.class)
final class StylesTest {
    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK", "CONTRAST"})
    void every_style_is_found(Theme.Choice theme) throws Exception {
        var css = Logger.getLogger("javafx.css");
        var before = css.getLevel();
        var listening = new Listening();
        css.setLevel(Level.WARNING);
        css.addHandler(listening);
        CssParser.errorsProperty().clear();
        try (var walk = new Walk(theme, Language.EN, 100, Walk.Depth.PAGES, (_, _) -> {})) {
            walk.everywhere();
            assertEquals(Set.of(), listening.complaints);
            assertEquals(
                    Set.of(),
                    CssParser.errorsProperty().stream()
                            .map(CssParser.ParseError::getMessage)
                            .collect(Collectors.toSet()));
        } finally {
            css.removeHandler(listening);
            css.setLevel(before);
        }
    }

    private static final class Listening extends Handler {
        private final Set<String> complaints = new ConcurrentSkipListSet<>();

        @Override
        public void publish(LogRecord said) {
            complaints.add(said.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
