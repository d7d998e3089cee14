package io.signalbox.designer.panel;

import io.signalbox.designer.Icon;
import io.signalbox.flow.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/// What stands in place of the list while there is no flow: a picture of one, and the ways to get one.
final class FlowsEmpty extends VBox {
    private static final List<String> KINDS = List.of("trigger", "source", "connection", "configuration");
    private static final List<String> ICONS = List.of("bolt", "data", "plug", "message");

    FlowsEmpty(Texts texts, Runnable example, Runnable samples, Runnable create, Runnable take) {
        super(16);
        setId("flows-empty");
        setAlignment(Pos.CENTER);
        var use = Press.primary(texts.text("flows.use-example"), "play", example);
        use.setId("flows-example");
        var more = button(texts.text("flows.samples"), "flows", "flows-samples", samples);
        var fresh = button(texts.text("flows.new"), "plus", "flows-new", create);
        var file = button(texts.text("flows.import"), "download", "flows-import", take);
        var row = new FlowPane(8, 8, use, more, fresh, file);
        row.setAlignment(Pos.CENTER);
        var hint = Wording.wrapped(Wording.body(texts.text("flows.none.hint")));
        hint.getStyleClass().add("muted");
        hint.setTextAlignment(TextAlignment.CENTER);
        var title = Wording.wrapped(Wording.section(texts.text("flows.none")));
        title.setTextAlignment(TextAlignment.CENTER);
        getChildren().addAll(picture(), title, hint, row);
    }

    private static Button button(String text, String icon, String id, Runnable action) {
        var button = Press.plain(text, icon, action);
        button.setId(id);
        return button;
    }

    private static HBox picture() {
        var chain = new HBox();
        chain.setAlignment(Pos.CENTER);
        for (int at = 0; at < KINDS.size(); at++) {
            if (at > 0) {
                var wire = new Region();
                wire.getStyleClass().add("picture-wire");
                chain.getChildren().add(wire);
            }
            var box = new StackPane(Icon.of(ICONS.get(at), "icon-20"));
            box.getStyleClass().addAll("picture-node", "kind-" + KINDS.get(at));
            chain.getChildren().add(box);
        }
        return chain;
    }
}
