package io.signalbox.connector.http;

import io.signalbox.connector.Draft;
import io.signalbox.connector.Finding;
import io.signalbox.connector.Finding.Mend;
import io.signalbox.flow.Expression;
import java.util.ArrayList;
import java.util.List;

/// Calls copied from Braze's guide, which names two addresses and two spellings for one thing.
final class BrazePaths {
    private static final String WRONG = "/messages/send";
    private static final String RIGHT = "/campaigns/trigger/send";

    private BrazePaths() {}

    static List<Finding> check(Draft draft) {
        var path = draft.typed("path").strip();
        var found = new ArrayList<Finding>();
        boolean campaign = draft.rows().stream().anyMatch(row -> row.to().equals("campaign_id"));
        if (campaign && path.endsWith(WRONG)) {
            var right = path.substring(0, path.length() - WRONG.length()) + RIGHT;
            found.add(Finding.warning("settings.path", "problem.braze.pair", path, right)
                    .mended(new Mend.Put("path", Expression.literal(right))));
        }
        for (int at = 0; campaign && at < draft.rows().size(); at++) {
            var row = draft.rows().get(at).to();
            if (row.startsWith("recipients.") && row.endsWith(".external_id")) {
                var right = row.substring(0, row.length() - "external_id".length()) + "external_user_id";
                found.add(Finding.warning("fields." + at, "problem.braze.id", row, right)
                        .mended(new Mend.Rename(at, right)));
            }
        }
        return found;
    }
}
