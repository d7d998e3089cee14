package io.signalbox.engine.gate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What people we write to have told us: when they last wrote, and whether they want messages. By international digits
/// or mail address, of which only a keyed hash and a masked form are kept. Reading is quick: asked for every message.
public interface Contacts {
    /// What the last word was.
    enum Consent {
        /// Nobody ever said anything.
        UNKNOWN,
        GIVEN,
        WITHDRAWN
    }

    /// One line of the ledger of consents, to which lines are only ever added.
    ///
    /// @param how such as `message` or `signed form 12`
    /// @param by whom it was recorded; `recipient` when the person wrote it themselves
    record Entry(Instant at, Consent consent, String how, String by) {
        private static final String BY_MESSAGE = "message";
        private static final String BY_THEMSELVES = "recipient";

        /// What somebody wrote to us themselves.
        public static Entry written(Instant at, Consent consent) {
            return new Entry(at, consent, BY_MESSAGE, BY_THEMSELVES);
        }

        public boolean isWritten() {
            return how.equals(BY_MESSAGE) && by.equals(BY_THEMSELVES);
        }
    }

    /// The last word of somebody.
    ///
    /// @param line its place in the ledger; later words have higher ones
    /// @param masked blank where the person was forgotten
    record Said(long line, String masked, Entry entry) {}

    Optional<Instant> lastHeardFrom(String address);

    Consent consent(String address);

    /// Stores that this person wrote, and what they wish by it.
    void heard(String address, Instant at, Wish wish);

    /// Adds a line to the ledger of consents.
    void record(String address, Entry entry);

    /// Oldest first.
    List<Entry> history(String address);

    /// The last word of everybody who ever said one, newest first.
    ///
    /// @param before the line at which the page before ended; [Long#MAX_VALUE] to begin
    List<Said> said(long before, int limit);

    /// Erases everything about a person. Of one who wants no messages that alone stays, as a hash: else they would get
    /// messages again for having asked to be forgotten.
    ///
    /// @return false when nothing was known
    boolean forget(String address);
}
