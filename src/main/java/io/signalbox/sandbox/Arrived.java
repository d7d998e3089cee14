package io.signalbox.sandbox;

import io.signalbox.flow.Value;
import java.time.Instant;

/// A message that a stand-in accepted.
///
/// @param to the recipient's digits; for plain HTTP the method and path
/// @param template blank for a free text
/// @param text the free text; blank for a template
/// @param shown the message as the recipient sees it
/// @param body the request's body as it came
public record Arrived(
        String vendor,
        Instant at,
        String to,
        String template,
        String language,
        String text,
        String shown,
        String body) {
    Value asValue() {
        return Value.fields("vendor", Value.of(vendor))
                .with("at", Value.of(at.toString()))
                .with("to", Value.of(to))
                .with("template", Value.of(template))
                .with("language", Value.of(language))
                .with("text", Value.of(text))
                .with("shown", Value.of(shown))
                .with("body", Value.of(body));
    }
}
