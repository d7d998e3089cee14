package io.signalbox.engine;

import io.signalbox.flow.Node;
import io.signalbox.flow.Settings;
import io.signalbox.flow.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a poll trigger asks for and what of an answer is new. Pure.
///
/// @param service the connector's id
/// @param items dotted path of the list in the reply; blank: the reply itself
/// @param key dotted path, in an item, of what tells it from the others
/// @param cursor dotted path, in an item, of what grows from item to item; blank: there is none
/// @param backlog true when what is already there on the first look starts the flow, too
public record Poll(
        String service,
        String connection,
        String operation,
        Duration every,
        String items,
        String key,
        String cursor,
        boolean backlog,
        Settings settings) {
    /// Of an answer that start the flow; more are left for the next one.
    public static final int MOST_ITEMS = 1_000;

    private static final int LONGEST_MINUTES = 10_080;

    /// A poll as its trigger says; empty while something is missing.
    public static Optional<Poll> of(Node.Trigger trigger) {
        var settings = trigger.settings();
        var every = minutes(settings.text("every"));
        var poll = new Poll(
                settings.text("service"),
                settings.text("connection"),
                settings.text("operation"),
                every.orElse(Duration.ofMinutes(1)),
                settings.text("items"),
                settings.text("key"),
                settings.text("cursor"),
                settings.text("backlog").equals("true"),
                settings);
        boolean whole = every.isPresent()
                && !poll.service.isBlank()
                && !poll.connection.isBlank()
                && !poll.operation.isBlank()
                && !poll.key.isBlank();
        return whole ? Optional.of(poll) : Optional.empty();
    }

    /// From a minute to a week; empty for anything else.
    public static Optional<Duration> minutes(String text) {
        boolean number = !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= LONGEST_MINUTES
                ? Optional.of(Duration.ofMinutes(Integer.parseInt(text)))
                : Optional.empty();
    }

    /// @param key of the item, never blank
    public record Item(String key, Value value) {}

    /// @param items that start the flow, in the order of the answer
    /// @param state to remember until the next answer
    public record News(List<Item> items, Value state) {
        public News {
            items = List.copyOf(items);
        }
    }

    /// What of the reply is new since `state`. Items without a key are left out: they could not be told from others.
    /// Of more than [#MOST_ITEMS] the first ones by the cursor are told, and the cursor stays with them.
    ///
    /// @param state what the last answer left; nothing before the first
    public News news(Value reply, Value state) {
        var last = state.at("cursor");
        var seen = new HashSet<String>();
        state.at("seen").asItems().forEach(each -> seen.add(each.asText()));
        var fresh = new ArrayList<Found>();
        var keys = new LinkedHashSet<String>();
        var furthest = last;
        for (var value : at(reply, items).asItems()) {
            var found =
                    new Found(at(value, key).asText(), cursor.isBlank() ? Value.nothing() : at(value, cursor), value);
            if (found.name.isBlank() || keys.contains(found.name)) {
                continue;
            }
            // Equal marks are told apart by their keys; what lies before the cursor was seen with an earlier answer.
            if (compare(found.mark, last) >= 0 && !seen.contains(found.name)) {
                fresh.add(found);
            }
            keys.add(found.name);
            furthest = compare(found.mark, furthest) > 0 ? found.mark : furthest;
        }
        if (state.isMissing() && !backlog) {
            return news(List.of(), furthest, keys);
        }
        if (fresh.size() <= MOST_ITEMS) {
            return news(fresh, furthest, keys);
        }
        var order = fresh.stream()
                .sorted((one, other) -> compare(one.mark, other.mark))
                .toList();
        var left = new HashSet<String>();
        order.subList(MOST_ITEMS, order.size()).forEach(found -> left.add(found.name));
        fresh.removeIf(found -> left.contains(found.name));
        keys.removeAll(left);
        return news(fresh, order.get(MOST_ITEMS - 1).mark, keys);
    }

    private record Found(String name, Value mark, Value value) {}

    private static News news(List<Found> fresh, Value furthest, Set<String> keys) {
        return new News(
                fresh.stream().map(found -> new Item(found.name, found.value)).toList(),
                Value.fields("cursor", furthest).with("seen", Value.texts(List.copyOf(keys))));
    }

    /// Missing before everything; numbers by worth, all else as text: times are written so that their text is in order.
    private static int compare(Value one, Value other) {
        if (one.isMissing() || other.isMissing()) {
            return one.isMissing() ? (other.isMissing() ? 0 : -1) : 1;
        }
        if (one instanceof Value.Decimal(BigDecimal left) && other instanceof Value.Decimal(BigDecimal right)) {
            return left.compareTo(right);
        }
        return one.asText().compareTo(other.asText());
    }

    private static Value at(Value value, String path) {
        var found = value;
        if (!path.isBlank()) {
            for (var step : path.strip().split("\\.", -1)) {
                found = found.at(step);
            }
        }
        return found;
    }
}
