package io.signalbox.designer.home;

import io.signalbox.designer.Icon;
import io.signalbox.designer.TextWidth;
import io.signalbox.designer.Tip;
import io.signalbox.designer.Words;
import io.signalbox.flow.Texts;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The five steps over the canvas: what is done, what comes next and how. Takes no focus of itself.
public final class CoachStrip extends HBox implements AutoCloseable {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    /// At 100 %, in pixels: the words on the left, and beside each step's name.
    private static final double LEFT = 280;

    private static final double STEP = 52;
    private static final double CAPTION = 12;

    private final Words words;
    private final Coach coach;
    /// Has the letters of the current step's name.
    private final Label yardstick = new Label();
    private final Subscription watching;

    public CoachStrip(Words words, Coach coach) {
        this.words = words;
        this.coach = coach;
        setId("coach");
        getStyleClass().add("coach");
        HomeSheet.dress(this);
        setAccessibleRole(AccessibleRole.PARENT);
        managedProperty().bind(visibleProperty());
        yardstick.setManaged(false);
        yardstick.setVisible(false);
        yardstick.getStyleClass().addAll("caption", "strong");
        yardstick.fontProperty().subscribe(this::shrink);
        widthProperty().subscribe(this::shrink);
        watching = coach.progressProperty()
                .subscribe(_ -> draw())
                .and(words.textsProperty().subscribe((_, _) -> draw()));
    }

    private void draw() {
        var progress = coach.progressProperty().get();
        setVisible(progress.shown());
        var texts = Texts.of(CoachStrip.class, words.language());
        var current = progress.current();
        var title = label(texts.text("coach.title"), "strong");
        title.setId("coach-title");
        title.setMinWidth(USE_PREF_SIZE);
        var hint = label(hint(texts, current), "caption", "muted");
        hint.setId("coach-hint");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        var left = new VBox(title, hint);
        left.setAlignment(Pos.CENTER_LEFT);
        left.getStyleClass().add("coach-words");
        var steps = new HBox();
        steps.getStyleClass().add("coach-steps");
        steps.setAlignment(Pos.CENTER_LEFT);
        for (var step : Coach.Step.values()) {
            steps.getChildren().add(step(texts, progress, step));
        }
        var gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        var skip = new Button(texts.text(current.isEmpty() ? "coach.close" : "coach.skip"));
        skip.setId("coach-skip");
        skip.getStyleClass().addAll("flat", "small");
        skip.setMinWidth(USE_PREF_SIZE);
        skip.setTooltip(new Tip(texts.text("coach.resume-later")));
        skip.setOnAction(_ -> coach.skip());
        getChildren().setAll(left, steps, gap, skip, yardstick);
        shrink();
        setAccessibleText(texts.text("coach.title") + ". " + counted(texts, progress) + " " + hint.getText());
    }

    /// Where the names of all steps do not fit, only their numbers stay; the names are in their tips.
    private void shrink() {
        double scale = yardstick.getFont().getSize() / CAPTION;
        double wanted = LEFT * scale + TextWidth.of(text("coach.skip"), yardstick.getFont());
        for (var step : Coach.Step.values()) {
            wanted += TextWidth.of(text(step.key()), yardstick.getFont()) + STEP * scale;
        }
        pseudoClassStateChanged(NARROW, getWidth() < wanted);
    }

    private String text(String key) {
        return Texts.of(CoachStrip.class, words.language()).text(key);
    }

    private static String hint(Texts texts, Optional<Coach.Step> current) {
        return current.map(step -> texts.text(step.key() + ".hint")).orElseGet(() -> texts.text("coach.all-done"));
    }

    static String counted(Texts texts, Coach.Progress progress) {
        return texts.text("coach.count", progress.done().size(), Coach.Step.values().length);
    }

    private static HBox step(Texts texts, Coach.Progress progress, Coach.Step step) {
        var name = label(texts.text(step.key()), "coach-name");
        var line = new HBox(dot(progress, step), name);
        line.setId(step.key().replace('.', '-'));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("coach-step");
        line.setAccessibleRole(AccessibleRole.TEXT);
        line.setAccessibleText(
                name.getText() + ". " + texts.text(progress.done().contains(step) ? "coach.done" : "coach.open"));
        style(line, progress, step);
        Tooltip.install(line, new Tip(name.getText()));
        return line;
    }

    static Label dot(Coach.Progress progress, Coach.Step step) {
        var dot = label(Integer.toString(step.number()), "coach-dot");
        if (progress.done().contains(step)) {
            dot.setText("");
            dot.setGraphic(Icon.of("check", "icon-12"));
        }
        style(dot, progress, step);
        return dot;
    }

    static void style(Region part, Coach.Progress progress, Coach.Step step) {
        if (progress.done().contains(step)) {
            part.getStyleClass().add("done");
        } else if (progress.current().filter(step::equals).isPresent()) {
            part.getStyleClass().add("current");
        }
    }

    private static Label label(String text, String... styles) {
        var label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    @Override
    public void close() {
        watching.unsubscribe();
        managedProperty().unbind();
    }
}
