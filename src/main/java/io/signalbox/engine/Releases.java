package io.signalbox.engine;

import io.signalbox.flow.Value;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;

/// Whether a newer version of the program was released. Asked only when a person wants to know, at the address that
/// whoever looks after this installation set; nothing is fetched but the answer. Each method may block.
public interface Releases {
    /// The most that a version is long, in parts of at most six digits.
    String VERSION = "\\d{1,6}(\\.\\d{1,6}){0,3}";

    int LONGEST_URL = 500;

    /// @param url of a page for people, https
    record Release(String version, String url) {
        public Release {
            if (!version.matches(VERSION) || !isPage(url)) {
                throw new IllegalArgumentException("%s at %s".formatted(version, url));
            }
        }

        /// Exactly two texts are read, `version` and `url`; anything else in their place is no release.
        ///
        /// @throws Unfit when it is none
        public static Release of(Value document) throws Unfit {
            if (document.at("version") instanceof Value.Text(var version)
                    && document.at("url") instanceof Value.Text(var url)
                    && version.matches(VERSION)
                    && isPage(url)) {
                return new Release(version, url);
            }
            throw new Unfit("document");
        }

        /// Compared part by part as numbers; a part that is missing is 0.
        public boolean isNewerThan(String running) {
            var mine = parts(version);
            var theirs = parts(running);
            for (int at = 0; at < Math.max(mine.length, theirs.length); at++) {
                int difference = Integer.compare(at < mine.length ? mine[at] : 0, at < theirs.length ? theirs[at] : 0);
                if (difference != 0) {
                    return difference > 0;
                }
            }
            return false;
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

        /// @param key `address`, `unreachable`, `status` or `document`
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

    /// Where releases are told; blank as long as nobody set it, and then nobody is asked.
    String feed();

    /// @param feed blank: nobody is asked
    void follow(String feed);

    /// Asks the feed now.
    Release latest() throws Unfit;

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
