package io.signalbox.flow;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Flows and conditions by chance, the same for the same seed. Well formed, not sensible: what the types allow may
/// come.
public final class RandomFlows {
    private static final List<Operator> OPERATORS = List.of(Operator.values());
    private static final List<String> KEYS = List.of("to", "folio", "module", "template", "path", "x y");

    private final Dice dice;

    public RandomFlows(long seed) {
        dice = new Dice(seed);
    }

    public Dice dice() {
        return dice;
    }

    public Condition condition(List<NodeId> roots, int deep) {
        if (deep == 0 || dice.oneIn(3)) {
            return row(roots);
        }
        return new Condition.Group(
                dice.of(List.of(Condition.Mode.values())), dice.list(4, _ -> condition(roots, deep - 1)));
    }

    private Condition.Row row(List<NodeId> roots) {
        var operator = dice.of(OPERATORS);
        return new Condition.Row(
                dice.path(roots),
                operator,
                operand(operator),
                dice.of(List.of(Condition.As.values())),
                dice.oneIn(3),
                dice.oneIn(6));
    }

    private Value operand(Operator operator) {
        return switch (operator.operand()) {
            case NONE -> Value.nothing();
            case ONE -> dice.value();
            case TWO -> dice.oneIn(5) ? dice.value() : Value.items(dice.value(), dice.value());
            case MANY -> dice.oneIn(5) ? dice.value() : new Value.Items(dice.list(4, _ -> dice.value()));
        };
    }

    public Expression expression(List<NodeId> roots) {
        var calls = dice.oneIn(2) ? List.<FunctionCall>of() : dice.list(3, _ -> dice.call());
        return switch (dice.below(3)) {
            case 0 -> new Expression.Literal(dice.value(), calls);
            case 1 -> new Expression.Reference(dice.path(roots), calls);
            default -> new Expression.Filled(dice.template(roots), calls);
        };
    }

    private Settings settings(List<NodeId> roots) {
        var settings = Settings.empty();
        for (int n = dice.below(4); n > 0; n--) {
            settings = settings.with(dice.of(KEYS), expression(roots));
        }
        return settings;
    }

    private Value.Fields extra() {
        return dice.oneIn(4) ? Value.fields("zz-unknown", dice.value()) : Value.Fields.empty();
    }

    private Condition when(List<NodeId> roots) {
        return dice.oneIn(2) ? Condition.always() : condition(roots, 3);
    }

    public Node node(NodeId id, List<NodeId> roots) {
        var name = dice.oneIn(3) ? "" : dice.text();
        boolean off = dice.oneIn(8);
        return switch (id.equals(Path.TRIGGER) ? 0 : dice.below(4)) {
            case 0 ->
                new Node.Trigger(
                        id,
                        name,
                        dice.of(List.of("event", "webhook", "later")),
                        settings(roots),
                        when(roots),
                        off,
                        extra());
            case 1 ->
                new Node.Source(
                        id,
                        name,
                        dice.of(List.of("fracttal", "http", "")),
                        dice.of(List.of("main", "")),
                        dice.of(List.of("find-work-order", "get", "")),
                        settings(roots),
                        dice.oneIn(3) ? Optional.of(dice.path(List.of(id))) : Optional.empty(),
                        dice.oneIn(5) ? Optional.of(dice.path(List.of(id))) : Optional.empty(),
                        off,
                        extra());
            case 2 ->
                new Node.Connection(
                        id,
                        name,
                        dice.of(List.of("whatsapp", "http", "")),
                        dice.of(List.of("main", "")),
                        dice.of(List.of("send-template", "post", "")),
                        settings(roots),
                        off,
                        extra());
            default -> new Node.Configuration(id, name, rows(roots), when(roots), off, extra());
        };
    }

    private List<MapRow> rows(List<NodeId> roots) {
        return dice.list(
                4,
                n -> new MapRow(
                        Integer.toString(n),
                        expression(roots),
                        dice.oneIn(3) ? Optional.of(dice.text()) : Optional.empty(),
                        extra()));
    }

    public Flow flow() {
        var ids = new ArrayList<NodeId>();
        for (int n = dice.below(9); n > 0; n--) {
            ids.add(new NodeId(n == 1 ? "trigger" : "n-" + n));
        }
        var roots = ids.isEmpty() ? List.of(Path.TRIGGER) : List.copyOf(ids);
        var nodes = new LinkedHashMap<NodeId, Node>();
        var places = new LinkedHashMap<NodeId, Point>();
        for (var id : ids) {
            nodes.put(id, node(id, roots));
            if (dice.oneIn(2)) {
                places.put(id, point());
            }
        }
        return new Flow(
                "flow-" + dice.below(100),
                dice.oneIn(3) ? "🔧 \"name\"" : "Name",
                dice.text(),
                dice.of(List.of(Language.values())),
                dice.of(List.of(ZoneId.of("UTC"), ZoneId.of("America/Bogota"), ZoneId.of("+02:00"))),
                tables(),
                nodes,
                ids.isEmpty() ? List.of() : dice.list(8, _ -> wire(ids)),
                layout(places, ids),
                dice.list(2, _ -> sample(roots)),
                Filing.of("Plant A/Alerts", List.of("night", "HVAC")),
                extra());
    }

    /// With notes and groups, or with something else in their stead.
    private Layout layout(SequencedMap<NodeId, Point> places, List<NodeId> ids) {
        if (dice.oneIn(3)) {
            return new Layout(places, Value.fields("notes", dice.value()));
        }
        var layout = new Layout(places, Value.Fields.empty());
        for (int n = dice.below(3); n > 0; n--) {
            layout = layout.withNote(new Note(new NodeId("note-" + n), dice.text(), point(), extra()));
        }
        for (int n = ids.isEmpty() ? 0 : dice.below(3); n > 0; n--) {
            var members = new LinkedHashSet<>(List.of(dice.of(ids), dice.of(ids), new NodeId("note-1")));
            layout = layout.withGroup(new Group(new NodeId("group-" + n), dice.text(), members, extra()));
        }
        return layout;
    }

    /// Any two boxes, circles and doubles included.
    private Wire wire(List<NodeId> ids) {
        return new Wire(dice.of(ids), dice.of(ids), when(ids), dice.oneIn(6), dice.oneIn(6), extra());
    }

    public Point point() {
        return switch (dice.below(5)) {
            case 0 -> new Point(0, -0.0);
            case 1 -> new Point(1e300, -1e-300);
            case 2 -> new Point(0.1 + 0.2, 1.0 / 3);
            default -> new Point(dice.below(2_000) - 500, dice.below(2_000));
        };
    }

    private SequencedMap<String, LookupTable> tables() {
        var tables = new LinkedHashMap<String, LookupTable>();
        for (int n = dice.below(3); n > 0; n--) {
            var rows = new LinkedHashMap<String, String>();
            rows.put(dice.name(), dice.text());
            tables.put(
                    "table " + n, new LookupTable(rows, dice.oneIn(2) ? Optional.of(dice.text()) : Optional.empty()));
        }
        return tables;
    }

    private Sample sample(List<NodeId> roots) {
        var replies = new LinkedHashMap<NodeId, Value>();
        for (int n = dice.below(3); n > 0; n--) {
            replies.put(dice.of(roots), dice.value());
        }
        return new Sample(dice.text(), dice.fields(2).with("n", new Value.Decimal(BigDecimal.ONE)), replies, extra());
    }
}
