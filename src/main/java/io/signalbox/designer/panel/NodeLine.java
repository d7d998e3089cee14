package io.signalbox.designer.panel;

import io.signalbox.flow.Node;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The line below a node's name: what it is and what it does.
final class NodeLine {
    private final Bench bench;

    NodeLine(Bench bench) {
        this.bench = bench;
    }

    String of(Node node) {
        var kind = bench.flowText("kind." + node.kind());
        return switch (node) {
            case Node.Trigger trigger -> joined(kind, event(trigger));
            case Node.Source source -> joined(kind, service(source), operation(source));
            case Node.Connection connection -> joined(kind, service(connection), operation(connection));
            case Node.Configuration configuration -> {
                var settings = Wired.connection(bench, configuration.id()).map(Node.Connection::settings);
                yield joined(
                        kind,
                        settings.map(each -> each.text("template")).orElse(""),
                        settings.map(each -> each.text("language")).orElse(""));
            }
        };
    }

    private String event(Node.Trigger trigger) {
        if (!trigger.type().equals("event")) {
            return bench.flowText("trigger." + trigger.type());
        }
        var settings = trigger.settings();
        return Stream.of("module", "submodule", "event")
                .filter(part -> !settings.text(part).isEmpty())
                .map(part -> word(part, settings.text(part)))
                .collect(Collectors.joining(" › "));
    }

    private String word(String part, String value) {
        var key = part + "." + value;
        return bench.words().flowTexts().has(key) ? bench.flowText(key) : value;
    }

    private String service(Node node) {
        return node.type().isEmpty() ? "" : bench.service(node.type());
    }

    private String operation(Node node) {
        return node.operation().isEmpty() ? "" : bench.operation(node.type(), node.operation());
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }
}
