package io.signalbox.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who changed or looked at what, for good: entries are added and never changed, and each carries the hash of the one
/// before it. No secret and no payload stands in one.
public interface Audit {
    /// What was done.
    ///
    /// @param action such as `flow.deploy` or `connection.save`
    /// @param subject what it was done to, by id or name
    /// @param before hash of what was there; blank when there was nothing or nothing changed
    /// @param after hash of what is there now; blank likewise
    record Deed(String action, String subject, String before, String after) {
        /// One that changed nothing of what is hashed.
        public static Deed of(String action, String subject) {
            return new Deed(action, subject, "", "");
        }
    }

    /// @param number from 1, without gaps
    /// @param hash SHA-256 over the previous entry's hash and this entry, in hexadecimal digits
    record Entry(long number, Instant at, String actor, Deed deed, String hash) {}

    /// On stable storage when it returns. In the name of [Actor#current].
    void record(Deed deed);

    /// Newest first.
    ///
    /// @param before only entries with a smaller number
    List<Entry> page(long before, int limit);

    /// Walks the whole chain.
    ///
    /// @return the number of the first entry that is not as it was written, or that is missing
    Optional<Long> firstBroken();
}
