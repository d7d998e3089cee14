package io.signalbox.designer.panel;

import io.signalbox.access.Account;
import io.signalbox.access.Accounts;
import io.signalbox.access.Secret;
import io.signalbox.engine.FlowServer;
import io.signalbox.flow.Flow;
import io.signalbox.json.FlowJson;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The servers that flows were sent to, so that nobody types an address and its token twice, and what each of them
/// has of those flows, as far as was seen when they were sent or compared. The tokens lie in the vault, beside the
/// secrets of the connections. Each method may block; none asks a server.
public record KnownServers(Accounts accounts, InstantSource clock) {
    private static final String TYPE = "signalbox";
    private static final String URL = "url";
    private static final String TOKEN = "token";
    private static final String USED = "used";
    /// Before the id of a flow; its value is one of the two below and the identity of what the server has.
    private static final String FLOW = "flow.";

    private static final String ON = "on ";
    private static final String OFF = "off ";

    /// @param url such as `https://plant-a.example:8085`
    public record Server(String url, Secret token) {
        /// Without what every address begins with.
        String shortly() {
            return KnownServers.shortly(url);
        }
    }

    /// What a server had of a flow when it was last looked at.
    ///
    /// @param url such as `https://plant-a.example:8085`
    /// @param identity of the flow there, see [FlowJson#identity]
    /// @param on whether it runs there
    public record Copy(String url, String identity, boolean on) {
        /// Without what every address begins with.
        String shortly() {
            return KnownServers.shortly(url);
        }

        public boolean differsFrom(Flow here) {
            return !identity.equals(FlowJson.identity(here));
        }
    }

    private static String shortly(String url) {
        return url.replaceFirst("^https?://", "");
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
        var values = new TreeMap<String, String>();
        accounts.find(name).ifPresent(known -> values.putAll(known.values()));
        values.put(URL, server.url());
        values.put(USED, clock.instant().toString());
        accounts.save(Account.of(name, TYPE, values), Map.of(TOKEN, server.token()));
    }

    /// Remembers what a server has of a flow; nothing of a server that is not known.
    ///
    /// @param found empty when it has no such flow
    public void note(String url, String flow, Optional<FlowServer.Deployed> found) {
        named(url).ifPresent(account -> {
            var values = new TreeMap<>(account.values());
            found.ifPresentOrElse(
                    there -> values.put(FLOW + flow, (there.on() ? ON : OFF) + FlowJson.identity(there.flow())),
                    () -> values.remove(FLOW + flow));
            if (!values.equals(account.values())) {
                accounts.save(Account.of(account.name(), TYPE, values), Map.of());
            }
        });
    }

    /// What the servers have, by the id of the flow; those in the order of their addresses.
    public Map<String, List<Copy>> copies() {
        return stored().sorted(Comparator.comparing((Account account) -> account.value(URL)))
                .flatMap(account -> account.values().entrySet().stream()
                        .filter(value -> value.getKey().startsWith(FLOW))
                        .map(value -> Map.entry(
                                value.getKey().substring(FLOW.length()), copy(account.value(URL), value.getValue()))))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Copy copy(String url, String value) {
        boolean on = value.startsWith(ON);
        return new Copy(url, value.substring((on ? ON : OFF).length()), on);
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
