package io.signalbox.designer.panel;

import io.signalbox.access.Account;
import io.signalbox.connector.TemplateText;
import io.signalbox.designer.Background;
import io.signalbox.engine.TemplateShelf;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/// The message templates of the connections as the panels show them: answered at once from what was fetched last, and
/// fetched anew when somebody asks. FX thread only.
public final class Templates {
    private final Function<Account, List<TemplateText>> known;
    private final Optional<TemplateShelf> shelf;
    private final Background background;
    private final ReadOnlyLongWrapper edition = new ReadOnlyLongWrapper();
    /// Names of connections that are being asked, or were once without a list before.
    private final Set<String> busy = new HashSet<>();
    private final Set<String> begun = new HashSet<>();

    private Templates(
            Function<Account, List<TemplateText>> known, Optional<TemplateShelf> shelf, Background background) {
        this.known = known;
        this.shelf = shelf;
        this.background = background;
    }

    public static Templates of(TemplateShelf shelf, Background background) {
        return new Templates(shelf::of, Optional.of(shelf), background);
    }

    /// Those that are given, which nobody fetches.
    static Templates of(Function<Account, List<TemplateText>> known) {
        return new Templates(known, Optional.empty(), new Background(Runnable::run, Runnable::run));
    }

    /// Nothing is known.
    static Templates none() {
        return of(_ -> List.of());
    }

    /// Raised when a list was fetched.
    public ReadOnlyLongProperty editionProperty() {
        return edition.getReadOnlyProperty();
    }

    /// Those a message of this account can be made from, as far as they are known.
    List<TemplateText> of(Account account) {
        return known.apply(account);
    }

    /// Exact, as the vendor compares.
    ///
    /// @param language any where the field has none
    Optional<TemplateText> find(Account account, String name, Optional<String> language) {
        return of(account).stream()
                .filter(template -> template.name().equals(name))
                .filter(template -> language.map(template.language()::equals).orElse(true))
                .findFirst();
    }

    boolean canRefresh(Account account) {
        return shelf.filter(there -> there.canList(account)).isPresent();
    }

    boolean isBusy(Account account) {
        return busy.contains(account.name());
    }

    /// When they were fetched; empty when they never were.
    Optional<Instant> at(Account account) {
        return shelf.flatMap(there -> there.at(account));
    }

    /// Fetches the lists that were never fetched; what cannot be had stays unknown until somebody asks for it.
    public void begin(List<Account> accounts) {
        for (var account : accounts) {
            if (canRefresh(account) && at(account).isEmpty() && begun.add(account.name())) {
                refresh(account, _ -> {}, _ -> {});
            }
        }
    }

    /// @param done told how it went
    void refresh(Account account, Consumer<TemplateShelf.Refreshed> done, Consumer<Exception> failed) {
        if (shelf.isEmpty() || !busy.add(account.name())) {
            return;
        }
        background.run(
                () -> shelf.get().refresh(account),
                refreshed -> {
                    busy.remove(account.name());
                    edition.set(edition.get() + 1);
                    done.accept(refreshed);
                },
                failure -> {
                    busy.remove(account.name());
                    failed.accept(failure);
                });
    }
}
