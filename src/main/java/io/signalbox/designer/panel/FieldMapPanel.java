package io.signalbox.designer.panel;

import io.signalbox.connector.whatsapp.TemplateText;
import io.signalbox.designer.Icon;
import io.signalbox.edit.Edit;
import io.signalbox.flow.Expression;
import io.signalbox.flow.MapRow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Path;
import io.signalbox.flow.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
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
    private final HBox counter = new HBox();
    private final ToggleButton unmapped;
    private final VBox rowsAt = new VBox();
    private final FieldTree tree;
    private final List<MapRowView> rows = new ArrayList<>();
    private List<MapRow> drawn = List.of();
    private int focused = -1;

    public FieldMapPanel(Bench bench, NodeId id) {
        this.bench = bench;
        this.id = id;
        getStyleClass().add("field-map");
        unmapped = new ToggleButton("", Icon.of("filter", "icon-14"));
        unmapped.getStyleClass().add("small");
        unmapped.setTooltip(new Tooltip(bench.text("map.unmapped")));
        unmapped.setId("map-unmapped");
        unmapped.setAccessibleText(bench.text("map.unmapped"));
        unmapped.selectedProperty().addListener((_, _, _) -> filter());
        var automap = Press.small(bench.text("map.auto"), "branch", this::autoMap);
        automap.setId("map-auto");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var title = Wording.strong(bench.text("map.title"));
        title.setMinWidth(Region.USE_PREF_SIZE);
        automap.setMinWidth(Region.USE_PREF_SIZE);
        counter.setAlignment(Pos.CENTER_LEFT);
        var header = new HBox(8, title, counter, gap, automap, unmapped);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("field-map-header");
        Button add = Press.link("+ " + bench.text("map.add"), this::addRow);
        add.setId("map-add");
        tree = new FieldTree(bench, this::put);
        tree.setPrefHeight(232);
        var values = new TitledPane(bench.text("map.values"), tree);
        values.setExpanded(false);
        values.setAnimated(false);
        values.setId("map-values");
        values.getStyleClass().add("field-map-values");
        rowsAt.getStyleClass().add("field-map-rows");
        var content = new VBox(header, rowsAt, add, values);
        getChildren().add(content);
        closing.add(new FieldDrag(this, tree, rows, this::dropped).install()::unsubscribe);
        rebuild();
        var history = bench.session().historyProperty().subscribe((_, _) -> draw());
        closing.add(history::unsubscribe);
        var model = bench.preview().modelProperty().subscribe((_, _) -> draw());
        closing.add(model::unsubscribe);
        closing.add(this::closeRows);
    }

    @Override
    public void close() {
        closing.close();
    }

    SequencedSet<NodeId> roots() {
        return FieldChoice.rootsBefore(bench.flow(), id);
    }

    Optional<Node.Configuration> configuration() {
        return bench.flow()
                .node(id)
                .filter(Node.Configuration.class::isInstance)
                .map(Node.Configuration.class::cast);
    }

    void focusedRow(int index) {
        focused = index;
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
            Platform.runLater(() -> rows.getLast().focusValue());
        });
    }

    /// The next place of the template that has no row, else the next number.
    private String nextTarget(List<MapRow> fields) {
        var taken = fields.stream().map(MapRow::to).toList();
        var wanted =
                targets().stream().filter(target -> !taken.contains(target)).findFirst();
        if (wanted.isPresent()) {
            return wanted.get();
        }
        int number = 1;
        while (taken.contains(Integer.toString(number))) {
            number++;
        }
        return Integer.toString(number);
    }

    private List<String> targets() {
        return template(bench, id).map(text -> List.copyOf(text.targets())).orElse(List.of());
    }

    /// The wording of the message that a configuration fills, where it is known.
    static Optional<TemplateText> template(Bench bench, NodeId configuration) {
        return connection(bench, configuration)
                .filter(node -> node.type().equals("whatsapp"))
                .flatMap(node -> bench.templates()
                        .find(node.settings().text("template"), node.settings().text("language")));
    }

    /// The connection that a configuration is wired from.
    static Optional<Node.Connection> connection(Bench bench, NodeId configuration) {
        return bench.flow().wiresTo(configuration).stream()
                .map(Wire::from)
                .flatMap(from -> bench.flow().node(from).stream())
                .filter(Node.Connection.class::isInstance)
                .map(Node.Connection.class::cast)
                .findFirst();
    }

    private void autoMap() {
        configuration().ifPresent(node -> {
            var choices = FieldChoice.of(bench, roots());
            perform(node, new AutoMap(bench.texts(), choices).filled(node.fields(), targets()), "");
        });
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
        for (int at = 0; at < rows.size(); at++) {
            rows.get(at).show(drawn.get(at));
        }
        tree.show(roots());
        long mapped = drawn.stream().filter(FieldMapPanel::isMapped).count();
        boolean all = mapped == drawn.size();
        counter.getChildren()
                .setAll(Wording.pill(
                        bench.text("map.counter", mapped, drawn.size()),
                        drawn.isEmpty() ? "" : all ? "success" : "warning",
                        drawn.isEmpty() ? "" : all ? "check" : "warning"));
        filter();
    }

    private void filter() {
        for (int at = 0; at < rows.size(); at++) {
            // The row being typed into stays, or it would vanish under the hand as soon as it has a value.
            boolean seen = !unmapped.isSelected() || !isMapped(drawn.get(at)) || at == focused;
            rows.get(at).setVisible(seen);
            rows.get(at).setManaged(seen);
        }
    }

    private void closeRows() {
        rows.forEach(MapRowView::close);
        rows.clear();
    }
}
