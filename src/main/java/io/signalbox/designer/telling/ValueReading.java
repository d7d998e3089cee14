package io.signalbox.designer.telling;

import io.signalbox.flow.Expression;
import io.signalbox.flow.FunctionCall;
import io.signalbox.flow.MapRow;
import io.signalbox.flow.Template;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import java.util.List;
import java.util.stream.Collectors;

/// Where a value comes from, on one line: “Event › WO number, upper case”.
record ValueReading(PathReading paths, Texts texts) {

    String of(MapRow row) {
        var from = row.from().isBlank() ? "" : of(row.from());
        var fallback = row.fallback().map(this::quoted);
        if (from.isEmpty()) {
            return fallback.orElse(texts.text("value.none"));
        }
        return fallback.map(instead -> texts.text("value.fallback", from, instead))
                .orElse(from);
    }

    String of(Expression expression) {
        return switch (expression) {
            case Expression.Literal(var value, var apply, var _) -> literal(value) + calls(apply);
            case Expression.Reference(var path, var apply, var _) -> paths.whole(path) + calls(apply);
            case Expression.Filled(var template, var apply, var _) -> filled(template) + calls(apply);
        };
    }

    private String literal(Value value) {
        return value instanceof Value.Text(var text) ? quoted(text) : value.asText();
    }

    /// Text as it goes out, each place to be filled in brackets.
    private String filled(Template template) {
        return quoted(template.parts().stream()
                .map(part -> switch (part) {
                    case Template.Plain(var text) -> text;
                    case Template.Slot(var path, var apply) -> "[" + paths.whole(path) + calls(apply) + "]";
                })
                .collect(Collectors.joining()));
    }

    private String calls(List<FunctionCall> apply) {
        return apply.stream().map(call -> ", " + paths.call(call)).collect(Collectors.joining());
    }

    private String quoted(String text) {
        return texts.text("quoted", line(text));
    }

    /// What is on several lines, on one.
    static String line(String text) {
        return text.lines().map(String::strip).filter(part -> !part.isEmpty()).collect(Collectors.joining(" / "));
    }
}
