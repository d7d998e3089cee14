package io.signalbox.http;

import io.signalbox.connector.Outgoing;
import io.signalbox.connector.Reply;
import io.signalbox.engine.Exchange;
import io.signalbox.engine.Gateway;
import io.signalbox.engine.PreferenceStore;
import io.signalbox.engine.ReleaseKey;
import io.signalbox.engine.Releases;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// Asks the address that is set in the preferences for a JSON document, and for its signature at that address with
/// `.sig` behind its path. Nothing is read from the document before the signature was found to be that of the key set
/// there.
///
/// @param running the version of the program
public record ReleaseFeed(Gateway gateway, PreferenceStore preferences, String running, InstantSource clock)
        implements Releases {
    /// Names of the preferences that hold the address, the key and the newest version that was ever told with it.
    private static final String FEED = "updates.feed";

    private static final String KEY = "updates.key";
    private static final String NEWEST = "updates.newest";

    @Override
    public Feed feed() {
        var all = preferences.all();
        return new Feed(all.getOrDefault(FEED, ""), all.getOrDefault(KEY, ""));
    }

    @Override
    public void follow(Feed feed) {
        if (!feed.equals(feed())) {
            preferences.save(Map.of(FEED, feed.address(), KEY, feed.key(), NEWEST, ""));
        }
    }

    @Override
    public Release latest() throws Unfit {
        var feed = feed();
        if (!Releases.isFeed(feed.address())) {
            throw new Unfit("address");
        }
        var key = ReleaseKey.of(feed.key());
        var document = fetch(feed.address(), "status");
        return judge(key, document, fetch(signatureOf(feed.address()), "unsigned"));
    }

    @Override
    public Release from(Path document) throws Unfit {
        var key = ReleaseKey.of(feed().key());
        var bytes = read(document, "file");
        return judge(key, bytes, read(document.resolveSibling(document.getFileName() + SIGNATURE), "unsigned"));
    }

    private Release judge(ReleaseKey key, byte[] document, byte[] signature) throws Unfit {
        key.check(document, signature);
        try {
            var release = Release.of(Json.parse(document), clock.instant());
            var newest = preferences.all().getOrDefault(NEWEST, "");
            if (!newest.isEmpty() && release.isOlderThan(newest)) {
                throw new Unfit("older");
            }
            preferences.save(Map.of(NEWEST, release.version()));
            return release;
        } catch (JsonProblem _) {
            throw new Unfit("document");
        }
    }

    /// @param refused the key of what is wrong when there is no such thing
    private byte[] fetch(String url, String refused) throws Unfit {
        return switch (gateway.send(Outgoing.bytes(url), Optional.of(place(url)))) {
            case Exchange.Answered(var reply) -> bytes(reply, refused);
            // Larger than the gateway takes from anybody.
            case Exchange.Unanswered unanswered ->
                throw new Unfit(unanswered.reason().equals("reply-too-large") ? "size" : "unreachable");
            case Exchange.Lost _ -> throw new Unfit("unreachable");
        };
    }

    private static byte[] bytes(Reply reply, String refused) throws Unfit {
        if (!reply.isSuccess()) {
            throw new Unfit(refused);
        }
        var bytes = reply.bytes();
        if (bytes.length > LARGEST_DOCUMENT_BYTES) {
            throw new Unfit("size");
        }
        return bytes;
    }

    private static byte[] read(Path file, String missing) throws Unfit {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(LARGEST_DOCUMENT_BYTES + 1);
            if (bytes.length > LARGEST_DOCUMENT_BYTES) {
                throw new Unfit("size");
            }
            return bytes;
        } catch (NoSuchFileException _) {
            throw new Unfit(missing);
        } catch (IOException _) {
            throw new Unfit("file");
        }
    }

    /// A query stays behind the name, as addresses with a token in it have one.
    private static String signatureOf(String address) {
        int end = address.indexOf('#') < 0 ? address.length() : address.indexOf('#');
        int query = address.indexOf('?');
        int path = query >= 0 && query < end ? query : end;
        return address.substring(0, path) + SIGNATURE + address.substring(path, end);
    }

    /// Whoever set the address named the machine, so a private one is no surprise.
    private static String place(String feed) {
        var uri = URI.create(feed);
        int port = uri.getPort() > 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
        return uri.getHost() + ":" + port;
    }
}
