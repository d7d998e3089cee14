package io.signalbox.designer.panel;

/// Which rows of a field map are shown.
enum MapFilter {
    ALL,
    REQUIRED,
    UNMAPPED,
    PROBLEMS;

    String key() {
        return "map.filter." + name().toLowerCase(java.util.Locale.ROOT);
    }

    boolean shows(boolean required, boolean mapped, boolean problem) {
        return switch (this) {
            case ALL -> true;
            case REQUIRED -> required;
            case UNMAPPED -> !mapped;
            case PROBLEMS -> problem;
        };
    }
}
