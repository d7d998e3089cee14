package io.signalbox.engine;

import java.util.Optional;

/// One full recount of the ledger from its rows, beside what was shown at the same moment.
///
/// @param counted anew from every row
/// @param shown as it was kept up to date
/// @param orphans runs whose event is gone
public record LedgerCheck(Ledger counted, Ledger shown, long orphans) {
    /// What is wrong, as a text key; empty when everything adds up.
    public Optional<String> fault() {
        if (!counted.balanced()) {
            return Optional.of("ledger.unbalanced");
        }
        if (orphans > 0) {
            return Optional.of("ledger.orphans");
        }
        return counted.equals(shown) ? Optional.empty() : Optional.of("ledger.drift");
    }
}
