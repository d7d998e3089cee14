package io.signalbox.connector.walkme;

import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The `notification` of a call. What has no value is left out, as the vendor asks.
///
/// A row named after a place of the template goes into `override`; a row such as `notification.systemId` sets a member,
/// so that each configuration of a connection can write to a system of its own.
final class Notification {
    static final String MEMBER = "notification.";

    /// The members that a row can set, by the setting that it wins over.
    static final Map<String, String> MEMBERS = members();

    private final Call call;
    private final Value.Fields own;
    private final List<Value> overrides = new ArrayList<>();

    private static Map<String, String> members() {
        var members = new LinkedHashMap<String, String>();
        members.put("systemId", "system");
        members.put("templateId", "template");
        members.put("notificationType", "kind");
        members.put("title", "title");
        members.put("runtimeTitle", "runtime-title");
        members.put("runtimeDescription", "runtime-description");
        members.put("startAt", "start-at");
        members.put("endAt", "end-at");
        return members;
    }

    private Notification(Call call) throws CallProblem {
        this.call = call;
        var found = Value.Fields.empty();
        for (var row : call.fields().fields().entrySet()) {
            var name = row.getKey();
            if (name.startsWith(MEMBER)) {
                var member = name.substring(MEMBER.length());
                if (!MEMBERS.containsKey(member)) {
                    throw new CallProblem("member", name);
                }
                found = found.with(member, row.getValue());
            } else if (name.isBlank() || name.indexOf('#') >= 0) {
                throw new CallProblem("override", name, WalkMeRules.withoutHashes(name));
            } else {
                overrides.add(Value.fields(
                        "key", Value.of(name), "value", Value.of(row.getValue().asText())));
            }
        }
        own = found;
    }

    static Value.Fields of(Call call) throws CallProblem {
        return new Notification(call).made();
    }

    private Value.Fields made() throws CallProblem {
        var system = text("systemId");
        if (system.indexOf(',') >= 0) {
            throw new CallProblem("systems", system);
        }
        var users = users();
        var audiences = audiences();
        if (users.isEmpty() && audiences.isEmpty()) {
            throw new CallProblem("nobody");
        }
        var made = Value.Fields.empty()
                .withPresent("systemId", Value.of(system))
                .with("templateId", Value.of(text("templateId")));
        if (!users.isEmpty()) {
            made = made.with("endUsersIds", Value.texts(users));
        }
        if (!audiences.isEmpty()) {
            made = made.with("audiencesIds", Value.texts(audiences));
        }
        var kind = text("notificationType");
        if (!kind.isEmpty()) {
            made = made.with(
                    "notificationType",
                    Value.of(WalkMeRules.kind(kind).orElseThrow(() -> new CallProblem("kind", kind))));
        }
        var start = time("startAt");
        var end = time("endAt");
        if (start.isPresent()
                && end.isPresent()
                && !end.get().at().isAfter(start.get().at())) {
            throw new CallProblem("date.order", start.get().sent(), end.get().sent());
        }
        made = made.withPresent("title", Value.of(text("title")))
                .withPresent("runtimeTitle", Value.of(text("runtimeTitle")))
                .withPresent("runtimeDescription", Value.of(text("runtimeDescription")))
                .withPresent(
                        "startAt", Value.of(start.map(WalkMeRules.Time::sent).orElse("")))
                .withPresent("endAt", Value.of(end.map(WalkMeRules.Time::sent).orElse("")));
        return overrides.isEmpty() ? made : made.with("override", new Value.Items(overrides));
    }

    private String text(String member) {
        return (own.has(member) ? own.at(member).asText() : call.text(MEMBERS.getOrDefault(member, ""))).strip();
    }

    private Optional<WalkMeRules.Time> time(String member) throws CallProblem {
        var text = text(member);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(WalkMeRules.time(text).orElseThrow(() -> new CallProblem("date", text)));
    }

    /// Each once.
    static List<String> users(Call call) {
        return call.settings().at("users").asItems().stream()
                .map(item -> item.asText().strip())
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    private List<String> users() throws CallProblem {
        var users = users(call);
        if (users.size() > WalkMeRules.MOST_USERS) {
            throw new CallProblem("users.many", Integer.toString(users.size()));
        }
        for (var user : users) {
            if (user.indexOf(',') >= 0) {
                throw new CallProblem("users.comma", user);
            }
        }
        return users;
    }

    private List<String> audiences() {
        return call.settings().at("audiences").asItems().stream()
                .flatMap(item -> List.of(item.asText().split(",", -1)).stream())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }
}
