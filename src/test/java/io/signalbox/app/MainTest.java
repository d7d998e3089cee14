package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class MainTest {

    @Test
    void the_version_is_the_one_of_the_build() {
        assertTrue(Main.version().startsWith("0."), Main.version());
    }
}
