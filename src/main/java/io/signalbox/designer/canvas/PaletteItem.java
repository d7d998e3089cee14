package io.signalbox.designer.canvas;

/// Something that can be added to a flow.
///
/// @param kind `trigger`, `source`, `connection` or `configuration`; neither `condition`, which is put on a wire,
/// nor `note` is a node
/// @param type of a trigger, or the connector's id; blank for a configuration
/// @param name what the palette and the new node are called
/// @param icon path data of its icon on 24 × 24
public record PaletteItem(String kind, String type, String name, String icon) {
    public PaletteItem {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a %s %s without a name".formatted(kind, type));
        }
    }

    boolean isCondition() {
        return kind.equals("condition");
    }

    boolean isNote() {
        return kind.equals("note");
    }

    /// Short and stable, for finding its row.
    public String id() {
        return type.isEmpty() ? kind : kind + "-" + type;
    }
}
