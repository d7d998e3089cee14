package io.signalbox.connector.http;

import io.signalbox.connector.CallProblem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Joins a base address and a path so that the result stays below the base, whatever the path says.
final class PathBelow {
    private PathBelow() {}

    /// @param path its mapped values already percent-encoded; blank for the base itself
    /// @throws CallProblem when the path could lead elsewhere
    static String of(String base, String path) throws CallProblem {
        var below = path.strip();
        if (below.startsWith("/")) {
            below = below.substring(1);
        }
        if (below.chars().anyMatch(c -> Character.isISOControl(c) || c == '\\' || c == '#' || c == '@')) {
            throw new CallProblem("path", path);
        }
        int query = below.indexOf('?');
        var steps = query < 0 ? below : below.substring(0, query);
        if (steps.startsWith("/") || steps.contains("//")) {
            throw new CallProblem("path", path);
        }
        for (var step : steps.split("/", -1)) {
            // Clients resolve the encoded spelling of dots as well.
            var plain = step.toLowerCase(Locale.ROOT).replace("%2e", ".");
            if (plain.equals(".") || plain.equals("..")) {
                throw new CallProblem("path", path);
            }
        }
        int end = base.length();
        while (end > 0 && base.charAt(end - 1) == '/') {
            end--;
        }
        return below.isEmpty() ? base : base.substring(0, end) + "/" + encoded(below);
    }

    /// What is literal in a path may hold spaces and letters that no address can: those alone are encoded.
    private static String encoded(String text) {
        var encoded = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c > ' ' && c < 0x7f) {
                encoded.appendCodePoint(c);
            } else {
                encoded.append(URLEncoder.encode(Character.toString(c), StandardCharsets.UTF_8)
                        .replace("+", "%20"));
            }
        });
        return encoded.toString();
    }
}
