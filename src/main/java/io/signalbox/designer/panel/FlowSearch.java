package io.signalbox.designer.panel;

import io.signalbox.flow.Flow;
import io.signalbox.flow.Folded;
import java.util.Arrays;

/// What a person looks for in the list of flows. Every word that is typed stands in the name, the description, the
/// folder or a tag; `tag:night` finds those with such a tag only.
///
/// @param folder the flow lies there or below; empty for anywhere
record FlowSearch(String folder, String typed) {
    private static final String TAG = "tag:";

    boolean finds(Flow flow) {
        var filing = flow.filing();
        var tags = filing.tags().stream().map(Folded::of).toList();
        var all = Folded.of(flow.name() + " " + flow.description() + " " + filing.folder()) + " "
                + String.join(" ", tags);
        return filing.isIn(folder)
                && Arrays.stream(Folded.of(typed.strip()).split("\\s+"))
                        .allMatch(word -> word.startsWith(TAG)
                                ? tags.stream().anyMatch(tag -> tag.contains(word.substring(TAG.length())))
                                        || word.equals(TAG)
                                : all.contains(word));
    }
}
