package io.signalbox.flow;

import java.util.List;
import java.util.stream.Stream;

/// What the samples of a flow know of a field. They tell of the event's data, and of what a source answered unless it
/// hands on one item after the other.
final class SampleFields {
    private final Flow flow;

    SampleFields(Flow flow) {
        this.flow = flow;
    }

    /// The first value that a sample has there.
    Value at(Path path) {
        return roots(path)
                .map(root -> below(path).from(root))
                .filter(value -> !value.isMissing())
                .findFirst()
                .orElse(Value.nothing());
    }

    /// True when there are samples that could have the field, and none has it, not even empty.
    boolean isUnknown(Path path) {
        var roots = roots(path).toList();
        return !roots.isEmpty() && roots.stream().noneMatch(root -> has(root, below(path)));
    }

    private static boolean has(Value root, Path path) {
        var steps = path.steps();
        if (steps.isEmpty()) {
            return true;
        }
        var parent = new Path(path.root(), steps.subList(0, steps.size() - 1)).from(root);
        return switch (steps.getLast()) {
            case Path.Member(var name) ->
                parent instanceof Value.Fields fields && fields.fields().containsKey(name);
            case Path.Index(var index) -> parent.asItems().size() > index;
        };
    }

    private Stream<Value> roots(Path path) {
        if (path.root().equals(Path.TRIGGER)) {
            return path.startsWith(Condition.EVENT_DATA) ? events() : Stream.empty();
        }
        boolean told = flow.node(path.root()).orElse(null) instanceof Node.Source source && !source.isIterating();
        return flow.samples().stream()
                .filter(_ -> told)
                .map(sample -> sample.replies().getOrDefault(path.root(), Value.nothing()))
                .filter(Value.Fields.class::isInstance);
    }

    private Stream<Value> events() {
        return flow.samples().stream()
                .map(sample -> sample.event().at("data"))
                .filter(data -> data instanceof Value.Fields fields && !fields.isEmpty());
    }

    /// The path as it goes on from a root of [#roots].
    private static Path below(Path path) {
        List<Path.Step> steps = path.steps();
        return path.root().equals(Path.TRIGGER) ? new Path(path.root(), steps.subList(1, steps.size())) : path;
    }
}
