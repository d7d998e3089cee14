package io.signalbox.designer;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// The only way off the FX thread and back. In tests both executors are `Runnable::run`.
///
/// @param workers runs what may block
/// @param screen runs on the FX thread
public record Background(Executor workers, Executor screen) {

    /// Work that may block and may fail.
    @FunctionalInterface
    public interface Work<T> {
        T run() throws Exception;
    }

    /// Runs `work` on a worker, then hands its result to `done`, or its failure to `failed`, on the FX thread.
    public <T> void run(Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
        workers.execute(() -> {
            T result;
            try {
                result = work.run();
            } catch (Exception failure) {
                screen.execute(() -> failed.accept(failure));
                return;
            }
            screen.execute(() -> done.accept(result));
        });
    }
}
