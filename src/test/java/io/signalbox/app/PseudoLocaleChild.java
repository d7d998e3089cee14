package io.signalbox.app;

import io.signalbox.designer.Theme;
import io.signalbox.designer.canvas.CanvasView;
import io.signalbox.flow.Language;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// Walks through the window with whatever words lie first on the class path, and tells on standard output how many
/// texts it measured and, each on a line, those that are cut. The arguments are the scale in percent, how far the walk
/// goes, and the window's sizes, as in 1440x900.
final class PseudoLocaleChild {
    static final String CUT = "cut: ";
    static final String MEASURED = "measured: ";

    /// What comes from the lengthened bundles; a person's own data is cut where it must be.
    private static final Pattern OURS = Pattern.compile("[åëïöü]");

    /// What is wider than they are, they bring into view.
    private static final Set<String> SCROLLED = Set.of("clipped-container", "column-header-background");
    /// The names of what is pressed, chosen or headed stand in full; a tip is not enough.
    private static final Set<String> NAMES = Set.of("tab-button", "column-title", "button", "menu-button");

    /// With the first place where it was seen.
    private final Map<String, String> cut = new TreeMap<>();
    private final Set<String> measured = new TreeSet<>();
    private final int scale;

    private PseudoLocaleChild(int scale) {
        this.scale = scale;
    }

    public static void main(String[] arguments) throws Exception {
        var child = new PseudoLocaleChild(Integer.parseInt(arguments[0]));
        var depth = Walk.Depth.valueOf(arguments[1]);
        var sizes = Stream.of(arguments).skip(2).map(PseudoLocaleChild::size).toList();
        try (var walk = new Walk(Theme.Choice.LIGHT, Language.EN, child.scale, sizes, depth, child::look)) {
            walk.everywhere();
        }
        System.out.println(MEASURED + child.measured.size());
        child.cut.forEach((text, place) -> System.out.println(CUT + text + " at " + place));
        System.out.flush();
        System.exit(0);
    }

    private static Dimension2D size(String told) {
        var sides = told.split("x", -1);
        return new Dimension2D(Double.parseDouble(sides[0]), Double.parseDouble(sides[1]));
    }

    private void look(String place, Scene scene) {
        Walk.seen(scene.getRoot())
                .filter(node -> node instanceof Labeled labeled && isOurs(labeled.getText()))
                .map(Labeled.class::cast)
                .forEach(labeled -> {
                    measured.add(labeled.getText());
                    if (isCut(labeled) && (isName(labeled) || !hasWholeTip(labeled))) {
                        cut.putIfAbsent("“" + labeled.getText() + "” " + Walk.describe(labeled), place);
                    }
                    if (isOutside(labeled)) {
                        cut.putIfAbsent("outside “" + labeled.getText() + "” " + Walk.describe(labeled), place);
                    }
                });
    }

    private static boolean isName(Labeled labeled) {
        return NAMES.stream().anyMatch(labeled.getStyleClass()::contains);
    }

    private static boolean isOurs(String text) {
        return text != null && OURS.matcher(text).find();
    }

    /// What a label draws is another text than its own as soon as that does not fit, on one line or on several.
    private static boolean isCut(Labeled labeled) {
        return labeled.getWidth() > 0
                && drawn(labeled).anyMatch(drawn -> !bare(drawn.getText()).equals(bare(labeled.getText())));
    }

    private static Stream<Text> drawn(Labeled labeled) {
        return labeled.getChildrenUnmodifiable().stream()
                .filter(child -> child instanceof Text && child.isVisible())
                .map(Text.class::cast);
    }

    /// Its letters reach over the side of what it stands in, and there over others or into nothing.
    private static boolean isOutside(Labeled labeled) {
        return drawn(labeled).anyMatch(PseudoLocaleChild::isOutside);
    }

    private static boolean isOutside(Text text) {
        var letters = text.localToScene(text.getLayoutBounds());
        if (letters.getMaxX() <= 0) {
            return false; // Slid out of the window until it is called for.
        }
        for (Parent up = text.getParent(); up != null; up = up.getParent()) {
            if (up instanceof CanvasView || SCROLLED.stream().anyMatch(up.getStyleClass()::contains)) {
                return false;
            }
            if (up instanceof Region around && around.getWidth() > 0) {
                var room = around.localToScene(around.getLayoutBounds());
                if (letters.getMinX() < room.getMinX() - 1 || letters.getMaxX() > room.getMaxX() + 1) {
                    return true;
                }
            }
        }
        return false;
    }

    /// A wrapped label breaks its lines where it likes.
    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }

    /// On itself or on what it is a part of.
    private static boolean hasWholeTip(Labeled labeled) {
        return Stream.iterate((Node) labeled, Objects::nonNull, Node::getParent)
                .flatMap(PseudoLocaleChild::tip)
                .anyMatch(tip -> bare(tip.getText()).contains(bare(labeled.getText())));
    }

    private static Stream<Tooltip> tip(Node node) {
        return Stream.concat(
                        node instanceof Control control ? Stream.ofNullable(control.getTooltip()) : Stream.empty(),
                        node.getProperties().values().stream()
                                .filter(Tooltip.class::isInstance)
                                .map(Tooltip.class::cast))
                .filter(tip -> tip.getText() != null);
    }
}
