package io.signalbox.designer.panel;

import io.signalbox.access.Account;
import io.signalbox.connector.Auth;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.VPos;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// What is worth knowing of a Connection whose message is filled elsewhere: it has no values of its own, but through
/// which account, to where and how signed the message goes is its business. Tells no secret.
final class ConnectionFacts extends GridPane {
    private final Bench bench;

    ConnectionFacts(Bench bench) {
        this.bench = bench;
        getStyleClass().add("connection-facts");
        var names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setMinWidth(0);
        getColumnConstraints().addAll(names, values);
    }

    /// The Connection of that id, as far as it hands its message on to be filled.
    static Optional<Node.Connection> filledElsewhere(Bench bench, NodeId id) {
        return bench.flow()
                .node(id)
                .filter(Node.Connection.class::isInstance)
                .map(Node.Connection.class::cast)
                .filter(node -> !fillers(bench, node).isEmpty());
    }

    private static List<Node> fillers(Bench bench, Node.Connection node) {
        return bench.flow().wiresFrom(node.id()).stream()
                .flatMap(wire -> bench.flow().node(wire.to()).stream())
                .filter(Node.Configuration.class::isInstance)
                .toList();
    }

    void show(Node.Connection node) {
        var account = bench.accounts().find(node.connection());
        var fillers = fillers(bench, node);
        var names = fillers.stream()
                .map(each -> bench.flowText("quoted", bench.title(each)))
                .collect(Collectors.joining(", "));
        getChildren().clear();
        add(Wording.wrapped(Wording.caption(bench.text("facts.filled", names))), 0, 0, 2, 1);
        add("settings.account", account.map(Account::name).orElseGet(() -> bench.text("facts.no-account")));
        add("facts.address", address(fillers));
        add("connection.way", account.flatMap(this::way).orElse(""));
        add("settings.service", bench.service(node.type()));
        add("settings.action", node.operation().isEmpty() ? "" : bench.operation(node.type(), node.operation()));
    }

    private void add(String key, String value) {
        if (!value.isEmpty()) {
            var fact = Wording.wrapped(Wording.body(value));
            fact.setAccessibleText(bench.text(key) + ": " + value);
            var name = Wording.caption(bench.text(key));
            // Not by the baseline: a row that is so aligned takes a text of several lines for one.
            setValignment(name, VPos.TOP);
            setValignment(fact, VPos.TOP);
            addRow(getRowCount(), name, fact);
        }
    }

    /// Where the first message goes: as in its request, in which what is secret is masked.
    private String address(List<Node> fillers) {
        return fillers.stream()
                .flatMap(filler -> bench.preview().model().messages(filler.id()).stream())
                .map(message -> message.outgoing().url())
                .findFirst()
                .orElse("");
    }

    private Optional<String> way(Account account) {
        return bench.connectors()
                .find(account.type())
                .map(connector -> connector.auth(account))
                .filter(auth -> !(auth instanceof Auth.None))
                .map(auth -> Stream.of("connection.way." + auth.getClass().getSimpleName())
                        .filter(bench.texts()::has)
                        .findFirst()
                        .orElse("connection.way.other"))
                .map(bench::text);
    }
}
