package io.signalbox.connector.okta;

import com.google.auto.service.AutoService;
import io.signalbox.connector.Connector;
import io.signalbox.connector.ConnectorSpec;
import io.signalbox.connector.Field;
import io.signalbox.connector.Telling;
import io.signalbox.connector.Verifier;
import java.util.List;
import java.util.Optional;

/// Okta's event hooks: one question to begin with, then a secret header on each delivery. It only tells.
@AutoService(Connector.class)
public final class Okta implements Telling {
    private static final ConnectorSpec SPEC = new ConnectorSpec(
            "okta",
            List.of(new Field.Secret("secret", true), new Field.Text("header-name", false, "Authorization")),
            List.of(),
            Optional.empty());

    @Override
    public ConnectorSpec spec() {
        return SPEC;
    }

    @Override
    public Optional<Verifier> verifier() {
        return Verifier.of("okta", Optional.empty());
    }
}
