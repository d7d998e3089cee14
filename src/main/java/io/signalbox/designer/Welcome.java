package io.signalbox.designer;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What the window shows before a flow is open.
public final class Welcome extends VBox {

    public Welcome() {
        var greeting = new Label("Signalbox");
        greeting.setId("greeting");
        var start = new Button("New flow");
        start.setId("new-flow");
        start.setOnAction(event -> greeting.setText("An empty flow"));
        getChildren().addAll(greeting, start);
    }
}
