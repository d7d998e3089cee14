package io.signalbox.designer.studio;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A question with a few answers, for the layer above the window.
final class Question {
    private static final double WIDTH = 544;

    private Question() {}

    static VBox of(String title, String text, Button... answers) {
        var heading = new Label(title);
        heading.getStyleClass().add("section-title");
        var body = new Label(text);
        body.setWrapText(true);
        // Whole words: where they do not fit beside each other, one goes below.
        var row = new FlowPane(8, 8, answers);
        row.setAlignment(Pos.CENTER_RIGHT);
        for (var answer : answers) {
            answer.setMinWidth(Region.USE_PREF_SIZE);
        }
        var card = new VBox(16, heading, body, row);
        card.getStyleClass().add("dialog-card");
        card.setPadding(new Insets(24));
        card.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        return card;
    }
}
