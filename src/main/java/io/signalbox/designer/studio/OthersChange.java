package io.signalbox.designer.studio;

import io.signalbox.designer.Background;
import io.signalbox.designer.Desk;
import io.signalbox.designer.Words;
import io.signalbox.designer.panel.Overlay;
import io.signalbox.engine.FlowChangedElsewhere;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Texts;
import java.util.LinkedHashSet;
import java.util.function.Consumer;
import javafx.scene.control.Button;

/// Asks what to keep when somebody else saved the flow that is open: mine, theirs, or both.
record OthersChange(Words words, Desk desk, Background background, Overlay overlay) {

    /// @param mine as it is drawn here
    /// @param shown told what to show instead: theirs, or mine once it is stored beside theirs
    void ask(Flow mine, Autosave autosave, long revision, Consumer<StoredFlow> shown, Consumer<Exception> failed) {
        overlay.show(Question.of(
                text("elsewhere.title"),
                text("elsewhere.text", mine.name()),
                answer("elsewhere.mine", "keep-mine", () -> autosave.keepMine(revision)),
                answer("elsewhere.theirs", "take-theirs", () -> {
                    autosave.abandon();
                    background.run(() -> desk.flows().find(mine.id()), found -> found.ifPresent(shown), failed);
                }),
                answer("elsewhere.copy", "save-copy", () -> saveCopy(mine, autosave, shown, failed))));
    }

    private Button answer(String key, String id, Runnable action) {
        var button = new Button(text(key));
        button.setId(id);
        button.setOnAction(_ -> {
            overlay.dismiss();
            action.run();
        });
        return button;
    }

    private void saveCopy(Flow mine, Autosave autosave, Consumer<StoredFlow> copied, Consumer<Exception> failed) {
        background.run(
                () -> copy(mine),
                copy -> {
                    autosave.abandon();
                    copied.accept(copy);
                },
                failed);
    }

    /// Stores the flow under a free id, named as a copy. May block.
    StoredFlow copy(Flow flow) {
        var ids = new LinkedHashSet<String>();
        desk.flows().all().forEach(stored -> ids.add(stored.flow().id()));
        int n = 2;
        while (ids.contains(flow.id() + "-" + n)) {
            n++;
        }
        var copy = flow.withId(flow.id() + "-" + n).withName(text("elsewhere.copied", flow.name()));
        try {
            desk.flows().save(copy, 0);
        } catch (FlowChangedElsewhere taken) {
            throw new IllegalStateException("an id that was free is taken", taken);
        }
        return desk.flows().find(copy.id()).orElseThrow();
    }

    private String text(String key, Object... arguments) {
        return Texts.of(OthersChange.class, words.language()).text(key, arguments);
    }
}
