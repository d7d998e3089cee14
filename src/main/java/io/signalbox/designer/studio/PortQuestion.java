package io.signalbox.designer.studio;

import io.signalbox.designer.Words;
import io.signalbox.designer.panel.Overlay;
import io.signalbox.flow.Texts;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/// Asks at which port events shall be listened to.
record PortQuestion(Words words, Overlay overlay) {
    private static final int HIGHEST = 65_535;

    void ask(IntConsumer chosen) {
        var field = new TextField();
        field.setId("port");
        field.setAccessibleText(text("port.title"));
        field.setPromptText("8086");
        var listen = new Button(text("port.listen"));
        listen.setId("port-listen");
        listen.getStyleClass().add("primary");
        listen.setDefaultButton(true);
        listen.disableProperty()
                .bind(field.textProperty().map(typed -> port(typed).isEmpty()));
        listen.setOnAction(_ -> port(field.getText()).ifPresent(port -> {
            overlay.dismiss();
            chosen.accept(port);
        }));
        var cancel = new Button(text("port.cancel"));
        cancel.setOnAction(_ -> overlay.dismiss());
        var label = new Label(text("port.label"));
        label.setLabelFor(field);
        label.getStyleClass().add("strong");
        var card = Question.of(text("port.title"), text("port.text"), cancel, listen);
        card.getChildren().addAll(2, java.util.List.of(label, field));
        overlay.show(card);
    }

    private static OptionalInt port(String typed) {
        var digits = typed.strip();
        if (!digits.matches("\\d{1,5}")) {
            return OptionalInt.empty();
        }
        int port = Integer.parseInt(digits);
        return port < 1 || port > HIGHEST ? OptionalInt.empty() : OptionalInt.of(port);
    }

    private String text(String key) {
        return Texts.of(PortQuestion.class, words.language()).text(key);
    }
}
