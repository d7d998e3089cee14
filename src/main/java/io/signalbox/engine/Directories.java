package io.signalbox.engine;

import io.signalbox.access.Account;
import io.signalbox.access.Accounts;
import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Connector;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.Directory;
import io.signalbox.connector.Operation;
import io.signalbox.connector.Outcome;
import io.signalbox.flow.Value;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Asks the services for what they know by name, through the send gate like every call. What came is kept for a few
/// minutes, so that typing asks a service once. Blocks for the wire. Safe for use by several threads.
public final class Directories {
    private static final int MOST = 50;
    private static final int MOST_KEPT = 64;
    private static final Duration FRESH = Duration.ofMinutes(5);
    /// Nobody waits at every letter for a service that does not answer.
    private static final Duration REST = Duration.ofSeconds(20);

    private final Accounts accounts;
    private final Connectors connectors;
    private final SendGate gate;
    private final Asking asking;
    private final InstantSource clock;
    private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

    private record Key(Account account, String directory, String typed) {}

    private record Kept(Read read, Instant until) {}

    private sealed interface Read {
        record Rows(List<Value> rows) implements Read {}

        record Failed(String reason, String detail) implements Read {}
    }

    public Directories(Accounts accounts, Connectors connectors, SendGate gate, InstantSource clock) {
        this.accounts = accounts;
        this.connectors = connectors;
        this.gate = gate;
        this.asking = new Asking(gate, new SignIn(accounts, gate, clock));
        this.clock = clock;
    }

    /// What a field can be compared with.
    ///
    /// @param field its name in events and replies
    /// @param responsible the kind of responsible that is meant; blank when the field names none
    public record Wanted(String field, String responsible) {}

    /// One thing that the service knows.
    ///
    /// @param value what the field would hold
    /// @param label how people call it
    public record Choice(Value value, String label) {}

    /// How a question ended.
    public sealed interface Answer {
        /// @param account that knew; blank when no service knows such a thing
        record Known(List<Choice> choices, String account) implements Answer {
            public Known {
                choices = List.copyOf(choices);
            }
        }

        /// @param reason see [Connectors#explain]
        record Unreached(Account account, String reason, String detail) implements Answer {}
    }

    /// @param typed part of a name or of a value
    /// @param preferred connections that are asked before all others, such as those the flow uses
    public Answer find(Wanted wanted, String typed, List<String> preferred) {
        var open = accounts.all().stream().filter(Account::enabled).toList();
        var ordered = Stream.concat(
                        preferred.stream()
                                .flatMap(name -> open.stream()
                                        .filter(account -> account.name().equals(name))),
                        open.stream())
                .distinct()
                .toList();
        for (var account : ordered) {
            var connector = connectors.find(account.type());
            var directory = connector.flatMap(found -> listing(found, wanted));
            if (connector.isPresent() && directory.isPresent()) {
                return switch (read(account, connector.get(), directory.get(), typed.strip())) {
                    case Read.Failed(var reason, var detail) -> new Answer.Unreached(account, reason, detail);
                    case Read.Rows(var rows) ->
                        new Answer.Known(matching(rows, directory.get(), wanted, typed), account.name());
                };
            }
        }
        return new Answer.Known(List.of(), "");
    }

    private static Optional<Directory> listing(Connector connector, Wanted wanted) {
        return connector.directories().stream()
                .filter(directory -> directory.lists(wanted.field(), wanted.responsible()))
                .findFirst();
    }

    private Read read(Account account, Connector connector, Directory directory, String typed) {
        var key = new Key(account, directory.id(), directory.search().isBlank() ? "" : plain(typed));
        var now = clock.instant();
        var known = kept.get(key);
        if (known != null && known.until().isAfter(now)) {
            return known.read();
        }
        var read = fetch(account, connector, directory, typed);
        kept.values().removeIf(old -> !old.until().isAfter(now));
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        kept.put(key, new Kept(read, now.plus(read instanceof Read.Rows ? FRESH : REST)));
        return read;
    }

    private Read fetch(Account account, Connector connector, Directory directory, String typed) {
        var settings = directory.search().isBlank()
                ? directory.settings()
                : directory.settings().with(directory.search(), Value.of(typed));
        return switch (read(account, connector, directory.operation(), settings)) {
            case Outcome.Delivered(var output, var _) ->
                new Read.Rows(at(output, directory.rows()).asItems());
            case Outcome.Refused(var reason, var detail) -> new Read.Failed(reason, detail);
            case Outcome.SignInAgain(var reason, var detail) -> new Read.Failed(reason, detail);
            case Outcome.TryLater(var reason, var detail, var _) -> new Read.Failed(reason, detail);
        };
    }

    /// Asks for something a person wants to look at now; nothing is kept. Only what changes nothing is asked.
    public Outcome read(Account account, String operation, Value.Fields settings) {
        var connector = connectors.find(account.type());
        boolean reads = connectors
                .operation(account.type(), operation)
                .filter(known -> known.kind() == Operation.Kind.READ)
                .isPresent();
        return connector.isPresent() && reads
                ? read(account, connector.get(), operation, settings)
                : new Outcome.Refused("no-connector", account.type() + " " + operation);
    }

    private Outcome read(Account account, Connector connector, String operation, Value.Fields settings) {
        var call = new Call(account, operation, settings, Value.Fields.empty(), "");
        var permit = gate.turn(account);
        if (permit.isEmpty()) {
            return new Outcome.TryLater("pace", account.name(), Optional.empty());
        }
        try {
            return switch (asking.ask(connector, call, connector.encode(call), permit.get())) {
                case Asking.Heard.Said(var outcome) -> outcome;
                case Asking.Heard.Silent(var reason, var detail, var _, var _) -> new Outcome.Refused(reason, detail);
                case Asking.Heard.Lost(var reason, var detail) ->
                    new Outcome.TryLater(reason, detail, Optional.empty());
            };
        } catch (CallProblem problem) {
            return new Outcome.Refused(problem.key(), String.join(", ", problem.arguments()));
        }
    }

    /// What begins as it was typed comes first.
    private static List<Choice> matching(List<Value> rows, Directory directory, Wanted wanted, String typed) {
        var member = directory.values().get(wanted.field());
        var part = plain(typed.strip());
        var found = new LinkedHashMap<String, Choice>();
        for (var row : rows) {
            var value = row.at(member == null ? "" : member);
            var label = row.at(directory.label()).asText().strip();
            if (!value.isMissing()
                    && (plain(label).contains(part) || plain(value.asText()).contains(part))) {
                found.putIfAbsent(value.asText(), new Choice(value, label.isEmpty() ? value.asText() : label));
            }
        }
        return found.values().stream()
                .sorted(Comparator.comparing(
                                (Choice choice) -> !plain(choice.label()).startsWith(part))
                        .thenComparing(choice -> plain(choice.label())))
                .limit(MOST)
                .toList();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }

    private static Value at(Value value, String path) {
        var found = value;
        for (var step : path.isBlank() ? new String[0] : path.split("\\.", -1)) {
            found = found.at(step);
        }
        return found;
    }
}
