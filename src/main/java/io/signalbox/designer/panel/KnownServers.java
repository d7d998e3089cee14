package io.signalbox.designer.panel;

import io.signalbox.access.Account;
import io.signalbox.access.Accounts;
import io.signalbox.access.Secret;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The servers that flows were sent to, so that nobody types an address and its token twice. The tokens lie in the
/// vault, beside the secrets of the connections. Each method may block.
public record KnownServers(Accounts accounts, InstantSource clock) {
    private static final String TYPE = "signalbox";
    private static final String URL = "url";
    private static final String TOKEN = "token";
    private static final String USED = "used";

    /// @param url such as `https://plant-a.example:8085`
    public record Server(String url, Secret token) {
        /// Without what every address begins with.
        String shortly() {
            return url.replaceFirst("^https?://", "");
        }
    }

    /// True for what a flow can name.
    static boolean isConnection(Account account) {
        return !account.type().equals(TYPE);
    }

    /// The one used last comes first.
    List<Server> all() {
        return stored().sorted(Comparator.comparing((Account account) -> Instant.parse(account.value(USED)))
                        .reversed())
                .flatMap(account ->
                        accounts
                                .secret(account.name(), TOKEN)
                                .map(token -> new Server(account.value(URL), token))
                                .stream())
                .toList();
    }

    /// As the one used last. Another token takes the place of the one before.
    public void keep(Server server) {
        var name = named(server.url()).map(Account::name).orElseGet(this::free);
        var values = Map.of(URL, server.url(), USED, clock.instant().toString());
        accounts.save(Account.of(name, TYPE, values), Map.of(TOKEN, server.token()));
    }

    void forget(String url) {
        named(url).ifPresent(account -> accounts.remove(account.name()));
    }

    private Stream<Account> stored() {
        return accounts.all().stream().filter(account -> !isConnection(account));
    }

    private Optional<Account> named(String url) {
        return stored().filter(account -> account.value(URL).equals(url)).findFirst();
    }

    private String free() {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> "signalbox-server-" + number)
                .filter(name -> accounts.find(name).isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
