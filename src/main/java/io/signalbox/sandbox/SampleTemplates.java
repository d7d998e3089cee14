package io.signalbox.sandbox;

import io.signalbox.connector.whatsapp.TemplateText;
import java.util.List;
import java.util.Optional;

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

    /// Exact, as the vendor compares.
    public Optional<TemplateText> find(String name, String language) {
        return templates.stream()
                .filter(template -> template.name().equals(name))
                .filter(template -> template.language().equals(language))
                .findFirst();
    }
}
