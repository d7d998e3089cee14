package io.signalbox.engine;

import io.signalbox.engine.TriggerClock.Hand;
import io.signalbox.flow.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts what the clock starts: schedules once per instant, polls every so many minutes. When each comes due next is a
/// durable row, so a restart neither forgets nor repeats; what was missed while nothing ran is caught up once at most.
/// [#tick] is called by one thread.
public final class Timekeeper {
    private static final Logger LOG = LoggerFactory.getLogger(Timekeeper.class);

    /// Later than this is told in the event: the machine was off or asleep.
    private static final Duration ON_TIME = Duration.ofMinutes(1);

    /// Polls back off as runs do, but never give up: somebody may set the service right.
    private static final RetryPolicy PATIENT =
            new RetryPolicy(Duration.ofSeconds(2), Duration.ofHours(1), Integer.MAX_VALUE, Duration.ofDays(36_500));

    private final LiveFlows flows;
    private final TriggerClock clock;
    private final Inbox inbox;
    private final Poller poller;
    private final Executor polls;
    private final InstantSource time;
    private final RandomGenerator random;
    private final Map<TriggerClock.Key, Hand> hands = new HashMap<>();
    private final Set<TriggerClock.Key> asking = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean early = new AtomicBoolean();
    private Optional<Matcher> known = Optional.empty();

    /// @param polls runs a poll, which blocks for its service
    public Timekeeper(
            LiveFlows flows,
            TriggerClock clock,
            Inbox inbox,
            Poller poller,
            Executor polls,
            InstantSource time,
            RandomGenerator random) {
        this.flows = flows;
        this.clock = clock;
        this.inbox = inbox;
        this.poller = poller;
        this.polls = polls;
        this.time = time;
        this.random = random;
    }

    /// Fires what is due now.
    public void tick() {
        var matcher = flows.matcher();
        if (known.filter(last -> last == matcher).isEmpty()) {
            settle(matcher);
            known = Optional.of(matcher);
        }
        var now = time.instant();
        boolean all = early.getAndSet(false);
        for (var timed : matcher.timed()) {
            var hand = hand(key(timed));
            boolean asked = all && !isSchedule(timed);
            if (hand.isPresent() && (asked || !hand.get().due().isAfter(now))) {
                start(timed, hand.get(), now);
            }
        }
    }

    /// Every service that is polled is asked at the next tick, whatever its turn. May be called by any thread.
    public void pollSoon() {
        early.set(true);
    }

    private synchronized Optional<Hand> hand(TriggerClock.Key key) {
        return Optional.ofNullable(hands.get(key));
    }

    private synchronized void move(Hand next) {
        hands.computeIfPresent(next.key(), (_, old) -> old.settings().equals(next.settings()) ? next : old);
    }

    /// A trigger that is new or was changed begins now; one that is gone is forgotten; all others go on where they
    /// were.
    private synchronized void settle(Matcher matcher) {
        hands.clear();
        var wanted = new HashSet<TriggerClock.Key>();
        clock.all().forEach(hand -> hands.put(hand.key(), hand));
        for (var timed : matcher.timed()) {
            var key = key(timed);
            var settings = settings(timed);
            var old = hands.get(key);
            if (old != null && old.settings().equals(settings)) {
                wanted.add(key);
                continue;
            }
            first(timed).ifPresent(due -> {
                var hand = new Hand(key, settings, due, 0, "", Value.nothing());
                clock.set(hand);
                hands.put(key, hand);
                wanted.add(key);
            });
        }
        for (var key : List.copyOf(hands.keySet())) {
            if (!wanted.contains(key)) {
                clock.remove(key);
                hands.remove(key);
            }
        }
    }

    private static TriggerClock.Key key(Matcher.Timed timed) {
        return new TriggerClock.Key(
                timed.match().flow(), timed.match().trigger().id());
    }

    private static boolean isSchedule(Matcher.Timed timed) {
        return timed.match().trigger().type().equals("schedule");
    }

    private static String settings(Matcher.Timed timed) {
        var trigger = timed.match().trigger();
        var text = isSchedule(timed)
                ? trigger.settings().text("cron") + " " + zone(timed)
                : trigger.settings().values().toString();
        // Beyond what a row holds, only whether it is the same matters.
        return text.length() <= 2_000 ? text : text.substring(0, 1_900) + text.hashCode();
    }

    private static String zone(Matcher.Timed timed) {
        var own = timed.match().trigger().settings().text("zone");
        return own.isBlank() ? timed.locality().zone().getId() : own;
    }

    /// The schedule of a trigger; empty while it cannot be read.
    static Optional<Schedule> schedule(Matcher.Timed timed) {
        return Schedule.zone(zone(timed))
                .flatMap(zone -> Schedule.of(timed.match().trigger().settings().text("cron"), zone));
    }

    private Optional<Instant> first(Matcher.Timed timed) {
        return isSchedule(timed)
                ? schedule(timed).flatMap(schedule -> schedule.after(time.instant()))
                : Poll.of(timed.match().trigger()).map(_ -> time.instant());
    }

    private void start(Matcher.Timed timed, Hand hand, Instant now) {
        if (isSchedule(timed)) {
            schedule(timed).ifPresent(schedule -> fire(timed, schedule, hand, now));
        } else if (asking.add(hand.key())) {
            polls.execute(() -> {
                try {
                    Poll.of(timed.match().trigger()).ifPresent(poll -> ask(timed, poll, hand));
                } catch (RuntimeException broken) {
                    LOG.error(
                            "polling for flow {} failed on our side",
                            timed.match().flow(),
                            broken);
                } finally {
                    asking.remove(hand.key());
                }
            });
        }
    }

    private void fire(Matcher.Timed timed, Schedule schedule, Hand hand, Instant now) {
        // At most one for all that was missed.
        var next = schedule.after(now).orElse(Instant.parse("9999-01-01T00:00:00Z"));
        boolean late = Duration.between(hand.due(), now).compareTo(ON_TIME) > 0;
        var data = Value.fields("scheduledAt", Value.of(hand.due().toString()), "late", Value.of(late));
        var event = Incoming.of("schedule", Optional.empty(), Optional.of(hand.due()), data, Value.Fields.empty());
        store(timed, hand, hand.withDue(next), List.of(event));
        if (late) {
            LOG.info(
                    "flow {} was due at {} and is started once now",
                    timed.match().flow(),
                    hand.due());
        }
    }

    private void ask(Matcher.Timed timed, Poll poll, Hand hand) {
        var look = poller.look(timed, poll, hand.state());
        var now = time.instant();
        switch (look) {
            case Poller.Look.Answered(var reply) -> {
                var news = poll.news(reply, hand.state());
                var events = new ArrayList<Incoming>();
                for (var item : news.items()) {
                    events.add(Incoming.of(
                            "poll",
                            Optional.of("p:" + hand.key().flow() + "/"
                                    + hand.key().trigger().value() + "\n" + item.key()),
                            Optional.empty(),
                            item.value(),
                            Value.Fields.empty()));
                }
                store(timed, hand, hand.after(now.plus(poll.every()), news.state()), events);
            }
            case Poller.Look.Busy(var reason, var after) -> {
                var wait = PATIENT.waitAfter(Math.min(hand.failures() + 1, 30), after, Duration.ZERO, random)
                        .orElse(poll.every());
                failed(timed, hand, now.plus(wait), reason);
            }
            case Poller.Look.Refused(var reason) -> failed(timed, hand, now.plus(poll.every()), reason);
        }
    }

    private void failed(Matcher.Timed timed, Hand hand, Instant again, String reason) {
        LOG.warn("polling for flow {}: {}; asking again at {}", timed.match().flow(), reason, again);
        store(timed, hand, hand.failed(again, reason), List.of());
    }

    private void store(Matcher.Timed timed, Hand hand, Hand next, List<Incoming> events) {
        var entries = inbox.entries(timed.match(), events);
        boolean ours = inbox.store(entries, () -> clock.fire(next, hand.due(), entries));
        if (ours) {
            move(next);
        } else {
            // Somebody else moved the hand; the row is right.
            settle(flows.matcher());
        }
    }
}
