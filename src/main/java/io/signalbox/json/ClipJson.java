package io.signalbox.json;

import io.signalbox.flow.Clip;
import java.util.List;

/// The text on the clipboard, `signalbox.clip/1`: a part of a flow in the words of the flow file. No secret is ever in
/// it, since nodes name their connections only.
public final class ClipJson {
    /// What `format` says. A newer major number is refused.
    public static final String FORMAT = "signalbox.clip/1";

    private ClipJson() {}

    /// Reads a clip, or a whole flow file as one.
    ///
    /// @throws UnreadableFlow with line, column, node and field of the first thing that does not fit
    public static Clip read(String text) throws UnreadableFlow {
        try {
            var located = Json.locate(text);
            return new FlowReader(located.places()).clip(located.value());
        } catch (JsonProblem problem) {
            throw new UnreadableFlow(
                    problem.key(), problem.line(), problem.column(), "", "", List.of(problem.detail()));
        }
    }

    /// True when a text was at least meant to be a clip or a flow, so that it is worth saying what is wrong with it.
    public static boolean isMeant(String text) {
        return text.contains("\"signalbox.");
    }

    public static String write(Clip clip) {
        return Json.pretty(FlowWriter.value(clip));
    }
}
