package io.signalbox.designer;

import io.signalbox.flow.FieldWords;
import io.signalbox.flow.Language;
import io.signalbox.flow.Path;
import io.signalbox.flow.Texts;
import java.util.Optional;

/// The designer's words in one language, without a window around them: what tells of a flow or draws it asks for no
/// more, so that a command can, too.
@FunctionalInterface
public interface Speech {
    static Speech in(Language language) {
        var texts = Texts.of(Speech.class, language);
        return () -> texts;
    }

    Texts texts();

    default Language language() {
        return texts().language();
    }

    default String text(String key, Object... arguments) {
        return texts().text(key, arguments);
    }

    /// The words of the flow package: kinds, operators, functions, problems, the event catalogue.
    default Texts flowTexts() {
        return Texts.of(Texts.class, language());
    }

    /// What the last member of a path is called, as in the panels; empty for a path that names none.
    default Optional<String> field(Path path) {
        return path.steps().reversed().stream()
                .filter(Path.Member.class::isInstance)
                .map(new FieldWords(flowTexts())::of)
                .findFirst();
    }
}
