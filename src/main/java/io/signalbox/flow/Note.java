package io.signalbox.flow;

/// A sentence that stands on the canvas. Drawing only, like all of the [Layout].
///
/// @param id no node, note or group of the flow has the same
/// @param text of one or more lines; with several, the first is the heading
/// @param place of the upper left corner
/// @param extra members of the file this version does not know, kept for the rewrite
public record Note(NodeId id, String text, Point place, Value.Fields extra) {
    public static Note of(NodeId id, String text, Point place) {
        return new Note(id, text, place, Value.Fields.empty());
    }

    public Note withText(String changed) {
        return new Note(id, changed, place, extra);
    }

    public Note withPlace(Point changed) {
        return new Note(id, text, changed, extra);
    }

    Note withId(NodeId changed) {
        return new Note(changed, text, place, extra);
    }
}
