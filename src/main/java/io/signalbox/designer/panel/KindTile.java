package io.signalbox.designer.panel;

import io.signalbox.designer.Drawings;
import io.signalbox.designer.Icon;
import io.signalbox.flow.Node;
import javafx.scene.layout.StackPane;

/// The coloured square that says of which kind a node is.
final class KindTile extends StackPane {
    KindTile(Node node, boolean large) {
        getStyleClass().addAll("tile", "kind-" + node.kind());
        if (!large) {
            getStyleClass().add("small");
        }
        getChildren().add(Icon.of(icon(node), large ? "icon-20" : "icon-14"));
    }

    static String icon(Node node) {
        return switch (node) {
            case Node.Trigger trigger -> Drawings.nameOfTrigger(trigger.type());
            case Node.Source source -> source.type().equals("http") ? "globe" : "data";
            case Node.Connection _ -> "plug";
            case Node.Configuration _ -> "message";
        };
    }
}
