package io.signalbox.sandbox.fracttal;

import io.signalbox.flow.Value;
import io.signalbox.sandbox.Answer;
import io.signalbox.sandbox.Asked;
import io.signalbox.sandbox.Faults;
import io.signalbox.sandbox.Shipped;
import io.signalbox.sandbox.StandIn;
import io.signalbox.sandbox.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Answers as Fracttal One does, from `fracttal.json` beside this class. Safe for threads.
///
/// That a folio nobody has is answered by an empty `data` is our reading.
final class FracttalStandIn implements StandIn {
    private static final int CALLS = 200;
    private static final Duration WINDOW = Duration.ofSeconds(60);
    private static final Duration LIFE = Duration.ofHours(2);
    private static final int MOST_ROWS = 100;

    /// @param key of the API connection it was given to
    private record Pass(String key, Instant until) {}

    private final Value data = Shipped.json(FracttalStandIn.class, "fracttal.json");
    private final InstantSource clock;
    private final Map<String, Pass> passes = new HashMap<>();
    private final Deque<Instant> calls = new ArrayDeque<>();
    private long issued;

    FracttalStandIn(World world) {
        this.clock = world.clock();
    }

    @Override
    public String part(Asked asked) {
        return isToken(asked) ? "token" : "";
    }

    @Override
    public Answer trouble(Faults.Fault fault) {
        return said(
                fault.status(),
                fault.status() == 406 ? "Maximum number of requests exceeded" : "Injected by the sandbox");
    }

    @Override
    public Answer answer(Asked asked) {
        if (isToken(asked)) {
            return token(asked);
        }
        boolean api = !asked.path().isEmpty() && asked.path().getFirst().equals("api");
        return rows(api ? asked.below(1) : asked);
    }

    private static boolean isToken(Asked asked) {
        return asked.path().equals(List.of("oauth", "token"));
    }

    private synchronized Answer token(Asked asked) {
        var basic = decoded(asked.credentials("Basic"));
        int colon = basic.indexOf(':');
        if (colon < 1 || basic.substring(colon + 1).isEmpty() || basic.endsWith(":wrong")) {
            return Answer.problem(401, "invalid_client");
        }
        if (!asked.method().equals("POST")
                || !"client_credentials".equals(asked.form().get("grant_type"))) {
            return Answer.problem(400, "unsupported_grant_type");
        }
        var now = clock.instant();
        passes.values().removeIf(pass -> !pass.until().isAfter(now));
        issued++;
        var token = "sandbox-" + now.toEpochMilli() + "-" + issued;
        passes.put(token, new Pass(basic.substring(0, colon), now.plus(LIFE)));
        return Answer.of(
                200,
                Value.fields("access_token", Value.of(token))
                        .with("refresh_token", Value.of("refresh-" + issued))
                        .with("token_type", Value.of("Bearer"))
                        .with("expires_in", Value.of(LIFE.toSeconds())));
    }

    private synchronized Answer rows(Asked asked) {
        var pass = passes.get(asked.credentials("Bearer"));
        var now = clock.instant();
        if (pass == null || !pass.until().isAfter(now)) {
            return said(401, "Unauthorized");
        }
        while (!calls.isEmpty() && !calls.getFirst().plus(WINDOW).isAfter(now)) {
            calls.removeFirst();
        }
        if (calls.size() >= CALLS) {
            return counted(said(406, "Maximum number of requests exceeded"));
        }
        calls.addLast(now);
        if (pass.key().equals("no-permission")) {
            return counted(said(401, "UNAUTHORIZED_ENDPOINT"));
        }
        return counted(read(asked));
    }

    private Answer read(Asked asked) {
        var path = asked.path();
        var what = path.isEmpty() ? "" : path.getFirst();
        if (!asked.method().equals("GET")) {
            return said(405, "Method not allowed");
        }
        if (what.equals("work_orders") && path.size() == 2) {
            return page(asked, rows(what, "wo_folio", path.get(1)), "message");
        }
        if (path.size() != 1
                || !Set.of("work_orders", "personnel", "warehouses").contains(what)) {
            return said(404, "Not found");
        }
        var filter = what.equals("work_orders") ? "folio" : "code";
        var wanted = asked.query().get(filter);
        var rows = wanted == null
                ? data.at(what).asItems()
                : rows(what, filter.equals("folio") ? "wo_folio" : "code", wanted);
        // The documented examples of the warehouses alone write the envelope's member in Spanish.
        return page(asked, rows, what.equals("warehouses") ? "mensaje" : "message");
    }

    private List<Value> rows(String what, String member, String wanted) {
        return data.at(what).asItems().stream()
                .filter(row -> row.at(member).asText().equals(wanted))
                .toList();
    }

    private static Answer page(Asked asked, List<Value> rows, String messageMember) {
        int start = Math.clamp(whole(asked.query().get("start"), 0), 0, rows.size());
        int limit = Math.clamp(whole(asked.query().get("limit"), MOST_ROWS), 1, MOST_ROWS);
        var page = rows.subList(start, Math.min(rows.size(), start + limit));
        return Answer.of(
                200,
                Value.fields("success", Value.of(true))
                        .with(messageMember, Value.of("200"))
                        .with("data", new Value.Items(page))
                        .with("total", Value.of(rows.size())));
    }

    private static int whole(@Nullable String text, int absent) {
        boolean isWhole = text != null
                && !text.isEmpty()
                && text.length() <= 8
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isWhole ? Integer.parseInt(text) : absent;
    }

    private Answer counted(Answer answer) {
        return new Answer(
                answer.status(),
                Map.of(
                        "ratelimit-limit", Integer.toString(CALLS),
                        "ratelimit-remaining", Integer.toString(CALLS - calls.size())),
                answer.body());
    }

    private static Answer said(int status, String said) {
        return Answer.of(
                status,
                Value.fields("success", Value.of(false))
                        .with("message", Value.of(Integer.toString(status)))
                        .with("data", Value.of(said))
                        .with("total", Value.of(0)));
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
