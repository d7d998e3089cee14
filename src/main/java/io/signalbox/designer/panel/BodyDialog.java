package io.signalbox.designer.panel;

import io.signalbox.flow.MapRow;
import io.signalbox.flow.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/// Takes a body as a service's documentation shows it, and makes the rows of a field map from it.
final class BodyDialog {
    private final Bench bench;
    private final Consumer<List<MapRow>> taken;
    private final DialogCard card;
    private final JsonEditor editor;
    private final Label told = Wording.wrapped(Wording.caption(""));
    private final Button take;

    /// @param taken told the rows on the FX thread
    BodyDialog(Bench bench, Consumer<List<MapRow>> taken) {
        this.bench = bench;
        this.taken = taken;
        card = new DialogCard(bench, "text", bench.text("body.title"), bench.text("body.subtitle"), this::dismiss);
        editor = new JsonEditor(bench, bench.text("body.json"));
        told.setId("body-told");
        take = Press.primary(bench.text("body.take"), "", this::take);
        take.setId("body-take");
        editor.valueProperty().subscribe(this::read);
        card.add(editor, told);
        card.buttons(Press.plain(bench.text("dialog.cancel"), "", this::dismiss), take);
    }

    void open() {
        bench.overlay().show(card);
        editor.show(() -> "");
    }

    private void read(Optional<Value> value) {
        var rows = value.map(BodyRows::of);
        take.setDisable(rows.filter(read -> !read.rows().isEmpty()).isEmpty());
        told.setText(rows.map(this::said).orElse(""));
    }

    private String said(BodyRows.Read read) {
        var count = bench.counted("body.rows", read.rows().size());
        return read.left().isEmpty() ? count : count + " " + bench.text("body.left", String.join(", ", read.left()));
    }

    private void take() {
        editor.valueProperty().get().ifPresent(value -> {
            dismiss();
            taken.accept(BodyRows.of(value).rows());
        });
    }

    private void dismiss() {
        editor.close();
        bench.overlay().dismiss();
    }
}
