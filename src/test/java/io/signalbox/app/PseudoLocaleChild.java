package io.signalbox.app;

import io.signalbox.designer.Theme;
import io.signalbox.flow.Language;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/// Walks through the window with whatever words lie first on the class path, and tells on standard output how many
/// texts it measured and, each on a line, those that are cut. The argument is the scale in percent.
final class PseudoLocaleChild {
    static final String CUT = "cut: ";
    static final String MEASURED = "measured: ";

    /// What comes from the lengthened bundles; a person's own data is cut where it must be.
    private static final Pattern OURS = Pattern.compile("[åëïöü]");

    /// With the first place where it was seen.
    private final Map<String, String> cut = new TreeMap<>();
    private final Set<String> measured = new TreeSet<>();

    private PseudoLocaleChild() {}

    public static void main(String[] arguments) throws Exception {
        var child = new PseudoLocaleChild();
        int scale = Integer.parseInt(arguments[0]);
        try (var walk = new Walk(Theme.Choice.LIGHT, Language.EN, scale, Walk.Depth.PAGES, child::look)) {
            walk.everywhere();
        }
        System.out.println(MEASURED + child.measured.size());
        child.cut.forEach((text, place) -> System.out.println(CUT + text + " at " + place));
        System.out.flush();
        System.exit(0);
    }

    private void look(String place, Scene scene) {
        Walk.seen(scene.getRoot())
                .filter(node -> node instanceof Labeled labeled && isOurs(labeled.getText()))
                .map(Labeled.class::cast)
                .forEach(labeled -> {
                    measured.add(labeled.getText());
                    if (isCut(labeled) && !hasWholeTip(labeled)) {
                        cut.putIfAbsent("“" + labeled.getText() + "” " + Walk.describe(labeled), place);
                    }
                });
    }

    private static boolean isOurs(String text) {
        return text != null && OURS.matcher(text).find();
    }

    /// What a label draws is another text than its own as soon as that does not fit, on one line or on several.
    private static boolean isCut(Labeled labeled) {
        return labeled.getWidth() > 0
                && labeled.getChildrenUnmodifiable().stream()
                        .anyMatch(child -> child instanceof Text drawn
                                && drawn.isVisible()
                                && !bare(drawn.getText()).equals(bare(labeled.getText())));
    }

    /// A wrapped label breaks its lines where it likes.
    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static boolean hasWholeTip(Labeled labeled) {
        return labeled.getTooltip() != null
                && bare(String.valueOf(labeled.getTooltip().getText())).contains(bare(labeled.getText()));
    }
}
