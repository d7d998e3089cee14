package io.signalbox.designer.canvas;

import io.signalbox.connector.Connector;
import io.signalbox.connector.Connectors;
import io.signalbox.designer.Drawings;
import io.signalbox.designer.Words;
import io.signalbox.flow.Folded;
import io.signalbox.flow.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What can be added to a flow, in the language spoken now.
final class PaletteItems {
    private static final List<String> NODES = List.of("trigger", "source", "connection", "configuration");
    static final List<String> KINDS =
            Stream.concat(NODES.stream(), Stream.of("condition", "note")).toList();

    private final Words words;
    private final Connectors connectors;

    PaletteItems(Words words, Connectors connectors) {
        this.words = words;
        this.connectors = connectors;
    }

    /// All that becomes a node.
    List<PaletteItem> nodes() {
        return NODES.stream().flatMap(kind -> of(kind).stream()).toList();
    }

    List<PaletteItem> of(String kind) {
        return switch (kind) {
            case "trigger" ->
                Node.Trigger.TYPES.stream()
                        .map(type -> trigger(type, Drawings.nameOfTrigger(type)))
                        .toList();
            case "source" -> services(kind, connector -> connector.spec().reads());
            case "connection" -> services(kind, connector -> connector.spec().sends());
            case "condition" ->
                List.of(new PaletteItem(kind, "", words.text("palette.condition"), Drawings.path("branch")));
            case "note" -> List.of(new PaletteItem(kind, "", words.text("palette.note"), Drawings.path("note")));
            default -> List.of(new PaletteItem(kind, "", words.text("palette.message"), Drawings.path("message")));
        };
    }

    String kindOf(PaletteItem item) {
        return group(item.kind());
    }

    /// What a screen reader says of it.
    String spoken(PaletteItem item) {
        return item.isCondition() || item.isNote()
                ? words.text("palette." + item.kind() + ".spoken")
                : words.text("palette.spoken", kindOf(item), item.name());
    }

    /// What stands over items of this kind.
    String group(String kind) {
        return NODES.contains(kind) ? words.flowTexts().text("kind." + kind) : words.text("palette.anywhere");
    }

    /// True when the person may mean this item by what is typed: a part of its name, or of its kind's.
    boolean answers(PaletteItem item, String typed) {
        var wanted = Folded.of(typed.strip());
        return Folded.of(item.name()).contains(wanted)
                || Folded.of(kindOf(item)).contains(wanted);
    }

    private PaletteItem trigger(String type, String icon) {
        return new PaletteItem("trigger", type, words.flowTexts().text("trigger." + type), Drawings.path(icon));
    }

    private List<PaletteItem> services(String kind, Predicate<Connector> can) {
        var items = new ArrayList<PaletteItem>();
        for (var connector : connectors.all()) {
            // A service that was closed is chosen in a form, where it says so.
            if (can.test(connector) && !connector.spec().retired()) {
                var name = connectors.texts(connector, words.language()).text("name");
                items.add(new PaletteItem(kind, connector.spec().id(), name, connectors.icon(connector)));
            }
        }
        return items;
    }
}
