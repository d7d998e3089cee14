package io.signalbox.designer.panel;

import io.signalbox.designer.Keyboard;
import io.signalbox.designer.telling.PathReading;
import io.signalbox.engine.NodeTrace;
import io.signalbox.engine.Preview;
import io.signalbox.engine.RunDifferences;
import io.signalbox.engine.RunDifferences.Difference;
import io.signalbox.engine.RunRecord;
import io.signalbox.engine.StepId;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Two runs side by side: of each step what went in and came out otherwise in the one than in the other.
final class RunComparison extends VBox {
    /// Characters of a value that is no single one.
    private static final int LONGEST = 300;

    private final Bench bench;
    private final Side first;
    private final Side second;
    private final boolean masked;

    /// @param flow as it was when the run was accepted
    /// @param result what the run did
    record Side(Flow flow, RunRecord run, Preview.Result result) {}

    private record Row(String step, String what, String first, String second) {}

    /// @param first the older one
    /// @param masked whether phone numbers are hidden
    RunComparison(Bench bench, Side first, Side second, boolean masked, Runnable close) {
        this.bench = bench;
        this.first = first;
        this.second = second;
        this.masked = masked;
        setId("run-comparison");
        getStyleClass().addAll("dialog-card", "text-card", "run-comparison", "runs-panel");
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText(bench.text("all-runs.compared"));
        var rows = RunDifferences.between(
                        first.result().trace(), second.result().trace())
                .stream()
                .map(this::row)
                .toList();
        var shut = Press.primary(bench.text("dialog.close"), "", close);
        shut.setId("run-comparison-close");
        var below = new HBox(shut);
        below.setAlignment(Pos.CENTER_RIGHT);
        var head = new VBox(
                4,
                Wording.wrapped(Wording.section(bench.text("all-runs.compared"))),
                Wording.wrapped(Wording.caption(told("all-runs.compared.first", first))),
                Wording.wrapped(Wording.caption(told("all-runs.compared.second", second))));
        var table = table(rows);
        setVgrow(table, Priority.ALWAYS);
        getChildren().setAll(head, Wording.wrapped(Wording.body(summary(rows.size()))), table, below);
        table.setVisible(!rows.isEmpty());
        Keyboard.within(this, () -> Keyboard.giveTo(rows.isEmpty() ? shut : table));
    }

    private String told(String key, Side side) {
        var words = new RunWords(bench);
        var summary = side.run().summary();
        return bench.text(
                key,
                side.flow().name(),
                RunDetail.title(summary),
                words.started(summary, FormatStyle.MEDIUM),
                words.state(summary.state()));
    }

    private String summary(int differences) {
        var said = differences == 0
                ? bench.text("all-runs.compared.same")
                : bench.counted("all-runs.compared.count", differences);
        if (differences >= RunDifferences.MOST) {
            said += " " + bench.text("all-runs.compared.most");
        }
        boolean otherFlow = !first.flow().id().equals(second.flow().id());
        return otherFlow
                ? said + " " + bench.text("all-runs.compared.flows")
                : first.run().version() == second.run().version()
                        ? said
                        : said + " " + bench.text("all-runs.compared.versions");
    }

    private TableView<Row> table(List<Row> rows) {
        var table = new TableView<Row>();
        table.setId("run-differences");
        table.setAccessibleText(bench.text("all-runs.compared"));
        table.getColumns().add(Columns.of(bench.text("preview.step"), 168, row -> Wording.strong(row.step())));
        table.getColumns().add(Columns.of(bench.text("all-runs.compared.what"), 240, row -> Wording.body(row.what())));
        table.getColumns().add(Columns.of(bench.text("all-runs.compared.one"), 200, row -> Wording.body(row.first())));
        table.getColumns()
                .add(Columns.of(bench.text("all-runs.compared.other"), 200, row -> Wording.body(row.second())));
        Columns.fit(table);
        table.setRowFactory(_ -> new TableRow<>() {
            @Override
            protected void updateItem(Row row, boolean empty) {
                super.updateItem(row, empty);
                setAccessibleText(
                        empty || row == null
                                ? null
                                : bench.text(
                                        "all-runs.compared.row", row.step(), row.what(), row.first(), row.second()));
            }
        });
        table.getItems().setAll(rows);
        table.getSelectionModel().selectFirst();
        return table;
    }

    private Row row(Difference difference) {
        var step = title(difference.step());
        return switch (difference) {
            case Difference.Alone(var _, var inFirst) -> {
                var came = bench.text("all-runs.compared.came");
                var not = bench.text("all-runs.compared.not");
                yield new Row(step, bench.text("preview.state"), inFirst ? came : not, inFirst ? not : came);
            }
            case Difference.Ended(var one, var other) ->
                new Row(step, bench.text("preview.state"), ended(one, first.flow()), ended(other, second.flow()));
            case Difference.Other other -> {
                var part = bench.text("preview." + other.part().name().toLowerCase(Locale.ROOT));
                var way = new PathReading(bench.words(), flow(other.step())).rest(other.at());
                yield new Row(
                        step, way.isEmpty() ? part : part + " › " + way, value(other.first()), value(other.second()));
            }
        };
    }

    private Flow flow(StepId step) {
        return first.flow().node(step.node()).isPresent() ? first.flow() : second.flow();
    }

    /// With the number of the item where the step was taken once for each.
    private String title(StepId step) {
        var name = flow(step)
                .node(step.node())
                .map(bench::title)
                .orElse(step.node().value());
        return step.items().isEmpty()
                ? name
                : name + " "
                        + step.items().stream()
                                .map(item -> Integer.toString(item + 1))
                                .collect(Collectors.joining("."));
    }

    private String ended(NodeTrace visit, Flow flow) {
        var state = bench.text("state." + visit.state().name().toLowerCase(Locale.ROOT));
        if (visit.reason().isEmpty()) {
            return state;
        }
        var type = flow.node(visit.step().node()).map(Node::type).orElse("");
        return state + ": " + veiled(new Reasons(bench, flow).text(type, visit.reason(), visit.detail()));
    }

    private String value(Value value) {
        return switch (value) {
            case Value.Nothing _ -> bench.text("condition.nothing");
            case Value.Items _, Value.Fields _ -> brief(Json.write(masked ? PhoneVeil.over(value) : value));
            case Value.Text _, Value.Decimal _, Value.Truth _ -> veiled(value.asText());
        };
    }

    private static String brief(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private String veiled(String text) {
        return masked ? PhoneVeil.over(text) : text;
    }
}
