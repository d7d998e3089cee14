package io.signalbox.connector;

import java.util.Locale;
import java.util.Optional;

/// The `Link` header of RFC 8288, as far as pages need it.
public final class LinkHeader {
    private LinkHeader() {}

    /// The address of the relation `next`; empty when there is none.
    public static Optional<String> next(Reply reply) {
        var header = reply.header("link").orElse("");
        int open = header.indexOf('<');
        while (open >= 0) {
            int close = header.indexOf('>', open);
            if (close < 0) {
                return Optional.empty();
            }
            // An address may hold commas; only one before the next address ends this link.
            int following = header.indexOf('<', close);
            var parameters = header.substring(close + 1, following < 0 ? header.length() : following)
                    .toLowerCase(Locale.ROOT)
                    .replace("\"", "")
                    .replace(" ", "");
            if ((parameters + ",").replace(',', ';').contains(";rel=next;")) {
                return Optional.of(header.substring(open + 1, close));
            }
            open = following;
        }
        return Optional.empty();
    }
}
