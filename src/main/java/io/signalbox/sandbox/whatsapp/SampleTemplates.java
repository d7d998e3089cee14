package io.signalbox.sandbox.whatsapp;

import io.signalbox.connector.TemplateText;
import io.signalbox.connector.whatsapp.ApprovedTemplates;
import io.signalbox.flow.Value;
import io.signalbox.sandbox.Shipped;
import java.util.List;
import java.util.Optional;

/// The templates that the stand-in's account has.
public final class SampleTemplates {
    private final List<Value> listed;
    private final List<TemplateText> templates;

    private SampleTemplates(List<Value> listed) {
        this.listed = List.copyOf(listed);
        this.templates = listed.stream().map(ApprovedTemplates::template).toList();
    }

    /// Those of `templates.json` beside this class.
    public static SampleTemplates shipped() {
        return new SampleTemplates(
                Shipped.json(SampleTemplates.class, "templates.json").asItems());
    }

    public List<TemplateText> all() {
        return templates;
    }

    /// As the vendor lists them.
    List<Value> listed() {
        return listed;
    }

    /// Exact, as the vendor compares.
    public Optional<TemplateText> find(String name, String language) {
        return templates.stream()
                .filter(template -> template.name().equals(name))
                .filter(template -> template.language().equals(language))
                .findFirst();
    }
}
