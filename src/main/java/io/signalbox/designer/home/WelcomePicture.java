package io.signalbox.designer.home;

import io.signalbox.designer.Icon;
import io.signalbox.flow.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What stands at the head of each welcome card, drawn from the theme's own colours.
final class WelcomePicture extends StackPane {
    private static final List<String> KINDS = List.of("trigger", "source", "connection", "configuration");
    private static final List<String> ICONS = List.of("bolt", "data", "plug", "message");

    private WelcomePicture(Region drawn) {
        super(drawn);
        getStyleClass().add("welcome-picture");
        drawn.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMouseTransparent(true);
    }

    /// A flow, and the message that comes out of it.
    static WelcomePicture example(Texts texts) {
        var chain = new HBox();
        chain.setAlignment(Pos.CENTER);
        for (int at = 0; at < KINDS.size(); at++) {
            if (at > 0) {
                chain.getChildren().add(styled("picture-wire"));
            }
            var node = new HBox(Icon.of(ICONS.get(at), "icon-14"), styled("picture-line"));
            node.setAlignment(Pos.CENTER_LEFT);
            node.getStyleClass().addAll("picture-box", "kind-" + KINDS.get(at));
            chain.getChildren().add(node);
        }
        var says = new Label(texts.text("welcome.example.message"));
        says.setWrapText(true);
        var link = new Label(texts.text("welcome.example.link"));
        link.getStyleClass().addAll("strong", "picture-link");
        var bubble = new VBox(says, link);
        bubble.getStyleClass().add("picture-bubble");
        var both = new VBox(chain, bubble);
        both.setAlignment(Pos.TOP_RIGHT);
        both.getStyleClass().add("picture-flow");
        return new WelcomePicture(both);
    }

    /// Two programs and a key between them.
    static WelcomePicture connect() {
        var theirs = box("Fracttal", "picture-program");
        var ours = box("Signalbox", "picture-program", "picture-ours");
        var key = new StackPane(Icon.of("key", "icon-20"));
        key.getStyleClass().add("picture-key");
        var row = new HBox(theirs, styled("picture-dash"), key, styled("picture-dash"), ours);
        row.setAlignment(Pos.CENTER);
        return new WelcomePicture(row);
    }

    /// A sheet of paper.
    static WelcomePicture take() {
        var colours = new HBox();
        colours.getStyleClass().add("picture-colours");
        KINDS.forEach(kind -> {
            var colour = styled("picture-colour");
            colour.getStyleClass().add("kind-" + kind);
            colours.getChildren().add(colour);
        });
        var sheet = new VBox(
                styled("picture-text"),
                styled("picture-text", "short"),
                colours,
                styled("picture-text"),
                styled("picture-text", "short"));
        sheet.getStyleClass().add("picture-sheet");
        return new WelcomePicture(sheet);
    }

    private static Label box(String name, String... styles) {
        var box = new Label(name);
        box.setMinWidth(USE_PREF_SIZE);
        box.getStyleClass().addAll(styles);
        return box;
    }

    private static Region styled(String... styles) {
        var region = new Region();
        region.getStyleClass().addAll(styles);
        return region;
    }
}
