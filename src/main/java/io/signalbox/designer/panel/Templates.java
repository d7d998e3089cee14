package io.signalbox.designer.panel;

import io.signalbox.connector.whatsapp.TemplateText;
import java.util.Optional;

/// Where the wording of an approved message template is known from. Answers at once: it is asked while drawing.
@FunctionalInterface
public interface Templates {
    Optional<TemplateText> find(String name, String language);
}
