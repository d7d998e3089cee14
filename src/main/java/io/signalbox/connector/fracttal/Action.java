package io.signalbox.connector.fracttal;

import io.signalbox.connector.Address;
import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Field;
import io.signalbox.connector.Operation;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Outgoing;
import io.signalbox.flow.Value;
import java.util.List;

/// One thing that Fracttal can be asked: its form, its request, and what of the answer goes on.
///
/// @param absent the reason when there is no such thing
/// @param pages true when the answer is a list that comes in pages
record Action(Operation operation, String absent, boolean pages, Request request, Meaning meaning) {
    static final String MOST_ROWS = "100";

    /// Goes on with the address of the service.
    interface Request {
        Outgoing of(Address api, Call call) throws CallProblem;
    }

    /// Gets the rows of `data`, of which a single thing has at least one.
    interface Meaning {
        Outcome of(Call call, List<Value> rows);
    }

    /// One that reads a single thing; `meaning` picks it from the rows.
    static Action one(Operation operation, String absent, Request request, Meaning meaning) {
        return new Action(operation, absent, false, request, meaning);
    }

    /// One that reads a list to its end.
    static Action list(Operation operation, Request request, Meaning meaning) {
        return new Action(operation, "not-found", true, request, meaning);
    }

    /// One that changes something.
    static Action send(Operation operation, String absent, Request request, Meaning meaning) {
        return new Action(operation, absent, false, request, meaning);
    }

    static Field.Text text(String key, String example, String... from) {
        return new Field.Text(key, false, example, List.of(from));
    }

    static Field.Text required(String key, String example, String... from) {
        return new Field.Text(key, true, example, List.of(from));
    }

    /// A page of a list.
    static Outgoing page(Address list) {
        return Outgoing.get(list.query("limit", MOST_ROWS).toString());
    }

    /// Adds what the person filled in, under the service's own name for it.
    static Address filter(Address list, Call call, String setting, String name) {
        var wanted = call.text(setting).strip();
        return wanted.isEmpty() ? list : list.query(name, wanted);
    }

    /// The same for a choice whose first option means any.
    static Address choice(Address list, Call call, String setting, String name) {
        return call.text(setting).equals("any") ? list : filter(list, call, setting, name);
    }

    /// Adds a point in time as the service reads it.
    static Address since(Address list, Call call, String setting) throws CallProblem {
        var wanted = call.text(setting).strip();
        return wanted.isEmpty() ? list : list.query(setting, Times.in(wanted));
    }

    /// A list that was read: what polls and later steps go on with.
    static Outcome rows(List<Value> rows) {
        return new Outcome.Delivered(
                Value.fields("total", Value.of(rows.size())).with("rows", new Value.Items(rows)), "");
    }

    /// The first row; an example of a service's own is enough for the rest.
    static Outcome first(List<Value> rows) {
        return new Outcome.Delivered(rows.getFirst(), "");
    }

    /// Those rows whose member says so: a filter that the service ignored does no harm.
    static List<Value> only(List<Value> rows, String member, String wanted) {
        return rows.stream()
                .filter(row -> row.at(member).asText().strip().equals(wanted.strip()))
                .toList();
    }
}
