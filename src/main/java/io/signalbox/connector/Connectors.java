package io.signalbox.connector;

import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/// The connectors found on the class path.
public final class Connectors {
    private static final String MISSING = "value.missing";

    private final Map<String, Connector> byId = new LinkedHashMap<>();

    private Connectors(Iterable<Connector> connectors) {
        connectors.forEach(connector -> byId.put(connector.spec().id(), connector));
    }

    public static Connectors found() {
        var found = ServiceLoader.load(Connector.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(connector -> connector.spec().id()))
                .toList();
        return new Connectors(found);
    }

    public Collection<Connector> all() {
        return byId.values();
    }

    public Optional<Connector> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<Operation> operation(String id, String operation) {
        return find(id).flatMap(connector -> connector.spec().operation(operation));
    }

    /// The connector's own words. Keys: `name`, `operation.<id>`, `field.<key>`, `field.<key>.hint`,
    /// `error.<reason>`, `sample.<id>`.
    public Texts texts(Connector connector, Language language) {
        return Texts.of(connector.getClass(), language);
    }

    /// A flow that comes with the program, called and described in that language: `sample.<id>` and
    /// `sample.<id>.hint` beside one of the connectors it writes to. As it is where none knows it.
    public Flow inWords(Flow sample, Language language) {
        var key = "sample." + sample.id();
        return sample.nodes().values().stream()
                .flatMap(node -> find(node.type()).stream())
                .map(connector -> texts(connector, language))
                .filter(texts -> texts.has(key))
                .findFirst()
                .map(texts -> sample.withName(texts.text(key))
                        .withDescription(texts.text(key + ".hint"), sample.language(), sample.zone()))
                .orElse(sample);
    }

    /// Why a call failed, in a person's words: from the connector's bundle, else from the common one.
    public String explain(String type, String reason, Language language, Object... arguments) {
        var key = "error." + reason;
        var words = find(type).map(connector -> texts(connector, language));
        if (reason.equals(MISSING) && arguments.length > 0 && words.isPresent()) {
            // A row of a field map is called as in the file; a field of the form has a label.
            var label = "field." + arguments[0];
            if (words.get().has(label)) {
                return Texts.of(Connectors.class, language)
                        .text(key, words.get().text(label));
            }
        }
        return words.filter(texts -> texts.has(key))
                .orElseGet(() -> Texts.of(Connectors.class, language))
                .text(key, arguments);
    }

    /// The path data of its 24 × 24 icon, one colour: the `d` of `icon.svg` beside it.
    public String icon(Connector connector) {
        var svg = resource(connector, "icon.svg");
        int from = svg.indexOf(" d=\"") + 4;
        return svg.substring(from, svg.indexOf('"', from));
    }

    /// The help page in Markdown.
    public String help(Connector connector, Language language) {
        return resource(connector, "help_" + language.suffix() + ".md");
    }

    private static String resource(Connector connector, String name) {
        try (var stream = connector.getClass().getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(connector.getClass().getPackageName() + " lacks " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException("reading " + name, failure);
        }
    }
}
