package io.signalbox.engine;

import io.signalbox.access.Account;
import io.signalbox.access.Accounts;
import io.signalbox.access.Secret;
import io.signalbox.connector.Auth;
import io.signalbox.connector.HawkSignature;
import io.signalbox.connector.Hmac;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.Reply;
import io.signalbox.connector.StandardSignature;
import io.signalbox.flow.Value;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Adds an account's authorization to a request, last of all. Keeps OAuth tokens in memory until shortly before they
/// expire. Safe for use by several threads.
final class SignIn {
    private static final String MASK = "••••••••";

    /// A token is renewed this long before its end, so that it does not run out on the way.
    private static final Duration SPARE = Duration.ofSeconds(60);

    private static final long USUAL_LIFE = 7_200;

    private final Accounts accounts;
    private final SendGate gate;
    private final InstantSource clock;
    private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();

    private record Ticket(Secret token, Instant until) {}

    /// What signing a request led to.
    sealed interface Signed {
        record Ready(Outgoing outgoing) implements Signed {}

        /// @param retry true when the service that gives tokens is busy or out of order
        record Denied(String reason, String detail, boolean retry) implements Signed {}
    }

    SignIn(Accounts accounts, SendGate gate, InstantSource clock) {
        this.accounts = accounts;
        this.gate = gate;
        this.clock = clock;
    }

    /// As a person may see it.
    static Outgoing masked(Auth auth, Outgoing outgoing) {
        return switch (auth) {
            case Auth.None _ -> outgoing;
            case Auth.Bearer _, Auth.ClientCredentials _ -> outgoing.withHeader("Authorization", "Bearer " + MASK);
            case Auth.Basic _ -> outgoing.withHeader("Authorization", "Basic " + MASK);
            case Auth.Header(var name, var _) -> outgoing.withHeader(name, MASK);
            case Auth.Address _ -> outgoing.to(outgoing.url() + MASK);
            case Auth.Signed _ ->
                outgoing.withHeader(StandardSignature.TIME, MASK).withHeader(StandardSignature.SIGNATURE, MASK);
            case Auth.Hawk(var id, var _) ->
                outgoing.withHeader("Authorization", "Hawk id=\"" + id + "\", mac=\"" + MASK + "\"");
            case Auth.AppProof _ -> proven(outgoing.withHeader("Authorization", "Bearer " + MASK), MASK, MASK);
        };
    }

    /// May block for the fetch of a token.
    Signed sign(Auth auth, Account account, Outgoing outgoing) {
        return switch (auth) {
            case Auth.None _ -> new Signed.Ready(outgoing);
            case Auth.Bearer(var field) ->
                with(account, field, secret -> outgoing.withHeader("Authorization", "Bearer " + secret.value()));
            case Auth.Basic(var user, var field) ->
                with(account, field, secret -> outgoing.withHeader("Authorization", basic(user, secret)));
            case Auth.Header(var name, var field) ->
                with(account, field, secret -> outgoing.withHeader(name, secret.value()));
            case Auth.Address(var field) -> addressed(account, field, outgoing);
            case Auth.Signed(var field) -> sealed(account, field, outgoing);
            case Auth.Hawk(var id, var field) ->
                with(
                        account,
                        field,
                        secret -> outgoing.withHeader(
                                "Authorization",
                                HawkSignature.of(outgoing.method(), outgoing.url(), clock.instant())
                                        .header(id, secret)));
            case Auth.ClientCredentials credentials -> ticketed(credentials, account, outgoing);
            case Auth.AppProof(var tokenField, var secretField) -> {
                var seconds = Long.toString(clock.instant().getEpochSecond());
                var token = accounts.secret(account.name(), tokenField);
                yield token.isEmpty()
                        ? denied(account, tokenField)
                        : with(
                                account,
                                secretField,
                                secret -> proven(
                                        outgoing.withHeader(
                                                "Authorization",
                                                "Bearer " + token.get().value()),
                                        seconds,
                                        Hmac.hex(
                                                "HmacSHA256",
                                                secret.value(),
                                                (token.get().value() + "|" + seconds)
                                                        .getBytes(StandardCharsets.UTF_8))));
            }
        };
    }

    private static Outgoing proven(Outgoing outgoing, String seconds, String proof) {
        var join = outgoing.url().indexOf('?') < 0 ? "?" : "&";
        return new Outgoing(
                outgoing.method(),
                outgoing.url() + join + "appsecret_time=" + seconds + "&appsecret_proof=" + proof,
                outgoing.headers(),
                outgoing.body());
    }

    private static Signed denied(Account account, String field) {
        return new Signed.Denied("no-secret", account.name() + " " + field, false);
    }

    /// Drops the account's token, so that the next request fetches a new one.
    void forget(Account account) {
        tickets.remove(account.name());
    }

    private interface Signature {
        Outgoing by(Secret secret);
    }

    private Signed with(Account account, String field, Signature signature) {
        return accounts.secret(account.name(), field)
                .<Signed>map(secret -> new Signed.Ready(signature.by(secret)))
                .orElseGet(() -> denied(account, field));
    }

    /// A secret address of another service than the connection's own was pasted by mistake.
    private Signed addressed(Account account, String field, Outgoing outgoing) {
        return accounts.secret(account.name(), field)
                .<Signed>map(secret -> secret.value().startsWith(outgoing.url())
                        ? new Signed.Ready(outgoing.to(secret.value()))
                        : new Signed.Denied("secret-address", account.name() + ": " + outgoing.url(), false))
                .orElseGet(() -> new Signed.Denied("no-secret", account.name() + " " + field, false));
    }

    private Signed sealed(Account account, String field, Outgoing outgoing) {
        var secret = accounts.secret(account.name(), field);
        if (secret.isEmpty()) {
            return new Signed.Denied("no-secret", account.name() + " " + field, false);
        }
        var id = outgoing.headers().get(StandardSignature.ID);
        return StandardSignature.by(secret.get())
                .<Signed>map(signature ->
                        new Signed.Ready(outgoing.sealed(signature.of(id == null ? "" : id, clock.instant()))))
                .orElseGet(() -> new Signed.Denied("secret-form", account.name() + " " + field, false));
    }

    private Signed ticketed(Auth.ClientCredentials credentials, Account account, Outgoing outgoing) {
        var ticket = tickets.get(account.name());
        if (ticket == null || !ticket.until().isAfter(clock.instant())) {
            switch (fetch(credentials, account)) {
                case Fetched.Token(var fresh) -> ticket = fresh;
                case Fetched.None(var denied) -> {
                    return denied;
                }
            }
        }
        return new Signed.Ready(
                outgoing.withHeader("Authorization", "Bearer " + ticket.token().value()));
    }

    private sealed interface Fetched {
        record Token(Ticket ticket) implements Fetched {}

        record None(Signed.Denied denied) implements Fetched {}
    }

    // Two runs that find the token expired fetch it twice, which services allow; a lock would make all wait for one.
    private Fetched fetch(Auth.ClientCredentials credentials, Account account) {
        Optional<Secret> secret = accounts.secret(account.name(), credentials.secretField());
        if (secret.isEmpty()) {
            return new Fetched.None(
                    new Signed.Denied("no-secret", account.name() + " " + credentials.secretField(), false));
        }
        var consent = credentials.refreshField().isBlank()
                ? Optional.<Secret>empty()
                : accounts.secret(account.name(), credentials.refreshField());
        var form =
                new LinkedHashMap<>(Map.of("grant_type", consent.isPresent() ? "refresh_token" : "client_credentials"));
        consent.ifPresent(token -> form.put("refresh_token", token.value()));
        if (!credentials.scope().isBlank()) {
            form.put("scope", credentials.scope());
        }
        var request = new Outgoing("POST", credentials.tokenUrl(), new LinkedHashMap<>(), new Outgoing.FormBody(form))
                .withHeader("Authorization", basic(credentials.key(), secret.get()));
        var exchange = gate.send(gate.permit(account), request);
        if (exchange instanceof Exchange.Answered(var absent)
                && absent.status() == 404
                && !credentials.otherUrl().isBlank()) {
            exchange = gate.send(gate.permit(account), request.to(credentials.otherUrl()));
        }
        return switch (exchange) {
            case Exchange.Unanswered(var reason, var detail, var retry) ->
                new Fetched.None(new Signed.Denied(reason, detail, retry));
            // A token fetched twice does no harm.
            case Exchange.Lost(var reason, var detail) -> new Fetched.None(new Signed.Denied(reason, detail, true));
            case Exchange.Answered(var reply) -> read(account, reply);
        };
    }

    private Fetched read(Account account, Reply reply) {
        var token = reply.body().at("access_token").asText();
        if (!reply.isSuccess() || token.isEmpty()) {
            boolean busy = reply.status() == 429 || reply.status() >= 500;
            return new Fetched.None(new Signed.Denied(
                    busy ? "unavailable" : "unauthorized",
                    reply.status() + " " + reply.body().asText(),
                    busy));
        }
        long life = reply.body().at("expires_in") instanceof Value.Decimal(var seconds)
                ? Math.clamp(seconds.longValue(), 1, 30L * 24 * 3600)
                : USUAL_LIFE;
        var until = clock.instant().plusSeconds(life).minus(life > 120 ? SPARE : Duration.ZERO);
        var ticket = new Ticket(new Secret(token), until);
        tickets.put(account.name(), ticket);
        return new Fetched.Token(ticket);
    }

    private static String basic(String user, Secret secret) {
        return "Basic "
                + Base64.getEncoder().encodeToString((user + ":" + secret.value()).getBytes(StandardCharsets.UTF_8));
    }
}
