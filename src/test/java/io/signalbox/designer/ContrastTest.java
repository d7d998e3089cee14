package io.signalbox.designer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is read stands out from its ground by 4.5 to 1, and whatever is drawn to be seen by 3 to 1, in every theme.
final class ContrastTest {
    private static final double READ = 4.5;
    private static final double SEEN = 3;
    private static final Pattern TOKEN = Pattern.compile("(-(?:color|sb)-[a-z-]+):\\s*(#[0-9a-fA-F]{6})\\s*;");
    private static final List<String> KINDS =
            List.of("trigger", "source", "connection", "configuration", "condition", "note");

    /// @param fore drawn on `ground`
    private record Pair(String fore, String ground, double least) {}

    @ParameterizedTest
    @MethodSource("themes")
    void every_pair_of_tokens_is_far_enough_apart(Path sheet) throws IOException {
        var tokens = tokens(Files.readString(sheet));
        var tooNear = new ArrayList<String>();
        pairs().forEach(pair -> {
            double ratio = ratio(tokens, pair);
            if (ratio < pair.least()) {
                tooNear.add("%s on %s: %.2f, at least %.1f".formatted(pair.fore(), pair.ground(), ratio, pair.least()));
            }
        });
        assertEquals(List.of(), tooNear);
    }

    private static double ratio(Map<String, Color> tokens, Pair pair) {
        var fore = tokens.get(pair.fore());
        var ground = tokens.get(pair.ground());
        if (fore == null || ground == null) {
            throw new IllegalStateException(pair + " names a token that the sheet has not");
        }
        double one = luminance(fore) + 0.05;
        double other = luminance(ground) + 0.05;
        return Math.max(one, other) / Math.min(one, other);
    }

    private static Stream<Pair> pairs() {
        var pairs = new ArrayList<Pair>();
        for (var ground : List.of("-color-bg-default", "-color-bg-subtle", "-color-bg-overlay", "-sb-canvas")) {
            for (var fore : List.of("default", "muted")) {
                pairs.add(new Pair("-color-fg-" + fore, ground, READ));
            }
            for (var tone : List.of("accent", "success", "warning", "danger")) {
                pairs.add(new Pair("-color-" + tone + "-fg", ground, READ));
            }
            pairs.add(new Pair("-sb-control-border", ground, SEEN));
        }
        for (var ground : List.of("-sb-control-bg", "-sb-field-bg", "-sb-hover", "-sb-chip-bg")) {
            pairs.add(new Pair("-color-fg-default", ground, READ));
            pairs.add(new Pair("-color-fg-muted", ground, READ));
        }
        for (var kind : KINDS) {
            pairs.add(new Pair("-sb-kind-" + kind, "-color-bg-default", READ));
            pairs.add(new Pair("-sb-kind-" + kind, "-sb-canvas", READ));
            pairs.add(new Pair("-sb-on-kind", "-sb-kind-" + kind, READ));
            pairs.add(new Pair("-color-fg-default", "-sb-tint-" + kind, READ));
            pairs.add(new Pair("-sb-kind-" + kind, "-sb-tint-" + kind, SEEN));
        }
        for (var tone : List.of("accent", "success", "warning", "danger")) {
            pairs.add(new Pair("-color-fg-default", "-color-" + tone + "-subtle", READ));
            pairs.add(new Pair("-color-" + tone + "-fg", "-color-" + tone + "-subtle", READ));
            pairs.add(new Pair("-sb-on-kind", "-color-" + tone + "-fg", READ));
        }
        pairs.add(new Pair("-color-fg-emphasis", "-color-accent-emphasis", READ));
        pairs.add(new Pair("-color-bg-default", "-color-fg-default", READ));
        pairs.add(new Pair("-sb-wire", "-sb-canvas", SEEN));
        pairs.add(new Pair("-sb-wire", "-color-bg-default", SEEN));
        pairs.add(new Pair("-sb-diff-add-fg", "-sb-diff-add", READ));
        pairs.add(new Pair("-sb-diff-del-fg", "-sb-diff-del", READ));
        for (var fore : List.of("-sb-bubble-fg", "-sb-bubble-meta", "-sb-bubble-link")) {
            pairs.add(new Pair(fore, "-sb-bubble", READ));
        }
        pairs.add(new Pair("-sb-tick", "-sb-bubble", SEEN));
        return pairs.stream();
    }

    /// The sheets that give the tokens their colours, whatever themes there are.
    private static List<Path> themes() throws IOException, URISyntaxException {
        var folder = Path.of(Theme.class.getResource("theme").toURI());
        var themes = new ArrayList<Path>();
        try (var sheets = Files.newDirectoryStream(folder, "*.css")) {
            for (var sheet : sheets) {
                if (tokens(Files.readString(sheet)).containsKey("-color-bg-default")) {
                    themes.add(sheet);
                }
            }
        }
        return themes;
    }

    private static Map<String, Color> tokens(String sheet) {
        var tokens = new HashMap<String, Color>();
        var found = TOKEN.matcher(sheet);
        while (found.find()) {
            tokens.put(found.group(1), Color.web(found.group(2)));
        }
        return tokens;
    }

    /// Relative luminance after WCAG 2.
    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
