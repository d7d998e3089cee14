package io.signalbox.designer.panel;

import io.signalbox.access.Account;
import io.signalbox.access.Accounts;
import io.signalbox.access.Secret;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Accounts that are gone with the test.
final class MemoryAccounts implements Accounts {
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, Secret> secrets = new HashMap<>();

    @Override
    public Optional<Account> find(String name) {
        return Optional.ofNullable(accounts.get(name));
    }

    @Override
    public List<Account> all() {
        return List.copyOf(accounts.values());
    }

    @Override
    public void save(Account account, Map<String, Secret> given) {
        accounts.put(account.name(), account);
        given.forEach((key, secret) -> secrets.put(account.name() + "/" + key, secret));
    }

    @Override
    public boolean remove(String name) {
        return accounts.remove(name) != null;
    }

    @Override
    public Optional<Secret> secret(String account, String field) {
        return Optional.ofNullable(secrets.get(account + "/" + field));
    }
}
