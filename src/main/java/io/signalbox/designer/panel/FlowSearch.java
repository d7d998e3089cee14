package io.signalbox.designer.panel;

import io.signalbox.flow.Flow;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/// What a person looks for in the list of flows. Every word that is typed stands in the name, the description, the
/// folder or a tag; `tag:night` finds those with such a tag only.
///
/// @param folder the flow lies there or below; empty for anywhere
record FlowSearch(String folder, String typed) {
    private static final String TAG = "tag:";

    boolean finds(Flow flow) {
        var filing = flow.filing();
        var tags = filing.tags().stream().map(FlowSearch::plain).toList();
        var all = plain(flow.name() + " " + flow.description() + " " + filing.folder()) + " " + String.join(" ", tags);
        return filing.isIn(folder)
                && Arrays.stream(plain(typed).split("\\s+"))
                        .allMatch(word -> word.startsWith(TAG)
                                ? tags.stream().anyMatch(tag -> tag.contains(word.substring(TAG.length())))
                                        || word.equals(TAG)
                                : all.contains(word));
    }

    /// Without accents and capitals: a person looks for "ordem" and for "órdenes" alike.
    private static String plain(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
