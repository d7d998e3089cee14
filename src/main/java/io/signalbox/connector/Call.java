package io.signalbox.connector;

import io.signalbox.access.Account;
import io.signalbox.flow.Value;

/// One use of an operation, every value in place.
///
/// @param settings the node's settings by field key, evaluated
/// @param fields the map's rows by target, evaluated; empty without a configuration
/// @param key the same for every attempt of this step, for services that can tell repeats
/// @param attempt from 1: how often the step was tried, this time included
public record Call(
        Account account, String operation, Value.Fields settings, Value.Fields fields, String key, int attempt) {
    public Call(Account account, String operation, Value.Fields settings, Value.Fields fields, String key) {
        this(account, operation, settings, fields, key, 1);
    }

    /// The setting as text; blank when missing.
    public String text(String setting) {
        return settings.at(setting).asText();
    }
}
