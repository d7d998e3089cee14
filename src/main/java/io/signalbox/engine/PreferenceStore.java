package io.signalbox.engine;

import java.util.Map;

/// What a person likes and where things stood, as short texts by name. May block.
public interface PreferenceStore {
    /// Everything that was saved; names that nobody knows any more are among them.
    Map<String, String> all();

    /// Stores these texts and leaves the others as they are.
    ///
    /// @param changed names of at most 80 characters, texts of at most 10,000
    void save(Map<String, String> changed);
}
