package io.signalbox.designer.panel;

import io.signalbox.designer.Keyboard;
import io.signalbox.edit.Edit;
import io.signalbox.flow.Expression;
import io.signalbox.flow.MapRow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Which value goes into which field of a message, with the result of the sample below every row.
///
/// Values come from the tree at the bottom (double click, Enter, or dragged onto a row), from a row's own + button, or
/// are typed as `{{ path | function }}`.
public final class FieldMapPanel extends StackPane implements Closes {
    private final Bench bench;
    private final NodeId id;
    private final Closing closing = new Closing();
    private final MapHeader header;
    private final VBox resultAt = new VBox();
    private final CountProblem countProblem;
    private final Label none = Wording.wrapped(Wording.caption(""));
    private final VBox rowsAt = new VBox();
    private final FieldTree tree;
    private final TitledPane values;
    private final Button body;
    private final StringProperty pointed = new SimpleStringProperty("");
    private final List<MapRowView> rows = new ArrayList<>();
    private List<MapRow> drawn = List.of();
    private MapFilter filter = MapFilter.ALL;
    private int focused = -1;

    public FieldMapPanel(Bench bench, NodeId id) {
        this.bench = bench;
        this.id = id;
        getStyleClass().add("field-map");
        countProblem = new CountProblem(bench, id);
        header = new MapHeader(bench, this::autoMap, this::swaps, this::swap, this::filtered);
        Button add = Press.link("+ " + bench.text("map.add"), this::addRow);
        body = Press.link(bench.text("map.body"), () -> new BodyDialog(bench, this::takeBody).open());
        add.setId("map-add");
        body.setId("map-body");
        tree = new FieldTree(bench, this::put);
        tree.setPrefHeight(264);
        var source = new SourceChoice(bench);
        closing.add(source::close);
        values = new TitledPane(bench.text("map.values"), new VBox(8, source, tree));
        values.setExpanded(false);
        values.expandedProperty().addListener((_, _, _) -> fillTree());
        values.setAnimated(false);
        values.setId("map-values");
        values.getStyleClass().add("field-map-values");
        rowsAt.getStyleClass().add("field-map-rows");
        none.setText(bench.text("map.filter.none"));
        none.setId("map-none");
        var content = new VBox(header, resultAt, countProblem, rowsAt, none, new FlowPane(16, 4, add, body), values);
        getChildren().add(content);
        closing.add(new FieldDrag(this, tree, rows, this::dropped).install()::unsubscribe);
        var pointing = pointed.subscribe(place ->
                rows.forEach(row -> row.point(!place.isEmpty() && row.target().equals(place))));
        closing.add(pointing::unsubscribe);
        rebuild();
        var meaning = bench.session().meaningProperty().subscribe((_, _) -> draw());
        closing.add(meaning::unsubscribe);
        var model = bench.preview().modelProperty().subscribe((_, _) -> draw());
        closing.add(model::unsubscribe);
        closing.add(this::closeRows);
    }

    @Override
    public void close() {
        closing.close();
    }

    /// The place of the message that the pointer or the keyboard is at, here or in its preview; blank for none.
    public StringProperty pointedProperty() {
        return pointed;
    }

    void point(String place) {
        pointed.set(place);
    }

    /// The place of the row that has the keyboard; blank for none.
    String focusedPlace() {
        return rows.stream()
                .filter(MapRowView::isFocusWithin)
                .map(MapRowView::target)
                .findFirst()
                .orElse("");
    }

    SequencedSet<NodeId> roots() {
        return FieldChoice.rootsBefore(bench.flow(), id);
    }

    NodeId node() {
        return id;
    }

    /// The service that the message goes to; blank while the map is not wired.
    String service() {
        return Wired.connection(bench, id).map(Node::type).orElse("");
    }

    Optional<Node.Configuration> configuration() {
        return bench.flow()
                .node(id)
                .filter(Node.Configuration.class::isInstance)
                .map(Node.Configuration.class::cast);
    }

    void focusedRow(int index) {
        focused = index;
        point(rows.get(index).target());
    }

    void change(int index, MapRow row, String gesture) {
        configuration().filter(node -> index < node.fields().size()).ifPresent(node -> {
            var fields = new ArrayList<>(node.fields());
            fields.set(index, row);
            perform(node, fields, gesture);
        });
    }

    void remove(int index) {
        configuration().filter(node -> index < node.fields().size()).ifPresent(node -> {
            var fields = new ArrayList<>(node.fields());
            fields.remove(index);
            perform(node, fields, "");
        });
    }

    private void addRow() {
        configuration().ifPresent(node -> {
            var fields = new ArrayList<>(node.fields());
            fields.add(MapRow.of(nextTarget(fields), Expression.literal("")));
            focused = fields.size() - 1;
            perform(node, fields, "");
            Keyboard.within(this, () -> rows.getLast().focusValue());
        });
    }

    private void takeBody(List<MapRow> rows) {
        configuration().ifPresent(node -> perform(node, BodyRows.onto(node.fields(), rows), ""));
    }

    /// The next place of the template that has no row, else the next number.
    private String nextTarget(List<MapRow> fields) {
        var taken = fields.stream().map(MapRow::to).toList();
        var wanted = places().targets().stream()
                .filter(target -> !taken.contains(target))
                .findFirst();
        if (wanted.isPresent()) {
            return wanted.get();
        }
        int number = 1;
        while (taken.contains(Integer.toString(number))) {
            number++;
        }
        return Integer.toString(number);
    }

    private Places places() {
        return Wired.places(bench, id);
    }

    private void autoMap() {
        configuration().ifPresent(node -> {
            var before = node.fields();
            var after = AutoMap.of(bench, id).filled(before);
            perform(node, after, "");
            resultAt.getChildren()
                    .setAll(new AutoMapResult(
                            bench, before, after, () -> resultAt.getChildren().clear()));
        });
    }

    private List<SourceSwap> swaps() {
        return bench.preview()
                .model()
                .scope(bench.flow())
                .map(sample -> SourceSwap.of(sample::at, roots(), drawn))
                .orElse(List.of());
    }

    private void swap(SourceSwap swap) {
        configuration().ifPresent(node -> perform(node, swap.of(node.fields()), ""));
    }

    /// A value chosen in the tree goes into the row that has the keyboard, else into the first without a value.
    private void put(Path path) {
        int into = focused >= 0 && focused < rows.size() ? focused : firstUnmapped();
        if (into >= 0) {
            rows.get(into).insert(path);
        }
    }

    private void dropped(int row, Path path) {
        if (row < rows.size()) {
            rows.get(row).insert(path);
        }
    }

    private int firstUnmapped() {
        for (int at = 0; at < drawn.size(); at++) {
            if (!isMapped(drawn.get(at))) {
                return at;
            }
        }
        return drawn.size() - 1;
    }

    private static boolean isMapped(MapRow row) {
        return !row.from().isBlank() || row.fallback().isPresent();
    }

    private void perform(Node.Configuration node, List<MapRow> fields, String gesture) {
        bench.session().perform(new Edit.ChangeNode(node.withFields(fields), "edit.field-map"), gesture);
    }

    private void draw() {
        var now = configuration().map(Node.Configuration::fields).orElse(List.of());
        if (now.size() != rows.size()) {
            rebuild();
            return;
        }
        drawn = now;
        showRows();
    }

    private void rebuild() {
        closeRows();
        drawn = configuration().map(Node.Configuration::fields).orElse(List.of());
        for (int at = 0; at < drawn.size(); at++) {
            rows.add(new MapRowView(bench, this, at));
        }
        rowsAt.getChildren().setAll(rows);
        if (rows.isEmpty()) {
            rowsAt.getChildren().setAll(Wording.wrapped(Wording.caption(bench.text("map.empty"))));
        }
        showRows();
    }

    private void showRows() {
        var places = places();
        for (int at = 0; at < rows.size(); at++) {
            rows.get(at).show(drawn.get(at), places);
        }
        fillTree();
        boolean free = service().equals("http");
        body.setVisible(free);
        body.setManaged(free);
        long mapped = drawn.stream().filter(FieldMapPanel::isMapped).count();
        long wanted = Math.max(drawn.size(), places.targets().size());
        header.count(mapped, wanted);
        resultAt.getChildren().removeIf(part -> part instanceof AutoMapResult result && !result.isLatest());
        countProblem.draw();
        filter();
    }

    /// Nobody looks into a closed tree, and a large payload would be compared for every letter typed.
    private void fillTree() {
        if (values.isExpanded()) {
            tree.show(roots());
        }
    }

    private void filtered(MapFilter by) {
        filter = by;
        filter();
    }

    private void filter() {
        for (int at = 0; at < rows.size(); at++) {
            var row = rows.get(at);
            // The row being typed into stays, or it would vanish under the hand as soon as it has a value.
            boolean seen = filter.shows(row.isRequired(), isMapped(drawn.get(at)), row.isProblem()) || at == focused;
            row.setVisible(seen);
            row.setManaged(seen);
        }
        boolean hidden = !rows.isEmpty() && rows.stream().noneMatch(MapRowView::isVisible);
        none.setVisible(hidden);
        none.setManaged(hidden);
    }

    private void closeRows() {
        rows.forEach(MapRowView::close);
        rows.clear();
    }
}
