package io.signalbox.engine;

import io.signalbox.engine.EventLog.Appended;
import io.signalbox.engine.gate.Contacts;
import io.signalbox.engine.gate.Wish;
import io.signalbox.flow.Event;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.PhoneNumber;
import io.signalbox.flow.Value;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Accepts events: matched, stored with their runs, and only then answered. Thread-safe; blocks for the disk.
public final class Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    /// How Twilio marks an address on WhatsApp.
    private static final String TWILIO = "whatsapp:";

    private final EventLog log;
    private final LiveFlows flows;
    private final RunLoop loop;
    private final Contacts contacts;
    private final Ids ids;
    private final InstantSource clock;
    private final Admission admission;

    public Inbox(
            EventLog log,
            LiveFlows flows,
            RunLoop loop,
            Admission admission,
            Contacts contacts,
            Ids ids,
            InstantSource clock) {
        this.admission = admission;
        this.log = log;
        this.flows = flows;
        this.loop = loop;
        this.contacts = contacts;
        this.ids = ids;
        this.clock = clock;
    }

    /// To be asked before anything is accepted.
    public Admission.Verdict admits(Admission.Priority priority) {
        return admission.judge(priority);
    }

    /// All or none. Returns when they are on stable storage.
    public List<Receipt> accept(List<Incoming> arrived) {
        var entries = new ArrayList<EventLog.Entry>();
        var matcher = flows.matcher();
        for (var incoming : arrived) {
            var event = incoming.accepted(ids.next(), clock.instant());
            entries.add(entry(event, incoming.identity(), () -> matcher.matches(event)));
        }
        return store(entries);
    }

    /// What came in for one trigger alone, at its address or by a person: all or none, each with a run of its flow
    /// when the trigger's condition holds.
    public List<Receipt> accept(Matcher.Match trigger, List<Incoming> arrived) {
        return store(entries(trigger, arrived));
    }

    /// A run that a person starts, of a flow that has a trigger for that.
    ///
    /// @param payload what the flow sees as the event's data
    /// @return empty when the flow is off or has no such trigger
    public Optional<Receipt> manual(String flow, Value payload) {
        var event = Incoming.of("manual", Optional.empty(), Optional.empty(), payload, Value.Fields.empty());
        return flows.matcher()
                .manual(flow)
                .map(trigger -> accept(trigger, List.of(event)).getFirst());
    }

    /// Has the entries stored together with something else, and hands their runs over.
    ///
    /// @param storing empty when nothing was stored
    /// @return false then
    boolean store(List<EventLog.Entry> entries, Supplier<Optional<List<Appended>>> storing) {
        return loop.storing(runsOf(entries), () -> {
            var appended = storing.get();
            appended.ifPresent(stored -> handOver(entries, stored));
            return appended.isPresent();
        });
    }

    private static List<NewRun> runsOf(List<EventLog.Entry> entries) {
        return entries.stream().flatMap(entry -> entry.runs().stream()).toList();
    }

    /// The events of one trigger, each with a run of its flow when the trigger's condition holds.
    List<EventLog.Entry> entries(Matcher.Match trigger, List<Incoming> arrived) {
        var locality = flows.planner(trigger.flow(), trigger.version())
                .map(planner -> planner.flow().locality());
        var entries = new ArrayList<EventLog.Entry>();
        for (var incoming : arrived) {
            var event = incoming.accepted(ids.next(), clock.instant());
            entries.add(entry(
                    event,
                    incoming.identity(),
                    () -> locality.filter(place -> Matcher.holds(trigger.trigger(), place, event))
                                    .isPresent()
                            ? List.of(trigger)
                            : List.of()));
        }
        return entries;
    }

    /// An event that cannot be matched is kept and seen; sent away, it would come again for ever.
    private EventLog.Entry entry(Event event, Optional<String> identity, Supplier<List<Matcher.Match>> matching) {
        List<Matcher.Match> matches;
        try {
            matches = matching.get();
        } catch (RuntimeException | StackOverflowError unfit) {
            LOG.error("the event {} cannot be matched", event.id(), unfit);
            return new EventLog.Entry(event, EventState.REJECTED, identity, List.of());
        }
        return new EventLog.Entry(event, identity, runs(matches));
    }

    /// The event of a run once more, as a copy that names it, for that run's flow alone. What the event meant for
    /// anybody else it meant the first time.
    ///
    /// @return false when nothing was stored, since the flow as it is live now does not run for it,
    /// or the event's data was removed
    public boolean again(RunRecord run) {
        if (run.event().removedAt().isPresent()) {
            return false;
        }
        var event = run.event().again(ids.next(), clock.instant());
        var match = flows.matcher().match(run.summary().flow(), run.trigger(), event);
        if (match.isEmpty()) {
            return false;
        }
        store(List.of(new EventLog.Entry(event, Optional.empty(), runs(List.of(match.get())))));
        return true;
    }

    /// An event once more, as a copy that names it, for every flow that it means something to now.
    ///
    /// @param former the triggers, by flow, of the runs it started: nothing else knows those of a webhook
    public Receipt again(Event first, Map<String, NodeId> former) {
        var event = first.again(ids.next(), clock.instant());
        var matches = new ArrayList<>(flows.matcher().matches(event));
        former.forEach((flow, trigger) -> {
            if (matches.stream().noneMatch(match -> match.flow().equals(flow))) {
                flows.matcher().match(flow, trigger, event).ifPresent(matches::add);
            }
        });
        return store(List.of(new EventLog.Entry(event, Optional.empty(), runs(matches))))
                .getFirst();
    }

    private List<Receipt> store(List<EventLog.Entry> entries) {
        return loop.storing(runsOf(entries), () -> handOver(entries, log.append(entries)));
    }

    private List<Receipt> handOver(List<EventLog.Entry> entries, List<Appended> appended) {
        var receipts = new ArrayList<Receipt>();
        for (int at = 0; at < entries.size(); at++) {
            Appended stored = appended.get(at);
            var event = entries.get(at).event();
            if (!stored.receipt().duplicate()) {
                listen(event);
                admission.accepted(stored.runs().size(), stored.size());
                stored.runs().forEach(run -> loop.started(StoredRun.fresh(run, event)));
            }
            receipts.add(stored.receipt());
        }
        return receipts;
    }

    private List<NewRun> runs(List<Matcher.Match> matches) {
        return matches.stream()
                .map(match -> new NewRun(
                        ids.next(),
                        match.flow(),
                        match.version(),
                        match.trigger().id()))
                .toList();
    }

    /// A message from a person opens the time in which free text may answer, or ends all messages to them.
    private void listen(Event event) {
        if (!event.submodule().equals("messages") || !event.event().equals("message_received")) {
            return;
        }
        var data = event.data();
        switch (event.module()) {
            case "whatsapp" -> {
                var text = data.at("text");
                var body = text.at("body").isMissing() ? text : text.at("body");
                heard(data.at("from").asText(), body.asText(), event);
            }
            case "twilio" -> {
                var from = data.at("From").asText();
                if (from.startsWith(TWILIO)) {
                    heard(from.substring(TWILIO.length()), data.at("Body").asText(), event);
                }
            }
            default -> {}
        }
    }

    private void heard(String from, String said, Event event) {
        PhoneNumber.digits(from, "").ifPresent(digits -> contacts.heard(digits, event.occurredAt(), Wish.of(said)));
    }
}
