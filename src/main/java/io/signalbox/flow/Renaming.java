package io.signalbox.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gives nodes other ids, and every reference to them follows: paths in settings, fields, conditions and templates.
/// `trigger` as the root of a path means whichever trigger fired, so it stays.
public record Renaming(Map<NodeId, NodeId> ids) {
    public Renaming {
        ids = Map.copyOf(ids);
    }

    public NodeId id(NodeId id) {
        return ids.getOrDefault(id, id);
    }

    public Node node(Node node) {
        var id = id(node.id());
        return switch (node) {
            case Node.Trigger n ->
                new Node.Trigger(id, n.name(), n.type(), settings(n.settings()), when(n.when()), n.off(), n.extra());
            case Node.Source n ->
                new Node.Source(
                        id,
                        n.name(),
                        n.type(),
                        n.connection(),
                        n.operation(),
                        settings(n.settings()),
                        path(n.each()),
                        path(n.groupBy()),
                        n.off(),
                        n.extra());
            case Node.Connection n ->
                new Node.Connection(
                        id,
                        n.name(),
                        n.type(),
                        n.connection(),
                        n.operation(),
                        settings(n.settings()),
                        n.off(),
                        n.extra());
            case Node.Configuration n ->
                new Node.Configuration(id, n.name(), rows(n.fields()), when(n.when()), n.off(), n.extra());
        };
    }

    public Wire wire(Wire wire) {
        return new Wire(
                id(wire.from()), id(wire.to()), when(wire.when()), wire.otherwise(), wire.onError(), wire.extra());
    }

    public Note note(Note note) {
        return note.withId(id(note.id()));
    }

    public Group group(Group group) {
        return group.renamed(ids);
    }

    private Settings settings(Settings settings) {
        var changed = settings;
        for (var setting : settings.values().entrySet()) {
            changed = changed.with(setting.getKey(), expression(setting.getValue()));
        }
        return changed;
    }

    private List<MapRow> rows(List<MapRow> rows) {
        return rows.stream().map(row -> row.withFrom(expression(row.from()))).toList();
    }

    private Expression expression(Expression expression) {
        return switch (expression) {
            case Expression.Literal literal -> literal;
            case Expression.Reference(var path, var apply, var extra) ->
                new Expression.Reference(path(path), apply, extra);
            case Expression.Filled(var template, var apply, var extra) ->
                new Expression.Filled(template(template), apply, extra);
        };
    }

    private Template template(Template template) {
        return new Template(template.parts().stream()
                .map(part -> part instanceof Template.Slot(var path, var apply)
                        ? new Template.Slot(path(path), apply)
                        : part)
                .toList());
    }

    private Condition when(Condition condition) {
        return switch (condition) {
            case Condition.Row row ->
                new Condition.Row(
                        path(row.path()), row.operator(), row.value(), row.as(), row.strict(), row.off(), row.extra());
            case Condition.Group(var mode, var of, var extra) ->
                new Condition.Group(mode, of.stream().map(this::when).toList(), extra);
        };
    }

    private Optional<Path> path(Optional<Path> path) {
        return path.map(this::path);
    }

    private Path path(Path path) {
        return path.root().equals(Path.TRIGGER) ? path : new Path(id(path.root()), path.steps());
    }
}
