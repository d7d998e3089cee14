package io.signalbox.flow;

import java.util.ArrayList;
import java.util.Set;
import java.util.stream.Collectors;

/// How a field is called: a few have a name of their own in every language, the others are read from their key, so that
/// `id_type_item` is “Id type item”.
public final class FieldWords {
    private static final Set<String> ASKED_ABOUT = Set.of(
            "personnel_description",
            "code_responsible",
            "priorities_description",
            "id_status_work_order",
            "items_log_description",
            "is_urgent");

    private final Texts texts;

    /// @param texts of this package
    public FieldWords(Texts texts) {
        this.texts = texts;
    }

    /// The steps below the root; the event's `data` goes without saying.
    public String of(Path path) {
        var steps = new ArrayList<>(path.steps());
        if (path.root().equals(Path.TRIGGER)
                && steps.size() > 1
                && steps.getFirst().equals(new Path.Member("data"))) {
            steps.removeFirst();
        }
        return steps.stream().map(this::of).collect(Collectors.joining(" › "));
    }

    /// The same for a path as it is written; what is none stays as it is.
    String of(String written) {
        try {
            var path = Path.parse(written);
            return path.steps().isEmpty() ? written : of(path);
        } catch (SyntaxException _) {
            return written;
        }
    }

    public String of(Path.Step step) {
        return switch (step) {
            case Path.Index(var index) -> "#" + (index + 1);
            case Path.Member(var name) -> texts.has("field." + name) ? texts.text("field." + name) : readable(name);
        };
    }

    /// True for a field that rules usually ask about: who, how urgent, how far, on what.
    public static boolean isAskedAbout(Path path) {
        return !path.steps().isEmpty()
                && path.steps().getLast() instanceof Path.Member(var name)
                && ASKED_ABOUT.contains(name);
    }

    /// `id_type_item` as “Id type item”, `occurredAt` as “Occurred at”.
    public static String readable(String name) {
        var spaced = new StringBuilder();
        for (int at = 0; at < name.length(); at++) {
            char c = name.charAt(at);
            boolean hump = at > 0 && Character.isUpperCase(c) && Character.isLowerCase(name.charAt(at - 1));
            if (hump) {
                spaced.append(' ');
            }
            spaced.append(c == '_' ? ' ' : hump ? Character.toLowerCase(c) : c);
        }
        var text = spaced.toString().strip();
        return text.isEmpty() ? name : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
