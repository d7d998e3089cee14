package io.signalbox.designer.panel;

import io.signalbox.flow.Flow;
import io.signalbox.flow.Function;
import io.signalbox.flow.FunctionCall;
import io.signalbox.flow.PhoneNumber;
import io.signalbox.flow.Template;
import io.signalbox.flow.Value;
import java.util.List;
import java.util.stream.Stream;

/// The calling code that numbers written without one most probably lack: that of the flow's clock, else of its
/// language.
final class CountryCode {
    private CountryCode() {}

    /// Blank when nothing tells.
    static String of(Flow flow) {
        return switch (flow.zone().getId()) {
            case "America/Sao_Paulo", "America/Manaus", "America/Fortaleza", "America/Bahia", "America/Recife" -> "55";
            case "America/Bogota" -> "57";
            case "America/Lima" -> "51";
            case "America/Santiago" -> "56";
            case "America/Argentina/Buenos_Aires", "America/Buenos_Aires" -> "54";
            case "America/Mexico_City", "America/Monterrey" -> "52";
            case "America/Guayaquil" -> "593";
            case "Europe/Lisbon" -> "351";
            case "Europe/Madrid" -> "34";
            case "Europe/Paris" -> "33";
            case "Europe/Rome" -> "39";
            case "Europe/London" -> "44";
            case "America/New_York", "America/Chicago", "America/Los_Angeles" -> "1";
            default ->
                switch (flow.language()) {
                    case PT_BR -> "55";
                    case PT_PT -> "351";
                    case FR -> "33";
                    case IT -> "39";
                    case EN, ES -> "";
                };
        };
    }

    /// True for what can be read as a phone number.
    static boolean isPhone(Value value, Flow flow) {
        return value instanceof Value.Text(var text)
                && text.length() > 7
                && PhoneNumber.digits(text, of(flow)).isPresent();
    }

    /// The value as international digits, where a function makes a number of it; else as it is.
    static Template.Slot dialled(Template.Slot slot, Bench bench) {
        var scope = bench.preview().model().scope(bench.flow());
        var code = of(bench.flow());
        return Stream.concat(Stream.of(List.<String>of()), Stream.of(List.of(code)))
                .map(arguments ->
                        new Template.Slot(slot.path(), List.of(new FunctionCall(Function.PHONE_DIGITS, arguments))))
                .filter(made ->
                        !scope.map(made::evaluate).orElseGet(Value::nothing).isMissing())
                .findFirst()
                .orElse(slot);
    }
}
