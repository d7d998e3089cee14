package io.signalbox.json;

import io.signalbox.flow.Filing;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Layout;
import io.signalbox.flow.Value;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// The flow file, `signalbox.flow/1`.
public final class FlowJson {
    /// What `format` says. A newer major number is refused; within one, members only come in addition.
    public static final String FORMAT = "signalbox.flow/1";

    private FlowJson() {}

    /// @throws UnreadableFlow with line, column, node and field of the first thing that does not fit
    public static Flow read(String text) throws UnreadableFlow {
        Json.Located located;
        try {
            located = Json.locate(text);
        } catch (JsonProblem problem) {
            throw new UnreadableFlow(
                    problem.key(), problem.line(), problem.column(), "", "", List.of(problem.detail()));
        }
        return new FlowReader(located.places()).flow(located.value());
    }

    /// With members in a stable order and unknown ones kept.
    public static String write(Flow flow) {
        return Json.pretty(FlowWriter.value(flow));
    }

    /// What the flow does, as a hash: 64 hexadecimal digits. Neither moving a box nor filing the flow
    /// elsewhere changes it.
    public static String identity(Flow flow) {
        try {
            var content =
                    Json.bytes(FlowWriter.value(flow.withLayout(Layout.empty()).withFiling(Filing.none())));
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }

    /// The flow as a value, for a reply or a larger document.
    public static Value.Fields value(Flow flow) {
        return FlowWriter.value(flow);
    }
}
