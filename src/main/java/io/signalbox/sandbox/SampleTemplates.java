package io.signalbox.sandbox;

import io.signalbox.connector.whatsapp.TemplateText;
import io.signalbox.flow.Node;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// The WhatsApp templates that the sandbox treats as approved.
public final class SampleTemplates {
    private final List<TemplateText> templates;

    private SampleTemplates(List<TemplateText> templates) {
        this.templates = templates;
    }

    /// Those of `templates.json` beside this class.
    public static SampleTemplates shipped() {
        return new SampleTemplates(Shipped.json("templates.json").asItems().stream()
                .map(template -> new TemplateText(
                        template.at("name").asText(),
                        template.at("language").asText(),
                        template.at("header").asText(),
                        template.at("body").asText(),
                        template.at("footer").asText(),
                        template.at("buttons").asItems().stream()
                                .map(button -> new TemplateText.Button(
                                        button.at("text").asText(),
                                        button.at("url").asText()))
                                .toList()))
                .toList());
    }

    public List<TemplateText> all() {
        return templates;
    }

    /// The places of the template that a connection names, when it is one of these.
    public Optional<SequencedSet<String>> places(Node.Connection connection) {
        return connection.type().equals("whatsapp")
                ? find(
                                connection.settings().text("template"),
                                connection.settings().text("language"))
                        .map(TemplateText::targets)
                : Optional.empty();
    }

    /// Exact, as the vendor compares.
    public Optional<TemplateText> find(String name, String language) {
        return templates.stream()
                .filter(template -> template.name().equals(name))
                .filter(template -> template.language().equals(language))
                .findFirst();
    }
}
