package io.signalbox.connector.http;

import io.signalbox.access.Account;
import io.signalbox.connector.CallProblem;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;

/// Headers that a step sets itself, one a line as `Name: value`. What the sign-in and the wire itself write is not for
/// a
/// flow: it would stand there twice, or lead elsewhere.
final class OwnHeaders {
    private static final Set<String> TAKEN = Set.of(
            "authorization",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "cookie",
            "expect",
            "host",
            "idempotency-key",
            "keep-alive",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private OwnHeaders() {}

    /// @throws CallProblem for a line that is no header, or one that is written by others
    static SequencedMap<String, String> in(String lines, Account account) throws CallProblem {
        var headers = new LinkedHashMap<String, String>();
        for (var line : lines.split("\n", -1)) {
            if (line.isBlank()) {
                continue;
            }
            int colon = line.indexOf(':');
            var name = colon < 0 ? "" : line.substring(0, colon).strip();
            var value = line.substring(colon + 1).strip();
            if (!isName(name) || !value.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
                throw new CallProblem("header.line", line);
            }
            var lower = name.toLowerCase(Locale.ROOT);
            if (TAKEN.contains(lower)
                    || lower.equals(account.value("header-name").toLowerCase(Locale.ROOT))) {
                throw new CallProblem("header.taken", name);
            }
            headers.put(name, value);
        }
        return headers;
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || c == '-'
                                || c == '_');
    }
}
