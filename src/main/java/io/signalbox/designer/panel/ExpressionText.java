package io.signalbox.designer.panel;

import io.signalbox.flow.Expression;
import io.signalbox.flow.FunctionCall;
import io.signalbox.flow.SyntaxException;
import io.signalbox.flow.Template;
import io.signalbox.flow.Value;
import java.util.List;

/// An expression as a person types it: plain text with `{{ path | function }}` in between.
final class ExpressionText {
    private ExpressionText() {}

    static String of(Expression expression) {
        return switch (expression) {
            case Expression.Literal literal -> literal.value().asText().replace("{{", "{{{{");
            case Expression.Reference(var path, var apply, var _) -> new Template.Slot(path, apply).toString();
            case Expression.Filled filled -> filled.template().toString();
        };
    }

    /// What the typed text means: a text, one value, or a text with values in it.
    ///
    /// @param before what stood there; kept when the text still says the same, so that a number stays a number
    /// @throws SyntaxException when it cannot be read yet
    static Expression parse(String text, Expression before) {
        if (text.equals(of(before))) {
            return before;
        }
        var template = Template.parse(text);
        if (template.parts().isEmpty()) {
            return Expression.literal("");
        }
        if (template.parts().size() == 1) {
            return switch (template.parts().getFirst()) {
                case Template.Plain(var plain) -> new Expression.Literal(Value.of(plain), outer(before));
                case Template.Slot(var path, var apply) -> new Expression.Reference(path, apply);
            };
        }
        return new Expression.Filled(template, outer(before));
    }

    /// The functions around the whole, which the text does not show.
    private static List<FunctionCall> outer(Expression before) {
        return switch (before) {
            case Expression.Literal literal -> literal.apply();
            case Expression.Filled filled -> filled.apply();
            case Expression.Reference _ -> List.of();
        };
    }
}
