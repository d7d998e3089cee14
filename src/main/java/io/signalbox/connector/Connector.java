package io.signalbox.connector;

import io.signalbox.access.Account;
import java.util.Optional;

/// One service. No input or output: the engine performs what `encode` describes and shows `decode` what came back.
/// Found by `ServiceLoader`; must have a public constructor without arguments and no state.
public interface Connector {
    ConnectorSpec spec();

    /// How this account signs its calls.
    Auth auth(Account account);

    /// The call as it goes over the wire, without its authorization.
    ///
    /// @throws CallProblem when the values cannot be sent at all
    Outgoing encode(Call call) throws CallProblem;

    /// How the service signs what it tells us; empty when it tells nothing or in no way of its own.
    default Optional<Verifier> verifier() {
        return Optional.empty();
    }

    /// How its message templates are listed; empty when it has none.
    default Optional<TemplateList> templates() {
        return Optional.empty();
    }

    /// How it tells what became of a message; empty when acceptance is all it tells.
    default Optional<DeliveryStatus.Teller> deliveries() {
        return Optional.empty();
    }

    /// The service that this name of a template belongs to, when it cannot be one of this service.
    default Optional<String> homeOf(String template) {
        return Optional.empty();
    }

    /// What the reply means. Never throws: a reply that makes no sense is a [Outcome.Refused].
    Outcome decode(Call call, Reply reply);
}
