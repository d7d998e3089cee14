package io.signalbox.designer.studio;

import io.signalbox.designer.WholeTip;
import io.signalbox.designer.Words;
import io.signalbox.engine.Ledger;
import io.signalbox.flow.Texts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The two sentences of the status strip: where every event is, and whether what is drawn is saved.
final class StatusLine {
    private static final PseudoClass FAULTY = PseudoClass.getPseudoClass("faulty");

    private final Words words;
    private final ZoneId zone;
    private final Label ledger = WholeTip.on(new Label());
    private final Label saved = new Label();

    StatusLine(Words words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
        ledger.setId("status-ledger");
        saved.setId("status-saved");
        saved.setMinWidth(Region.USE_PREF_SIZE);
    }

    Label ledger() {
        return ledger;
    }

    Label saved() {
        return saved;
    }

    /// True when it says something else than before.
    ///
    /// @param fault what is wrong with it, as a text key beside the ledger's
    boolean show(Ledger counted, Optional<String> fault) {
        var before = ledger.getText();
        var texts = Texts.of(Ledger.class, words.language());
        var sum = texts.text(
                "ledger",
                counted.accepted(),
                counted.sent(),
                counted.suppressed(),
                counted.waiting(),
                counted.failed());
        ledger.setText(fault.map(key -> sum + " — " + texts.text(key)).orElse(sum));
        ledger.pseudoClassStateChanged(FAULTY, fault.isPresent());
        return !before.equals(ledger.getText());
    }

    void show(Autosave.State state) {
        saved.setText(
                switch (state) {
                    case Autosave.State.Saved(var at) ->
                        text(
                                "saved.at",
                                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                                        .withLocale(words.language().locale())
                                        .format(at.atZone(zone)));
                    case Autosave.State.Unsaved _ -> text("saved.not");
                    case Autosave.State.Failed _ -> text("saved.failed");
                    case Autosave.State.ChangedElsewhere _ -> text("saved.elsewhere");
                });
    }

    private String text(String key, Object... arguments) {
        return Texts.of(StatusLine.class, words.language()).text(key, arguments);
    }
}
