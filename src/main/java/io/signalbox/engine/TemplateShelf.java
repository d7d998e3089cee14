package io.signalbox.engine;

import io.signalbox.access.Account;
import io.signalbox.access.Accounts;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Connector;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.TemplateList;
import io.signalbox.connector.TemplateText;
import io.signalbox.engine.TemplateStore.Listed;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The message templates that each account really has: fetched when somebody asks for it, through the send gate, and
/// kept, so that a flow can be drawn and checked without a network. Safe for use by several threads.
public final class TemplateShelf {
    /// Of 100 templates each; a service that names a next page for ever is believed no further.
    private static final int MOST_PAGES = 50;

    private final TemplateStore store;
    private final Accounts accounts;
    private final Connectors connectors;
    private final SendGate gate;
    private final SignIn signIn;
    private final InstantSource clock;

    public TemplateShelf(
            TemplateStore store, Accounts accounts, Connectors connectors, SendGate gate, InstantSource clock) {
        this.store = store;
        this.accounts = accounts;
        this.connectors = connectors;
        this.gate = gate;
        this.signIn = new SignIn(accounts, gate, clock);
        this.clock = clock;
    }

    /// How a refresh went.
    public sealed interface Refreshed {}

    public record Fetched(int templates) implements Refreshed {}

    /// What was known before stays.
    ///
    /// @param reason text key, see [Connectors#explain]
    public record Failed(String reason, List<String> arguments) implements Refreshed {}

    /// As last fetched; none when they never were. Answers at once.
    public List<TemplateText> of(Account account) {
        return store.of(account);
    }

    /// When they were fetched; empty when they never were. Answers at once.
    public Optional<Instant> at(Account account) {
        return store.find(account).map(Listed::at);
    }

    /// True for an account whose service can be asked.
    public boolean canList(Account account) {
        return connectors.find(account.type()).flatMap(Connector::templates).isPresent();
    }

    /// Asks for those lists that these flows need and that were never fetched; what cannot be had stays unknown.
    /// Blocks for the wire and the disk.
    ///
    /// @param bind what a connection of the flows is called here, where it is called otherwise
    public void begin(List<Flow> flows, Map<String, String> bind) {
        flows.stream()
                .flatMap(flow -> flow.nodes().values().stream())
                .filter(Node.Connection.class::isInstance)
                .map(node -> bind.getOrDefault(node.connection(), node.connection()))
                .distinct()
                .flatMap(name -> accounts.find(name).stream())
                .filter(account -> canList(account) && at(account).isEmpty())
                .forEach(this::refresh);
    }

    /// Asks the service for all of them. Blocks for the wire and the disk.
    public Refreshed refresh(Account account) {
        var connector = connectors.find(account.type());
        var list = connector.flatMap(Connector::templates);
        if (list.isEmpty()) {
            return new Failed("no-templates", List.of(account.type()));
        }
        var found = new ArrayList<TemplateText>();
        var page = Optional.of("");
        for (int pages = 0; page.isPresent() && pages < MOST_PAGES; pages++) {
            switch (ask(account, connector.get(), list.get(), page.get())) {
                case TemplateList.Failed(var reason, var detail) -> {
                    return new Failed(reason, List.of(detail));
                }
                case TemplateList.Page(var templates, var next) -> {
                    found.addAll(templates);
                    page = next;
                }
            }
        }
        store.save(account, clock.instant(), found);
        return new Fetched(found.size());
    }

    private TemplateList.Answer ask(Account account, Connector connector, TemplateList list, String page) {
        try {
            return switch (signIn.sign(connector.auth(account), account, list.ask(account, page))) {
                case SignIn.Signed.Denied(var reason, var detail, var _) -> new TemplateList.Failed(reason, detail);
                case SignIn.Signed.Ready(var signed) ->
                    switch (gate.send(gate.permit(account), signed)) {
                        case Exchange.Answered(var reply) -> list.read(reply);
                        case Exchange.Unanswered(var reason, var detail, var _) ->
                            new TemplateList.Failed(reason, detail);
                        case Exchange.Lost(var reason, var detail) -> new TemplateList.Failed(reason, detail);
                    };
            };
        } catch (CallProblem problem) {
            return new TemplateList.Failed(problem.key(), String.join(", ", problem.arguments()));
        }
    }
}
