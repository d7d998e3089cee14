package io.signalbox.flow;

import java.util.List;
import java.util.Map;

/// The values that some fields of the services can have, by the last name of their path. Words stand in this package's
/// bundle under `option.<field>.<value>`.
public final class FieldOptions {
    private static final Map<String, List<String>> CLOSED = Map.of("id_status_work_order", List.of("1", "2", "3", "4"));

    private static final Map<String, List<String>> USUAL =
            Map.of("priorities_description", List.of("VERY_HIGH", "HIGH", "MEDIUM", "LOW", "VERY_LOW"));

    private FieldOptions() {}

    /// Every value that the field can have; empty when there is no end to them.
    public static List<String> closed(Path path) {
        return CLOSED.getOrDefault(name(path), List.of());
    }

    /// Values worth offering.
    public static List<String> of(Path path) {
        return closed(path).isEmpty() ? USUAL.getOrDefault(name(path), List.of()) : closed(path);
    }

    /// How a value of the field reads; blank when it has no words of its own.
    ///
    /// @param texts of this package
    public static String words(Path path, String value, Texts texts) {
        var key = "option." + name(path) + "." + value;
        return texts.has(key) ? texts.text(key) : "";
    }

    private static String name(Path path) {
        return !path.steps().isEmpty() && path.steps().getLast() instanceof Path.Member(var name) ? name : "";
    }
}
