package io.signalbox.designer.panel;

import io.signalbox.flow.SyntaxException;
import io.signalbox.flow.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;

/// Sets texts and chips in lines, as words are set: a text is as wide as what is typed, the last takes what is left.
final class ChipLines {
    /// The height of a line and the side of the button behind it, in widths of an m: 24 pixels at 100 %.
    private static final double LINE = 24.0 / 14;

    static final double GAP = 4;

    /// Room for the caret behind the last letter.
    private static final double CARET = 6;

    private ChipLines() {}

    /// As it is written in the flow.
    static String text(Node cell) {
        return cell instanceof TextField field
                ? field.getText()
                : ((PathChip) cell).slot().toString();
    }

    /// Texts and chips in turn, a text first and last; a text that cannot be read is one text.
    ///
    /// @param raw shows no chips
    static List<Node> cells(
            String text, boolean raw, Function<String, TextField> segment, Function<Template.Slot, PathChip> chip) {
        var cells = new ArrayList<Node>();
        try {
            var plain = new StringBuilder();
            for (var part :
                    raw ? List.<Template.Part>of() : Template.parse(text).parts()) {
                switch (part) {
                    case Template.Plain(var words) -> plain.append(words.replace("{{", "{{{{"));
                    case Template.Slot slot -> {
                        cells.add(segment.apply(plain.toString()));
                        plain.setLength(0);
                        cells.add(chip.apply(slot));
                    }
                }
            }
            cells.add(segment.apply(raw ? text : plain.toString()));
            return cells;
        } catch (SyntaxException _) {
            return List.of(segment.apply(text));
        }
    }

    static boolean isReadable(String text) {
        try {
            return !Template.parse(text).parts().isEmpty();
        } catch (SyntaxException _) {
            return false;
        }
    }

    /// As it is read aloud.
    static String sentence(List<Node> cells) {
        return cells.stream()
                .map(cell -> cell instanceof TextField field ? field.getText() : ((PathChip) cell).words())
                .collect(Collectors.joining());
    }

    /// The whole as it is written in the flow, one cell replaced.
    static String text(List<Node> cells, int index, String by) {
        var whole = new StringBuilder();
        for (int at = 0; at < cells.size(); at++) {
            whole.append(at == index ? by : text(cells.get(at)));
        }
        return whole.toString();
    }

    /// How many lines they take.
    static int of(List<Node> cells, double within) {
        return set(cells, within, (_, _, _, _) -> {});
    }

    static void place(List<Node> cells, double within, double left, double top) {
        double high = line(cells);
        set(
                cells,
                within,
                (cell, x, line, width) -> cell.resizeRelocate(left + x, top + line * (high + GAP), width, high));
    }

    /// How high a line of them is, in pixels: it follows the text.
    static double line(List<Node> cells) {
        return Math.rint(LINE * ((TextField) cells.getLast()).getFont().getSize());
    }

    private interface Setter {
        void set(Node cell, double x, int line, double width);
    }

    private static int set(List<Node> cells, double within, Setter setter) {
        double x = 0;
        int line = 0;
        for (int at = 0; at < cells.size(); at++) {
            var cell = cells.get(at);
            // Beside a chip there is always a place to type, so a long one gives way to it instead of to a new line.
            double wanted = cell instanceof TextField text
                    ? Math.min(within, width(text))
                    : Math.min(within - 2 * CARET, cell.prefWidth(-1));
            // Typing goes on behind a chip, so the caret needs its place on the same line: alone on the next one it
            // would stand in an empty line.
            double needed = cell instanceof TextField ? wanted : wanted + CARET;
            if (x > CARET && x + needed > within) {
                x = 0;
                line++;
            }
            setter.set(cell, x, line, at == cells.size() - 1 ? within - x : wanted);
            x += wanted;
        }
        return line + 1;
    }

    private static double width(TextField field) {
        var text = new Text(field.getText());
        text.setFont(field.getFont());
        return Math.ceil(text.getLayoutBounds().getWidth()) + CARET;
    }
}
