package io.signalbox.designer.panel;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;

/// Sets texts and chips in lines, as words are set: a text is as wide as what is typed, the last takes what is left.
final class ChipLines {
    static final double LINE = 24;
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

    /// How many lines they take.
    static int of(List<Node> cells, double within) {
        return set(cells, within, (_, _, _, _) -> {});
    }

    static void place(List<Node> cells, double within, double left, double top) {
        set(
                cells,
                within,
                (cell, x, line, width) -> cell.resizeRelocate(left + x, top + line * (LINE + GAP), width, LINE));
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
            if (x > CARET && x + wanted > within) {
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
