package io.signalbox.connector;

import io.signalbox.access.Account;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// One service. No input or output: the engine performs what `encode` describes and shows `decode` what came back.
/// Found by `ServiceLoader`; must have a public constructor without arguments and no state.
public interface Connector {
    ConnectorSpec spec();

    /// How this account signs its calls.
    Auth auth(Account account);

    /// Where its calls begin: what the account says, else the service's own address.
    default String base(Account account) {
        var own = account.value("base-url");
        return !own.isBlank()
                ? own
                : spec().accountField("base-url").stream()
                        .filter(Field.Url.class::isInstance)
                        .map(field -> ((Field.Url) field).preset())
                        .findFirst()
                        .orElse("");
    }

    /// The call as it goes over the wire, without its authorization.
    ///
    /// @throws CallProblem when the values cannot be sent at all
    Outgoing encode(Call call) throws CallProblem;

    /// A call that changes nothing and shows that the way is open; empty where none would be harmless.
    default Optional<Outgoing> probe(Account account) {
        var base = base(account);
        return base.isEmpty() ? Optional.empty() : Optional.of(Outgoing.get(base));
    }

    /// How the reply to this call is read to its end; empty when it comes whole. Asked for operations that read.
    default Optional<Paging> paging(Call call) {
        return Optional.empty();
    }

    /// How it is found out whether a call whose answer was lost was done after all; empty where there is no way. Asked
    /// before a call that makes something happen is made again.
    ///
    /// @throws CallProblem as `encode` does
    default Optional<Recall> recall(Call call) throws CallProblem {
        return Optional.empty();
    }

    /// What can be chosen by name.
    default List<Directory> directories() {
        return List.of();
    }

    /// How the service signs what it tells us; empty when it tells nothing or in no way of its own.
    default Optional<Verifier> verifier() {
        return Optional.empty();
    }

    /// What is probably not meant in a node that uses this service, or would be refused; empty when it is in order.
    /// Pure
    /// and quick: asked while a person draws.
    default List<Finding> check(Draft draft) {
        return List.of();
    }

    /// What is probably not meant in a call that can be made, its values known: told beside its preview, where a draft
    /// does not show it. Pure and quick.
    default List<Finding> remarks(Call call) {
        return List.of();
    }

    /// The rows that a message has places for, each with the words that stand before its place, where the node's own
    /// settings say so.
    default SequencedMap<String, String> places(Draft draft) {
        return new LinkedHashMap<>();
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
