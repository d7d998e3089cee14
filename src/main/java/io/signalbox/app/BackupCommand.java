package io.signalbox.app;

import io.signalbox.engine.StoreException;
import io.signalbox.flow.Value;
import io.signalbox.store.SealedCopy;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `backup`: a verified copy of the workspace's database, also while its owner runs; with a passphrase sealed, and with
/// the key.
@Command(name = "backup")
final class BackupCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final Options options = new Options();

    @Parameters(paramLabel = "FILE", descriptionKey = "backup.file")
    private Path file = Path.of("");

    @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "backup.passphrase")
    private @Nullable Path passphrase;

    BackupCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (passphrase == null) {
            tell(copy(file), "backup.made");
            return Shell.YES;
        }
        var secret = Shell.passphrase(passphrase, Shell.texts(options.language));
        // Until it is sealed it stays where the database itself lies.
        var open = options.data.resolve("backups").resolve("to-be-sealed.zip");
        var made = copy(open);
        try (Closeable _ = () -> Files.delete(open)) {
            new SealedCopy(file, secret)
                    .seal(
                            open,
                            options.data.resolve("vault.key"),
                            new SecureRandom(),
                            InstantSource.system().instant());
        } catch (IOException | StoreException failure) {
            var cause = failure.getCause() == null ? failure : failure.getCause();
            throw new Shell.Stop(
                    Shell.NO,
                    Shell.texts(options.language).text("backup.failed", file, String.valueOf(cause.getMessage())));
        }
        tell(made.with("file", Value.of(file.toAbsolutePath().toString())), "backup.sealed");
        return Shell.YES;
    }

    private Value.Fields copy(Path to) {
        return Owner.run(
                        options,
                        Value.fields("command", Value.of("backup"))
                                .with("file", Value.of(to.toAbsolutePath().toString())))
                .asFields();
    }

    private void tell(Value.Fields answer, String words) {
        if (options.json) {
            shell.print(answer.without("ok"));
        } else {
            shell.say(Shell.texts(options.language)
                    .text(
                            words,
                            answer.at("file").asText(),
                            answer.at("flows").asText(),
                            answer.at("events").asText(),
                            answer.at("runs").asText()));
        }
    }
}
