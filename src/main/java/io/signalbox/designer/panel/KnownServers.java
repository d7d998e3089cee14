package io.signalbox.designer.panel;

import io.signalbox.access.Account;
import io.signalbox.access.Accounts;
import io.signalbox.access.Secret;
import io.signalbox.engine.FlowServer;
import io.signalbox.json.FlowJson;
import java.net.URI;
import java.net.URISyntaxException;
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

/// The servers that flows are sent to, so that nobody types an address and its token twice, and what each of them has
/// of those flows, as far as was seen when they were sent or compared. The tokens lie in the vault, beside the secrets
/// of the connections. Each method may block; none asks a server.
public record KnownServers(Accounts accounts, InstantSource clock) {
    private static final String TYPE = "signalbox";
    private static final String URL = "url";
    private static final String TOKEN = "token";
    private static final String USED = "used";
    private static final String TITLE = "title";
    private static final String ENVIRONMENT = "environment";

    /// Before the id of a flow; its value is one of the two below and the identity of what the server has.
    private static final String FLOW = "flow.";

    private static final String ON = "on ";
    private static final String OFF = "off ";

    /// @param url such as `https://plant-a.example:8085`
    public record Server(String url, Secret token) {}

    /// One of the list.
    ///
    /// @param id stays when everything else changes; blank for one that is not stored yet
    /// @param name as people call it; blank for one that is known by its address alone
    /// @param token empty as long as nobody gave one
    public record Known(String id, String name, String url, Environment environment, Optional<Secret> token) {
        static Known fresh() {
            return new Known("", "", "", Environment.UNSAID, Optional.empty());
        }

        /// Its name, else its address without what every address begins with.
        String title() {
            return KnownServers.title(name, url);
        }
    }

    /// What a server had of a flow when it was last looked at.
    ///
    /// @param server as it is called in the list of servers
    /// @param identity of the flow there, see [FlowJson#identity]
    /// @param on whether it runs there
    public record Copy(String server, String identity, boolean on) {
        /// @param here identity of the flow in this workspace
        public boolean differsFrom(String here) {
            return !identity.equals(here);
        }
    }

    private static String title(String name, String url) {
        return name.isBlank() ? url.replaceFirst("^https?://", "") : name;
    }

    /// True for what a flow can name.
    static boolean isConnection(Account account) {
        return !account.type().equals(TYPE);
    }

    /// True for the address of a server: `http` or `https`, a host, no more than a path behind it.
    static boolean isAddress(String url) {
        try {
            var uri = new URI(url);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    /// The one used last comes first.
    public List<Known> all() {
        return stored().sorted(Comparator.comparing((Account account) -> Instant.parse(account.value(USED)))
                        .reversed())
                .map(account -> new Known(
                        account.name(),
                        account.value(TITLE),
                        account.value(URL),
                        Environment.of(account.value(ENVIRONMENT)),
                        accounts.secret(account.name(), TOKEN)))
                .toList();
    }

    /// As the one used last. Another token takes the place of the one before; name and environment stay.
    public void keep(Server server) {
        var account = named(server.url()).orElseGet(() -> Account.of(free(), TYPE, Map.of(URL, server.url())));
        accounts.save(account.with(USED, clock.instant().toString()), Map.of(TOKEN, server.token()));
    }

    /// Adds it, or changes the one of its id.
    ///
    /// @return as it is stored
    public Known save(Known server) {
        var before = accounts.find(server.id());
        var account = before.orElseGet(() -> Account.of(free(), TYPE, Map.of()))
                .with(URL, server.url())
                .with(TITLE, server.name())
                .with(
                        ENVIRONMENT,
                        server.environment() == Environment.UNSAID
                                ? ""
                                : server.environment().key());
        var used = before.isPresent()
                ? account
                : account.with(USED, clock.instant().toString());
        accounts.save(
                used,
                server.token()
                        .<Map<String, Secret>>map(token -> Map.of(TOKEN, token))
                        .orElse(Map.of()));
        return new Known(
                used.name(), server.name(), server.url(), server.environment(), accounts.secret(used.name(), TOKEN));
    }

    void remove(String id) {
        accounts.remove(id);
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
                                value.getKey().substring(FLOW.length()),
                                copy(title(account.value(TITLE), account.value(URL)), value.getValue()))))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Copy copy(String server, String value) {
        boolean on = value.startsWith(ON);
        return new Copy(server, value.substring((on ? ON : OFF).length()), on);
    }

    /// Unless it stands in the list under a name.
    void forget(String url) {
        named(url)
                // One that somebody named and put into the list goes only when it is removed there.
                .filter(account -> account.value(TITLE).isEmpty()
                        && account.value(ENVIRONMENT).isEmpty())
                .ifPresent(account -> accounts.remove(account.name()));
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
