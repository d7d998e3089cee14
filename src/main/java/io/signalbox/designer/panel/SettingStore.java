package io.signalbox.designer.panel;

import io.signalbox.access.Account;
import io.signalbox.flow.Expression;
import io.signalbox.flow.NodeId;
import java.util.Optional;
import java.util.Set;

/// Where the rows of a form read from and write to: a node's settings, or a connection that is being entered.
interface SettingStore {
    /// A blank literal when nothing is set.
    Expression get(String key);

    void set(String key, Expression value, String gesture);

    /// True when a value may come from a path; a connection takes literals alone.
    boolean takesPaths();

    Set<NodeId> roots();

    /// The connection that a node works with; empty where the form is the connection's own.
    Optional<Account> account();
}
