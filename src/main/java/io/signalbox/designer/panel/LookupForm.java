package io.signalbox.designer.panel;

import io.signalbox.designer.panel.OptionPicker.Option;
import io.signalbox.edit.Edit;
import io.signalbox.flow.LookupTable;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.VBox;

/// Which of the flow's tables turns the value into words, and the table itself, to be edited in place.
final class LookupForm extends VBox {
    private static final String NEW = "+";

    private final Bench bench;
    private final Value input;
    private final Runnable changed;
    private final OptionPicker tables;
    private final VBox gridAt = new VBox();
    private String table;

    /// @param table to begin with; blank while there is none
    /// @param input the code in the sample, the first row of a new table
    LookupForm(Bench bench, String table, Value input, Runnable changed) {
        this.bench = bench;
        this.input = input;
        this.changed = changed;
        setSpacing(8);
        tables = new OptionPicker(bench.text("lookup.table"), this::choose);
        tables.setId("lookup-table");
        this.table = table;
        getChildren().addAll(tables, gridAt);
        draw();
    }

    /// Its name; blank while there is none.
    String table() {
        return table;
    }

    private void choose(String name) {
        if (name.equals(NEW)) {
            var rows = new LinkedHashMap<String, String>();
            if (!input.isMissing() && !(input instanceof Value.Fields) && !(input instanceof Value.Items)) {
                rows.put(input.asText(), "");
            }
            table = free();
            perform(new LookupTable(rows, Optional.empty()), "");
        } else {
            table = name;
        }
        draw();
        changed.run();
    }

    private String free() {
        var base = bench.text("lookup.name");
        var name = base;
        for (int number = 2; bench.flow().tables().containsKey(name); number++) {
            name = base + "-" + number;
        }
        return name;
    }

    private void draw() {
        var options = new ArrayList<Option>();
        bench.flow().tables().keySet().forEach(name -> options.add(new Option(name, name)));
        options.add(new Option(NEW, "+ " + bench.text("lookup.new")));
        tables.show(options, table);
        var shown = Optional.ofNullable(bench.flow().tables().get(table));
        gridAt.getChildren()
                .setAll(shown.map(each -> new LookupGrid(bench, each, this::perform)).stream()
                        .toList());
        if (shown.isEmpty()) {
            gridAt.getChildren().setAll(List.of(Wording.wrapped(Wording.caption(bench.text("lookup.none")))));
        }
    }

    private void perform(LookupTable edited, String gesture) {
        var all = new LinkedHashMap<>(bench.flow().tables());
        all.put(table, edited);
        bench.session().perform(new Edit.ChangeTables(all), gesture);
        changed.run();
    }
}
