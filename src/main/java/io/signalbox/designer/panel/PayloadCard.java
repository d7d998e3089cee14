package io.signalbox.designer.panel;

import io.signalbox.designer.Icon;
import io.signalbox.designer.WholeTip;
import io.signalbox.designer.panel.TabBar.Tab;
import io.signalbox.flow.Value;
import io.signalbox.flow.Wire;
import io.signalbox.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What passed over one wire, as table, tree or JSON; when nothing did, why and what to do about it.
public final class PayloadCard extends VBox {
    private static final int MOST_ROWS = 8;
    private static final int MOST_BRANCHES = 200;
    /// Characters and parts of a value that its line shows.
    private static final int LONGEST = 200;

    private static final int MOST_WORDS = 20;

    private final Bench bench;
    private final List<Value> items;
    private final TabBar tabs = new TabBar(this::choose);
    private final StackPane content = new StackPane();
    private final HBox pager = new HBox(4);
    private final Label size = Wording.caption("");
    private final PathWords names;
    private final JsonView json;
    private final PopupCard popup;
    private String page = "table";
    private int shown;

    public PayloadCard(Bench bench, Wire wire) {
        this.bench = bench;
        names = new PathWords(bench);
        json = new JsonView(bench, bench.text("payload.json"));
        items = bench.preview().model().passed(wire);
        getStyleClass().add("payload-card");
        setId("payload");
        popup = new PopupCard(this);
        popup.setOnHidden(json::close);
        var title = Wording.wrapped(Wording.strong(title(wire)));
        title.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head =
                new HBox(8, title, gap, Stamp.of(bench), Press.icon("cross", bench.text("payload.close"), popup::hide));
        head.setAlignment(Pos.CENTER_LEFT);
        setAccessibleText(title.getText());
        if (items.isEmpty()) {
            getChildren().addAll(head, Wording.wrapped(Wording.body(new WireReason(bench, wire).text())));
            return;
        }
        pager.setAlignment(Pos.CENTER_RIGHT);
        var tail = new Region();
        HBox.setHgrow(tail, Priority.ALWAYS);
        var foot = new HBox(8, size, tail, pager);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("payload-foot");
        getChildren().addAll(head, tabs, content, foot);
        show();
    }

    public void showBelow(Node owner) {
        popup.showBelow(owner);
    }

    private String title(Wire wire) {
        var to = bench.title(wire.to());
        return items.isEmpty()
                ? bench.text("payload.none", to)
                : bench.text("payload.title", bench.counted("step.got", items.size()), to);
    }

    void choose(String key) {
        page = key;
        show();
    }

    private void turn(int by) {
        shown = Math.floorMod(shown + by, items.size());
        show();
    }

    private void show() {
        var value = items.get(shown);
        tabs.show(
                Stream.of("table", "tree", "json")
                        .map(key -> new Tab(key, bench.text("payload." + key), ""))
                        .toList(),
                page);
        content.getChildren()
                .setAll(
                        switch (page) {
                            case "tree" -> tree(value);
                            case "json" -> {
                                json.show(value);
                                yield json;
                            }
                            default -> table(value);
                        });
        size.setText("");
        int turn = shown;
        bench.background()
                .run(
                        () -> Json.pretty(value).getBytes(StandardCharsets.UTF_8).length,
                        bytes -> {
                            if (turn == shown) {
                                size.setText(String.format(
                                        bench.words().language().locale(), "%.1f\u00a0kB", bytes / 1000.0));
                            }
                        },
                        failure -> {
                            throw new IllegalStateException("measuring a payload", failure);
                        });
        pager.setVisible(items.size() > 1);
        pager.getChildren()
                .setAll(
                        Press.icon("previous", bench.text("payload.previous"), () -> turn(-1)),
                        Wording.caption(bench.text("payload.item", shown + 1, items.size())),
                        Press.icon("right", bench.text("payload.next"), () -> turn(1)));
    }

    private Node table(Value value) {
        var grid = new GridPane();
        grid.getStyleClass().add("payload-table");
        var members = value instanceof Value.Fields(var fields)
                ? fields.entrySet().stream()
                        .filter(member -> !member.getValue().isMissing())
                        .toList()
                : List.of(Map.entry("", value));
        members.stream().limit(MOST_ROWS).forEach(member -> {
            var name =
                    new Label(names.field(member.getKey()), Icon.of(PathWords.typeIcon(member.getValue()), "icon-14"));
            name.getStyleClass().addAll("caption", "muted", "payload-name");
            var text = new Label(brief(member.getValue()));
            text.getStyleClass().add("caption");
            text.setMaxWidth(Double.MAX_VALUE);
            // It takes what the names leave, and never from them.
            text.setPrefWidth(0);
            GridPane.setHgrow(text, Priority.ALWAYS);
            grid.addRow(grid.getRowCount(), WholeTip.on(name), WholeTip.on(text));
        });
        if (members.size() <= MOST_ROWS) {
            return grid;
        }
        return new VBox(
                4, grid, Press.link(bench.counted("payload.more", members.size() - MOST_ROWS), () -> choose("json")));
    }

    private Node tree(Value value) {
        var root = new Branch(names, "", value);
        root.setExpanded(true);
        var tree = new TreeView<>(root);
        tree.setShowRoot(false);
        tree.setPrefHeight(240);
        tree.setAccessibleText(bench.text("payload.tree"));
        return tree;
    }

    /// Makes what lies below it when it is first looked into.
    private static final class Branch extends TreeItem<String> {
        private final PathWords names;
        private final Value value;
        private boolean made;

        Branch(PathWords names, String name, Value value) {
            super(
                    switch (value) {
                        case Value.Fields _, Value.Items _ -> name;
                        case Value.Text _, Value.Decimal _, Value.Truth _, Value.Nothing _ ->
                            name + ": " + brief(value);
                    });
            this.names = names;
            this.value = value;
        }

        @Override
        public boolean isLeaf() {
            return switch (value) {
                case Value.Fields fields -> fields.isEmpty();
                case Value.Items(var items) -> items.isEmpty();
                case Value.Text _, Value.Decimal _, Value.Truth _, Value.Nothing _ -> true;
            };
        }

        @Override
        public ObservableList<TreeItem<String>> getChildren() {
            if (!made) {
                made = true;
                super.getChildren().setAll(parts());
            }
            return super.getChildren();
        }

        private List<Branch> parts() {
            return switch (value) {
                case Value.Fields(var fields) ->
                    fields.entrySet().stream()
                            .limit(MOST_BRANCHES)
                            .map(member -> new Branch(names, names.field(member.getKey()), member.getValue()))
                            .toList();
                case Value.Items(var list) ->
                    IntStream.range(0, Math.min(list.size(), MOST_BRANCHES))
                            .mapToObj(at -> new Branch(names, "#" + (at + 1), list.get(at)))
                            .toList();
                case Value.Text _, Value.Decimal _, Value.Truth _, Value.Nothing _ -> List.of();
            };
        }
    }

    /// As much of it as one line can show. Of a long list only as much is put into words.
    private static String brief(Value value) {
        return switch (value) {
            case Value.Items(var items) ->
                cut(items.stream().limit(MOST_WORDS).map(PayloadCard::brief).collect(Collectors.joining(", ")));
            case Value.Fields(var fields) ->
                cut(fields.entrySet().stream()
                        .limit(MOST_WORDS)
                        .map(member -> member.getKey() + ": " + brief(member.getValue()))
                        .collect(Collectors.joining(", ")));
            case Value.Text(var text) -> cut(text).replace('\n', ' ');
            case Value.Decimal _, Value.Truth _, Value.Nothing _ -> value.asText();
        };
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
