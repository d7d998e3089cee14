package io.signalbox.designer.panel;

import io.signalbox.access.Account;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.TemplateText;
import io.signalbox.designer.Background;
import io.signalbox.designer.FlowSession;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.Words;
import io.signalbox.engine.FlowCheck;
import io.signalbox.engine.Preview;
import io.signalbox.engine.gate.LiveRules;
import io.signalbox.engine.gate.Memory;
import io.signalbox.flow.Event;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.sandbox.whatsapp.SampleTemplates;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// A bench whose workers run at once, at a time that stands still.
final class PanelBench {
    static final Instant NOW = Instant.parse("2026-11-21T14:03:20Z");

    private PanelBench() {}

    static Bench of(Flow flow) {
        return of(flow, new MemoryAccounts());
    }

    static Bench of(Flow flow, MemoryAccounts accounts) {
        return of(flow, accounts, List.of());
    }

    /// @param events that came in before, newest first
    static Bench of(Flow flow, MemoryAccounts accounts, List<Event> events) {
        accounts.save(account("plant-a", "fracttal", "client-id", "client-secret"), java.util.Map.of());
        accounts.save(account("whatsapp-main", "whatsapp", "phone-number-id", "access-token"), java.util.Map.of());
        var session = new FlowSession(flow);
        var connectors = Connectors.found();
        var background = new Background(Runnable::run, Runnable::run);
        var preview = new LivePreview(
                session,
                new Preview(connectors, accounts::find),
                FlowCheck.ofWorkspace(connectors, accounts::find).withTemplates(PanelBench::templates),
                connectors,
                InstantSource.fixed(NOW),
                background);
        var list = new AccountList(accounts, background);
        list.refresh(failure -> {
            throw new IllegalStateException(failure);
        });
        return new Bench(
                session,
                new Words(Language.EN),
                Shortcuts.standard(),
                connectors,
                preview,
                list,
                new GroupList(new MemoryGroups(), background),
                (_, _) -> {},
                new RuleBook(MemoryFlows.three(), background, _ -> {}),
                new RecentEvents(count -> events.stream().limit(count).toList(), background),
                Templates.of(PanelBench::templates),
                Suggestions.none(background),
                LastRuns.none(),
                SandboxPost.none(),
                new LiveRules(new Memory(), InstantSource.system()),
                background,
                new SecureRandom(),
                new Overlay(),
                java.time.ZoneOffset.UTC);
    }

    static List<TemplateText> templates(Account account) {
        return account.type().equals("whatsapp") ? SampleTemplates.shipped().all() : List.of();
    }

    private static Account account(String name, String type, String key, String secret) {
        var values = new LinkedHashMap<String, String>();
        values.put(key, "106540352242922");
        if (type.equals("whatsapp")) {
            values.put("base-url", "http://127.0.0.1:8090/whatsapp");
        }
        return new Account(name, type, values, Set.of(secret), true);
    }
}
