package io.signalbox.engine;

import io.signalbox.access.Account;
import io.signalbox.connector.ConnectorSpec.Pace;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.Field;
import io.signalbox.connector.Outgoing;
import io.signalbox.engine.gate.Ask;
import io.signalbox.engine.gate.Contacts;
import io.signalbox.engine.gate.GateStore;
import io.signalbox.engine.gate.LiveRules;
import io.signalbox.engine.gate.Pacing;
import io.signalbox.engine.gate.Pacing.Limit;
import io.signalbox.engine.gate.Pause;
import io.signalbox.engine.gate.Recipient;
import io.signalbox.engine.gate.Rules;
import io.signalbox.engine.gate.Verdict;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The one door that every outgoing call passes. It alone holds the gateway, and it sends only for a [Permit], which
/// only its own judgement makes: by [Rules], then by its turn. A refusal is a recorded outcome with its rule. Safe for
/// use by several threads.
public final class SendGate {
    /// A call that would have to wait longer for its turn sleeps in the table instead of in a thread.
    private static final Duration LONGEST_TURN = Duration.ofSeconds(5);

    private static final Duration LONGEST_PAGE = Duration.ofSeconds(61);

    private final Gateway gateway;
    private final Rules rules;
    private final LiveRules settings;
    private final Connectors connectors;
    private final InstantSource clock;
    private final Meters meters;
    private final Pause pause;
    private final Pacing pacing = new Pacing();

    /// What the gate asks of the workspace.
    public record Books(GateStore store, Contacts contacts) {}

    /// @param isOn whether the flow of that id is switched on
    public SendGate(
            Gateway gateway,
            Books books,
            Connectors connectors,
            Predicate<String> isOn,
            InstantSource clock,
            Meters meters,
            Pause pause) {
        this.gateway = gateway;
        this.rules = new Rules(books.store(), books.contacts(), isOn);
        this.settings = new LiveRules(books.store(), clock);
        this.connectors = connectors;
        this.clock = clock;
        this.meters = meters;
        this.pause = time -> Stretch.resting(() -> pause.pass(time));
    }

    /// The settings, to be read and changed.
    public LiveRules settings() {
        return settings;
    }

    /// A call that wants to go out.
    ///
    /// @param run whose keys the call bears
    /// @param repeat false when it was never made before
    /// @param useless when it is too late for it
    public record Asked(String run, String flow, Effect effect, Account account, boolean repeat, Instant useless) {
        /// One for each person it goes to; a single one when it goes to nobody in particular.
        private List<Ask> asks() {
            var recipients = recipientsOf(effect);
            return recipients.isEmpty()
                    ? List.of(ask(Optional.empty()))
                    : recipients.stream().map(each -> ask(Optional.of(each))).toList();
        }

        private Ask ask(Optional<Recipient> recipient) {
            return new Ask(
                    run,
                    effect.step().toString(),
                    flow,
                    account,
                    effect.message(),
                    recipient,
                    effect.operation().freeText(),
                    repeat,
                    useless);
        }
    }

    public sealed interface Decision {}

    /// Leave to make one call through this account.
    public static final class Permit implements Decision {
        private final Account account;
        /// What was judged; empty for a call that belongs to no flow.
        private final List<Ask> asks;

        private Permit(Account account, List<Ask> asks) {
            this.account = account;
            this.asks = asks;
        }
    }

    /// @param rule text key `rule.<rule>`
    public record Refusal(String rule, String detail) implements Decision {}

    /// Not before that time; then it is judged anew.
    ///
    /// @param rule text key `rule.<rule>`
    /// @param edition the settings that it was judged by
    public record Later(String rule, String detail, Instant until, Object edition) implements Decision {}

    /// True when the call goes to an address that can be one, or has no recipient.
    static boolean reaches(Effect effect) {
        return recipientsOf(effect).stream().allMatch(Recipient::isValid);
    }

    /// Nobody found is a recipient without an address, which the gate refuses.
    private static List<Recipient> recipientsOf(Effect effect) {
        var recipients = new ArrayList<Recipient>();
        for (var field : effect.operation().fields()) {
            if (field instanceof Field.Recipient recipient) {
                var named = Recipient.in(recipient.form(), effect.settings().at(recipient.key()));
                recipients.addAll(
                        named.isEmpty() && recipient.required() ? List.of(new Recipient(recipient.form(), "")) : named);
            }
        }
        return List.copyOf(recipients);
    }

    /// May block for a few seconds until it is the account's turn, and for the disk where a person's messages are
    /// counted.
    public Decision judge(Asked asked) {
        return judge(asked.asks(), LONGEST_TURN);
    }

    private Decision judge(List<Ask> asks, Duration longest) {
        var ask = asks.getFirst();
        var limits = limits(asks);
        while (true) {
            var now = clock.instant();
            var edition = settings.edition();
            switch (rules.judge(asks, settings.now(), now)) {
                case Verdict.Refused(var rule, var detail) -> {
                    return new Refusal(rule, detail);
                }
                case Verdict.Held(var rule, var detail, var until) -> {
                    return new Later(rule, detail, until, edition);
                }
                case Verdict.Passed _ -> {}
            }
            var wait = limits.isEmpty() ? Duration.ZERO : pacing.take(limits, ask.run() + " " + ask.step(), now);
            if (wait.isZero()) {
                return new Permit(ask.account(), asks);
            }
            if (wait.compareTo(longest) > 0 || !pause.pass(wait)) {
                return new Later("pace", ask.account().name(), now.plus(wait), edition);
            }
            // Judged anew: somebody may have stopped all sending meanwhile.
        }
    }

    /// A run sleeps for what [#judge] said.
    void sleeps(Later later) {
        settings.sleeps(later.edition());
    }

    /// Leave for a call that belongs to no flow: a sign-in, the test of a connection.
    Permit permit(Account account) {
        return new Permit(account, List.of());
    }

    /// Leave for the next page of what was permitted. May block for a minute until it is the account's turn: a list
    /// half read is worth nothing.
    ///
    /// @return empty when it cannot be asked for now
    Optional<Permit> again(Permit permit) {
        if (permit.asks.isEmpty()) {
            return turn(permit.account);
        }
        return judge(permit.asks, LONGEST_PAGE) instanceof Permit next ? Optional.of(next) : Optional.empty();
    }

    /// Leave, when it is the account's turn, for a call that belongs to no flow and that a person waits for.
    ///
    /// @return empty when the turn comes too late
    Optional<Permit> turn(Account account) {
        var limits = accountLimit(account);
        while (!limits.isEmpty()) {
            var wait = pacing.take(limits, "by hand", clock.instant());
            if (wait.isZero()) {
                break;
            }
            if (wait.compareTo(LONGEST_PAGE) > 0 || !pause.pass(wait)) {
                return Optional.empty();
            }
        }
        return Optional.of(permit(account));
    }

    Exchange send(Permit permit, Outgoing outgoing) {
        long began = System.nanoTime();
        var exchange = Stretch.resting(() -> gateway.send(outgoing, privateHost(permit.account)));
        meters.called(
                permit.account.type(),
                exchange instanceof Exchange.Answered,
                Duration.ofNanos(System.nanoTime() - began));
        return exchange;
    }

    /// The people's turns before the account's: who waits long for the first would let the second lapse.
    private List<Limit> limits(List<Ask> asks) {
        var limits = new ArrayList<Limit>(asks.size() + 1);
        var account = asks.getFirst().account();
        var pace = pace(account);
        for (var ask : asks) {
            if (ask.sends() && ask.recipient().isPresent()) {
                var who = account.name() + " " + ask.recipient().get().address();
                pace.flatMap(Pace::perRecipient)
                        .ifPresent(each -> limits.add(new Limit.Bucket(who, each.burst(), each.every())));
            }
        }
        limits.addAll(accountLimit(account));
        return limits;
    }

    private List<Limit> accountLimit(Account account) {
        return rate(account)
                .or(() -> pace(account))
                .<List<Limit>>map(all -> List.of(new Limit.Window(account.name(), all.calls(), all.within())))
                .orElse(List.of());
    }

    /// What the account says itself, in calls a second.
    private static Optional<Pace> rate(Account account) {
        var rate = account.value("rate");
        return !rate.isEmpty() && rate.length() <= 6 && rate.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Optional.of(new Pace("", Math.max(1, Integer.parseInt(rate)), Duration.ofSeconds(1)))
                : Optional.empty();
    }

    /// The vendor's documented limit, on its own host.
    private Optional<Pace> pace(Account account) {
        return connectors
                .find(account.type())
                .flatMap(connector -> connector.spec().pace())
                .filter(pace -> account.value("base-url").isEmpty()
                        || host(account.value("base-url")).equals(pace.host()));
    }

    private static Optional<String> privateHost(Account account) {
        if (!account.value("allow-private").equals("true")) {
            return Optional.empty();
        }
        if (account.value("base-url").isEmpty()) {
            return Optional.of(account.value("host") + ":" + account.value("port"));
        }
        var uri = uri(account.value("base-url"));
        return uri.map(base -> base.getHost() + ":"
                + (base.getPort() > 0 ? base.getPort() : "http".equals(base.getScheme()) ? 80 : 443));
    }

    private static String host(String url) {
        return uri(url).map(URI::getHost).orElse("");
    }

    private static Optional<URI> uri(String url) {
        try {
            var uri = URI.create(url);
            return uri.getHost() == null ? Optional.empty() : Optional.of(uri);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
