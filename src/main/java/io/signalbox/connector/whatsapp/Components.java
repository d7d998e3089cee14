package io.signalbox.connector.whatsapp;

import io.signalbox.connector.CallProblem;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/// The `components` of a template message, made from the rows of a configuration and read back into them.
///
/// Rows: `1`, `2` … or a parameter's name for the body, `header.1` or `header.name` for the header, `button.0` …
/// `button.9`
/// for what a link button appends to its address.
public final class Components {
    private final SequencedMap<String, String> header = new LinkedHashMap<>();
    private final SequencedMap<String, String> body = new LinkedHashMap<>();
    private final SequencedMap<String, String> buttons = new TreeMap<>();

    private Components() {}

    /// A component without parameters is left out, as the vendor refuses an empty one.
    ///
    /// @throws CallProblem when the vendor would refuse the message for a row
    public static Value.Items of(Value.Fields rows) throws CallProblem {
        var components = new Components();
        for (var row : rows.fields().entrySet()) {
            components.add(row.getKey(), row.getValue().asText());
        }
        var made = new ArrayList<Value>();
        if (!components.header.isEmpty()) {
            made.add(component("header", components.header));
        }
        if (!components.body.isEmpty()) {
            made.add(component("body", components.body));
        }
        components.buttons.forEach((index, text) -> made.add(Value.fields("type", Value.of("button"))
                .with("sub_type", Value.of("url"))
                .with("index", Value.of(index))
                .with("parameters", Value.items(parameter(text)))));
        return new Value.Items(made);
    }

    /// The rows that make these components: the way back from a message to what was mapped.
    public static Value.Fields rows(Value components) {
        var rows = new LinkedHashMap<String, Value>();
        for (var component : components.asItems()) {
            var type = component.at("type").asText();
            var prefix = switch (type) {
                case "body" -> "";
                case "button" -> "button." + component.at("index").asText();
                default -> type + ".";
            };
            int position = 0;
            for (var parameter : component.at("parameters").asItems()) {
                position++;
                var name = parameter.at("parameter_name");
                var place = name.isMissing() ? Integer.toString(position) : name.asText();
                rows.put(type.equals("button") ? prefix : prefix + place, parameter.at("text"));
            }
        }
        return Value.fields(rows);
    }

    private void add(String target, String text) throws CallProblem {
        var fault = MessageRules.parameterFault(text);
        if (fault.isPresent()) {
            throw new CallProblem(fault.get(), target);
        }
        if (target.startsWith("button.")) {
            var index = target.substring("button.".length());
            if (!MessageRules.isButton(index)) {
                throw new CallProblem("target.button", target);
            }
            buttons.put(index, text);
            return;
        }
        boolean heads = target.startsWith("header.");
        var name = heads ? target.substring("header.".length()) : target;
        if (!MessageRules.isPosition(name) && !MessageRules.isName(name)) {
            throw new CallProblem("target.unknown", target);
        }
        (heads ? header : body).put(name, text);
    }

    private static Value component(String type, SequencedMap<String, String> parameters) throws CallProblem {
        long positions =
                parameters.keySet().stream().filter(MessageRules::isPosition).count();
        if (positions > 0 && positions < parameters.size()) {
            throw new CallProblem("target.mixed", type);
        }
        var made = positions > 0 ? positional(type, parameters) : named(parameters);
        return Value.fields("type", Value.of(type), "parameters", new Value.Items(made));
    }

    private static List<Value> positional(String type, SequencedMap<String, String> parameters) throws CallProblem {
        var made = new ArrayList<Value>();
        for (int position = 1; position <= parameters.size(); position++) {
            var text = parameters.get(Integer.toString(position));
            if (text == null) {
                throw new CallProblem("target.gap", (type.equals("body") ? "" : type + ".") + position);
            }
            made.add(parameter(text));
        }
        return made;
    }

    private static List<Value> named(SequencedMap<String, String> parameters) {
        var made = new ArrayList<Value>();
        parameters.forEach((name, text) -> made.add(parameter(text).with("parameter_name", Value.of(name))));
        return made;
    }

    private static Value.Fields parameter(String text) {
        return Value.fields("type", Value.of("text"), "text", Value.of(text));
    }
}
