package io.signalbox.app;

import io.signalbox.engine.StoreException;
import io.signalbox.flow.Texts;
import java.nio.file.Path;

/// Why a workspace could not be opened, in a person's words.
final class Unopened {
    private Unopened() {}

    static String words(Texts texts, Path folder, Exception failure) {
        if (failure instanceof StoreException.Newer newer) {
            return texts.text("workspace.newer", folder, newer.schema(), newer.known());
        }
        var cause = failure.getCause() == null ? failure : failure.getCause();
        return texts.text("workspace.failed", folder, String.valueOf(cause.getMessage()));
    }
}
