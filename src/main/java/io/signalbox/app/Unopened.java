package io.signalbox.app;

import io.signalbox.engine.StoreException;
import io.signalbox.flow.Texts;
import java.nio.file.Path;

/// Why a workspace could not be opened, in a person's words.
final class Unopened {
    private Unopened() {}

    static String words(Texts texts, Path folder, Exception failure) {
        return switch (failure) {
            case StoreException.Newer newer -> texts.text("workspace.newer", folder, newer.schema(), newer.known());
            case StoreException.Damaged damaged ->
                texts.text("workspace.damaged", folder, String.valueOf(damaged.getMessage()));
            case StoreException.OtherKey _ -> texts.text("workspace.key", folder);
            default -> {
                var cause = failure.getCause() == null ? failure : failure.getCause();
                yield texts.text("workspace.failed", folder, String.valueOf(cause.getMessage()));
            }
        };
    }
}
