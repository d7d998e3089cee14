package io.signalbox.connector;

import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a list that a service hands out page by page is read to its end.
///
/// The engine sends what `encode` made, then what [#next] asks for, again and again until that says that there is
/// nothing more; every page waits for the account's turn as any call does. `decode` sees one reply: that of the last
/// page, with the rows of all pages in the place of its own. A page without a list in its place ends the reading, and
/// `decode` sees it as it came: a refusal, or a single thing.
///
/// The usual styles, each a lambda:
/// - offset and total: `page.asked().withQuery("start", …)` while `page.before() + page.rows()` is below the total;
/// - cursor: `page.asked().withQuery("cursor", cursor)` while the reply holds one, or the same body with the cursor;
/// - an address in the body or in a `Link` header: `page.asked().to(address)`. An address on another host, which
///   would be given the account's sign-in, is not followed, and neither is one that was asked before.
///
/// Reading stops with `too-many-pages` or `too-many-rows` when a bound is passed: half a list is never taken for a
/// whole one. Who wants the first so many rows ends by an empty `next`.
///
/// @param rows dotted path of the list in the body of a reply; blank: the body itself
/// @param mostPages at most [#MOST_PAGES]
/// @param mostRows at most [#MOST_ROWS]
public record Paging(String rows, Next next, int mostPages, int mostRows) {
    public static final int MOST_PAGES = 100;
    public static final int MOST_ROWS = 10_000;

    /// What asks for the page after this one; empty after the last. Pure, and never throws.
    @FunctionalInterface
    public interface Next {
        Optional<Outgoing> after(Page page);
    }

    /// One page that came.
    ///
    /// @param asked what brought it, without its authorization
    /// @param rows it holds
    /// @param before rows on all pages before it
    public record Page(Outgoing asked, Reply reply, int rows, int before) {
        public int all() {
            return before + rows;
        }
    }

    public Paging {
        mostPages = Math.clamp(mostPages, 1, MOST_PAGES);
        mostRows = Math.clamp(mostRows, 1, MOST_ROWS);
    }

    public static Paging of(String rows, Next next) {
        return new Paging(rows, next, MOST_PAGES, MOST_ROWS);
    }

    /// The rows of a reply; empty when there is no list in their place.
    public Optional<List<Value>> in(Reply reply) {
        return reply.isSuccess() && at(reply.body(), steps()) instanceof Value.Items(var items)
                ? Optional.of(items)
                : Optional.empty();
    }

    /// `last` with all rows in the place of its own.
    public Reply joined(Reply last, List<Value> all) {
        return new Reply(last.status(), last.headers(), replaced(last.body(), steps(), new Value.Items(all)));
    }

    private List<String> steps() {
        return rows.isBlank() ? List.of() : List.of(rows.strip().split("\\.", -1));
    }

    private static Value at(Value value, List<String> steps) {
        var found = value;
        for (var step : steps) {
            found = found.at(step);
        }
        return found;
    }

    private static Value replaced(Value value, List<String> steps, Value list) {
        if (steps.isEmpty()) {
            return list;
        }
        var rest = new ArrayList<>(steps);
        var name = rest.removeFirst();
        return value.asFields().with(name, replaced(value.at(name), rest, list));
    }
}
