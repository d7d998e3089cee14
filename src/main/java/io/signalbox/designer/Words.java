package io.signalbox.designer;

import io.signalbox.flow.Language;
import io.signalbox.flow.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The designer's words in the chosen language; a bound text follows when the language is switched. FX thread only.
public final class Words implements Speech {
    private final ReadOnlyObjectWrapper<Texts> texts;

    public Words(Language language) {
        texts = new ReadOnlyObjectWrapper<>(Texts.of(Words.class, language));
    }

    public ReadOnlyObjectProperty<Texts> textsProperty() {
        return texts.getReadOnlyProperty();
    }

    @Override
    public Texts texts() {
        return texts.get();
    }

    public void speak(Language language) {
        texts.set(Texts.of(Words.class, language));
    }

    public StringBinding bound(String key, Object... arguments) {
        return Bindings.createStringBinding(() -> text(key, arguments), texts);
    }
}
