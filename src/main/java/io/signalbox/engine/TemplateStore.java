package io.signalbox.engine;

import io.signalbox.access.Account;
import io.signalbox.connector.TemplateText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The message templates of each account as they were last fetched.
public interface TemplateStore {
    /// @param at when the service gave the list
    record Listed(Instant at, List<TemplateText> templates) {
        public Listed {
            templates = List.copyOf(templates);
        }
    }

    /// Empty when they were never fetched. Answers at once: it is asked while drawing.
    Optional<Listed> find(String account);

    /// Those that are known; none when they were never fetched.
    default List<TemplateText> of(Account account) {
        return find(account.name()).map(Listed::templates).orElse(List.of());
    }

    /// Blocks for the disk.
    void save(String account, Listed listed);
}
