package io.signalbox.app;

import io.signalbox.flow.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// What every command takes.
final class Options {
    static final List<String> NAMES = List.of("--data", "--lang", "--json");

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "option.data")
    Path data = Path.of(System.getProperty("user.home"), ".signalbox");

    @Option(names = "--lang", paramLabel = "LANG", descriptionKey = "option.lang", converter = LanguageConverter.class)
    Language language = Language.closestTo(Locale.getDefault());

    @Option(names = "--json", descriptionKey = "option.json")
    boolean json;

    static final class LanguageConverter implements ITypeConverter<Language> {
        @Override
        public Language convert(String tag) {
            return Language.of(tag)
                    .orElseThrow(() -> new TypeConversionException("“" + tag + "”: en, pt-BR, pt-PT, es, fr, it"));
        }
    }

    static final class PortConverter implements ITypeConverter<Integer> {
        private static final int LAST = 65_535;

        @Override
        public Integer convert(String text) {
            try {
                int port = Integer.parseInt(text);
                if (port >= 0 && port <= LAST) {
                    return port;
                }
            } catch (NumberFormatException _) {
                // Told below, like a number that is none of a port.
            }
            throw new TypeConversionException("“" + text + "”: 0–" + LAST);
        }
    }
}
