package io.signalbox.sandbox.salesforce;

import io.signalbox.connector.salesforce.ApiNames;
import io.signalbox.flow.Value;
import io.signalbox.sandbox.Answer;
import io.signalbox.sandbox.Arrived;
import io.signalbox.sandbox.Asked;
import io.signalbox.sandbox.Faults;
import io.signalbox.sandbox.StandIn;
import io.signalbox.sandbox.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Records of a few objects, kept in memory; a case needs a subject. Sessions end after an hour. A query answers all
/// records of the object it names, two a page: its conditions are not understood here. Safe for threads.
final class SalesforceStandIn implements StandIn {
    private static final Duration LIFE = Duration.ofHours(1);
    private static final int PAGE = 2;
    private static final List<String> OBJECTS = List.of("Case", "WorkOrder", "Asset");

    private final World world;
    private final Map<String, Instant> sessions = new LinkedHashMap<>();
    private final Map<String, Map<String, Value.Fields>> objects = new LinkedHashMap<>();
    private int made;

    SalesforceStandIn(World world) {
        this.world = world;
        OBJECTS.forEach(object -> objects.put(object, new LinkedHashMap<>()));
    }

    @Override
    public String part(Asked asked) {
        return asked.path().contains("oauth2") ? "token" : "";
    }

    @Override
    public Answer trouble(Faults.Fault fault) {
        var code = switch (fault.status()) {
            case 401 -> "INVALID_SESSION_ID";
            case 403 -> "REQUEST_LIMIT_EXCEEDED";
            case 503 -> "SERVER_UNAVAILABLE";
            default -> "UNABLE_TO_LOCK_ROW";
        };
        return error(fault.status(), code, "Injected by the sandbox");
    }

    @Override
    public synchronized Answer answer(Asked asked) {
        if (asked.path().equals(List.of("services", "oauth2", "token"))) {
            return token(asked);
        }
        var until = sessions.get(asked.credentials("Bearer"));
        if (until == null || !until.isAfter(world.clock().instant())) {
            return error(401, "INVALID_SESSION_ID", "Session expired or invalid");
        }
        var path = asked.path();
        if (path.size() < 4 || !path.subList(0, 2).equals(List.of("services", "data"))) {
            return error(404, "NOT_FOUND", "The requested resource does not exist");
        }
        if (path.get(3).equals("query")) {
            return query(asked, path);
        }
        var records = path.size() > 4 && path.get(3).equals("sobjects") ? objects.get(path.get(4)) : null;
        if (records == null) {
            return error(404, "NOT_FOUND", "The requested resource does not exist");
        }
        return change(asked, path, records);
    }

    private Answer token(Asked asked) {
        var pair = asked.credentials("Basic");
        var plain = new String(Base64.getDecoder().decode(pair), StandardCharsets.UTF_8);
        if (!plain.equals("sandbox:sandbox")) {
            return Answer.of(400, Value.fields("error", Value.of("invalid_client")));
        }
        var token = "00D!" + (sessions.size() + 1);
        sessions.put(token, world.clock().instant().plus(LIFE));
        return Answer.of(200, Value.fields("access_token", Value.of(token)).with("token_type", Value.of("Bearer")));
    }

    private Answer change(Asked asked, List<String> path, Map<String, Value.Fields> records) {
        var fields = asked.json().orElse(Value.nothing()).asFields();
        var odd = fields.fields().keySet().stream()
                .filter(name -> !ApiNames.isName(name))
                .findFirst();
        if (odd.isPresent()) {
            return error(400, "INVALID_FIELD", "No such column '" + odd.get() + "'");
        }
        boolean upsert = asked.method().equals("PATCH") && path.size() == 7;
        if (!upsert && !(asked.method().equals("POST") && path.size() == 5)) {
            return error(405, "METHOD_NOT_ALLOWED", "HTTP Method not allowed");
        }
        var same = upsert
                ? records.entrySet().stream()
                        .filter(known ->
                                known.getValue().at(path.get(5)).asText().equals(path.get(6)))
                        .map(Map.Entry::getKey)
                        .toList()
                : List.<String>of();
        if (same.size() > 1) {
            return Answer.of(300, Value.texts(same));
        }
        if (same.isEmpty() && path.get(4).equals("Case") && fields.at("Subject").isMissing()) {
            return error(400, "REQUIRED_FIELD_MISSING", "Required fields are missing: [Subject]");
        }
        var id = same.isEmpty() ? "500SANDBOX%08d".formatted(++made) : same.getFirst();
        var record = records.getOrDefault(id, Value.Fields.empty());
        for (var field : fields.fields().entrySet()) {
            record = record.with(field.getKey(), field.getValue());
        }
        records.put(id, upsert ? record.with(path.get(5), Value.of(path.get(6))) : record);
        world.arrived(Arrived.of(
                "salesforce",
                world.clock().instant(),
                path.get(4) + " " + id,
                Arrived.Look.RECORD,
                records.get(id).asText(),
                asked.body()));
        return Answer.of(
                same.isEmpty() ? 201 : 200,
                Value.fields("id", Value.of(id))
                        .with("success", Value.of(true))
                        .with("errors", Value.items())
                        .with("created", Value.of(same.isEmpty())));
    }

    private Answer query(Asked asked, List<String> path) {
        var words = List.of(asked.query().getOrDefault("q", "").split(" ", -1));
        int from = words.indexOf("FROM");
        var object = path.size() > 4
                ? path.get(4).split("-", 2)[0]
                : from >= 0 && from + 1 < words.size() ? words.get(from + 1) : "";
        var records = objects.get(object);
        if (records == null) {
            return error(400, "INVALID_TYPE", "sObject type '" + object + "' is not supported.");
        }
        var all = new ArrayList<Value>();
        records.forEach((id, record) -> all.add(record.with("Id", Value.of(id))));
        int start = path.size() > 4 ? Integer.parseInt(path.get(4).split("-", 2)[1]) : 0;
        int end = Math.min(all.size(), start + PAGE);
        var page = Value.fields("totalSize", Value.of(all.size()))
                .with("done", Value.of(end == all.size()))
                .with("records", new Value.Items(all.subList(Math.min(start, end), end)));
        // Relative to the host, as the vendor writes it; the stand-in's own prefix belongs to it.
        return Answer.of(
                200,
                end == all.size()
                        ? page
                        : page.with(
                                "nextRecordsUrl",
                                Value.of("/salesforce/services/data/" + path.get(2) + "/query/" + object + "-" + end)));
    }

    private static Answer error(int status, String code, String message) {
        return Answer.of(status, Value.items(Value.fields("message", Value.of(message), "errorCode", Value.of(code))));
    }
}
