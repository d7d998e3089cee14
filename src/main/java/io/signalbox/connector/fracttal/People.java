package io.signalbox.connector.fracttal;

import io.signalbox.connector.Address;
import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Directory;
import io.signalbox.connector.Field;
import io.signalbox.connector.Operation;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Outgoing;
import io.signalbox.flow.Value;
import java.util.List;

/// People of one's own and third parties. Whom a message reaches says [Reach].
///
/// Our reading: that `personnel` can be filtered by `code`; an answer that ignored the filter is searched for the code
/// all the same.
final class People {
    private static final String NEEDED = "human_resources:see";

    private People() {}

    static List<Action> all() {
        return List.of(find(), recipient(), list(), withoutNumber(), thirdParties(), documents());
    }

    private static Field.Text code(boolean required) {
        return new Field.Text("code", required, "HR-22", List.of("code_responsible"));
    }

    private static Address personnel(Address api) {
        return api.path("/personnel");
    }

    private static Action find() {
        return Action.one(
                Operation.read("find-person", List.of(code(true)), Examples.person())
                        .needing(NEEDED),
                "person-not-found",
                (api, call) -> {
                    if (call.text("code").isBlank()) {
                        throw new CallProblem("code.missing");
                    }
                    return Action.page(Action.filter(personnel(api), call, "code", "code"));
                },
                (call, rows) -> {
                    var found = Action.only(rows, "code", call.text("code"));
                    return found.isEmpty()
                            ? new Outcome.Refused("person-not-found", call.text("code"))
                            : new Outcome.Delivered(
                                    Reach.withPhone(found.getFirst().asFields()), "");
                });
    }

    private static Action recipient() {
        var fields = List.<Field>of(
                code(false),
                Action.text("responsible-name", "Marta Jaramillo", "personnel_description"),
                Action.text("deputy", "HR-23"),
                Action.text("group", "Mechanics"),
                Action.text("shift", "Morning"),
                Action.text("fallback-number", "5511999991234"),
                Action.text("country-code", "55"));
        return new Action(
                Operation.read("find-recipient", fields, Examples.recipient()).needing(NEEDED),
                "person-not-found",
                true,
                People::wanted,
                Reach::of);
    }

    /// Who needs only one person asks for no more.
    private static Outgoing wanted(Address api, Call call) {
        boolean one = List.of("responsible-name", "deputy", "group", "shift").stream()
                .allMatch(other -> call.text(other).isBlank());
        var list = personnel(api);
        return Action.page(one ? Action.filter(list, call, "code", "code") : list);
    }

    private static Action list() {
        return Action.list(
                Operation.read("list-people", List.of(), Examples.rows(Examples.person()))
                        .needing(NEEDED),
                (api, _) -> Action.page(personnel(api)),
                (_, rows) -> Action.rows(rows.stream()
                        .<Value>map(row -> Reach.withPhone(row.asFields()))
                        .toList()));
    }

    private static Action withoutNumber() {
        return Action.list(
                Operation.read(
                                Directory.WITHOUT_NUMBER,
                                List.of(Action.text("country-code", "55")),
                                Examples.rows(Examples.unreachable()))
                        .needing(NEEDED),
                (api, _) -> Action.page(personnel(api)),
                (call, rows) -> Action.rows(Reach.without(rows, call.text("country-code"))));
    }

    private static Action thirdParties() {
        var kind = new Field.Choice("third-party-type", List.of("any", "1", "2", "3", "4"), "any");
        return Action.list(
                Operation.read("list-third-parties", List.of(kind), Examples.rows(Examples.thirdParty()))
                        .needing("third_parties:see"),
                (api, call) -> Action.page(
                        Action.choice(api.path("/third_parties"), call, "third-party-type", "id_third_party_type")),
                (_, rows) -> Action.rows(rows));
    }

    /// Our reading: the name of the filter.
    private static Action documents() {
        return Action.list(
                Operation.read("list-documents", List.of(code(false)), Examples.rows(Examples.document()))
                        .needing("documents:see"),
                (api, call) ->
                        Action.page(Action.filter(api.path("/personnel_document_management"), call, "code", "code")),
                (_, rows) -> Action.rows(rows));
    }
}
