package io.signalbox.sandbox;

import io.signalbox.access.Account;
import io.signalbox.access.Accounts;
import io.signalbox.access.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The connections that lead to the stand-ins, to be read and not changed.
record SampleBook(List<Vendor.Sample> samples) implements Accounts {
    SampleBook {
        samples = List.copyOf(samples);
    }

    @Override
    public Optional<Account> find(String name) {
        return sample(name).map(Vendor.Sample::account);
    }

    @Override
    public List<Account> all() {
        return samples.stream().map(Vendor.Sample::account).toList();
    }

    @Override
    public Optional<Secret> secret(String account, String field) {
        return sample(account).map(sample -> sample.secrets().get(field));
    }

    @Override
    public void save(Account account, Map<String, Secret> secrets) {
        throw new UnsupportedOperationException("the stand-ins' connections stay as they are: " + account.name());
    }

    @Override
    public boolean remove(String name) {
        throw new UnsupportedOperationException("the stand-ins' connections stay as they are: " + name);
    }

    private Optional<Vendor.Sample> sample(String account) {
        return samples.stream()
                .filter(sample -> sample.account().name().equals(account))
                .findFirst();
    }
}
