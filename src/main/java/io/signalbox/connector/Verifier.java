package io.signalbox.connector;

import io.signalbox.flow.Value;
import java.util.List;
import java.util.Optional;

/// Tells whether a call at a webhook's address comes from whom the trigger expects, and what it tells of. Pure but for
/// fetching a certificate. Without what it [#needs] no call is genuine.
public sealed interface Verifier
        permits BearerToken, SecretHeader, MetaHook, TwilioHook, SlackHook, StandardWebhook, OktaHook, SnsHook {

    /// What the file calls it.
    String key();

    /// Fields of the connection, one of which must be set; empty when [#needsValue] alone matters.
    List<String> needs();

    /// Plain fields of the connection that must be filled.
    default List<String> needsValue() {
        return List.of();
    }

    Judgement judge(HookCall call, HookKeys keys);

    /// The events in a genuine call.
    ///
    /// @param body as its content type says
    List<HookItem> items(HookCall call, Value body);

    /// True for a vendor, who is answered with an empty 200; others are told what became of their event.
    default boolean vendor() {
        return true;
    }

    sealed interface Judgement {}

    record Refused() implements Judgement {}

    record Genuine() implements Judgement {}

    /// No event, but a question that is answered with this.
    record Handshake(String contentType, String answer) implements Judgement {}

    /// No event, but a request to call this address once.
    record Confirm(String url) implements Judgement {}

    static Judgement genuineIf(boolean genuine) {
        return genuine ? new Genuine() : new Refused();
    }

    /// In the order in which they are offered.
    static List<String> keys() {
        return List.of("bearer", "header", "standard-webhooks", "meta", "twilio", "slack", "okta", "sns");
    }

    /// @param own of the service that the connection is of; it knows its own fields
    static Optional<Verifier> of(String key, Optional<Verifier> own) {
        return own.filter(verifier -> verifier.key().equals(key)).or(() -> switch (key) {
            case "bearer" -> Optional.of(new BearerToken());
            case "header" -> Optional.of(new SecretHeader());
            case "standard-webhooks" -> Optional.of(new StandardWebhook());
            case "meta" -> Optional.of(new MetaHook("secret", "verify-token"));
            case "twilio" -> Optional.of(new TwilioHook());
            case "slack" -> Optional.of(new SlackHook());
            case "okta" -> Optional.of(new OktaHook());
            case "sns" -> Optional.of(new SnsHook());
            default -> Optional.empty();
        });
    }
}
