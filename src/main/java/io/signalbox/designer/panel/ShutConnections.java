package io.signalbox.designer.panel;

import io.signalbox.access.Account;
import java.util.List;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Below a choice of connections: those that are left out because flows may not read with them, and the way to open
/// them. Takes no room where there are none.
final class ShutConnections extends VBox {
    private static final int NAMED = 3;

    private final Bench bench;
    private List<String> told = List.of();

    ShutConnections(Bench bench) {
        super(4);
        this.bench = bench;
        setId("shut-connections");
        setManaged(false);
        setVisible(false);
    }

    /// Those of a service that flows may read with; the others are named here.
    List<Account> without(List<Account> all) {
        var shut = all.stream()
                .filter(account -> !account.hub())
                .map(Account::name)
                .toList();
        if (!shut.equals(told)) {
            told = shut;
            draw();
        }
        return all.stream().filter(Account::hub).toList();
    }

    /// Everything may be chosen.
    void none() {
        without(List.of());
    }

    private void draw() {
        getChildren().clear();
        setManaged(!told.isEmpty());
        setVisible(!told.isEmpty());
        if (told.isEmpty()) {
            return;
        }
        var links = new FlowPane(8, 4);
        told.stream().limit(NAMED).forEach(name -> {
            var open = Press.link(bench.text("settings.shut.open", name), () -> open(name));
            open.setId("shut-open-" + name);
            links.getChildren().add(open);
        });
        getChildren().addAll(Wording.wrapped(Wording.caption(bench.counted("settings.shut", told.size()))), links);
    }

    private void open(String name) {
        bench.accounts()
                .find(name)
                .ifPresent(account -> new ConnectionDialog(
                                bench, account, _ -> bench.preview().refresh())
                        .open());
    }
}
