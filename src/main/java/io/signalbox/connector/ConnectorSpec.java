package io.signalbox.connector;

import io.signalbox.access.Account;
import io.signalbox.access.Permission;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What palette, form, checks, gate and help know of a service.
///
/// @param id lower case, for ever
/// @param account the fields of an account
/// @param pace the vendor's documented limit on its own host; empty when none is known
/// @param retired true when the vendor has closed the service: offered only to whoever asks for it
public record ConnectorSpec(
        String id, List<Field> account, List<Operation> operations, Optional<Pace> pace, boolean retired) {
    public ConnectorSpec(String id, List<Field> account, List<Operation> operations, Optional<Pace> pace) {
        this(id, account, operations, pace, false);
    }

    /// @param host to which the limit applies: the vendor's own
    /// @param calls at most so many
    /// @param within so long
    /// @param perRecipient how often the same person may be written to; empty when the vendor sets no limit
    public record Pace(String host, int calls, Duration within, Optional<PerRecipient> perRecipient) {
        public Pace(String host, int calls, Duration within) {
            this(host, calls, within, Optional.empty());
        }
    }

    /// One message to a person every so often; after silence, so many at once.
    public record PerRecipient(int burst, Duration every) {}

    public ConnectorSpec {
        account = List.copyOf(account);
        operations = List.copyOf(operations);
    }

    public Optional<Operation> operation(String id) {
        return operations.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst();
    }

    public Optional<Field> accountField(String key) {
        return account.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    /// True when the service keeps permission groups, one of which a connection to it names.
    public boolean hasGroups() {
        return operations.stream()
                .flatMap(operation -> operation.needs().stream())
                .anyMatch(need -> Permission.parse(need).isPresent());
    }

    /// True when the account leads to the vendor's own host, where its rules and limits hold, and to no stand-in.
    public boolean isAtVendor(Account account) {
        var base = account.value("base-url");
        return base.isEmpty()
                || pace.filter(known -> base.equals("https://" + known.host())
                                || base.startsWith("https://" + known.host() + "/"))
                        .isPresent();
    }

    /// True when it has an operation for a Source node.
    public boolean reads() {
        return operations.stream().anyMatch(operation -> operation.kind() == Operation.Kind.READ);
    }

    /// True when it has an operation for a Connection node.
    public boolean sends() {
        return operations.stream().anyMatch(operation -> operation.kind() == Operation.Kind.SEND);
    }
}
