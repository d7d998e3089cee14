package io.signalbox.connector.fracttal;

import io.signalbox.flow.Condition;
import io.signalbox.flow.Expression;
import io.signalbox.flow.Flow;
import io.signalbox.flow.FunctionCall;
import io.signalbox.flow.JsonLogic;
import io.signalbox.flow.MapRow;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Path;
import io.signalbox.flow.Template;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Conditions and values of a flow as JSON Logic with the operators that the Hub adds, as far as both can say the
/// same. Of the Hub's own operators only `case` and `trim` are used, in the signatures of
/// `hub.fracttal.com/etl/en/transformations/custom-operators`: its two pages on operators disagree about the rest.
final class HubLogic {
    private static final String IF = "if";
    private static final Value NEVER = Value.of(false);

    private final Flow flow;
    private final Set<NodeId> known;
    private final HubNotes notes;

    /// @param known nodes whose output the Hub's flow has: its event and its one source
    HubLogic(Flow flow, Set<NodeId> known, HubNotes notes) {
        this.flow = flow;
        this.known = known;
        this.notes = notes;
    }

    /// What cannot be asked is replaced by `false`: a flow that stays silent does less harm than one that tells
    /// everybody.
    Value condition(NodeId node, Condition condition) {
        return switch (condition) {
            case Condition.Row row -> row(node, row);
            case Condition.Group(var mode, var of, var _) -> {
                var parts = of.stream()
                        .filter(part -> !(part instanceof Condition.Row row && row.off()))
                        .map(part -> condition(node, part))
                        .toList();
                if (parts.contains(NEVER)) {
                    yield NEVER;
                }
                yield switch (mode) {
                    case ALL -> parts.isEmpty() ? Value.of(true) : Value.fields("and", new Value.Items(parts));
                    case ANY -> parts.isEmpty() ? NEVER : Value.fields("or", new Value.Items(parts));
                    case NONE -> Value.fields("!", Value.items(Value.fields("or", new Value.Items(parts))));
                };
            }
        };
    }

    private Value row(NodeId node, Condition.Row row) {
        if (!known.contains(row.path().root())) {
            notes.refuse(node, "unknown", row.path().toString());
            return NEVER;
        }
        var same = JsonLogic.of(row);
        if (same.isPresent()) {
            return same.get();
        }
        var exact = JsonLogic.of(row.withStrict(true));
        if (exact.isPresent()) {
            notes.differ(node, "exact", row.path().toString());
            return exact.get();
        }
        notes.refuse(node, "condition", row.path() + " " + row.operator().key());
        return NEVER;
    }

    /// Empty when it cannot be said; why is noted.
    Optional<Value> row(NodeId node, MapRow row) {
        return value(node, row.to(), row.from()).map(value -> {
            var first = row.from().paths().stream().findFirst();
            return row.fallback().isPresent() && first.isPresent()
                    ? either(first.get(), value, Value.of(row.fallback().get()))
                    : value;
        });
    }

    Optional<Value> value(NodeId node, String part, Expression expression) {
        for (var path : expression.paths()) {
            if (!known.contains(path.root())) {
                notes.refuse(node, "unknown", part + ": " + path);
                return Optional.empty();
            }
        }
        return switch (expression) {
            case Expression.Literal literal -> applied(node, part, literal.value(), Optional.empty(), literal.apply());
            case Expression.Reference reference ->
                applied(node, part, var(reference.path()), Optional.of(reference.path()), reference.apply());
            case Expression.Filled filled ->
                filled(node, part, filled.template())
                        .flatMap(text -> applied(node, part, text, Optional.empty(), filled.apply()));
        };
    }

    private Optional<Value> filled(NodeId node, String part, Template template) {
        var texts = new ArrayList<Value>();
        for (var each : template.parts()) {
            switch (each) {
                case Template.Plain(var text) -> texts.add(Value.of(text));
                case Template.Slot(var path, var apply) -> {
                    var slot = applied(node, part, var(path), Optional.of(path), apply);
                    if (slot.isEmpty()) {
                        return Optional.empty();
                    }
                    texts.add(slot.get());
                }
            }
        }
        return Optional.of(Value.fields("cat", new Value.Items(texts)));
    }

    private Optional<Value> applied(
            NodeId node, String part, Value value, Optional<Path> path, List<FunctionCall> calls) {
        var result = value;
        for (var call : calls) {
            var next = applied(result, path, call);
            if (next.isEmpty()) {
                notes.refuse(node, "function", part + ": " + call);
                return Optional.empty();
            }
            result = next.get();
        }
        return Optional.of(result);
    }

    private Optional<Value> applied(Value value, Optional<Path> path, FunctionCall call) {
        return switch (call.function()) {
            case UPPER, LOWER ->
                Optional.of(Value.fields(
                        "case", Value.items(value, Value.of(call.function().key()))));
            case TRIM -> Optional.of(Value.fields("trim", Value.items(value, Value.of(" "), Value.of("all"))));
            case DEFAULT ->
                path.map(from -> either(from, value, Value.of(call.arguments().getFirst())));
            case LOOKUP -> lookup(value, call.arguments().getFirst());
            case DATE, NUMBER, TITLE, SHORTEN, JOIN, FIRST, LAST, COUNT, SUM, REPLACE, PHONE_DIGITS, IF ->
                Optional.empty();
        };
    }

    /// The table, written out as a chain of questions.
    private Optional<Value> lookup(Value value, String table) {
        var found = flow.tables().get(table);
        if (found == null || found.rows().isEmpty()) {
            return Optional.empty();
        }
        var chain = new ArrayList<Value>();
        found.rows().forEach((code, word) -> {
            chain.add(Value.fields("===", Value.items(value, Value.of(code))));
            chain.add(Value.of(word));
        });
        chain.add(found.otherwise().<Value>map(Value::of).orElse(Value.nothing()));
        return Optional.of(Value.fields(IF, new Value.Items(chain)));
    }

    private static Value either(Path path, Value value, Value otherwise) {
        var filled = JsonLogic.of(
                new Condition.Row(path, Operator.NOT_EMPTY, Value.nothing(), Condition.As.AS_IS, false, false));
        return Value.fields(IF, Value.items(filled.orElse(value), value, otherwise));
    }

    private static Value var(Path path) {
        return Value.fields("var", Value.of(path.toString()));
    }
}
