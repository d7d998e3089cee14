package io.signalbox.app;

import io.signalbox.engine.StoreException;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `restore`: a backup takes the place of a workspace's database, which is put aside.
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final Options options = new Options();

    @Parameters(paramLabel = "FILE", descriptionKey = "restore.file")
    private Path file = Path.of("");

    @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "restore.passphrase")
    private @Nullable Path passphrase;

    RestoreCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var texts = Shell.texts(options.language);
        if (!Files.isRegularFile(file)) {
            throw new Shell.Stop(Shell.UNUSABLE, texts.text("file.none", file));
        }
        try {
            var restored = restored(texts)
                    .orElseThrow(() -> new Shell.Stop(Shell.NO_WORKSPACE, texts.text("workspace.owned", options.data)));
            var contents = restored.contents();
            var aside = restored.aside().map(Path::toString).orElse("");
            if (options.json) {
                shell.print(Value.fields("flows", Value.of(contents.flows()), "events", Value.of(contents.events()))
                        .with("runs", Value.of(contents.runs()))
                        .with("aside", Value.of(aside)));
            } else {
                shell.say(texts.text("restore.done", contents.flows(), contents.events(), contents.runs()));
                if (!aside.isEmpty()) {
                    shell.complain(texts.text("restore.aside", aside));
                }
            }
            return Shell.YES;
        } catch (StoreException unusable) {
            throw new Shell.Stop(Shell.NO, texts.text(passphrase == null ? "restore.refused" : "restore.sealed", file));
        } catch (Restoring.OtherKey other) {
            throw new Shell.Stop(Shell.NO, texts.text("restore.other-key", options.data));
        } catch (IOException failure) {
            throw new Shell.Stop(
                    Shell.NO_WORKSPACE,
                    texts.text("workspace.failed", options.data, String.valueOf(failure.getMessage())));
        }
    }

    private Optional<Restoring.Restored> restored(Texts texts) throws IOException, Restoring.OtherKey {
        var restoring = new Restoring(
                options.data, new SecureRandom(), InstantSource.system().instant());
        return passphrase == null ? restoring.plain(file) : restoring.sealed(file, Shell.passphrase(passphrase, texts));
    }
}
