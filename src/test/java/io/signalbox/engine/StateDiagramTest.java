package io.signalbox.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class StateDiagramTest {
    private static final String FROM = "<!-- states -->\n";
    private static final String TO = "<!-- /states -->";

    @Test
    void the_readme_draws_the_tables_as_they_are() throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        int from = readme.indexOf(FROM) + FROM.length();
        assertEquals(StateDiagram.all(), readme.substring(from, readme.indexOf(TO)));
    }
}
