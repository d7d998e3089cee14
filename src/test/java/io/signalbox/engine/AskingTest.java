package io.signalbox.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.signalbox.access.Account;
import io.signalbox.access.Accounts;
import io.signalbox.access.Secret;
import io.signalbox.connector.Auth;
import io.signalbox.connector.Call;
import io.signalbox.connector.Calls;
import io.signalbox.connector.Connector;
import io.signalbox.connector.ConnectorSpec;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.Operation;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.Paging;
import io.signalbox.connector.Reply;
import io.signalbox.engine.gate.Memory;
import io.signalbox.flow.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// Lists that come in pages, in every style that services have.
final class AskingTest {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final String FIRST = "https://api.example/things";

    private final Memory memory = new Memory();
    private final List<Outgoing> asked = new ArrayList<>();
    private final List<Duration> paused = new ArrayList<>();
    private Instant now = START;
    private Account account = Calls.account("paged");
    private Function<Outgoing, Reply> service = _ -> Calls.reply(200, "[]");

    private final SendGate gate = new SendGate(
            (outgoing, _) -> {
                asked.add(outgoing);
                return new Exchange.Answered(service.apply(outgoing));
            },
            new SendGate.Books(memory, memory),
            Connectors.found(),
            _ -> true,
            () -> now,
            Meters.none(),
            time -> {
                paused.add(time);
                now = now.plus(time);
                return true;
            });

    private record Keys() implements Accounts {
        @Override
        public Optional<Account> find(String name) {
            return Optional.empty();
        }

        @Override
        public List<Account> all() {
            return List.of();
        }

        @Override
        public void save(Account account, Map<String, Secret> secrets) {}

        @Override
        public boolean remove(String name) {
            return false;
        }

        @Override
        public Optional<Secret> secret(String account, String field) {
            return Optional.of(new Secret("key"));
        }
    }

    /// Hands the whole body on.
    private record Paged(Paging paging) implements Connector {
        @Override
        public ConnectorSpec spec() {
            var list = Operation.read("list", List.of(), Value.nothing());
            var send = Operation.send("send", List.of(), Value.nothing());
            return new ConnectorSpec("paged", List.of(), List.of(list, send), Optional.empty());
        }

        @Override
        public Auth auth(Account account) {
            return new Auth.Bearer("token");
        }

        @Override
        public Outgoing encode(Call call) {
            return Outgoing.get(FIRST);
        }

        @Override
        public Optional<Paging> paging(Call call) {
            return Optional.of(paging);
        }

        @Override
        public Outcome decode(Call call, Reply reply) {
            return Outcome.ofStatus(reply, "");
        }
    }

    private Asking.Heard ask(Paging paging, String operation) {
        var connector = new Paged(paging);
        var call = new Call(account, operation, Value.Fields.empty(), Value.Fields.empty(), "");
        var effect = new Effect(
                StepId.parse("list"),
                "paged",
                "main",
                connector.spec().operation(operation).orElseThrow(),
                false,
                Value.Fields.empty(),
                Value.Fields.empty());
        var permit = assertInstanceOf(
                SendGate.Permit.class,
                gate.judge(new SendGate.Asked("run", "flow", effect, account, false, Instant.MAX)));
        var asking = new Asking(gate, new SignIn(new Keys(), gate, () -> now));
        return asking.ask(connector, call, connector.encode(call), permit);
    }

    private Outcome outcome(Paging paging) {
        return assertInstanceOf(Asking.Heard.Said.class, ask(paging, "list")).outcome();
    }

    private static Value delivered(Outcome outcome) {
        return assertInstanceOf(Outcome.Delivered.class, outcome).output();
    }

    private List<String> addresses() {
        return asked.stream().map(Outgoing::url).toList();
    }

    private static Paging byOffset() {
        return Paging.of(
                "data",
                page -> page.all()
                                < Integer.parseInt(
                                        page.reply().body().at("total").asText())
                        ? Optional.of(page.asked().withQuery("start", Integer.toString(page.all())))
                        : Optional.empty());
    }

    private Reply offset(Outgoing outgoing, int total, int limit) {
        int mark = outgoing.url().indexOf("start=");
        int start = mark < 0 ? 0 : Integer.parseInt(outgoing.url().substring(mark + 6));
        var rows = new ArrayList<Value>();
        for (int row = start; row < Math.min(total, start + limit); row++) {
            rows.add(Value.of(row));
        }
        var body = Value.fields("total", Value.of(total)).with("data", new Value.Items(rows));
        return new Reply(200, Map.of(), body);
    }

    @Test
    void an_offset_is_raised_until_the_total_is_read_and_every_page_is_signed() {
        service = outgoing -> offset(outgoing, 5, 2);
        assertEquals(Calls.json("{\"total\": 5, \"data\": [0, 1, 2, 3, 4]}"), delivered(outcome(byOffset())));
        assertEquals(List.of(FIRST, FIRST + "?start=2", FIRST + "?start=4"), addresses());
        asked.forEach(each -> assertEquals("Bearer key", each.headers().get("Authorization")));
    }

    @Test
    void a_cursor_is_given_back_until_there_is_none() {
        service = outgoing -> outgoing.url().contains("cursor=b%3D")
                ? Calls.reply(200, "{\"list\": {\"members\": [3]}, \"next\": \"\"}")
                : Calls.reply(200, "{\"list\": {\"members\": [1, 2]}, \"next\": \"b=\"}");
        var paging = Paging.of(
                "list.members",
                page -> Optional.of(page.reply().body().at("next").asText())
                        .filter(cursor -> !cursor.isEmpty())
                        .map(cursor -> page.asked().withQuery("cursor", cursor)));
        assertEquals(Calls.json("{\"list\": {\"members\": [1, 2, 3]}, \"next\": \"\"}"), delivered(outcome(paging)));
    }

    private static Paging byLink() {
        return Paging.of("", page -> page.reply().header("link").map(page.asked()::to));
    }

    @Test
    void an_address_is_followed_on_the_same_host_only() {
        var links = new LinkedHashMap<String, Map<String, String>>();
        links.put(FIRST, Map.of("Link", FIRST + "?page=2"));
        links.put(FIRST + "?page=2", Map.of());
        service = outgoing -> new Reply(200, links.getOrDefault(outgoing.url(), Map.of()), Calls.json("[1]"));
        assertEquals(Calls.json("[1, 1]"), delivered(outcome(byLink())));

        for (var elsewhere : List.of("https://evil.example/things", "http://api.example/x", "not an address", FIRST)) {
            asked.clear();
            links.put(FIRST + "?page=2", Map.of("Link", elsewhere));
            assertEquals(new Outcome.Refused("page-elsewhere", elsewhere), outcome(byLink()));
            assertEquals(List.of(FIRST, FIRST + "?page=2"), addresses());
        }
    }

    @Test
    void half_a_list_is_not_taken_for_a_whole_one() {
        service = outgoing -> offset(outgoing, 1_000_000, 2);
        assertEquals(new Outcome.Refused("too-many-pages", "100"), outcome(byOffset()));
        assertEquals(100, asked.size());
        service = outgoing -> offset(outgoing, 1_000_000, 4_000);
        assertEquals(new Outcome.Refused("too-many-rows", "10000"), outcome(byOffset()));
    }

    @Test
    void a_refusal_on_a_later_page_is_the_end_and_a_token_that_ran_out_is_renewed_once() {
        service = outgoing -> asked.size() == 2 ? Calls.reply(401, "{}") : offset(outgoing, 5, 2);
        assertEquals(Calls.json("{\"total\": 5, \"data\": [0, 1, 2, 3, 4]}"), delivered(outcome(byOffset())));
        assertEquals(4, asked.size());
        asked.clear();
        service = outgoing -> asked.size() >= 2 ? Calls.reply(503, "{}") : offset(outgoing, 5, 2);
        assertInstanceOf(Outcome.TryLater.class, outcome(byOffset()));
        asked.clear();
        service = outgoing -> asked.size() >= 2 ? Calls.reply(401, "{}") : offset(outgoing, 5, 2);
        assertInstanceOf(Outcome.SignInAgain.class, outcome(byOffset()));
        assertEquals(3, asked.size());
    }

    @Test
    void every_page_waits_for_the_accounts_turn() {
        account = new Account("main", "paged", new LinkedHashMap<>(Map.of("rate", "1")), Set.of(), true);
        service = outgoing -> offset(outgoing, 3, 1);
        outcome(byOffset());
        assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(1)), paused);
    }

    @Test
    void what_changes_something_is_sent_once() {
        service = outgoing -> offset(outgoing, 5, 2);
        ask(byOffset(), "send");
        assertEquals(List.of(FIRST), addresses());
    }
}
