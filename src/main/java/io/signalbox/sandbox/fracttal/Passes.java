package io.signalbox.sandbox.fracttal;

import io.signalbox.access.Secret;
import io.signalbox.connector.HawkSignature;
import io.signalbox.flow.Value;
import io.signalbox.sandbox.Answer;
import io.signalbox.sandbox.Asked;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Who may ask: bearers of a token that was bought here, and whoever signs with Hawk. Guarded by its owner's lock.
///
/// Any key is known here, with any secret but `wrong`; for Hawk, whose secret never comes over the line, the secret is
/// `sandbox`.
final class Passes {
    private static final Duration LIFE = Duration.ofHours(2);
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final Secret HAWK = new Secret("sandbox");
    private static final Pattern PART = Pattern.compile("([a-z]{2,5})=\"([^\"]{0,200})\"");

    private final InstantSource clock;
    private final Map<String, Pass> passes = new HashMap<>();
    private final Map<String, Instant> nonces = new LinkedHashMap<>();
    private long issued;

    /// @param key of the API connection it was given to
    private record Pass(String key, Instant until) {}

    /// Whether somebody may ask.
    sealed interface Shown {
        record Known(String key) implements Shown {}

        record Refused(int status, String said) implements Shown {}
    }

    Passes(InstantSource clock) {
        this.clock = clock;
    }

    Answer token(Asked asked) {
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

    Shown shown(Asked asked) {
        var hawk = asked.credentials("Hawk");
        if (!hawk.isEmpty()) {
            return signed(asked, hawk);
        }
        var pass = passes.get(asked.credentials("Bearer"));
        return pass == null || !pass.until().isAfter(clock.instant())
                ? new Shown.Refused(401, "Unauthorized")
                : new Shown.Known(pass.key());
    }

    private Shown signed(Asked asked, String hawk) {
        var parts = new HashMap<String, String>();
        var found = PART.matcher(hawk);
        while (found.find()) {
            parts.put(found.group(1), found.group(2));
        }
        var now = clock.instant();
        var time = seconds(parts.getOrDefault("ts", ""));
        if (time.isEmpty()
                || Duration.between(time.get(), now).abs().compareTo(SKEW) > 0) {
            return new Shown.Refused(407, "Stale timestamp");
        }
        var nonce = parts.getOrDefault("nonce", "");
        var signature = HawkSignature.of(asked.method(), asked.url(), time.get().getEpochSecond(), nonce);
        nonces.values().removeIf(until -> until.isBefore(now));
        boolean fresh = !nonce.isEmpty() && nonces.putIfAbsent(nonce, now.plus(SKEW.multipliedBy(2))) == null;
        return fresh && signature.isSignedBy(HAWK, parts.getOrDefault("mac", ""))
                ? new Shown.Known(parts.getOrDefault("id", ""))
                : new Shown.Refused(401, "Bad mac");
    }

    private static Optional<Instant> seconds(String text) {
        return !text.isEmpty() && text.length() <= 12 && text.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(text)))
                : Optional.empty();
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
