package io.signalbox.engine;

import io.signalbox.access.Account;
import io.signalbox.connector.TemplateText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The message templates of each account as they were last fetched.
public interface TemplateStore {
    /// @param at when the service gave the list
    /// @param of the connection's fields at that time: with others it may be another account, which has others
    record Listed(Instant at, Map<String, String> of, List<TemplateText> templates) {
        public Listed {
            of = Map.copyOf(of);
            templates = List.copyOf(templates);
        }
    }

    /// Empty when they were never fetched. Answers at once: it is asked while drawing.
    Optional<Listed> find(Account account);

    /// Those that are known; none when they were never fetched.
    default List<TemplateText> of(Account account) {
        return find(account).map(Listed::templates).orElse(List.of());
    }

    /// Blocks for the disk.
    void save(Account account, Instant at, List<TemplateText> templates);
}
