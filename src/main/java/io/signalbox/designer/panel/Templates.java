package io.signalbox.designer.panel;

import io.signalbox.access.Account;
import io.signalbox.connector.whatsapp.TemplateText;
import java.util.List;
import java.util.Optional;

/// Where the wording of approved message templates is known from. Answers at once: it is asked while drawing.
public interface Templates {
    Optional<TemplateText> find(String name, String language);

    /// Those a message of this account can be made from, as far as they are known.
    List<TemplateText> of(Account account);

    /// Nothing is known.
    static Templates none() {
        return new Templates() {
            @Override
            public Optional<TemplateText> find(String name, String language) {
                return Optional.empty();
            }

            @Override
            public List<TemplateText> of(Account account) {
                return List.of();
            }
        };
    }
}
