package io.signalbox.designer.canvas;

import io.signalbox.designer.Drawings;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;

/// Draws the boxes of a picture, each as on the canvas but for one thing: with a service whose name does not fit beside
/// what it is asked to do, the second line is two.
final class NodePicture {
    private static final Lettering TITLE = new Lettering(14, true);
    private static final Lettering SMALL = new Lettering(12, false);
    private static final Lettering OFF = new Lettering(12, true);
    private static final double TEXT_X = 60;
    private static final double TEXT_WIDTH = Area.NODE_WIDTH - TEXT_X - 12;
    private static final double SMALLEST_TITLE = 12;
    private static final double SMALLEST = 10.5;
    private static final double FAINT = 0.6;

    private final Svg svg;
    private final LightColours colours;
    private final NodeWords words;
    private final String off;

    /// @param off stands on a node that is switched off
    NodePicture(Svg svg, LightColours colours, NodeWords words, String off) {
        this.svg = svg;
        this.colours = colours;
        this.words = words;
        this.off = off;
    }

    void draw(Flow flow, Node node, Area area) {
        var kind = words.isUnknown(node) ? "note" : node.kind();
        var place = "translate(%s %s)".formatted(Svg.number(area.x()), Svg.number(area.y()));
        svg.open("g", "class", "node kind-" + node.kind(), "transform", place);
        svg.words("title", words.kind(node) + ": " + words.tip(flow, node));
        box(area, colours.of("-sb-kind-" + kind));
        svg.open("g", "opacity", node.off() ? FAINT : 1.0);
        tile(node, kind);
        text(flow, node);
        svg.close("g");
        ports(node, area);
        if (node.off()) {
            pill(area);
        }
        svg.close("g");
    }

    private void box(Area area, String kind) {
        svg.leaf(
                "rect",
                "x",
                0.5,
                "y",
                0.5,
                "width",
                area.width() - 1,
                "height",
                area.height() - 1,
                "rx",
                8.0,
                "fill",
                colours.of("-color-bg-default"),
                "stroke",
                colours.of("-color-border-default"));
        svg.leaf(
                "path",
                "d",
                "M8 0 A8 8 0 0 0 0 8 V%s A8 8 0 0 0 8 %s A4 8 0 0 1 4 %s V8 A4 8 0 0 1 8 0 Z"
                        .formatted(
                                Svg.number(area.height() - 8),
                                Svg.number(area.height()),
                                Svg.number(area.height() - 8)),
                "fill",
                kind);
    }

    private void tile(Node node, String kind) {
        svg.leaf(
                "rect",
                "x",
                16.0,
                "y",
                20.0,
                "width",
                32.0,
                "height",
                32.0,
                "rx",
                6.0,
                "fill",
                colours.of("-sb-tint-" + kind));
        icon(NodeWords.icon(node), 22, 26, 20, colours.of("-sb-kind-" + kind));
    }

    private void icon(String name, double x, double y, double size, String colour) {
        svg.leaf(
                "path",
                "d",
                Drawings.path(name),
                "transform",
                "translate(%s %s) scale(%s)".formatted(x, y, size / 24),
                "fill",
                "none",
                "stroke",
                colour,
                "stroke-width",
                1.75,
                "stroke-linecap",
                "round",
                "stroke-linejoin",
                "round");
    }

    private void text(Flow flow, Node node) {
        var lines = words.subtitles(flow, node);
        // As much higher as it takes to make room for one line more.
        double y = lines.size() == 1 ? 32 : 25;
        line(words.title(node), TITLE, SMALLEST_TITLE, y, "-color-fg-default");
        y += 2;
        for (var line : lines) {
            y += lines.size() == 1 ? 17 : 16;
            line(line, SMALL, SMALLEST, y, "-color-fg-muted");
        }
        if (NodeWords.hasDetail(node)) {
            var third = words.detail(flow, node);
            var tone = third.tone().isEmpty() ? "-color-fg-muted" : "-color-" + third.tone() + "-fg";
            y += 20;
            if (!third.icon().isEmpty()) {
                icon(third.icon(), TEXT_X, y - 11, 14, colours.of(tone));
            }
            line(
                    third.text(),
                    SMALL,
                    SMALLEST,
                    TEXT_X + 18,
                    y,
                    TEXT_WIDTH - 18,
                    third.tone().equals("warning") ? tone : "-color-fg-default");
        }
    }

    private void line(String text, Lettering letters, double least, double y, String token) {
        line(text, letters, least, TEXT_X, y, TEXT_WIDTH, token);
    }

    private void line(String text, Lettering letters, double least, double x, double y, double room, String token) {
        var fitting = letters.fitting(text, room, least).orElse(new Lettering(least, letters.bold()));
        svg.words(
                "text",
                fitting.shortened(text, room),
                "x",
                x,
                "y",
                y,
                "font-size",
                fitting.size(),
                "font-weight",
                letters.bold() ? "600" : "400",
                "fill",
                colours.of(token));
    }

    private void ports(Node node, Area area) {
        if (Sight.arrives(node)) {
            port(0, area.height() / 2);
        }
        if (Sight.leaves(node)) {
            port(area.width(), area.height() / 2);
        }
    }

    private void port(double x, double y) {
        svg.leaf(
                "circle",
                "cx",
                x,
                "cy",
                y,
                "r",
                5.0,
                "fill",
                colours.of("-color-bg-default"),
                "stroke",
                colours.of("-sb-wire"),
                "stroke-width",
                2.0);
    }

    private void pill(Area area) {
        double width = OFF.width(off) + 16;
        svg.leaf(
                "rect",
                "x",
                16.0,
                "y",
                area.height() - 10,
                "width",
                width,
                "height",
                20.0,
                "rx",
                10.0,
                "fill",
                colours.of("-color-bg-default"),
                "stroke",
                colours.of("-color-border-default"));
        svg.words(
                "text",
                off,
                "x",
                16 + width / 2,
                "y",
                area.height() + 4,
                "font-size",
                OFF.size(),
                "font-weight",
                "600",
                "text-anchor",
                "middle",
                "fill",
                colours.of("-color-fg-muted"));
    }
}
