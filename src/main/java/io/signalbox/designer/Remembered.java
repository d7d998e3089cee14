package io.signalbox.designer;

import java.util.Optional;

/// Small things that a workspace remembers for the window, such as that the welcome was seen. Reading is quick; keeping
/// may block.
public interface Remembered {
    Optional<String> recall(String key);

    void keep(String key, String value);
}
