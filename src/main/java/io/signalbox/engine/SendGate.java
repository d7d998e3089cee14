package io.signalbox.engine;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.signalbox.access.Account;
import io.signalbox.connector.ConnectorSpec.Pace;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.Outgoing;
import io.signalbox.flow.PhoneNumber;
import io.signalbox.flow.Value;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// The one door that every outgoing call passes. It alone holds the gateway, and it sends only for a [Permit], which
/// only its own judgement makes. A refusal is a recorded outcome with its rule. Safe for use by several threads.
public final class SendGate {
    /// Free text is allowed this long after the person last wrote to us (WhatsApp's rule).
    private static final Duration WINDOW = Duration.ofHours(24);

    /// A call that would have to wait longer for its turn sleeps in the table instead of in a thread.
    private static final Duration LONGEST_TURN = Duration.ofSeconds(20);

    private final Gateway gateway;
    private final Contacts contacts;
    private final Connectors connectors;
    private final Predicate<String> isOn;
    private final InstantSource clock;
    private final Meters meters;
    private final Map<String, RateLimiter> limiters = new ConcurrentHashMap<>();

    /// @param isOn whether the flow of that id is switched on
    public SendGate(
            Gateway gateway,
            Contacts contacts,
            Connectors connectors,
            Predicate<String> isOn,
            InstantSource clock,
            Meters meters) {
        this.gateway = gateway;
        this.contacts = contacts;
        this.connectors = connectors;
        this.isOn = isOn;
        this.clock = clock;
        this.meters = meters;
    }

    public sealed interface Decision {}

    /// Leave to make one call through this account.
    public static final class Permit implements Decision {
        private final Account account;

        private Permit(Account account) {
            this.account = account;
        }
    }

    /// @param rule text key `rule.<rule>`
    public record Refusal(String rule, String detail) implements Decision {}

    /// Not now: the account's limit is used up for so long.
    public record Later(Duration after) implements Decision {}

    /// International digits of a possible number.
    static boolean isRecipient(Value recipient) {
        return PhoneNumber.isPossible(recipient.asText());
    }

    /// May block for the account's turn.
    public Decision judge(String flow, Effect effect, Account account) {
        if (!isOn.test(flow)) {
            return new Refusal("flow-off", flow);
        }
        if (!account.enabled()) {
            return new Refusal("account-off", account.name());
        }
        if (effect.message() && effect.operation().recipient().isPresent()) {
            var refusal = judgeRecipient(effect);
            if (refusal.isPresent()) {
                return refusal.get();
            }
        }
        return turn(account).<Decision>map(Later::new).orElseGet(() -> new Permit(account));
    }

    /// Leave for a call that belongs to no flow: a sign-in, the test of a connection.
    Permit permit(Account account) {
        return new Permit(account);
    }

    Exchange send(Permit permit, Outgoing outgoing) {
        long began = System.nanoTime();
        var exchange = gateway.send(outgoing, privateHost(permit.account));
        meters.called(
                permit.account.type(),
                exchange instanceof Exchange.Answered,
                Duration.ofNanos(System.nanoTime() - began));
        return exchange;
    }

    private Optional<Refusal> judgeRecipient(Effect effect) {
        var recipient = effect.recipient();
        if (!isRecipient(recipient)) {
            return Optional.of(new Refusal("recipient", recipient.asText()));
        }
        var digits = recipient.asText();
        if (contacts.hasOptedOut(digits)) {
            return Optional.of(new Refusal("opt-out", digits));
        }
        if (effect.operation().freeText()) {
            var last = contacts.lastHeardFrom(digits);
            boolean open =
                    last.map(at -> at.plus(WINDOW).isAfter(clock.instant())).orElse(false);
            if (!open) {
                return Optional.of(new Refusal("window", digits));
            }
        }
        return Optional.empty();
    }

    /// Waits for the account's turn; returns how long it would take when that is too long for a thread.
    private Optional<Duration> turn(Account account) {
        var pace = pace(account);
        if (pace.isEmpty()) {
            return Optional.empty();
        }
        var limiter = limiters.computeIfAbsent(
                account.name() + " " + pace.get(), name -> RateLimiter.of(name, config(pace.get())));
        long nanos = limiter.reservePermission();
        if (nanos < 0) {
            return Optional.of(pace.get().within());
        }
        if (nanos > 0) {
            try {
                Thread.sleep(Duration.ofNanos(nanos));
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return Optional.of(Duration.ofSeconds(1));
            }
        }
        return Optional.empty();
    }

    private static RateLimiterConfig config(Pace pace) {
        return RateLimiterConfig.custom()
                .limitForPeriod(pace.calls())
                .limitRefreshPeriod(pace.within())
                .timeoutDuration(LONGEST_TURN)
                .build();
    }

    /// What the account says itself (`rate`, calls a second), else the vendor's documented limit on its own host.
    private Optional<Pace> pace(Account account) {
        var rate = account.value("rate");
        if (!rate.isEmpty() && rate.length() <= 6 && rate.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(new Pace("", Math.max(1, Integer.parseInt(rate)), Duration.ofSeconds(1)));
        }
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
