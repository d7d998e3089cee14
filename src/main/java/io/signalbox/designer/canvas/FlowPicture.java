package io.signalbox.designer.canvas;

import io.signalbox.connector.Connectors;
import io.signalbox.designer.Speech;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Note;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/// A flow as the canvas shows it, as an SVG document in the colours of the light theme that needs no other file. Made
/// without a window: no class of JavaFX is loaded.
public final class FlowPicture {
    private static final String FONTS =
            "Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans Condensed', sans-serif";
    /// Four columns, as on a wide screen, before a tidied chain wraps.
    private static final double TIDY_WIDTH = 1344;

    private static final double MARGIN = 40;
    private static final double NOTE_INSET = 16;
    private static final double NOTE_WIDTH = Area.NODE_WIDTH - 2 * NOTE_INSET;
    private static final double NOTE_LINE = 15;
    private static final Lettering NOTE = new Lettering(12, false);
    private static final Lettering HEADING = new Lettering(12, true);

    private final Svg svg = new Svg();
    private final LightColours colours = LightColours.read();
    private final Flow flow;
    private final NodeWords nodeWords;
    private final Speech words;
    private final Sight sight;

    private FlowPicture(Flow flow, Connectors connectors, Speech words) {
        this.flow = flow;
        this.words = words;
        nodeWords = new NodeWords(words, connectors);
        sight = new Sight(flow, Sight.areasOf(flow, FlowPicture::area), new LinkedHashSet<>(), 1);
    }

    /// Where the flow places none of its nodes, they are tidied.
    ///
    /// @return the document, which says UTF-8
    public static String of(Flow flow, Connectors connectors, Speech words) {
        boolean placed = flow.nodes().keySet().stream()
                .anyMatch(id -> flow.layout().of(id).isPresent());
        return new FlowPicture(placed ? flow : tidied(flow), connectors, words).drawn();
    }

    private static Flow tidied(Flow flow) {
        var layout = flow.layout();
        for (var place :
                Arrangement.places(flow, TIDY_WIDTH, new LayeredArranger()).entrySet()) {
            layout = layout.with(place.getKey(), place.getValue());
        }
        return flow.withLayout(layout);
    }

    private String drawn() {
        var wireWords = new WireWords(words);
        var wires = flow.wires().stream()
                .map(wire ->
                        WirePicture.of(wire, sight.route(wire), wireWords, wireWords.spoken(flow, wire, nodeWords, "")))
                .toList();
        var labels = wires.stream().flatMap(wire -> wire.words().stream());
        var bounds = Stream.concat(sight.boundsWithWires().stream(), labels)
                .reduce(Area::with)
                .orElse(new Area(0, 0, Area.NODE_WIDTH, Area.LOW))
                .grown(MARGIN);
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "width",
                bounds.width(),
                "height",
                bounds.height(),
                "viewBox",
                "%s %s %s %s"
                        .formatted(
                                Svg.number(bounds.x()),
                                Svg.number(bounds.y()),
                                Svg.number(bounds.width()),
                                Svg.number(bounds.height())),
                "lang",
                words.language().tag(),
                "role",
                "img",
                "font-family",
                FONTS);
        svg.words("title", flow.name().isBlank() ? flow.id() : flow.name());
        if (!flow.description().isBlank()) {
            svg.words("desc", flow.description());
        }
        ground(bounds);
        Frame.of(flow, sight.areas()).forEach(this::frame);
        flow.layout().notes().values().forEach(this::note);
        wires.forEach(wire -> wire.drawLine(svg, colours));
        wires.forEach(wire -> wire.drawWords(svg, colours));
        var boxes = new NodePicture(svg, colours, nodeWords, words.text("canvas.node.off"));
        flow.nodes().values().forEach(node -> sight.area(node.id()).ifPresent(area -> boxes.draw(flow, node, area)));
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg.close("svg");
    }

    private void ground(Area bounds) {
        svg.open("defs")
                .open("pattern", "id", "dots", "width", 24.0, "height", 24.0, "patternUnits", "userSpaceOnUse")
                .leaf("circle", "cx", 12.0, "cy", 12.0, "r", 1.0, "fill", colours.of("-sb-canvas-dot"))
                .close("pattern")
                .close("defs");
        for (var fill : new String[] {colours.of("-sb-canvas"), "url(#dots)"}) {
            box(bounds, 0, fill, "none");
        }
    }

    private void frame(Frame frame) {
        var area = frame.area();
        box(area, 12, colours.of("-sb-frame"), colours.of("-color-border-default"));
        var title = HEADING.shortened(frame.group().name(), area.width() - 2 * NOTE_INSET);
        text(title, HEADING, area.x() + NOTE_INSET, area.y() + 24, "-color-fg-muted");
    }

    private void note(Note note) {
        var area = sight.areas().getOrDefault(note.id(), area(note));
        box(area, 8, colours.of("-sb-tint-note"), colours.of("-sb-line-note"));
        double y = area.y() + 8;
        for (var line : lines(note)) {
            y += NOTE_LINE;
            text(line.words(), line.letters(), area.x() + NOTE_INSET, y, "-color-fg-default");
        }
    }

    private record Line(String words, Lettering letters) {}

    /// With several paragraphs, the first is the heading.
    private static List<Line> lines(Note note) {
        int end = note.text().indexOf('\n');
        var lines = new ArrayList<Line>();
        var body = note.text();
        if (end > 0) {
            HEADING.wrapped(note.text().substring(0, end), NOTE_WIDTH)
                    .forEach(line -> lines.add(new Line(line, HEADING)));
            body = note.text().substring(end + 1);
        }
        NOTE.wrapped(body, NOTE_WIDTH).forEach(line -> lines.add(new Line(line, NOTE)));
        return lines;
    }

    /// As high as its text: measured by estimate, where the canvas asks the font.
    private static Area area(Note note) {
        double height = Math.max(40, 24 + lines(note).size() * NOTE_LINE);
        return new Area(note.place().x(), note.place().y(), Area.NODE_WIDTH, height);
    }

    private void box(Area area, double radius, String fill, String stroke) {
        svg.leaf(
                "rect",
                "x",
                area.x(),
                "y",
                area.y(),
                "width",
                area.width(),
                "height",
                area.height(),
                "rx",
                radius,
                "fill",
                fill,
                "stroke",
                stroke);
    }

    private void text(String words, Lettering letters, double x, double y, String token) {
        svg.words(
                "text",
                words,
                "x",
                x,
                "y",
                y,
                "font-size",
                letters.size(),
                "font-weight",
                letters.bold() ? "600" : "400",
                "fill",
                colours.of(token));
    }
}
