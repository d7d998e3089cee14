package io.signalbox.designer.canvas;

import io.signalbox.designer.FlowSession;
import io.signalbox.designer.Speech;
import io.signalbox.designer.Words;
import io.signalbox.edit.Edit;
import io.signalbox.flow.Flow;
import java.text.NumberFormat;
import java.util.function.Consumer;

/// Lets no more onto the canvas than a flow may hold, and says why.
///
/// @param say told one sentence
record Brim(FlowSession session, Words words, Consumer<String> say) {
    /// @return false when there was no room; nothing has changed then
    boolean perform(Edit edit, String gesture) {
        if (edit.overfills(session.flow())) {
            say.accept(reason(words));
            return false;
        }
        session.perform(edit, gesture);
        return true;
    }

    /// Why nothing more comes into a full flow.
    static String reason(Speech words) {
        var most = NumberFormat.getInstance(words.language().locale()).format(Flow.MOST_NODES);
        return words.text("canvas.add.full", most);
    }
}
