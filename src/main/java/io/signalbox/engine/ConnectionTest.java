package io.signalbox.engine;

import io.signalbox.access.Account;
import io.signalbox.access.Accounts;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.Outgoing;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Tries a connection in steps a person can follow: known, secrets there, signed in, reached. Reads only. May block.
public final class ConnectionTest {
    private final Accounts accounts;
    private final Connectors connectors;
    private final SendGate gate;
    private final InstantSource clock;

    /// @param key text key `connection-test.<key>`
    /// @param reason why it failed, see [Connectors#explain]; blank when it went well
    public record Step(String key, boolean passed, String reason, String detail) {}

    public ConnectionTest(Accounts accounts, Connectors connectors, SendGate gate, InstantSource clock) {
        this.accounts = accounts;
        this.connectors = connectors;
        this.gate = gate;
        this.clock = clock;
    }

    /// The steps taken, the last one being the first that failed.
    public List<Step> of(Account account) {
        var steps = new ArrayList<Step>();
        var connector = connectors.find(account.type());
        if (connector.isEmpty()) {
            steps.add(new Step("known", false, "no-connector", account.type()));
            return steps;
        }
        steps.add(new Step("known", true, "", account.type()));
        var signIn = new SignIn(accounts, gate, clock);
        var probe = connector.get().probe(account);
        var request = probe.orElseGet(() -> Outgoing.get(""));
        switch (signIn.sign(connector.get().auth(account), account, request)) {
            case SignIn.Signed.Denied(var reason, var detail, var _) ->
                steps.add(new Step("signed-in", false, reason, detail));
            case SignIn.Signed.Ready(var signed) -> {
                steps.add(new Step("signed-in", true, "", ""));
                // Where every call does something, having what signs it is all that can be shown.
                probe.ifPresent(_ -> steps.add(reached(account, signed)));
            }
        }
        return steps;
    }

    /// Any answer shows that the way is open; whether this very address exists says nothing about the operations.
    private Step reached(Account account, Outgoing signed) {
        return switch (gate.send(gate.permit(account), signed)) {
            case Exchange.Unanswered(var reason, var detail, var _) -> new Step("reached", false, reason, detail);
            case Exchange.Lost(var reason, var detail) -> new Step("reached", false, reason, detail);
            case Exchange.Answered(var reply)
            when reply.status() == 401 || reply.status() == 403 || reply.status() == 535 ->
                new Step("reached", false, "unauthorized", Integer.toString(reply.status()));
            case Exchange.Answered(var reply) -> new Step("reached", true, "", Integer.toString(reply.status()));
        };
    }
}
