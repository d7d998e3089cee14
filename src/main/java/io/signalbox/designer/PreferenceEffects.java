package io.signalbox.designer;

import io.signalbox.designer.canvas.CanvasChoices;
import javafx.application.Platform;
import javafx.util.Subscription;

/// Makes the preferences take effect on words, colours, size and keys, and notes what a person chooses elsewhere, such
/// as in the top bar. FX thread only.
public final class PreferenceEffects implements AutoCloseable {
    private final Subscription watching;

    public PreferenceEffects(PreferenceBook book, Words words, Theme theme, Shortcuts shortcuts) {
        var spoken = words.language();
        theme.scale(book.now().scale());
        shortcuts.rebind(book.now().keys());
        watching = Subscription.combine(
                book.nowProperty().subscribe((_, now) -> {
                    now.language()
                            .filter(language -> language != words.language())
                            .ifPresent(words::speak);
                    theme.choose(now.theme());
                    theme.scale(now.scale());
                    shortcuts.rebind(now.keys());
                }),
                words.textsProperty().subscribe((_, texts) -> {
                    if (texts.language() != book.now().language().orElse(spoken)) {
                        book.change(now -> now.withLanguage(texts.language()));
                    }
                }),
                theme.choiceProperty().subscribe((_, choice) -> book.change(now -> now.withTheme(choice))));
    }

    /// How the canvas shall answer.
    static CanvasChoices canvas(Preferences now) {
        return new CanvasChoices(
                now.wheel(), now.snaps(), now.heals(), now.habits().dots(), moves(now));
    }

    /// False where the person or the system asks for stillness.
    static boolean moves(Preferences now) {
        return !now.stillness() && !Platform.getPreferences().isReducedMotion();
    }

    @Override
    public void close() {
        watching.unsubscribe();
    }
}
