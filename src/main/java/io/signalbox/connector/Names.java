package io.signalbox.connector;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds which of a few names was meant by one that is not among them.
public final class Names {
    /// More differences than these are another name.
    private static final int MOST = 2;

    private static final int LONGEST = 80;

    private Names() {}

    /// The one that differs least: in case, in what stands between its words, or in one or two letters.
    ///
    /// @param taken that nobody can have meant, as they are there already
    public static Optional<String> nearest(String name, Collection<String> known, Collection<String> taken) {
        var meant = plain(name);
        return known.stream()
                .filter(each -> !taken.contains(each))
                .filter(each -> differences(meant, plain(each)) <= Math.min(MOST, each.length() / 3))
                .min(Comparator.comparingInt(each -> differences(meant, plain(each))));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /// How many letters must be put, taken or changed to make one of the other.
    private static int differences(String one, String other) {
        if (one.length() > LONGEST || other.length() > LONGEST) {
            return one.equals(other) ? 0 : LONGEST;
        }
        var costs = new int[other.length() + 1];
        for (int at = 0; at <= other.length(); at++) {
            costs[at] = at;
        }
        for (int row = 1; row <= one.length(); row++) {
            int diagonal = costs[0];
            costs[0] = row;
            for (int at = 1; at <= other.length(); at++) {
                int change = diagonal + (one.charAt(row - 1) == other.charAt(at - 1) ? 0 : 1);
                diagonal = costs[at];
                costs[at] = Math.min(change, Math.min(costs[at], costs[at - 1]) + 1);
            }
        }
        return costs[other.length()];
    }
}
