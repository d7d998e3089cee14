package io.signalbox.http;

import io.signalbox.connector.HookCall;
import io.signalbox.connector.HookItem;
import io.signalbox.connector.Verifier;
import io.signalbox.engine.Admission;
import io.signalbox.engine.Deliveries;
import io.signalbox.engine.HookGuard;
import io.signalbox.engine.Inbox;
import io.signalbox.engine.Incoming;
import io.signalbox.engine.LiveFlows;
import io.signalbox.engine.Matcher;
import io.signalbox.flow.Event;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import io.signalbox.json.JsonRepair;
import java.util.LinkedHashMap;

/// The addresses of webhook triggers. Verified before anything is read; what is unknown, switched off or unverified is
/// answered alike, so that nobody learns which addresses exist.
final class HookListener {
    /// More changes than these tell a person nothing more.
    private static final int MOST_TOLD = 50;

    private final Inbox inbox;
    private final LiveFlows flows;
    private final HookGuard guard;
    private final Deliveries deliveries;
    private final Refusals refusals;
    private final Texts texts;

    HookListener(Inbox inbox, LiveFlows flows, HookGuard guard, Deliveries deliveries, Texts texts) {
        this.inbox = inbox;
        this.flows = flows;
        this.guard = guard;
        this.deliveries = deliveries;
        this.texts = texts;
        this.refusals = new Refusals(texts);
    }

    Answer call(Asked asked) {
        var hook = flows.matcher().hook(asked.part("id"));
        var guarded = hook.flatMap(found -> guard.of(found.trigger()));
        if (hook.isEmpty() || guarded.isEmpty()) {
            return unverified();
        }
        var payload = new Payload(asked);
        var call = new HookCall(
                asked.method(),
                address(asked, guarded.get().keys().value("public-url")),
                asked.headers(),
                asked.query(),
                asked.body().bytes(),
                payload::value);
        var verifier = guarded.get().verifier();
        return switch (verifier.judge(call, guarded.get().keys())) {
            case Verifier.Refused _ -> unverified();
            case Verifier.Handshake(var type, var answer) ->
                Answer.text(200, type, answer).with("X-Content-Type-Options", "nosniff");
            case Verifier.Confirm(var url) ->
                guarded.get().keys().fetch(url).isPresent()
                        ? done()
                        : Answer.problem(503, texts.text("http.503"), texts.text("http.confirm"))
                                .with("Retry-After", "30");
            case Verifier.Genuine _ -> accept(hook.get(), guarded.get(), call, payload, asked);
        };
    }

    private Answer accept(Matcher.Match hook, HookGuard.Guarded guarded, HookCall call, Payload payload, Asked asked) {
        var verifier = guarded.verifier();
        if (!payload.isKnownType()) {
            return Answer.problem(
                    415, texts.text("http.415"), texts.text("http.content-type.hook", asked.contentType()));
        }
        var problem = payload.problem();
        var repaired = payload.repaired();
        boolean allowed = hook.trigger().settings().text("repair").equals("true");
        if (problem.isPresent() && (repaired.isEmpty() || !allowed)) {
            return repaired.isEmpty()
                    ? refusals.unreadable(problem.get())
                    : refusals.unrepaired(problem.get(), repaired.get().repairs());
        }
        var sentAway = refusals.sentAway(inbox.admits(Admission.Priority.NORMAL));
        if (sentAway.isPresent()) {
            return sentAway.get();
        }
        var attributes = new LinkedHashMap<String, Value>();
        asked.query().forEach((name, value) -> attributes.put(name, Value.of(value)));
        repaired.ifPresent(whole -> attributes.put(
                Event.REPAIRED,
                new Value.Items(whole.repairs().stream()
                        .limit(MOST_TOLD)
                        .<Value>map(JsonRepair.Repair::asValue)
                        .toList())));
        var body = repaired.map(JsonRepair.Whole::value).or(payload::value).orElseGet(Value.Fields::empty);
        var address = hook.trigger().settings().text("hook");
        var items = verifier.items(call, body);
        deliveries.told(guarded.account(), items);
        var arrived = items.stream()
                .map(item -> deliveries.withRun(guarded.account(), item))
                .map(item -> incoming(address, item, new Value.Fields(attributes)))
                .toList();
        var receipts = inbox.accept(hook, arrived);
        return verifier.vendor() || receipts.isEmpty()
                ? done()
                : Answer.json(202, EventListener.value(receipts.getFirst()));
    }

    /// A vendor's id means the same thing only at the same address.
    private static Incoming incoming(String address, HookItem item, Value.Fields attributes) {
        var identity = item.identity().map(id -> "h:" + address + "\n" + id);
        var kind = item.kind().split("\\.", -1);
        boolean known = kind.length == 3;
        return new Incoming(
                identity,
                "webhook",
                known ? kind[0] : "",
                known ? kind[1] : "",
                known ? kind[2] : "",
                "",
                "",
                item.occurredAt(),
                item.data(),
                attributes);
    }

    /// As its sender called it: what stands between us and the world may have changed host and protocol.
    private static String address(Asked asked, String publicUrl) {
        var base = publicUrl.isBlank() ? "http://" + asked.header("host").orElse("") : publicUrl.strip();
        var path = (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + asked.path();
        return asked.rawQuery().isEmpty() ? path : path + "?" + asked.rawQuery();
    }

    private static Answer done() {
        return Answer.text(200, "", "");
    }

    private Answer unverified() {
        return Answer.problem(401, texts.text("http.401"), texts.text("http.hook"))
                .with("WWW-Authenticate", "Bearer");
    }
}
