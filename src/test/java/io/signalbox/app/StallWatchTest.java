package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// Nobody has to ask for the watch, as this class does not.
final class StallWatchTest {
    @Test
    void every_class_of_tests_is_watched() {
        assertTrue(Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("stall-watch")));
    }
}
