package io.signalbox.connector.sns;

import com.google.auto.service.AutoService;
import io.signalbox.connector.Connector;
import io.signalbox.connector.ConnectorSpec;
import io.signalbox.connector.Field;
import io.signalbox.connector.Telling;
import io.signalbox.connector.Verifier;
import java.util.List;
import java.util.Optional;

/// Amazon SNS: notices signed with Amazon's own certificate. It only tells.
///
/// A subscription is confirmed by itself, once, when its signature is Amazon's, its topic the connection's and its
/// address one of Amazon's; an end of it is never confirmed. The sandbox has no stand-in of it: only Amazon's key could
/// sign what it told. Tests sign with a certificate of their own.
@AutoService(Connector.class)
public final class Sns implements Telling {
    private static final ConnectorSpec SPEC = new ConnectorSpec(
            "sns",
            List.of(new Field.Text("topic-arn", true, "arn:aws:sns:eu-west-1:123456789012:plant")),
            List.of(),
            Optional.empty());

    @Override
    public ConnectorSpec spec() {
        return SPEC;
    }

    @Override
    public Optional<Verifier> verifier() {
        return Verifier.of("sns", Optional.empty());
    }
}
