package io.signalbox.designer.studio;

import io.signalbox.designer.Words;
import io.signalbox.engine.Ledger;
import io.signalbox.flow.Texts;
import javafx.scene.control.Label;

/// What became of everything that was accepted, as one sum in the status strip.
final class LedgerLine extends Label {
    private final Words words;

    LedgerLine(Words words) {
        this.words = words;
        setId("status-ledger");
    }

    void show(Ledger counted) {
        setText(Texts.of(Ledger.class, words.language())
                .text(
                        "ledger",
                        counted.accepted(),
                        counted.sent(),
                        counted.suppressed(),
                        counted.waiting(),
                        counted.failed()));
    }
}
