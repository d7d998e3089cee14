package io.signalbox.sandbox.servicenow;

import io.signalbox.connector.servicenow.TableRules;
import io.signalbox.flow.Value;
import io.signalbox.sandbox.Answer;
import io.signalbox.sandbox.Arrived;
import io.signalbox.sandbox.Asked;
import io.signalbox.sandbox.Faults;
import io.signalbox.sandbox.StandIn;
import io.signalbox.sandbox.World;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The Table API for a few tables, kept in memory. Pages hold two records, so that paging is needed. The limit of 60
/// calls a minute, and that the user `reader` may only read, are our own choice: an instance sets its own. Safe for
/// threads.
final class ServiceNowStandIn implements StandIn {
    private static final int CALLS = 60;
    private static final int PAGE = 2;
    private static final List<String> TABLES = List.of("incident", "sc_request", "wm_order");

    private final World world;
    private final Map<String, Map<String, Value.Fields>> tables = new LinkedHashMap<>();
    private final Deque<Instant> calls = new ArrayDeque<>();
    private int made;

    ServiceNowStandIn(World world) {
        this.world = world;
        TABLES.forEach(table -> tables.put(table, new LinkedHashMap<>()));
    }

    @Override
    public Answer trouble(Faults.Fault fault) {
        return error(fault.status(), "Injected by the sandbox", "");
    }

    @Override
    public synchronized Answer answer(Asked asked) {
        var path = asked.path();
        if (path.equals(List.of("oauth_token.do"))) {
            return Answer.of(
                    200,
                    Value.fields("access_token", Value.of("sandbox"))
                            .with("token_type", Value.of("Bearer"))
                            .with("expires_in", Value.of(1_799)));
        }
        var user = user(asked);
        if (user.isEmpty() || user.endsWith(":wrong")) {
            return error(401, "User Not Authenticated", "Required to provide Auth information");
        }
        var now = world.clock().instant();
        while (!calls.isEmpty() && !calls.getFirst().plusSeconds(60).isAfter(now)) {
            calls.removeFirst();
        }
        if (calls.size() >= CALLS) {
            return error(429, "Rate limit exceeded", "").withHeader("Retry-After", "60");
        }
        calls.addLast(now);
        boolean known = path.size() >= 4
                && path.subList(0, 3).equals(List.of("api", "now", "table"))
                && tables.containsKey(path.get(3));
        if (!known) {
            return error(400, "Invalid table " + (path.size() > 3 ? path.get(3) : ""), "");
        }
        if (!asked.method().equals("GET") && user.startsWith("reader:")) {
            return error(403, "Operation Failed", "ACL Exception Insert Failed due to security constraints");
        }
        return table(path.get(3), path.size() > 4 ? path.get(4) : "", asked);
    }

    private static String user(Asked asked) {
        var token = asked.credentials("Bearer");
        if (!token.isEmpty()) {
            return token.equals("sandbox") ? "oauth:" + token : "";
        }
        try {
            return new String(Base64.getDecoder().decode(asked.credentials("Basic")), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    private Answer table(String table, String id, Asked asked) {
        var records = records(table);
        return switch (asked.method()) {
            case "GET" -> id.isEmpty() ? list(records, asked) : one(records, id);
            case "POST" -> create(table, asked);
            case "PATCH", "PUT" -> {
                var record = records.get(id);
                if (record == null) {
                    yield one(records, id);
                }
                var changed = record;
                for (var column :
                        asked.json().orElse(Value.nothing()).asFields().fields().entrySet()) {
                    changed = changed.with(column.getKey(), column.getValue());
                }
                records.put(id, changed);
                arrived(table, changed, asked.body());
                yield Answer.of(200, Value.fields("result", changed));
            }
            default -> error(405, "Method not allowed", "");
        };
    }

    private Map<String, Value.Fields> records(String table) {
        return tables.computeIfAbsent(table, _ -> new LinkedHashMap<>());
    }

    private static Answer one(Map<String, Value.Fields> records, String id) {
        var record = records.get(id);
        return record == null
                ? error(404, "No Record found", "Record doesn't exist or ACL restricts the record retrieval")
                : Answer.of(200, Value.fields("result", record));
    }

    private Answer create(String table, Asked asked) {
        var columns = asked.json().orElse(Value.nothing()).asFields();
        if (columns.fields().isEmpty() || !columns.fields().keySet().stream().allMatch(TableRules::isName)) {
            return error(400, "Exception while reading request", "The payload is not valid JSON");
        }
        made++;
        var id = "%032x".formatted(made);
        var record = columns.with("sys_id", Value.of(id))
                .with("number", Value.of("%s%07d".formatted(table.equals("incident") ? "INC" : "REC", made)));
        records(table).put(id, record);
        arrived(table, record, asked.body());
        return Answer.of(201, Value.fields("result", record)).withHeader("Location", here(asked) + "/" + id);
    }

    private void arrived(String table, Value.Fields record, String body) {
        var shown = new StringBuilder(record.at("number").asText());
        record.fields().forEach((name, value) -> {
            if (!List.of("number", "sys_id", "correlation_id").contains(name)) {
                shown.append('\n').append(name).append(": ").append(value.asText());
            }
        });
        world.arrived(
                Arrived.of("servicenow", world.clock().instant(), table, Arrived.Look.RECORD, shown.toString(), body));
    }

    private static String here(Asked asked) {
        int query = asked.url().indexOf('?');
        return query < 0 ? asked.url() : asked.url().substring(0, query);
    }

    /// Rows of `column=value` joined by `^`; other operators are not kept here.
    private static Answer list(Map<String, Value.Fields> records, Asked asked) {
        var query = asked.query().getOrDefault("sysparm_query", "");
        var found = new ArrayList<Value>();
        for (var record : records.values()) {
            boolean fits = true;
            for (var row : query.isEmpty() ? new String[0] : query.split("\\^", -1)) {
                int equals = row.indexOf('=');
                fits &= equals > 0
                        && record.at(row.substring(0, equals)).asText().equals(row.substring(equals + 1));
            }
            if (fits) {
                found.add(record);
            }
        }
        var text = asked.query().getOrDefault("sysparm_offset", "0");
        boolean whole = !text.isEmpty() && text.length() < 7 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int from = Math.min(whole ? Integer.parseInt(text) : 0, found.size());
        int to = Math.min(found.size(), from + PAGE);
        var answer = Answer.of(200, Value.fields("result", new Value.Items(found.subList(from, to))))
                .withHeader("X-Total-Count", Integer.toString(found.size()));
        return to < found.size()
                ? answer.withHeader(
                        "Link",
                        "<" + here(asked) + "?sysparm_offset=0&sysparm_fields=a,b>;rel=\"first\",<" + here(asked)
                                + "?sysparm_query="
                                + query.replace("^", "%5E").replace("=", "%3D").replace(" ", "%20")
                                + "&sysparm_offset=" + to + ">;rel=\"next\"")
                : answer;
    }

    private static Answer error(int status, String message, String detail) {
        return Answer.of(
                status,
                Value.fields("error", Value.fields("message", Value.of(message), "detail", Value.of(detail)))
                        .with("status", Value.of("failure")));
    }
}
