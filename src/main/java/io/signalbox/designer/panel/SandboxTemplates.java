package io.signalbox.designer.panel;

import io.signalbox.access.Account;
import io.signalbox.connector.whatsapp.TemplateText;
import io.signalbox.sandbox.SampleTemplates;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The templates of the stand-in: offered to connections that lead to this machine, since no other service has them.
public record SandboxTemplates(SampleTemplates shipped) implements Templates {
    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");

    @Override
    public Optional<TemplateText> find(String name, String language) {
        return shipped.find(name, language);
    }

    @Override
    public List<TemplateText> of(Account account) {
        return HERE.contains(host(account.value("base-url"))) ? shipped.all() : List.of();
    }

    private static String host(String address) {
        try {
            var host = URI.create(address).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
