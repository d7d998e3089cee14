package io.signalbox.designer.panel;

import io.signalbox.flow.Texts;
import io.signalbox.json.JsonRepair;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;

/// Below a text that is nearly JSON, such as one pasted from documentation: each change that would make it JSON, with
/// its line, before and after, and a button that makes them.
final class RepairOffer extends VBox {
    /// A person reads so many; the rest is counted.
    private static final int SHOWN = 8;

    private final Bench bench;
    private final Consumer<String> repaired;

    /// @param repaired told the text as JSON once the person wants it
    RepairOffer(Bench bench, Consumer<String> repaired) {
        super(4);
        this.bench = bench;
        this.repaired = repaired;
        setId("json-repairs");
        offer(Optional.empty());
    }

    /// @param mended empty when there is nothing to repair, or no telling what was meant
    void offer(Optional<JsonRepair.Whole> mended) {
        getChildren().clear();
        mended.ifPresent(this::show);
        setVisible(mended.isPresent());
        setManaged(mended.isPresent());
    }

    private void show(JsonRepair.Whole mended) {
        var words = Texts.of(JsonRepair.class, bench.words().language());
        var count = mended.repairs().size();
        getChildren().add(Wording.wrapped(Wording.strong(bench.counted("json.repairs", count))));
        mended.repairs().stream()
                .limit(SHOWN)
                .forEach(each -> getChildren().add(Wording.wrapped(Wording.caption(each.text(words)))));
        if (count > SHOWN) {
            getChildren().add(Wording.caption(bench.counted("json.repairs.more", count - SHOWN)));
        }
        var repair = Press.small(bench.text("json.repair"), "check", () -> repaired.accept(mended.text()));
        repair.setId("json-repair");
        getChildren().add(repair);
    }
}
