package io.signalbox.http;

import io.signalbox.connector.Outgoing;
import io.signalbox.engine.Exchange;
import io.signalbox.engine.Gateway;
import io.signalbox.engine.PreferenceStore;
import io.signalbox.engine.Releases;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// Asks the address that is set in the preferences. The answer is a JSON document with `version` and `url`.
///
/// @param running the version of the program
public record ReleaseFeed(Gateway gateway, PreferenceStore preferences, String running) implements Releases {
    /// Name of the preference that holds the address.
    private static final String FEED = "updates.feed";

    @Override
    public String feed() {
        return preferences.all().getOrDefault(FEED, "");
    }

    @Override
    public void follow(String feed) {
        preferences.save(Map.of(FEED, feed));
    }

    @Override
    public Release latest() throws Unfit {
        var feed = feed();
        if (!Releases.isFeed(feed)) {
            throw new Unfit("address");
        }
        return switch (gateway.send(Outgoing.get(feed), Optional.of(place(feed)))) {
            case Exchange.Answered(var reply) -> {
                if (!reply.isSuccess()) {
                    throw new Unfit("status");
                }
                yield Release.of(reply.body());
            }
            case Exchange.Unanswered _, Exchange.Lost _ -> throw new Unfit("unreachable");
        };
    }

    /// Whoever set the address named the machine, so a private one is no surprise.
    private static String place(String feed) {
        var uri = URI.create(feed);
        int port = uri.getPort() > 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
        return uri.getHost() + ":" + port;
    }
}
