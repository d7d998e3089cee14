package io.signalbox.connector.fracttal;

import io.signalbox.connector.Operation;
import io.signalbox.flow.Value;
import java.util.List;

/// Warehouses and what they keep.
///
/// Our reading: the names of the filters of `warehouses_items`. `below_minimum` is ours.
final class Stores {
    private static final String NEEDED = "warehouses:see";

    /// As the documented examples write it for once.
    private static final String MISSPELT = "min_stoc_level";

    private Stores() {}

    static List<Action> all() {
        return List.of(warehouses(), stock());
    }

    private static Action warehouses() {
        return Action.list(
                Operation.read("list-warehouses", List.of(), Examples.rows(Examples.warehouse()))
                        .needing(NEEDED),
                (api, _) -> Action.page(api.path("/warehouses")),
                (_, rows) -> Action.rows(rows));
    }

    private static Action stock() {
        return Action.list(
                Operation.read(
                                "list-stock",
                                List.of(
                                        Action.required("warehouse", "1", "id_warehouse"),
                                        Action.text("part", "BRG-6204")),
                                Examples.rows(judged(Examples.stock())))
                        .needing(NEEDED),
                (api, call) -> {
                    var list = Action.filter(api.path("/warehouses_items"), call, "warehouse", "id_warehouse");
                    return Action.page(Action.filter(list, call, "part", "code"));
                },
                (_, rows) -> Action.rows(rows.stream().map(Stores::judged).toList()));
    }

    /// With the least level under its usual name.
    private static Value judged(Value row) {
        var least = row.at("min_stock_level").isMissing() ? row.at(MISSPELT) : row.at("min_stock_level");
        boolean below = row.at("stock") instanceof Value.Decimal(var stock)
                && least instanceof Value.Decimal(var minimum)
                && stock.compareTo(minimum) < 0;
        return row.asFields()
                .withPresent("min_stock_level", least)
                .with("below_minimum", Value.of(below))
                .with(
                        "version",
                        Value.of(row.at("code").asText() + "/" + row.at("stock").asText()));
    }
}
