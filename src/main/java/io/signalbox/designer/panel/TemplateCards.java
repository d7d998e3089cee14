package io.signalbox.designer.panel;

import io.signalbox.connector.whatsapp.TemplateText;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The templates of a connection as cards, below the field that names one. A card chosen fills in name and language.
/// Nothing is shown once the name is one of theirs.
final class TemplateCards extends VBox {
    private final Supplier<List<TemplateText>> known;
    private final Consumer<TemplateText> choose;
    private final String title;
    private List<TemplateText> shown = List.of();

    TemplateCards(String title, Supplier<List<TemplateText>> known, Consumer<TemplateText> choose) {
        this.title = title;
        this.known = known;
        this.choose = choose;
        getStyleClass().add("template-cards");
        show("", "");
    }

    /// @param name what the field says now
    void show(String name, String language) {
        var offered = known.get();
        boolean chosen = offered.stream()
                .anyMatch(template ->
                        template.name().equals(name) && template.language().equals(language));
        var wanted = chosen ? List.<TemplateText>of() : offered;
        setVisible(!wanted.isEmpty());
        setManaged(!wanted.isEmpty());
        if (wanted.equals(shown)) {
            return;
        }
        shown = wanted;
        getChildren().clear();
        if (!wanted.isEmpty()) {
            getChildren().add(Wording.caption(title));
            wanted.forEach(template -> getChildren().add(card(template)));
        }
    }

    private Button card(TemplateText template) {
        var language = Wording.caption(template.language());
        var head = new HBox(8, Wording.strong(template.name()), language);
        var body = Wording.caption(template.body());
        var card = new Button();
        var lines = new VBox(4, head, body);
        lines.setAlignment(Pos.CENTER_LEFT);
        card.setGraphic(lines);
        card.setAccessibleText(template.name() + ", " + template.language() + ". " + template.body());
        card.setId("template-" + template.name() + "-" + template.language());
        card.getStyleClass().add("template-card");
        card.setMaxWidth(Double.MAX_VALUE);
        // A card is as wide as its panel: a long body is cut, and read in full by whoever listens.
        body.maxWidthProperty().bind(widthProperty().subtract(32));
        card.setOnAction(_ -> choose.accept(template));
        return card;
    }
}
