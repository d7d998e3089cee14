package io.signalbox.app;

import io.signalbox.access.Account;
import io.signalbox.access.Secret;
import io.signalbox.connector.Connector;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.Verifier;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.sandbox.Hooks;
import io.signalbox.sandbox.Sandbox;
import java.util.List;

/// The webhooks of the sample flows, made known to the stand-ins that call them.
final class DemoHooks {
    private DemoHooks() {}

    /// The stand-in of a webhook's connection calls it, and signs with the connection's secrets.
    static void call(Workspace workspace, Flow flow, String address, Sandbox sandbox) {
        for (var node : flow.nodes().values()) {
            if (node instanceof Node.Trigger trigger && trigger.type().equals("webhook")) {
                workspace.accounts().find(trigger.settings().text("connection")).ifPresent(account -> {
                    var url = address + "/hooks/" + trigger.settings().text("hook");
                    var secret = signedWith(trigger, account).stream()
                            .flatMap(key -> workspace.accounts().secret(account.name(), key).stream())
                            .findFirst();
                    sandbox.hook(
                            account.type(),
                            new Hooks.Hook(url, secret.map(Secret::value).orElse(""), ""));
                });
            }
        }
    }

    private static List<String> signedWith(Node.Trigger trigger, Account account) {
        var own = Connectors.found().find(account.type()).flatMap(Connector::verifier);
        return Verifier.of(trigger.settings().text("verifier"), own)
                .map(Verifier::needs)
                .orElse(List.of());
    }
}
