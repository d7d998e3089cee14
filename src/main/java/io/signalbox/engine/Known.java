package io.signalbox.engine;

import io.signalbox.access.Account;
import io.signalbox.flow.Expression;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Path;
import io.signalbox.flow.Value;
import java.util.List;
import java.util.Optional;

/// What is known beside a flow when something wrong with it is to be set right: the workspace and the sample.
public interface Known {
    /// Of the workspace; none for a file alone.
    List<Account> accounts();

    /// What lies there in the sample; nothing without one.
    Value at(Path path);

    /// A value for a place that has none.
    ///
    /// @param place key of the field in the node, as in [io.signalbox.flow.Problem]
    Optional<Expression> proposal(NodeId node, String place);

    /// An address for a webhook that nobody can guess; empty where none can be made.
    Optional<String> freshHook();

    /// For a flow file alone.
    static Known nothing() {
        return new Known() {
            @Override
            public List<Account> accounts() {
                return List.of();
            }

            @Override
            public Value at(Path path) {
                return Value.nothing();
            }

            @Override
            public Optional<Expression> proposal(NodeId node, String place) {
                return Optional.empty();
            }

            @Override
            public Optional<String> freshHook() {
                return Optional.empty();
            }
        };
    }
}
