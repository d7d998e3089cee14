package io.signalbox.designer.panel;

import io.signalbox.access.Account;
import io.signalbox.access.Accounts;
import io.signalbox.access.Secret;
import io.signalbox.designer.Background;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The workspace's connections as the panels show them, read and saved off the FX thread. FX thread only.
public final class AccountList {
    private final Accounts accounts;
    private final Background background;
    private final ReadOnlyObjectWrapper<List<Account>> all = new ReadOnlyObjectWrapper<>(List.of());

    public AccountList(Accounts accounts, Background background) {
        this.accounts = accounts;
        this.background = background;
    }

    public ReadOnlyObjectProperty<List<Account>> allProperty() {
        return all.getReadOnlyProperty();
    }

    Optional<Account> find(String name) {
        return all.get().stream().filter(account -> account.name().equals(name)).findFirst();
    }

    List<Account> ofType(String type) {
        return all.get().stream().filter(account -> account.type().equals(type)).toList();
    }

    /// Reads them anew.
    public void refresh(Consumer<Exception> failed) {
        background.run(accounts::all, read -> all.set(List.copyOf(read)), failed);
    }

    void remove(String name, Runnable done, Consumer<Exception> failed) {
        background.run(
                () -> {
                    accounts.remove(name);
                    return accounts.all();
                },
                read -> {
                    all.set(List.copyOf(read));
                    done.run();
                },
                failed);
    }

    void save(Account account, Map<String, Secret> secrets, Runnable done, Consumer<Exception> failed) {
        background.run(
                () -> {
                    accounts.save(account, secrets);
                    return accounts.all();
                },
                read -> {
                    all.set(List.copyOf(read));
                    done.run();
                },
                failed);
    }
}
