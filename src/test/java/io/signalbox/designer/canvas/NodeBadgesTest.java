package io.signalbox.designer.canvas;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.connector.Connectors;
import io.signalbox.designer.MainWindow;
import io.signalbox.designer.SampleFlow;
import io.signalbox.designer.Theme;
import io.signalbox.designer.Words;
import io.signalbox.designer.canvas.Decorations.Mark;
import io.signalbox.designer.canvas.Decorations.RunState;
import io.signalbox.flow.Language;
import io.signalbox.flow.Problem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// What a node shows of its state is told apart by colour and by shape, in both themes, and is said in all languages.
@ExtendWith(ApplicationExtension.class)
final class NodeBadgesTest {
    /// Where a node shows how it stands.
    private enum Corner {
        PROBLEMS(".node-problem"),
        PINNED(".node-pin"),
        RUN(".node-run"),
        OFF(".node-off");

        private final String selector;

        Corner(String selector) {
            this.selector = selector;
        }
    }

    /// @param said the text keys of what it says, or of their beginning
    private record State(Corner corner, Mark mark, boolean off, boolean still, List<String> said) {}

    /// What is painted: the colour that most of it has, and where it has another.
    private record Paint(Color ground, BitSet shape, double contrast) {}

    private static final int SIZE = 20;
    /// What a graphic needs against what it lies on.
    private static final double SEEN = 3;

    private static Map<String, State> states() {
        var error = Problem.error(SampleFlow.SOURCE, "", "problem.empty-name");
        var warning = Problem.warning(SampleFlow.SOURCE, "", "problem.empty-name");
        var one = "canvas.spoken.problems.one";
        var states = new LinkedHashMap<String, State>();
        states.put("error", problems(List.of(error), one));
        states.put("warning", problems(List.of(warning), one));
        states.put("errors", problems(List.of(error, warning), "canvas.spoken.problems.many"));
        states.put(
                "pinned", new State(Corner.PINNED, Mark.none().withPin(), false, false, List.of("canvas.node.pinned")));
        states.put("off", new State(Corner.OFF, Mark.none(), true, false, List.of("canvas.spoken.off")));
        for (var run : RunState.values()) {
            if (run != RunState.NONE) {
                var key = run.name().toLowerCase(Locale.ROOT);
                states.put(key, run(run, key, false));
            }
        }
        states.put("running without motion", run(RunState.RUNNING, "running", true));
        return states;
    }

    private static State problems(List<Problem> problems, String said) {
        return new State(Corner.PROBLEMS, new Mark(problems, RunState.NONE, false), false, false, List.of(said));
    }

    private static State run(RunState run, String key, boolean still) {
        return new State(Corner.RUN, Mark.none().withRun(run), false, still, List.of("canvas.run." + key));
    }

    @Test
    void each_state_has_a_badge_of_its_own_colour_and_shape_in_both_themes() {
        for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
            var painted = new LinkedHashMap<String, Paint>();
            states().forEach((name, state) -> painted.put(name, painted(choice, state)));
            var same = new ArrayList<String>();
            states().forEach((name, state) -> {
                var paint = requireNonNull(painted.get(name));
                var where = choice + " " + name;
                assertTrue(paint.shape().cardinality() > 8, where + " has no icon");
                assertTrue(paint.contrast() >= SEEN, where + " has an icon of contrast " + paint.contrast());
                states().forEach((other, beside) -> {
                    if (name.compareTo(other) < 0 && state.corner() == beside.corner()) {
                        if (paint.shape()
                                .equals(requireNonNull(painted.get(other)).shape())) {
                            same.add(where + " has the shape of " + other);
                        }
                        if (!sameTone(state, beside)
                                && paint.ground()
                                        .equals(requireNonNull(painted.get(other))
                                                .ground())) {
                            same.add(where + " has the colour of " + other);
                        }
                    }
                });
            });
            assertEquals(List.of(), same);
        }
    }

    /// One error or several, with motion or without: the same said twice.
    private static boolean sameTone(State one, State other) {
        return one.corner() == Corner.RUN
                ? one.mark().run() == other.mark().run()
                : one.mark().hasErrors() == other.mark().hasErrors();
    }

    @Test
    void a_node_that_nothing_happened_to_has_no_badge() {
        var none = new State(Corner.RUN, Mark.none(), false, false, List.of());
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            var view = shown(none, Language.EN);
            for (var corner : Corner.values()) {
                assertEquals(
                        List.of(),
                        view.lookupAll(corner.selector).stream()
                                .filter(Node::isVisible)
                                .toList(),
                        corner.name());
            }
        });
    }

    @Test
    void each_state_is_said_in_all_languages() {
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            for (var language : Language.values()) {
                var words = new Words(language);
                var sentences = new HashSet<String>();
                states().forEach((name, state) -> {
                    var spoken = Optional.ofNullable(shown(state, language).getAccessibleText())
                            .orElse("");
                    for (var key : state.said()) {
                        var said = words.text(key, state.mark().problems().size());
                        assertTrue(spoken.contains(said), language + " " + name + ": " + spoken);
                    }
                    sentences.add(spoken);
                });
                // An error and a warning are one problem each; with motion or without, it runs.
                assertEquals(states().size() - 2, sentences.size(), language + ": " + sentences);
            }
        });
    }

    // ---- painting ------------------------------------------------------------------------------------------------

    private static NodeView shown(State state, Language language) {
        var words = new Words(language);
        var flow = SampleFlow.flow();
        var node = flow.node(SampleFlow.SOURCE).orElseThrow().withOff(state.off());
        var view = new NodeView(node);
        view.show(
                flow.withNode(node),
                node,
                state.mark(),
                new NodeWords(words, Connectors.found()),
                words.text("canvas.node.off"));
        return view;
    }

    private static Paint painted(Theme.Choice choice, State state) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            try (var theme = new Theme(choice)) {
                var view = shown(state, Language.EN);
                var ground = new Pane(view);
                ground.getStyleClass().add("flow-canvas");
                if (state.still()) {
                    ground.getStyleClass().add(MainWindow.STILL);
                }
                view.relocate(SIZE, SIZE);
                var scene = new Scene(ground, Area.NODE_WIDTH + 2 * SIZE, Area.HIGH + 2 * SIZE);
                theme.dress(scene);
                var picture = scene.snapshot(null);
                var badge = view.lookup(state.corner().selector);
                assertTrue(badge.isVisible(), choice + " " + state);
                if (badge instanceof Label label) {
                    assertFalse(label.isTextTruncated(), choice + " " + state);
                }
                var place = badge.localToScene(badge.getLayoutBounds());
                assertTrue(
                        ground.getLayoutBounds().contains(place), "the badge at " + place + " is not cut at the edge");
                return paint(
                        picture,
                        (int) Math.rint(place.getMinX()),
                        (int) Math.rint(place.getMinY()),
                        (int) Math.rint(place.getWidth()),
                        (int) Math.rint(place.getHeight()));
            }
        });
    }

    /// The rim, where the badge ends, is left out.
    private static Paint paint(WritableImage picture, int left, int top, int width, int height) {
        int rim = 4;
        var pixels = picture.getPixelReader();
        var counts = new LinkedHashMap<Color, Integer>();
        for (int y = rim; y < height - rim; y++) {
            for (int x = rim; x < width - rim; x++) {
                counts.merge(pixels.getColor(left + x, top + y), 1, Integer::sum);
            }
        }
        var most = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        var shape = new BitSet();
        for (int y = rim; y < height - rim; y++) {
            for (int x = rim; x < width - rim; x++) {
                shape.set(y * width + x, contrast(pixels.getColor(left + x, top + y), most) >= 1.5);
            }
        }
        double sharpest = counts.keySet().stream()
                .mapToDouble(colour -> contrast(colour, most))
                .max()
                .orElse(1);
        return new Paint(most, shape, sharpest);
    }

    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
