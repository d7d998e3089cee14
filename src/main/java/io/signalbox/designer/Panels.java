package io.signalbox.designer;

/// The regions around the canvas. Sizes are pixels at 100 %; 0 is the standard size.
///
/// @param outline true shows the outline where the palette is
public record Panels(
        boolean palette,
        boolean outline,
        boolean inspector,
        boolean drawer,
        int paletteWidth,
        int inspectorWidth,
        int drawerHeight) {
    public Panels {
        if (paletteWidth < 0 || inspectorWidth < 0 || drawerHeight < 0) {
            throw new IllegalArgumentException(
                    "sizes %d, %d, %d".formatted(paletteWidth, inspectorWidth, drawerHeight));
        }
    }

    public static Panels standard() {
        return new Panels(true, false, true, true, 0, 0, 0);
    }

    public Panels withPalette(boolean changed) {
        return new Panels(changed, outline, inspector, drawer, paletteWidth, inspectorWidth, drawerHeight);
    }

    public Panels withOutline(boolean changed) {
        return new Panels(palette, changed, inspector, drawer, paletteWidth, inspectorWidth, drawerHeight);
    }

    public Panels withInspector(boolean changed) {
        return new Panels(palette, outline, changed, drawer, paletteWidth, inspectorWidth, drawerHeight);
    }

    public Panels withDrawer(boolean changed) {
        return new Panels(palette, outline, inspector, changed, paletteWidth, inspectorWidth, drawerHeight);
    }

    public Panels withSizes(int palettes, int inspectors, int drawers) {
        return new Panels(palette, outline, inspector, drawer, palettes, inspectors, drawers);
    }
}
