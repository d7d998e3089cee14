package io.signalbox.designer.panel;

import io.signalbox.access.Account;
import io.signalbox.connector.whatsapp.TemplateText;
import java.util.List;
import java.util.Optional;

/// Where the wording of approved message templates is known from. Answers at once: it is asked while drawing.
@FunctionalInterface
public interface Templates {
    /// Those a message of this account can be made from, as far as they are known.
    List<TemplateText> of(Account account);

    /// Exact, as the vendor compares.
    default Optional<TemplateText> find(Account account, String name, String language) {
        return of(account).stream()
                .filter(template ->
                        template.name().equals(name) && template.language().equals(language))
                .findFirst();
    }

    /// Nothing is known.
    static Templates none() {
        return _ -> List.of();
    }
}
