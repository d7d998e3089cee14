package io.signalbox.designer.panel;

import io.signalbox.connector.ConnectorSpec;
import io.signalbox.connector.Connectors;
import io.signalbox.designer.Background;
import io.signalbox.designer.Desk;
import io.signalbox.designer.FlowSession;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.Words;
import io.signalbox.engine.gate.LiveRules;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Texts;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.Optional;

/// What the panels of one open flow share.
///
/// @param random makes what must not be guessed, such as the address of a webhook
/// @param zone of the person: what happened is told in it, what a message holds in the flow's own
public record Bench(
        FlowSession session,
        Words words,
        Shortcuts shortcuts,
        Connectors connectors,
        LivePreview preview,
        AccountList accounts,
        GroupList groups,
        Saving saving,
        RuleBook rules,
        RecentEvents recent,
        Templates templates,
        Suggestions suggestions,
        LastRuns runs,
        SandboxPost post,
        LiveRules sending,
        Background background,
        SecureRandom random,
        Overlay overlay,
        ZoneId zone) {

    /// A bench on which no flow lies, for what belongs to the workspace as a whole, such as its connections.
    public static Bench ofWorkspace(
            Words words,
            Shortcuts shortcuts,
            Desk desk,
            Background background,
            SecureRandom random,
            Overlay overlay,
            ZoneId zone,
            Saving saving,
            RuleBook rules) {
        var session = new FlowSession(Flow.empty("none", "", words.language(), zone));
        var preview =
                new LivePreview(session, desk.preview(), desk.check(), desk.connectors(), desk.clock(), background);
        return new Bench(
                session,
                words,
                shortcuts,
                desk.connectors(),
                preview,
                new AccountList(desk.accounts(), background),
                new GroupList(desk.groups(), background),
                saving,
                rules,
                new RecentEvents(desk.events()::latest, background),
                Templates.none(),
                new Suggestions(desk.directories(), background),
                LastRuns.of(desk.runs()),
                SandboxPost.none(),
                desk.sending(),
                background,
                random,
                overlay,
                zone);
    }

    /// The same surroundings over another flow.
    public Bench over(FlowSession other, LivePreview tried, RecentEvents heard) {
        return new Bench(
                other,
                words,
                shortcuts,
                connectors,
                tried,
                accounts,
                groups,
                saving,
                rules,
                heard,
                templates,
                suggestions,
                runs,
                post,
                sending,
                background,
                random,
                overlay,
                zone);
    }

    Texts texts() {
        return Texts.of(Bench.class, words.language());
    }

    String text(String key, Object... arguments) {
        return texts().text(key, arguments);
    }

    /// “1 rule” or “3 rules”: `key` with `.one` or `.many` behind it.
    String counted(String key, long count) {
        return text(words.texts().form(key, count), count);
    }

    String flowText(String key, Object... arguments) {
        return words.flowTexts().text(key, arguments);
    }

    Flow flow() {
        return session.flow();
    }

    String title(Node node) {
        return node.name().isBlank() ? flowText("kind." + node.kind()) : node.name();
    }

    String title(NodeId id) {
        return flow().node(id).map(this::title).orElse(id.value());
    }

    /// True for a service that a person can choose: a closed one only where a connection to it was made, or where it is
    /// chosen already.
    boolean offers(ConnectorSpec spec, String chosen) {
        return !spec.retired()
                || spec.id().equals(chosen)
                || !accounts.ofType(spec.id()).isEmpty();
    }

    /// That the service was closed, and when; empty for one that lives.
    Optional<String> closed(String type) {
        return connectors
                .find(type)
                .filter(connector -> connector.spec().retired())
                .map(connector -> connectors.texts(connector, words.language()).text("retired"));
    }

    /// The name of a service in the chosen language; its id when this version does not know it.
    String service(String type) {
        return connectors
                .find(type)
                .map(connector -> connectors.texts(connector, words.language()).text("name"))
                .orElse(type);
    }

    /// The name of what a service is asked to do.
    String operation(String type, String operation) {
        return connectors
                .find(type)
                .map(connector -> connectors.texts(connector, words.language()).text("operation." + operation))
                .orElse(operation);
    }
}
