package io.signalbox.designer.canvas;

import io.signalbox.flow.Wire;
import java.util.List;
import java.util.Optional;

/// One wire of a picture: its way, its head and what it says.
record WirePicture(Wire wire, Route route, List<String> label, String spoken) {
    static final Lettering LETTERS = new Lettering(12, false);
    static final double LINE = 16;

    private static final double LABEL_WIDTH = 100;
    private static final double GAP = 12;
    private static final double INSET = 4;

    WirePicture {
        label = List.copyOf(label);
    }

    /// @param spoken the whole wire in a sentence, for a pointer that rests on it
    static WirePicture of(Wire wire, Route route, WireWords words, String spoken) {
        var said = words.label(wire);
        var lines = said.isEmpty()
                ? List.<String>of()
                : route.isFlat()
                        ? LETTERS.wrapped(said, LABEL_WIDTH - 2 * INSET)
                        : List.of(LETTERS.shortened(said, 2 * Area.NODE_WIDTH));
        return new WirePicture(wire, route, lines, spoken);
    }

    /// Where its words stand, as on the canvas; empty where it says nothing.
    Optional<Area> words() {
        if (label.isEmpty()) {
            return Optional.empty();
        }
        double width = label.stream().mapToDouble(LETTERS::width).max().orElse(0) + 2 * INSET;
        double height = label.size() * LINE + 2;
        var middle = route.middle();
        return Optional.of(
                route.slants()
                        ? new Area(middle.x() - width - GAP, route.tip().y() - height / 2, width, height)
                        : new Area(middle.x() - width / 2, middle.y() - GAP / 2 - height, width, height));
    }

    void drawLine(Svg svg, LightColours colours) {
        var colour = colours.of(wire.onError() ? "-color-danger-fg" : "-sb-wire");
        var dashes = wire.onError() || wire.otherwise() ? "6 5" : "none";
        var tip = route.tip();
        svg.open("g", "class", "wire", "fill", "none", "stroke", colour, "stroke-width", 2.0);
        svg.words("title", spoken);
        svg.leaf("path", "d", route.path(), "stroke-dasharray", dashes);
        var head = "M%s %s l-9 -5 v10 Z".formatted(Svg.number(tip.x()), Svg.number(tip.y()));
        svg.leaf("path", "d", head, "fill", colour, "stroke", "none");
        svg.close("g");
    }

    /// Over all lines, since another wire may cross.
    void drawWords(Svg svg, LightColours colours) {
        words().ifPresent(area -> {
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
                    4.0,
                    "fill",
                    colours.of("-sb-canvas"));
            for (int line = 0; line < label.size(); line++) {
                svg.words(
                        "text",
                        label.get(line),
                        "x",
                        area.centre().x(),
                        "y",
                        area.y() + 13 + line * LINE,
                        "font-size",
                        LETTERS.size(),
                        "text-anchor",
                        "middle",
                        "fill",
                        colours.of("-sb-kind-condition"));
            }
        });
    }
}
