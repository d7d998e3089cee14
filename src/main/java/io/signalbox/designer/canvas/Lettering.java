package io.signalbox.designer.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How wide words are where no window measures them: what the usual sans-serif fonts need at most, since nobody knows
/// with which a picture will be shown.
///
/// @param size in pixels
record Lettering(double size, boolean bold) {
    private static final double BOLD = 1.07;
    /// More never stands on one line.
    private static final int LONGEST = 400;

    double width(String text) {
        double width = text.codePoints().mapToDouble(Lettering::width).sum();
        return width * size * (bold ? BOLD : 1);
    }

    /// In parts of the font's size.
    private static double width(int c) {
        if (c >= 0x2E80) {
            return 1.05;
        }
        if ("iljI.,:;'’|![]()  \u200b".indexOf(c) >= 0) {
            return 0.33;
        }
        if ("ftrJ-/\\\"“”{}*·".indexOf(c) >= 0) {
            return 0.44;
        }
        if ("mwMW@%…—›&".indexOf(c) >= 0) {
            return 0.9;
        }
        return Character.isUpperCase(c) ? 0.7 : 0.585;
    }

    /// The largest size down to `least` at which the words fit; none when they are too long even then.
    Optional<Lettering> fitting(String text, double room, double least) {
        for (double smaller = size; smaller >= least; smaller -= 0.5) {
            var lettering = new Lettering(smaller, bold);
            if (lettering.width(text) <= room) {
                return Optional.of(lettering);
            }
        }
        return Optional.empty();
    }

    /// As much of one line as fits.
    String shortened(String text, double room) {
        var line = text.substring(0, Math.min(text.length(), LONGEST)).replace('\n', ' ');
        if (width(line) <= room) {
            return line;
        }
        int end = line.length();
        while (end > 0 && width(line.substring(0, end).stripTrailing() + "…") > room) {
            end = line.offsetByCodePoints(end, -1);
        }
        return line.substring(0, end).stripTrailing() + "…";
    }

    /// Lines no wider than the room, parted between words where that is possible.
    List<String> wrapped(String text, double room) {
        var lines = new ArrayList<String>();
        for (var paragraph : text.split("\\R", -1)) {
            var line = new StringBuilder();
            for (var word : paragraph.split(" ", -1)) {
                var longer = line.isEmpty() ? word : line + " " + word;
                if (width(longer) <= room || line.isEmpty()) {
                    line.setLength(0);
                    line.append(longer);
                } else {
                    lines.add(line.toString());
                    line.setLength(0);
                    line.append(word);
                }
                broken(line, room, lines);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /// Takes whole lines off a word that is wider than the room.
    private void broken(StringBuilder line, double room, List<String> lines) {
        while (width(line.toString()) > room && line.codePointCount(0, line.length()) > 1) {
            int end = line.length();
            while (line.codePointCount(0, end) > 1 && width(line.substring(0, end)) > room) {
                end = line.offsetByCodePoints(end, -1);
            }
            lines.add(line.substring(0, end));
            line.delete(0, end);
        }
    }
}
