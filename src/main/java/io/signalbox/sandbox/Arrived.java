package io.signalbox.sandbox;

import io.signalbox.flow.Value;
import java.time.Instant;
import java.util.Locale;

/// A message that a stand-in accepted.
///
/// @param to whom it reached, as the vendor names people; for plain HTTP the method and path
/// @param look what the recipient sees it as
/// @param template blank for a free text
/// @param text the free text; blank for a template
/// @param shown the message as the recipient sees it
/// @param body the request's body as it came
public record Arrived(
        String vendor,
        Instant at,
        String to,
        Look look,
        String template,
        String language,
        String text,
        String shown,
        String body) {
    /// How the designer draws it.
    public enum Look {
        /// A message in a chat.
        BUBBLE,
        /// A card with a title, such as a notification or a post in a channel.
        CARD,
        MAIL,
        /// A record or call that no person reads as it is.
        RECORD
    }

    /// One that was made from no template.
    public static Arrived of(String vendor, Instant at, String to, Look look, String shown, String body) {
        return new Arrived(vendor, at, to, look, "", "", "", shown, body);
    }

    public Value asValue() {
        return Value.fields("vendor", Value.of(vendor))
                .with("at", Value.of(at.toString()))
                .with("to", Value.of(to))
                .with("look", Value.of(look.name().toLowerCase(Locale.ROOT)))
                .with("template", Value.of(template))
                .with("language", Value.of(language))
                .with("text", Value.of(text))
                .with("shown", Value.of(shown))
                .with("body", Value.of(body));
    }
}
