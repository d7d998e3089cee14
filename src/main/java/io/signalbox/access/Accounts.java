package io.signalbox.access;

import java.util.List;
import java.util.Optional;

/// The workspace's accounts. Each method is one transaction.
public interface Accounts {
    Optional<Account> find(String name);

    List<Account> all();

    /// Replaces the fields of the account of that name, or adds it. Secrets already stored stay unless given anew.
    ///
    /// @param secrets by field key; stored enveloped
    void save(Account account, java.util.Map<String, Secret> secrets);

    /// False when there was none.
    boolean remove(String name);

    /// The secret in the clear, for the one call that needs it now.
    Optional<Secret> secret(String account, String field);
}
