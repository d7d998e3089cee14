package io.signalbox.designer;

import io.signalbox.engine.PreferenceStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

/// The preferences that are true now, and the only place where they change. Begins with the standard ones; once it is
/// told where they are kept it reads those, and writes whatever changes soon after. FX thread only.
public final class PreferenceBook implements AutoCloseable {
    /// A dragged edge or a turned wheel changes many times before it is worth writing.
    private static final Duration PAUSE = Duration.millis(300);

    private final ReadOnlyObjectWrapper<Preferences> now;
    private final Map<String, String> onlyNow;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private boolean saving;
    private Map<String, String> stored = Map.of();
    private Optional<Keeping> keeping = Optional.empty();

    private record Keeping(PreferenceStore store, Background background, Consumer<Exception> failed) {}

    public PreferenceBook() {
        this(Map.of(), Map.of());
    }

    /// @param known what is known before the store is read, so that the first picture is right
    /// @param onlyNow wins over what is stored, and is not stored unless the person chooses something else
    public PreferenceBook(Map<String, String> known, Map<String, String> onlyNow) {
        this.onlyNow = Map.copyOf(onlyNow);
        var texts = new HashMap<>(known);
        texts.putAll(onlyNow);
        now = new ReadOnlyObjectWrapper<>(Preferences.of(texts));
        // One at a time: an older one must not come in last.
        pause.setOnFinished(_ -> {
            if (saving) {
                pause.playFromStart();
            } else {
                save();
            }
        });
    }

    public ReadOnlyObjectProperty<Preferences> nowProperty() {
        return now.getReadOnlyProperty();
    }

    public Preferences now() {
        return now.get();
    }

    public void change(UnaryOperator<Preferences> change) {
        var changed = change.apply(now.get());
        if (!changed.equals(now.get())) {
            now.set(changed);
            if (keeping.isPresent()) {
                pause.playFromStart();
            }
        }
    }

    /// Reads what is kept there, then keeps what changes there.
    ///
    /// @param loaded run once they are true, or cannot be read
    public void keepIn(PreferenceStore store, Background background, Runnable loaded, Consumer<Exception> failed) {
        background.run(
                store::all,
                texts -> {
                    stored = Map.copyOf(texts);
                    var known = new HashMap<>(now.get().texts());
                    known.putAll(texts);
                    known.putAll(onlyNow);
                    now.set(Preferences.of(known));
                    keeping = Optional.of(new Keeping(store, background, failed));
                    loaded.run();
                },
                failure -> {
                    failed.accept(failure);
                    loaded.run();
                });
    }

    /// Writes what is not written yet.
    @Override
    public void close() {
        pause.stop();
        save();
    }

    private void save() {
        keeping.ifPresent(kept -> {
            var changed = new HashMap<String, String>();
            var texts = now.get().texts();
            texts.forEach((name, text) -> {
                if (!stored.getOrDefault(name, "").equals(text) && !text.equals(onlyNow.get(name))) {
                    changed.put(name, text);
                }
            });
            if (!changed.isEmpty()) {
                saving = true;
                var before = stored;
                var after = new HashMap<>(stored);
                after.putAll(changed);
                stored = after;
                kept.background()
                        .run(
                                () -> {
                                    kept.store().save(changed);
                                    return changed.size();
                                },
                                _ -> saving = false,
                                failure -> {
                                    saving = false;
                                    stored = before;
                                    kept.failed().accept(failure);
                                });
            }
        });
    }
}
