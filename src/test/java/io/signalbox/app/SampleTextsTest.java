package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.connector.Connectors;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The flows that come with the program are called in every language, beside one of the connectors they write to.
final class SampleTextsTest {
    private final Connectors connectors = Connectors.found();

    @Test
    void every_sample_is_called_and_described_in_every_language() {
        var faults = new ArrayList<String>();
        for (var sample : SampleFlows.all()) {
            for (var language : Language.values()) {
                var told = connectors.inWords(sample, language);
                boolean english = language == Language.EN;
                if (english != told.name().equals(sample.name())) {
                    faults.add(language + " calls " + sample.id() + " " + told.name());
                }
                if (english != told.description().equals(sample.description())) {
                    faults.add(language + " describes " + sample.id() + " as " + told.description());
                }
                assertEquals(
                        sample,
                        told.withName(sample.name())
                                .withDescription(sample.description(), sample.language(), sample.zone()),
                        "nothing else is another");
            }
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void no_connector_tells_of_a_sample_that_is_not_there() throws Exception {
        var known = SampleFlows.all().stream().map(Flow::id).collect(Collectors.toSet());
        var told = new TreeSet<String>();
        try (var bundles = Files.walk(Path.of("src", "main", "java", "io", "signalbox", "connector"))) {
            for (var bundle :
                    bundles.filter(file -> file.endsWith("text_en.properties")).toList()) {
                Files.readAllLines(bundle).stream()
                        .filter(line -> line.startsWith("sample."))
                        .map(line -> line.split("=", 2)[0].strip().replaceFirst("\\.hint$", ""))
                        .map(key -> key.substring("sample.".length()))
                        .forEach(told::add);
            }
        }
        assertEquals(new TreeSet<>(known), told);
    }
}
