package io.signalbox.app;

import io.signalbox.designer.studio.Studio;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/// The system's own dialogs for files.
///
/// @param failed told when a chosen file cannot be read or written
record SystemFiles(Stage stage, Consumer<IOException> failed) implements Studio.Files {
    @Override
    public void choose(Consumer<String> text) {
        var chosen = chooser().showOpenDialog(stage);
        if (chosen != null) {
            try {
                text.accept(Files.readString(chosen.toPath()));
            } catch (IOException unreadable) {
                failed.accept(unreadable);
            }
        }
    }

    @Override
    public void save(String suggestedName, String text) {
        var chooser = chooser();
        chooser.setInitialFileName(suggestedName);
        var chosen = chooser.showSaveDialog(stage);
        if (chosen != null) {
            try {
                Files.writeString(chosen.toPath(), text);
            } catch (IOException unwritable) {
                failed.accept(unwritable);
            }
        }
    }

    @Override
    public void place(String suggestedName, Consumer<Path> file) {
        var chooser = new FileChooser();
        chooser.setInitialFileName(suggestedName);
        Optional.ofNullable(chooser.showSaveDialog(stage)).map(File::toPath).ifPresent(file);
    }

    @Override
    public void pick(Consumer<Path> file) {
        Optional.ofNullable(new FileChooser().showOpenDialog(stage))
                .map(File::toPath)
                .ifPresent(file);
    }

    private static FileChooser chooser() {
        var chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Signalbox", "*.signalbox.json", "*.json"));
        return chooser;
    }
}
