package io.signalbox.designer.panel;

import io.signalbox.connector.Field;
import io.signalbox.connector.Field.Recipient.Form;
import io.signalbox.engine.gate.Recipient;
import io.signalbox.flow.Expression;
import io.signalbox.flow.PhoneNumber;
import io.signalbox.flow.Value;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;

/// What a setting gives for the sample, in the line below it.
record SettingResult(Bench bench, Field field) {

    /// Empty when the value is plain text that speaks for itself.
    Optional<Label> of(Expression expression) {
        boolean recipient = field instanceof Field.Recipient;
        if (expression.isBlank() || (expression instanceof Expression.Literal && !recipient)) {
            return Optional.empty();
        }
        return Optional.of(bench.preview()
                .model()
                .scope(bench.flow())
                .map(expression::evaluate)
                .map(this::said)
                .orElseGet(() -> Wording.caption(bench.text("condition.no-sample"))));
    }

    private Label said(Value value) {
        if (field instanceof Field.Recipient recipient) {
            return reached(recipient, value);
        }
        return value.isMissing() ? Wording.warning(bench.text("value.empty")) : Wording.result(value.asText());
    }

    /// Whom the message of the sample would reach, or why nobody: as the send gate will judge.
    private Label reached(Field.Recipient recipient, Value value) {
        var form = recipient.form();
        var all = Recipient.in(form, value);
        if (all.isEmpty()) {
            return recipient.required()
                    ? Wording.warning(bench.text("setting.no-recipient"))
                    : Wording.caption(bench.text("value.empty"));
        }
        var text = value.asText();
        return all.stream()
                .filter(each -> !each.isValid())
                .findFirst()
                .map(wrong -> Wording.warning(
                        bench.text("setting.bad-recipient." + form.name().toLowerCase(Locale.ROOT), wrong.address())))
                .orElseGet(() -> Wording.result(form == Form.PHONE ? PhoneNumber.readable(text) : text));
    }
}
