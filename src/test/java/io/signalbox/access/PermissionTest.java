package io.signalbox.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.signalbox.flow.EventCatalogue;
import io.signalbox.flow.Language;
import io.signalbox.flow.Texts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PermissionTest {
    @Test
    void what_is_written_is_read_again_and_nothing_else_is() {
        for (var module : Permission.MODULES) {
            for (var action : Permission.Action.values()) {
                var right = new Permission(module, action);
                assertEquals(Optional.of(right), Permission.parse(right.toString()));
            }
        }
        for (var text : List.of("", "work_orders", "work_orders:", "work_orders:view", "chat:write", ":see")) {
            assertEquals(Optional.empty(), Permission.parse(text));
        }
    }

    @Test
    void every_event_of_the_catalogue_but_a_message_must_be_seen() {
        for (var entry : EventCatalogue.entries()) {
            var right = Permission.ofEvent(entry.module(), entry.submodule());
            assertEquals(!entry.submodule().equals("messages"), right.isPresent(), entry.toString());
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void each_has_words(Language language) {
        var texts = Texts.of(EventCatalogue.class, language);
        for (var module : Permission.MODULES) {
            var right = new Permission(module, Permission.Action.SEE);
            assertNotEquals(right.toString(), right.text(texts));
        }
    }
}
