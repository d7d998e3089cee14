package io.signalbox.designer;

import io.signalbox.flow.FieldWords;
import io.signalbox.flow.Language;
import io.signalbox.flow.Path;
import io.signalbox.flow.Texts;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The designer's words in the chosen language; a bound text follows when the language is switched. FX thread only.
public final class Words {
    private final ReadOnlyObjectWrapper<Texts> texts;

    public Words(Language language) {
        texts = new ReadOnlyObjectWrapper<>(Texts.of(Words.class, language));
    }

    public ReadOnlyObjectProperty<Texts> textsProperty() {
        return texts.getReadOnlyProperty();
    }

    public Language language() {
        return texts.get().language();
    }

    public void speak(Language language) {
        texts.set(Texts.of(Words.class, language));
    }

    public String text(String key, Object... arguments) {
        return texts.get().text(key, arguments);
    }

    /// The words of the flow package: kinds, operators, functions, problems, the event catalogue.
    public Texts flowTexts() {
        return Texts.of(Texts.class, language());
    }

    /// What the last member of a path is called, as in the panels; empty for a path that names none.
    public Optional<String> field(Path path) {
        return path.steps().reversed().stream()
                .filter(Path.Member.class::isInstance)
                .map(new FieldWords(flowTexts())::of)
                .findFirst();
    }

    public StringBinding bound(String key, Object... arguments) {
        return Bindings.createStringBinding(() -> text(key, arguments), texts);
    }
}
