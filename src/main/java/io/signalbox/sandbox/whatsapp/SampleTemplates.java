package io.signalbox.sandbox.whatsapp;

import io.signalbox.access.Account;
import io.signalbox.connector.whatsapp.TemplateText;
import io.signalbox.flow.Node;
import io.signalbox.sandbox.Shipped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/// The WhatsApp templates that the sandbox treats as approved.
public final class SampleTemplates {
    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");

    private final List<TemplateText> templates;

    private SampleTemplates(List<TemplateText> templates) {
        this.templates = templates;
    }

    /// Those of `templates.json` beside this class.
    public static SampleTemplates shipped() {
        return new SampleTemplates(Shipped.json(SampleTemplates.class, "templates.json").asItems().stream()
                .map(template -> new TemplateText(
                        template.at("name").asText(),
                        template.at("language").asText(),
                        template.at("header").asText(),
                        template.at("body").asText(),
                        template.at("footer").asText(),
                        template.at("buttons").asItems().stream()
                                .map(button -> new TemplateText.Button(
                                        button.at("text").asText(),
                                        button.at("url").asText()))
                                .toList()))
                .toList());
    }

    public List<TemplateText> all() {
        return templates;
    }

    /// Those that messages of this account can be made from: all for an account that leads to the stand-in, none for
    /// another, whose service has templates of its own.
    public List<TemplateText> of(Account account) {
        return account.type().equals("whatsapp") && isStandIn(account.value("base-url")) ? templates : List.of();
    }

    /// The places of the template that a connection names, when it is one of its account's.
    public Optional<SequencedSet<String>> places(Node.Connection connection, Account account) {
        var settings = connection.settings();
        return of(account).isEmpty()
                ? Optional.empty()
                : find(settings.text("template"), settings.text("language")).map(TemplateText::targets);
    }

    private static boolean isStandIn(String address) {
        try {
            var uri = URI.create(address);
            return uri.getHost() != null && HERE.contains(uri.getHost()) && "/whatsapp".equals(uri.getPath());
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// Exact, as the vendor compares.
    public Optional<TemplateText> find(String name, String language) {
        return templates.stream()
                .filter(template -> template.name().equals(name))
                .filter(template -> template.language().equals(language))
                .findFirst();
    }
}
