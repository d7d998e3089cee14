package io.signalbox.connector.whatsapp;

import io.signalbox.connector.CallProblem;
import io.signalbox.connector.TemplateText;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/// The `components` of a template message, made from the rows of a configuration and read back into them.
///
/// Rows: `1`, `2` … or a parameter's name for the body, read as an amount or a moment with `.currency` or `.date_time`
/// behind it; `header.1` or `header.name`; `header.image`, `header.video` or `header.document` for a link, with
/// `header.filename`; `button.0` … `button.9` for what a link button appends to its address, `button.0.payload` for
/// what a reply button brings back, `button.0.code` for a code to be copied.
public final class Components {
    private final SequencedMap<String, Value.Fields> header = new LinkedHashMap<>();
    private final SequencedMap<String, Value.Fields> body = new LinkedHashMap<>();
    private final SequencedMap<String, Value.Fields> buttons = new TreeMap<>();
    private Value filename = Value.nothing();

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
            made.add(component("header", components.named()));
        }
        if (!components.body.isEmpty()) {
            made.add(component("body", components.body));
        }
        made.addAll(components.buttons.values());
        return new Value.Items(made);
    }

    /// The rows that make these components: the way back from a message to what was mapped.
    public static Value.Fields rows(Value components) {
        var rows = new LinkedHashMap<String, Value>();
        for (var component : components.asItems()) {
            var type = component.at("type").asText();
            int position = 0;
            for (var parameter : component.at("parameters").asItems()) {
                position++;
                var name = parameter.at("parameter_name");
                var place = name.isMissing() ? Integer.toString(position) : name.asText();
                var kind = parameter.at("type").asText();
                rows.put(
                        switch (type) {
                            case "body" -> place;
                            case "button" -> "button." + component.at("index").asText() + ending(kind);
                            default -> type + "." + (isMedia(kind) ? kind : place);
                        },
                        shown(parameter, kind));
            }
        }
        return Value.fields(rows);
    }

    private static String ending(String kind) {
        return switch (kind) {
            case "payload" -> ".payload";
            case "coupon_code" -> ".code";
            default -> "";
        };
    }

    private static boolean isMedia(String kind) {
        return kind.equals("image") || kind.equals("video") || kind.equals("document");
    }

    /// What a person reads of it; nothing where the vendor would find nothing.
    private static Value shown(Value parameter, String kind) {
        return switch (kind) {
            case "image", "video", "document" -> parameter.at(kind).at("link");
            case "currency", "date_time" -> parameter.at(kind).at("fallback_value");
            case "payload", "coupon_code" -> parameter.at(kind);
            default -> parameter.at("text");
        };
    }

    private void add(String target, String text) throws CallProblem {
        MessageRules.fault(MessageRules.parameterFault(text), target);
        if (target.startsWith("button.")) {
            button(target, text);
        } else if (target.equals("header.filename")) {
            filename = Value.of(text);
        } else if (target.startsWith("header.") && isMedia(target.substring("header.".length()))) {
            var kind = target.substring("header.".length());
            MessageRules.address(text);
            header.put(kind, Value.fields("type", Value.of(kind), kind, Value.fields("link", Value.of(text))));
        } else {
            boolean heads = target.startsWith("header.");
            var row = heads ? target.substring("header.".length()) : target;
            var name = TemplateText.place(row);
            if (!MessageRules.isPosition(name) && !MessageRules.isName(name)) {
                throw new CallProblem("target.unknown", target);
            }
            (heads ? header : body).put(name, Typed.parameter(row, text));
        }
    }

    private void button(String target, String text) throws CallProblem {
        var rest = target.substring("button.".length());
        int dot = rest.indexOf('.');
        var index = dot < 0 ? rest : rest.substring(0, dot);
        var what = dot < 0 ? "" : rest.substring(dot + 1);
        if (!MessageRules.isButton(index)) {
            throw new CallProblem("target.button", target);
        }
        switch (what) {
            case "" -> buttons.put(index, button("url", index, Typed.text(text)));
            case "payload" ->
                buttons.put(
                        index,
                        button(
                                "quick_reply",
                                index,
                                Value.fields("type", Value.of("payload"), "payload", Value.of(text))));
            case "code" -> {
                MessageRules.longest(text, MessageRules.LONGEST_CODE, target);
                buttons.put(
                        index,
                        button(
                                "copy_code",
                                index,
                                Value.fields("type", Value.of("coupon_code"), "coupon_code", Value.of(text))));
            }
            default -> throw new CallProblem("target.button", target);
        }
    }

    private static Value.Fields button(String kind, String index, Value parameter) {
        return Value.fields("type", Value.of("button"))
                .with("sub_type", Value.of(kind))
                .with("index", Value.of(index))
                .with("parameters", Value.items(parameter));
    }

    /// The document with its name, where both are mapped.
    private SequencedMap<String, Value.Fields> named() {
        var document = header.get("document");
        if (document != null && !filename.isMissing()) {
            header.put(
                    "document",
                    document.with("document", document.at("document").asFields().with("filename", filename)));
        }
        return header;
    }

    private static Value component(String type, SequencedMap<String, Value.Fields> parameters) throws CallProblem {
        if (type.equals("header") && parameters.keySet().stream().anyMatch(Components::isMedia)) {
            if (parameters.size() > 1) {
                throw new CallProblem("target.media");
            }
            return Value.fields(
                    "type", Value.of(type), "parameters", new Value.Items(List.copyOf(parameters.values())));
        }
        long positions =
                parameters.keySet().stream().filter(MessageRules::isPosition).count();
        if (positions > 0 && positions < parameters.size()) {
            throw new CallProblem("target.mixed", type);
        }
        var made = positions > 0 ? positional(type, parameters) : named(parameters);
        return Value.fields("type", Value.of(type), "parameters", new Value.Items(made));
    }

    private static List<Value> positional(String type, SequencedMap<String, Value.Fields> parameters)
            throws CallProblem {
        var made = new ArrayList<Value>();
        for (int position = 1; position <= parameters.size(); position++) {
            var parameter = parameters.get(Integer.toString(position));
            if (parameter == null) {
                throw new CallProblem("target.gap", (type.equals("body") ? "" : type + ".") + position);
            }
            made.add(parameter);
        }
        return made;
    }

    private static List<Value> named(SequencedMap<String, Value.Fields> parameters) {
        var made = new ArrayList<Value>();
        parameters.forEach((name, parameter) -> made.add(parameter.with("parameter_name", Value.of(name))));
        return made;
    }
}
