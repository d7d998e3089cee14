package io.signalbox.engine;

import io.signalbox.flow.Value;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;

/// Whether a newer version of the program was released. Asked only when a person wants to know, at the address that
/// whoever looks after this installation set; nothing is fetched but a document and its signature, and nothing is
/// believed but what the key set beside the address signed. Each method may block.
public interface Releases {
    /// The most that a version is long, in parts of at most six digits.
    String VERSION = "\\d{1,6}(\\.\\d{1,6}){0,3}";

    int LONGEST_URL = 500;

    /// Of a document with its remarks.
    int LARGEST_DOCUMENT_BYTES = 64 * 1024;

    /// What stands behind the name of a document in that of its signature.
    String SIGNATURE = ".sig";

    /// @param address where releases are told; blank as long as nobody set it, and then nobody is asked
    /// @param key by which they are signed, as [ReleaseKey#of] reads it; blank as long as nobody set it
    record Feed(String address, String key) {
        public static final Feed NONE = new Feed("", "");
    }

    /// @param url of a page for people, https
    record Release(String version, String url) {
        public Release {
            if (!version.matches(VERSION) || !isPage(url)) {
                throw new IllegalArgumentException("%s at %s".formatted(version, url));
            }
        }

        /// Two texts are read, `version` and `url`, and where it is there `expires`, the last day (UTC) on which the
        /// document holds; anything else in their place is no release.
        ///
        /// @throws Unfit `document` when it is none, `expired` after that day
        public static Release of(Value document, Instant now) throws Unfit {
            if (document.at("version") instanceof Value.Text(var version)
                    && document.at("url") instanceof Value.Text(var url)
                    && version.matches(VERSION)
                    && isPage(url)) {
                if (LocalDate.ofInstant(now, ZoneOffset.UTC).isAfter(lastDay(document.at("expires")))) {
                    throw new Unfit("expired");
                }
                return new Release(version, url);
            }
            throw new Unfit("document");
        }

        private static LocalDate lastDay(Value expires) throws Unfit {
            try {
                return switch (expires) {
                    case Value.Nothing _ -> LocalDate.MAX;
                    case Value.Text(var day) -> LocalDate.parse(day);
                    default -> throw new Unfit("document");
                };
            } catch (DateTimeParseException _) {
                throw new Unfit("document");
            }
        }

        /// Compared part by part as numbers; a part that is missing is 0.
        public boolean isNewerThan(String other) {
            return compare(version, other) > 0;
        }

        /// Compared in the same way.
        public boolean isOlderThan(String other) {
            return compare(version, other) < 0;
        }

        private static int compare(String one, String other) {
            var mine = parts(one);
            var theirs = parts(other);
            for (int at = 0; at < Math.max(mine.length, theirs.length); at++) {
                int difference = Integer.compare(at < mine.length ? mine[at] : 0, at < theirs.length ? theirs[at] : 0);
                if (difference != 0) {
                    return difference;
                }
            }
            return 0;
        }

        /// What is behind a hyphen, as in a version under work, does not count.
        private static int[] parts(String version) {
            return Arrays.stream(version.split("-", 2)[0].split("\\.", -1))
                    .mapToInt(part -> part.matches("\\d{1,6}") ? Integer.parseInt(part) : 0)
                    .toArray();
        }
    }

    /// There is no answer that could be used.
    final class Unfit extends Exception {
        private static final long serialVersionUID = 1;

        private final String key;

        /// @param key `address`, `unreachable`, `status`, `size`, `document` or `expired`; for the key
        /// `key.none` or `key.unfit`; for what may be forged `unsigned`, `signature` or `older`; or `file`
        public Unfit(String key) {
            super(key);
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    /// The version that runs here.
    String running();

    Feed feed();

    /// The newest version seen is forgotten with the address or key that told it.
    void follow(Feed feed);

    /// Asks the feed now, and remembers the version: an older one is refused from then on.
    Release latest() throws Unfit;

    /// The same from a document that somebody carried here; its signature lies beside it, as `name.sig`.
    Release from(Path document) throws Unfit;

    /// True for an address that a feed may have: https, or http on this machine.
    static boolean isFeed(String url) {
        return isPage(url)
                || (scheme(url).equals("http")
                        && Arrays.asList("127.0.0.1", "localhost").contains(host(url)));
    }

    private static boolean isPage(String url) {
        return url.length() <= LONGEST_URL
                && scheme(url).equals("https")
                && !host(url).isEmpty();
    }

    private static String scheme(String url) {
        try {
            var scheme = new URI(url).getScheme();
            return scheme == null ? "" : scheme;
        } catch (URISyntaxException _) {
            return "";
        }
    }

    private static String host(String url) {
        try {
            var uri = new URI(url);
            return uri.getHost() == null || uri.getUserInfo() != null ? "" : uri.getHost();
        } catch (URISyntaxException _) {
            return "";
        }
    }
}
