package io.signalbox.designer.canvas;

import io.signalbox.flow.Note;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// One note, as high as its text. Draws and decides nothing; the canvas tells it what to show.
final class NoteView extends Region {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double INSET_X = 16;
    private static final double INSET_Y = 12;
    private static final double GAP = 2;
    private static final double TEXT_WIDTH = Area.NODE_WIDTH - 2 * INSET_X;
    private static final double LEAST = 40;

    private final Region ring = new Region();
    private final Text heading = text("note-heading", "Inter Semi Bold");
    private final Text body = text("note-body", "Inter");

    NoteView(Note note) {
        setId("note-" + note.id());
        getStyleClass().add("note");
        setAccessibleRole(AccessibleRole.TEXT);
        setFocusTraversable(false);
        ring.getStyleClass().add("node-ring");
        getChildren().addAll(ring, heading, body);
        getChildren().forEach(child -> child.setManaged(false));
    }

    /// Where a note stands; its height follows from its text.
    static Area area(Note note) {
        return new Area(note.place().x(), note.place().y(), Area.NODE_WIDTH, heightOf(note.text()));
    }

    /// In pixels on the grid of the canvas.
    static double heightOf(String text) {
        var first = text("note-heading", "Inter Semi Bold");
        var rest = text("note-body", "Inter");
        first.setText(heading(text));
        rest.setText(body(text));
        double height = 2 * INSET_Y + height(first) + height(rest);
        height += isBoth(text) ? GAP : 0;
        return Math.max(LEAST, Math.ceil(height / CanvasView.GRID) * CanvasView.GRID);
    }

    void show(Note note, Area area, String spoken) {
        heading.setText(heading(note.text()));
        body.setText(body(note.text()));
        setAccessibleText(spoken);
        resizeRelocate(area.x(), area.y(), area.width(), area.height());
        requestLayout();
    }

    void select(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }

    @Override
    protected void layoutChildren() {
        ring.resizeRelocate(-4, -4, getWidth() + 8, getHeight() + 8);
        double under = INSET_Y + height(heading) + (heading.getText().isEmpty() ? 0 : GAP);
        heading.relocate(INSET_X, INSET_Y);
        body.relocate(INSET_X, under);
    }

    private static boolean isBoth(String text) {
        return text.indexOf('\n') > 0;
    }

    private static String heading(String text) {
        return isBoth(text) ? text.substring(0, text.indexOf('\n')) : "";
    }

    private static String body(String text) {
        return isBoth(text) ? text.substring(text.indexOf('\n') + 1) : text;
    }

    private static double height(Text text) {
        return text.getText().isEmpty() ? 0 : Math.ceil(text.getLayoutBounds().getHeight());
    }

    /// The same font as in the style sheet, since a note is measured before it is drawn.
    private static Text text(String style, String family) {
        var text = new Text();
        text.getStyleClass().add(style);
        text.setFont(Font.font(family, 12));
        text.setWrappingWidth(TEXT_WIDTH);
        return text;
    }
}
