package io.signalbox.engine;

import java.util.Optional;

/// The switch of the executor: whether events are listened to. Thread-safe; starting and stopping may block.
public interface Listening {
    /// @param address where events are posted, such as `http://127.0.0.1:8085`; blank when off
    /// @param problem what kept it from starting, for a person; blank when all is well
    record Status(boolean on, String address, String problem) {}

    Status status();

    /// What is wrong with the ledger, as a text key of this package; empty when every event is in exactly one class.
    Optional<String> ledgerFault();

    Status start();

    /// Listens at that port now and at every later start; one that listens elsewhere stops there first.
    Status startAt(int port);

    Status stop();
}
