package io.signalbox.designer.panel;

import io.signalbox.access.Permission;
import io.signalbox.access.PermissionGroup;
import io.signalbox.designer.Icon;
import io.signalbox.designer.WholeTip;
import io.signalbox.engine.Rights;
import io.signalbox.flow.Flow;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What a flow needs of a connection beside what the connection's permission group gives: needed and given, missing,
/// given and not needed. Offers the group that gives exactly what is needed, and to add what is missing.
final class RightsMeter extends VBox {
    private final Bench bench;
    private final Acts acts;

    /// What can be done about it.
    record Acts(Consumer<SortedSet<Permission>> create, Consumer<PermissionGroup> save) {}

    RightsMeter(Bench bench, Acts acts) {
        super(16);
        this.bench = bench;
        this.acts = acts;
        getStyleClass().add("rights-meter");
        setId("rights-meter");
    }

    void show(Flow flow, Rights rights) {
        var missing = rights.missing();
        var surplus = rights.surplus();
        var group = rights.group().map(PermissionGroup::name).orElse("");
        var title = Wording.section(bench.text("rights.title"));
        title.setGraphic(Icon.of("shield", "icon-20"));
        var ends = new HBox(8);
        if (!missing.isEmpty()) {
            ends.getChildren().add(Wording.pill(bench.counted("rights.missing", missing.size()), "danger", "cross"));
        }
        if (!surplus.isEmpty()) {
            ends.getChildren().add(Wording.pill(bench.counted("rights.surplus", surplus.size()), "warning", "warning"));
        }
        if (missing.isEmpty() && surplus.isEmpty() && rights.group().isPresent()) {
            ends.getChildren().add(Wording.pill(bench.text("rights.exact"), "success", "check"));
        }
        var sentence = group.isEmpty()
                ? bench.text("rights.sentence.none", flow.name())
                : bench.text("rights.sentence", flow.name(), group);
        var said = Wording.wrapped(Wording.body(sentence));
        getChildren().setAll(new FoldingLine(8, title, ends), said, bar(rights), counts(rights), matrix(rights));
        getChildren().addAll(legend(), deeds(rights, missing));
        setAccessibleText(sentence + " "
                + bench.text(
                        "rights.spoken",
                        rights.needed().size() - missing.size(),
                        rights.needed().size(),
                        surplus.size()));
    }

    private static Node bar(Rights rights) {
        var bar = new HBox(4);
        bar.getStyleClass().add("rights-bar");
        rights.needed().keySet().stream()
                .filter(right -> !rights.missing().contains(right))
                .forEach(_ -> bar.getChildren().add(part("given")));
        rights.missing().forEach(_ -> bar.getChildren().add(part("missing")));
        rights.surplus().forEach(_ -> bar.getChildren().add(part("surplus")));
        return bar;
    }

    private static Region part(String kind) {
        var part = new Region();
        part.getStyleClass().addAll("rights-part", kind);
        HBox.setHgrow(part, Priority.ALWAYS);
        part.setMaxWidth(Double.MAX_VALUE);
        return part;
    }

    private Node counts(Rights rights) {
        int needed = rights.needed().size();
        var given = Wording.caption(
                bench.text("rights.count", needed - rights.missing().size(), needed));
        given.getStyleClass().add("strong");
        return given;
    }

    private GridPane matrix(Rights rights) {
        var grid = new GridPane();
        grid.getStyleClass().add("rights-grid");
        var first = new ColumnConstraints();
        first.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().add(first);
        grid.add(WholeTip.on(Wording.caption(bench.text("rights.module"))), 0, 0);
        var actions = Permission.Action.values();
        for (int at = 0; at < actions.length; at++) {
            var column = new ColumnConstraints();
            column.setHalignment(HPos.CENTER);
            column.setMinWidth(Region.USE_PREF_SIZE);
            grid.getColumnConstraints().add(column);
            grid.add(Wording.caption(bench.flowText("rights." + actions[at].key())), at + 1, 0);
        }
        int line = 1;
        for (var module : modules(rights)) {
            grid.add(Wording.wrapped(Wording.body(bench.flowText("rights.module." + module))), 0, line);
            for (int at = 0; at < actions.length; at++) {
                grid.add(mark(rights, new Permission(module, actions[at])), at + 1, line);
            }
            line++;
        }
        return grid;
    }

    /// Those that matter for this flow and this group.
    private static List<String> modules(Rights rights) {
        var all = new TreeSet<>(rights.needed().keySet());
        all.addAll(rights.surplus());
        return all.stream().map(Permission::module).distinct().toList();
    }

    private Node mark(Rights rights, Permission right) {
        boolean needed = rights.needed().containsKey(right);
        boolean missing = rights.missing().contains(right);
        boolean surplus = rights.surplus().contains(right);
        if (!needed && !surplus) {
            return Wording.caption("–");
        }
        var kind = missing ? "missing" : surplus ? "surplus" : rights.group().isEmpty() ? "needed" : "given";
        var icon = missing ? "cross" : surplus ? "plus" : "check";
        var mark = new StackPane(Icon.of(icon, "icon-14"));
        mark.getStyleClass().addAll("rights-mark", kind);
        mark.setAccessibleText(right.text(bench.words().flowTexts()) + ", " + bench.text("rights.legend." + kind));
        return mark;
    }

    private FlowPane legend() {
        var legend = new FlowPane(16, 4);
        for (var kind : List.of("given", "missing", "surplus")) {
            var icon = kind.equals("given") ? "check" : kind.equals("missing") ? "cross" : "plus";
            var tone = kind.equals("given") ? "success" : kind.equals("missing") ? "danger" : "warning";
            var label = new Label(bench.text("rights.legend." + kind), Icon.of(icon, "icon-14"));
            label.getStyleClass().addAll("caption", "rights-legend", "tone-" + tone);
            legend.getChildren().add(label);
        }
        return legend;
    }

    private VBox deeds(Rights rights, SortedSet<Permission> missing) {
        var deeds = new VBox(8);
        var needed = new TreeSet<>(rights.needed().keySet());
        if (rights.group().map(group -> !group.permissions().equals(needed)).orElse(true) && !needed.isEmpty()) {
            var create = Press.plain(
                    bench.counted("rights.create", needed.size()),
                    "shield",
                    () -> acts.create().accept(needed));
            create.setId("rights-create");
            deeds.getChildren().add(create);
        }
        rights.group().filter(_ -> !missing.isEmpty()).ifPresent(group -> {
            var what = missing.size() == 1
                    ? missing.getFirst().text(bench.words().flowTexts())
                    : bench.counted("rights.missing-rights", missing.size());
            var add = Press.plain(
                    bench.text("rights.add", what, group.name()),
                    "plus",
                    () -> acts.save().accept(group.with(missing)));
            add.setId("rights-add");
            deeds.getChildren().add(add);
        });
        deeds.getChildren().forEach(button -> {
            ((Region) button).setMaxWidth(Double.MAX_VALUE);
            ((Button) button).setWrapText(true);
        });
        return deeds;
    }
}
