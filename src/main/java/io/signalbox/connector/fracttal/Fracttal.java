package io.signalbox.connector.fracttal;

import com.google.auto.service.AutoService;
import io.signalbox.access.Account;
import io.signalbox.connector.Address;
import io.signalbox.connector.Auth;
import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Connector;
import io.signalbox.connector.ConnectorSpec;
import io.signalbox.connector.Directory;
import io.signalbox.connector.Field;
import io.signalbox.connector.Operation;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.Paging;
import io.signalbox.connector.Reply;
import io.signalbox.flow.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Fracttal One: work orders and requests, assets and meters, people, warehouses and documents.
///
/// Its statuses have meanings of their own (406 is the rate limit, 408 a duplicate), and its envelope's `success`
/// counts more than the status. It tells nobody of what happens: Automator posts events, all else is polled.
@AutoService(Connector.class)
public final class Fracttal implements Connector {
    private static final String HOST = "app.fracttal.com";
    private static final String BASE = "https://" + HOST + "/api";
    private static final String TOKENS = "https://one.fracttal.com/oauth/token";
    private static final String OTHER_TOKENS = "https://" + HOST + "/oauth/token";

    private static final List<Action> ACTIONS = Stream.of(
                    WorkOrders.all(), Requests.all(), Assets.all(), People.all(), Stores.all())
            .flatMap(List::stream)
            .toList();

    private static final ConnectorSpec SPEC = new ConnectorSpec(
            "fracttal",
            List.of(
                    new Field.Url("base-url", false, BASE),
                    new Field.Choice("sign-in", List.of("oauth", "hawk"), "oauth"),
                    new Field.Url("token-url", false, TOKENS),
                    new Field.Text("client-id", true, "oAuthKey"),
                    new Field.Secret("client-secret", true)),
            ACTIONS.stream().map(Action::operation).toList(),
            Optional.of(new ConnectorSpec.Pace(HOST, 200, Duration.ofSeconds(60))));

    @Override
    public ConnectorSpec spec() {
        return SPEC;
    }

    @Override
    public Auth auth(Account account) {
        var key = account.value("client-id");
        if (account.value("sign-in").equals("hawk")) {
            return new Auth.Hawk(key, "client-secret");
        }
        var tokens = account.value("token-url");
        return tokens.isBlank()
                ? new Auth.ClientCredentials(TOKENS, key, "client-secret", OTHER_TOKENS)
                : new Auth.ClientCredentials(tokens, key, "client-secret");
    }

    @Override
    public Outgoing encode(Call call) throws CallProblem {
        var base = call.account().value("base-url");
        var action = action(call);
        if (action.isEmpty()) {
            throw new CallProblem("operation", call.operation());
        }
        return action.get().request().of(Address.of(base.isBlank() ? BASE : base), call);
    }

    @Override
    public Optional<Paging> paging(Call call) {
        return action(call).filter(Action::pages).map(_ -> Paging.of("data", Fracttal::next));
    }

    @Override
    public Outcome decode(Call call, Reply reply) {
        var action = action(call);
        if (action.isEmpty()) {
            return new Outcome.Refused("operation", call.operation());
        }
        var wanted = action.get();
        var failure = Envelope.failure(reply, wanted.absent());
        if (failure.isPresent()) {
            return told(wanted, call, failure.get());
        }
        var rows = reply.body().at("data").asItems();
        if (rows.isEmpty() && wanted.operation().kind() == Operation.Kind.SEND) {
            return wanted.meaning().of(call, List.of(Value.Fields.empty()));
        }
        return rows.isEmpty() && !wanted.pages()
                ? new Outcome.Refused(wanted.absent(), named(wanted, call))
                : wanted.meaning().of(call, rows);
    }

    @Override
    public List<Directory> directories() {
        var none = Value.Fields.empty();
        var own = Map.of(
                "code_responsible", "code",
                "personnel_description", "full_name",
                "responsible", "full_name",
                "responsible_name", "full_name");
        var parties = Map.of(
                "code_responsible", "code",
                "personnel_description", "name",
                "responsible", "name",
                "responsible_name", "name");
        var group = "groups_1_description";
        var groups = Map.of(
                "code_responsible", group,
                "personnel_description", group,
                "responsible", group,
                "responsible_name", group);
        return List.of(
                new Directory("people", "list-people", none, "", "rows", "full_name", own, Directory.OWN),
                new Directory(
                        "third-parties", "list-third-parties", none, "", "rows", "name", parties, Directory.THIRD_PARTY),
                new Directory("groups", "list-people", none, "", "rows", group, groups, Directory.GROUP),
                new Directory(
                        "assets",
                        "list-assets",
                        none,
                        "",
                        "rows",
                        "description",
                        Map.of("code", "code", "items_log_description", "description", "code_asset", "code"),
                        ""),
                new Directory(
                        "warehouses",
                        "list-warehouses",
                        none,
                        "",
                        "rows",
                        "description",
                        Map.of("id_warehouse", "id"),
                        ""));
    }

    /// Missing rights are named, and what an earlier attempt made is no failure.
    private static Outcome told(Action action, Call call, Outcome failure) {
        if (!(failure instanceof Outcome.Refused(var reason, var detail))) {
            return failure;
        }
        return switch (reason) {
            case "permission" ->
                new Outcome.Refused(
                        reason, detail + " · " + String.join(", ", action.operation().needs()));
            case "exists" ->
                action.operation().id().equals("create-request") ? Requests.existing(call, detail) : failure;
            default -> failure;
        };
    }

    /// What was looked for.
    private static String named(Action action, Call call) {
        return action.operation().fields().stream()
                .map(field -> call.text(field.key()).strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Optional<Action> action(Call call) {
        return ACTIONS.stream()
                .filter(action -> action.operation().id().equals(call.operation()))
                .findFirst();
    }

    /// Until as many rows are read as there are; without a total, until a page comes that is not full.
    private static Optional<Outgoing> next(Paging.Page page) {
        var total = total(page.reply().body().at("total"));
        boolean more = page.rows() > 0
                && (total < 0 ? page.rows() == Integer.parseInt(Action.MOST_ROWS) : page.all() < total);
        return more ? Optional.of(page.asked().withQuery("start", Integer.toString(page.all()))) : Optional.empty();
    }

    /// A number, by some clients' account sometimes a text; negative when it is neither.
    private static int total(Value total) {
        var text = total.asText().strip();
        boolean whole = !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return whole ? Integer.parseInt(text) : -1;
    }
}
