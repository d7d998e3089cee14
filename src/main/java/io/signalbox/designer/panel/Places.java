package io.signalbox.designer.panel;

import io.signalbox.connector.TemplateText;
import io.signalbox.flow.FieldWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// The places of a message template, each with the words that stand before it: they tell what belongs there.
///
/// @param before by target: the words of its sentence up to the place, or those on the button
record Places(SequencedMap<String, String> before) {
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

    static Places none() {
        return new Places(new LinkedHashMap<>());
    }

    static Places of(TemplateText template) {
        var before = new LinkedHashMap<String, String>();
        template.targets().forEach(target -> before.put(target, ""));
        read(template.header(), template.flat() ? "" : "header.", before);
        read(template.body(), "", before);
        for (int index = 0; index < template.buttons().size(); index++) {
            var words = template.buttons().get(index).text();
            before.computeIfPresent("button." + index, (_, _) -> words);
            before.computeIfPresent("button." + index + ".code", (_, _) -> words);
        }
        return new Places(before);
    }

    private static void read(String wording, String prefix, SequencedMap<String, String> into) {
        var places = PLACE.matcher(wording);
        int from = 0;
        while (places.find()) {
            into.put(prefix + places.group(1), wording.substring(from, places.start()));
            from = places.end();
        }
    }

    List<String> targets() {
        return new ArrayList<>(before.keySet());
    }

    boolean has(String target) {
        return before.containsKey(target);
    }

    String wordsBefore(String target) {
        return before.getOrDefault(target, "");
    }

    /// A name for the place, where the template gives it one: “Priority: {{4}}”, a named parameter, or a button's text.
    String label(String target) {
        if (target.startsWith("button.")) {
            return wordsBefore(target);
        }
        var name = target.substring(target.lastIndexOf('.') + 1);
        if (!name.isEmpty() && !Character.isDigit(name.charAt(0))) {
            return has(target) ? FieldWords.readable(name) : "";
        }
        var words = wordsBefore(target).stripTrailing();
        if (!words.endsWith(":")) {
            return "";
        }
        var sentence = words.substring(0, words.length() - 1).strip();
        int start =
                Math.max(Math.max(sentence.lastIndexOf('.'), sentence.lastIndexOf('!')), sentence.lastIndexOf('\n'));
        var label = sentence.substring(start + 1).strip();
        return (label.contains(" ") && label.length() > 24) || label.startsWith(",") ? "" : label;
    }
}
