package io.signalbox.flow;

import java.util.ArrayList;
import java.util.List;

/// Plain text with slots: `WO {{ wo.wo_folio }} ({{ trigger.data.priority | upper }})`. Two braces that are meant as
/// braces are written `{{{{`; nothing else is special.
public record Template(List<Part> parts) {

    public sealed interface Part {}

    public record Plain(String text) implements Part {}

    /// A path and the functions applied to its value, in order.
    public record Slot(Path path, List<FunctionCall> apply) implements Part {
        public Slot {
            apply = List.copyOf(apply);
        }

        public Value evaluate(Scope scope) {
            var value = scope.at(path);
            for (var call : apply) {
                value = call.applyTo(value, scope.locality());
            }
            return value;
        }

        @Override
        public String toString() {
            var text = new StringBuilder("{{ ").append(path);
            apply.forEach(call -> text.append(" | ").append(call));
            return text.append(" }}").toString();
        }
    }

    /// Neighbouring plain parts become one, so that what is printed is read back as the same.
    public Template {
        var merged = new ArrayList<Part>();
        for (var part : parts) {
            if (part instanceof Plain(var text)) {
                if (text.isEmpty()) {
                    continue;
                }
                if (!merged.isEmpty() && merged.getLast() instanceof Plain(var before)) {
                    merged.set(merged.size() - 1, new Plain(before + text));
                    continue;
                }
            }
            merged.add(part);
        }
        parts = List.copyOf(merged);
    }

    /// @throws SyntaxException with the position in `text`
    public static Template parse(String text) {
        var parts = new ArrayList<Part>();
        var plain = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("{{{{", at)) {
                plain.append("{{");
                at += 4;
            } else if (text.startsWith("{{{", at)) {
                // No path begins with a brace: the first is text and the other two open a slot.
                plain.append(text.charAt(at++));
            } else if (text.startsWith("{{", at)) {
                var pipes = pipes(text, at + 2);
                if (pipes.isEmpty()) {
                    throw new SyntaxException("syntax.template.open", at, text);
                }
                if (!plain.isEmpty()) {
                    parts.add(new Plain(plain.toString()));
                    plain.setLength(0);
                }
                parts.add(slot(text, at + 2, pipes));
                at = pipes.getLast() + 2;
            } else {
                plain.append(text.charAt(at++));
            }
        }
        if (!plain.isEmpty()) {
            parts.add(new Plain(plain.toString()));
        }
        return new Template(parts);
    }

    /// The text with every slot filled; nothing when any slot is missing, so that no half sentence reaches a person.
    public Value evaluate(Scope scope) {
        var filled = new StringBuilder();
        for (var part : parts) {
            switch (part) {
                case Plain(var text) -> filled.append(text);
                case Slot slot -> {
                    var value = slot.evaluate(scope);
                    if (value.isMissing()) {
                        return Value.nothing();
                    }
                    filled.append(value.asText());
                    if (filled.length() > Function.LONGEST_TEXT) {
                        return Value.nothing();
                    }
                }
            }
        }
        return Value.of(filled.toString());
    }

    public List<Path> paths() {
        return parts.stream()
                .filter(Slot.class::isInstance)
                .map(part -> ((Slot) part).path())
                .toList();
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (var part : parts) {
            switch (part) {
                case Plain(var plain) -> text.append(plain.replace("{{", "{{{{"));
                case Slot slot -> text.append(slot);
            }
        }
        return text.toString();
    }

    private static Slot slot(String text, int from, List<Integer> pipes) {
        var path = at(text, from, pipes.getFirst(), Path::parse);
        var calls = new ArrayList<FunctionCall>();
        for (int call = 0; call < pipes.size() - 1; call++) {
            calls.add(at(text, pipes.get(call) + 1, pipes.get(call + 1), FunctionCall::parse));
        }
        return new Slot(path, calls);
    }

    private interface Syntax<T> {
        T parse(String text);
    }

    /// Reads a piece of the text; what is wrong with it is told by its place in the whole.
    private static <T> T at(String text, int from, int end, Syntax<T> syntax) {
        int start = from;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        try {
            return syntax.parse(text.substring(start, end).strip());
        } catch (SyntaxException problem) {
            throw problem.movedBy(start);
        }
    }

    /// Where each `|` of the slot stands that is not quoted, and last its end; empty when it is not closed. Quotes are
    /// double in the path, `wo["a|b"]`, and single in the functions.
    private static List<Integer> pipes(String text, int from) {
        var pipes = new ArrayList<Integer>();
        boolean quoted = false;
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quoted && c == '\\') {
                at++;
            } else if (c == (pipes.isEmpty() ? '"' : '\'')) {
                quoted = !quoted;
            } else if (!quoted && c == '|') {
                pipes.add(at);
            } else if (!quoted && text.startsWith("}}", at)) {
                pipes.add(at);
                return pipes;
            }
        }
        return List.of();
    }
}
