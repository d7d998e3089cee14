package io.signalbox.designer.panel;

import io.signalbox.access.Account;
import io.signalbox.access.Accounts;
import io.signalbox.access.Secret;
import io.signalbox.designer.Background;
import io.signalbox.engine.ConnectionTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/// The workspace's connections as the panels show them, read and saved off the FX thread. FX thread only.
public final class AccountList {
    private final Accounts accounts;
    private final Background background;
    private final ReadOnlyObjectWrapper<List<Account>> all = new ReadOnlyObjectWrapper<>(List.of());
    private final ObservableMap<String, Tried> tried = FXCollections.observableHashMap();

    /// How a connection's last test went.
    record Tried(Instant at, List<ConnectionTest.Step> steps) {
        Tried {
            steps = List.copyOf(steps);
        }

        boolean passed() {
            return steps.stream().allMatch(ConnectionTest.Step::passed);
        }
    }

    public AccountList(Accounts accounts, Background background) {
        this.accounts = accounts;
        this.background = background;
    }

    public ReadOnlyObjectProperty<List<Account>> allProperty() {
        return all.getReadOnlyProperty();
    }

    /// The last test of each since the window opened, by name; forgotten when the connection changes.
    ObservableMap<String, Tried> tried() {
        return tried;
    }

    Optional<Account> find(String name) {
        return all.get().stream().filter(account -> account.name().equals(name)).findFirst();
    }

    List<Account> ofType(String type) {
        return all.get().stream().filter(account -> account.type().equals(type)).toList();
    }

    /// Reads them anew.
    public void refresh(Consumer<Exception> failed) {
        background.run(this::connections, all::set, failed);
    }

    /// The servers that flows are sent to are none. Blocks.
    private List<Account> connections() {
        return accounts.all().stream().filter(KnownServers::isConnection).toList();
    }

    void remove(String name, Runnable done, Consumer<Exception> failed) {
        background.run(
                () -> {
                    accounts.remove(name);
                    return connections();
                },
                read -> {
                    all.set(read);
                    done.run();
                },
                failed);
    }

    void save(Account account, Map<String, Secret> secrets, Runnable done, Consumer<Exception> failed) {
        tried.remove(account.name());
        background.run(
                () -> {
                    accounts.save(account, secrets);
                    return connections();
                },
                read -> {
                    all.set(read);
                    done.run();
                },
                failed);
    }
}
