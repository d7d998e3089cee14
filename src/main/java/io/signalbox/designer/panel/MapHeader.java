package io.signalbox.designer.panel;

import io.signalbox.designer.Icon;
import io.signalbox.designer.Tip;
import io.signalbox.flow.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Above the rows of a field map: how many have a value, Auto-map, and which are shown.
final class MapHeader extends FlowPane {
    private final Bench bench;
    private final HBox counter = new HBox();
    private long countedMapped = -1;
    private long countedWanted = -1;
    private final MenuButton shown = new MenuButton("", Icon.of("filter", "icon-14"));

    /// @param swaps asked when the list of other steps opens
    MapHeader(
            Bench bench,
            Runnable autoMap,
            Supplier<List<SourceSwap>> swaps,
            Consumer<SourceSwap> swap,
            Consumer<MapFilter> filter) {
        super(8, 4);
        this.bench = bench;
        getStyleClass().add("field-map-header");
        setAlignment(Pos.CENTER_LEFT);
        shown.getStyleClass().add("small");
        shown.setTooltip(new Tip(bench.text("map.filter")));
        shown.setId("map-filter");
        var group = new ToggleGroup();
        for (var each : MapFilter.values()) {
            var item = new RadioMenuItem(bench.text(each.key()));
            item.setId("map-filter-" + each.name().toLowerCase(Locale.ROOT));
            item.setToggleGroup(group);
            item.setSelected(each == MapFilter.ALL);
            item.setOnAction(_ -> {
                filtered(each);
                filter.accept(each);
            });
            shown.getItems().add(item);
        }
        shown.setMinWidth(Region.USE_PREF_SIZE);
        filtered(MapFilter.ALL);
        var automap = Press.small(bench.text("map.auto"), "", autoMap);
        automap.setId("map-auto");
        automap.setMinWidth(Region.USE_PREF_SIZE);
        var title = Wording.strong(bench.text("map.title"));
        title.setMinWidth(Region.USE_PREF_SIZE);
        counter.setAlignment(Pos.CENTER_LEFT);
        counter.setId("map-counter");
        var lead = new HBox(8, title, counter);
        lead.setAlignment(Pos.CENTER_LEFT);
        var acts = new HBox(8, automap, swapping(swaps, swap), shown);
        acts.setAlignment(Pos.CENTER_LEFT);
        // Side by side they stand at both ends; in a narrow panel they wrap.
        lead.minWidthProperty()
                .bind(widthProperty().subtract(acts.widthProperty()).subtract(getHgap()));
        getChildren().addAll(lead, acts);
    }

    private MenuButton swapping(Supplier<List<SourceSwap>> swaps, Consumer<SourceSwap> swap) {
        var menu = new MenuButton("", Icon.of("swap", "icon-14"));
        menu.getStyleClass().add("small");
        menu.setId("map-swap");
        menu.setTooltip(new Tip(bench.text("map.swap")));
        menu.setAccessibleText(bench.text("map.swap"));
        menu.setMinWidth(Region.USE_PREF_SIZE);
        var none = new MenuItem(bench.text("map.swap.none"));
        none.setDisable(true);
        menu.getItems().add(none);
        menu.setOnShowing(_ -> {
            var items = swaps.get().stream().map(each -> item(each, swap)).toList();
            menu.getItems().setAll(items.isEmpty() ? List.of(none) : items);
        });
        return menu;
    }

    private MenuItem item(SourceSwap each, Consumer<SourceSwap> swap) {
        var words = new PathWords(bench);
        var from = words.root(new Path(each.from(), List.of()));
        var to = words.root(new Path(each.to(), List.of()));
        return ConditionGroup.item(
                bench.text("map.swap.to", from, to, each.found(), each.all()), () -> swap.accept(each));
    }

    private void filtered(MapFilter by) {
        shown.setText(bench.text(by.key()));
        shown.setAccessibleText(bench.text("map.filter") + ": " + shown.getText());
    }

    void count(long mapped, long wanted) {
        if (mapped == countedMapped && wanted == countedWanted) {
            return;
        }
        countedMapped = mapped;
        countedWanted = wanted;
        boolean all = mapped == wanted;
        counter.getChildren()
                .setAll(Wording.pill(
                        bench.text("map.counter", mapped, wanted),
                        wanted == 0 ? "" : all ? "success" : "warning",
                        wanted == 0 ? "" : all ? "check" : "warning"));
    }
}
