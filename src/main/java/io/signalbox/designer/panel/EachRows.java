package io.signalbox.designer.panel;

import io.signalbox.connector.Operation;
import io.signalbox.designer.panel.OptionPicker.Option;
import io.signalbox.edit.Edit;
import io.signalbox.engine.Iteration;
import io.signalbox.engine.NodeTrace;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Path;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// How often a source is followed: once, once for each item of a list in its reply, or once for each group of them.
final class EachRows extends VBox {
    /// Stands for the reply itself, which no field name can be.
    private static final String WHOLE = "*";

    private static final int DEEPEST = 4;

    private final Bench bench;
    private final NodeId id;
    private final OptionPicker each;
    private final OptionPicker group;
    private final VBox groupRow;
    private final FieldProblems eachWrong;
    private final FieldProblems groupWrong;
    private final Label count = Wording.caption("");

    EachRows(Bench bench, NodeId id) {
        this.bench = bench;
        this.id = id;
        getStyleClass().add("settings-fields");
        each = new OptionPicker(bench.text("settings.each"), this::chooseEach);
        each.setId("setting-each");
        group = new OptionPicker(bench.text("settings.group"), this::chooseGroup);
        group.setId("setting-groupBy");
        eachWrong = new FieldProblems(bench, id, "each");
        groupWrong = new FieldProblems(bench, id, "groupBy");
        var eachRow = new VBox(Wording.strong(bench.text("settings.each")), each, count, eachWrong);
        eachRow.getStyleClass().add("setting-row");
        groupRow = new VBox(Wording.strong(bench.text("settings.group")), group, groupWrong);
        groupRow.getStyleClass().add("setting-row");
        getChildren().addAll(eachRow, groupRow);
    }

    void show() {
        var source = source();
        boolean reads = source.filter(node -> !node.operation().isEmpty()).isPresent();
        setVisible(reads);
        setManaged(reads);
        source.filter(_ -> reads).ifPresent(this::show);
    }

    private void show(Node.Source source) {
        eachWrong.show();
        groupWrong.show();
        var reply = reply(source);
        var options = new ArrayList<Option>();
        options.add(new Option("", bench.text("settings.each.once")));
        lists(new Path(id, List.of()), reply, 0)
                .forEach(path -> options.add(new Option(stored(path), words("settings.each.item", path))));
        var chosen = source.each().map(EachRows::stored).orElse(source.isIterating() ? WHOLE : "");
        if (options.stream().noneMatch(option -> option.id().equals(chosen))) {
            options.add(new Option(
                    chosen, words("settings.each.item", source.each().orElse(new Path(id, List.of())))));
        }
        each.show(options, chosen);
        groupRow.setVisible(source.isIterating());
        groupRow.setManaged(source.isIterating());
        count.setText(
                source.isIterating()
                        ? bench.counted(
                                "settings.each.count",
                                Iteration.items(source, reply).size())
                        : "");
        count.setVisible(source.isIterating());
        count.setManaged(source.isIterating());
        var groups = new ArrayList<Option>();
        groups.add(new Option("", bench.text("settings.group.none")));
        source.each().map(path -> path.from(reply)).orElse(reply).asItems().stream()
                .limit(1)
                .flatMap(item -> item.asFields().fields().entrySet().stream())
                .filter(member ->
                        !(member.getValue() instanceof Value.Items) && !(member.getValue() instanceof Value.Fields))
                .forEach(member -> groups.add(new Option(
                        new Path(id, List.of()).member(member.getKey()).toString(),
                        new PathWords(bench).field(member.getKey()))));
        group.show(groups, source.groupBy().map(Path::toString).orElse(""));
    }

    private Optional<Node.Source> source() {
        return bench.flow().node(id).filter(Node.Source.class::isInstance).map(Node.Source.class::cast);
    }

    /// The reply as a whole, of the preview or as its service gives an example.
    private Value reply(Node.Source source) {
        return bench.preview()
                .model()
                .trace(id)
                .map(NodeTrace::output)
                .filter(output -> !output.isMissing())
                .or(() -> bench.connectors()
                        .operation(source.type(), source.operation())
                        .map(Operation::example))
                .orElse(Value.nothing());
    }

    private static List<Path> lists(Path path, Value value, int depth) {
        var found = new ArrayList<Path>();
        if (value instanceof Value.Items) {
            found.add(path);
        } else if (value instanceof Value.Fields(var fields) && depth < DEEPEST) {
            fields.forEach((name, member) -> found.addAll(lists(path.member(name), member, depth + 1)));
        }
        return found;
    }

    private static String stored(Path path) {
        return path.steps().isEmpty() ? WHOLE : path.toString();
    }

    private String words(String key, Path path) {
        return bench.text(
                key, path.steps().isEmpty() ? bench.text("settings.each.reply") : new PathWords(bench).rest(path));
    }

    private void chooseEach(String chosen) {
        source().ifPresent(source -> {
            Optional<Path> path = chosen.isEmpty()
                    ? Optional.empty()
                    : Optional.of(chosen.equals(WHOLE) ? new Path(id, List.of()) : Path.parse(chosen));
            // What the old list was grouped by is no field of the new one's items.
            perform(source.withEach(path).withGroupBy(Optional.empty()));
        });
    }

    private void chooseGroup(String chosen) {
        source().ifPresent(source ->
                perform(source.withGroupBy(chosen.isEmpty() ? Optional.empty() : Optional.of(Path.parse(chosen)))));
    }

    private void perform(Node.Source changed) {
        bench.session().perform(new Edit.ChangeNode(changed, "edit.each"), "");
    }
}
