package io.signalbox.designer.panel;

import io.signalbox.flow.Flow;
import io.signalbox.flow.Function;
import io.signalbox.flow.FunctionCall;
import io.signalbox.flow.Locality;
import io.signalbox.flow.Value;
import java.util.List;

/// The ways to write a date that people of the flow's language use, each with how the value would look.
final class DatePresets {
    private DatePresets() {}

    /// From the shortest to the longest.
    static List<String> patterns(Flow flow) {
        return switch (flow.language()) {
            case EN -> List.of("d MMM", "d MMM HH:mm", "dd/MM/yyyy", "dd/MM/yyyy HH:mm", "HH:mm", "EEEE d MMMM, HH:mm");
            case PT_BR, PT_PT ->
                List.of("dd/MM", "dd/MM HH:mm", "dd/MM/yyyy", "dd/MM/yyyy HH:mm", "HH:mm", "EEEE, d 'de' MMMM, HH:mm");
            case ES ->
                List.of("dd/MM", "dd/MM HH:mm", "dd/MM/yyyy", "dd/MM/yyyy HH:mm", "HH:mm", "EEEE d 'de' MMMM, HH:mm");
            case FR, IT ->
                List.of("dd/MM", "dd/MM HH:mm", "dd/MM/yyyy", "dd/MM/yyyy HH:mm", "HH:mm", "EEEE d MMMM, HH:mm");
        };
    }

    /// The value written so; the example of the function where the value is no date.
    static String looks(String pattern, Value value, Flow flow) {
        var call = new FunctionCall(Function.DATE, List.of(pattern));
        var locality = new Locality(flow.language(), flow.zone(), flow.tables());
        var made = call.applyTo(value, locality);
        return made.isMissing()
                ? call.applyTo(Value.of(Function.DATE.example().input()), locality)
                        .asText()
                : made.asText();
    }
}
