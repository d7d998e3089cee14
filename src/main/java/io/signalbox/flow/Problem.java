package io.signalbox.flow;

import java.util.List;
import java.util.Optional;

/// One thing wrong with a flow, tied to where it is.
///
/// @param node empty when it concerns the whole flow
/// @param field key of the field in the node, such as `settings.to`, `fields.2`, `when.0`; may be blank
/// @param key of the sentence in the text bundle of this package; `<key>.fix` says what to do
public record Problem(Severity severity, Optional<NodeId> node, String field, String key, List<String> arguments) {
    public enum Severity {
        /// The flow cannot run.
        ERROR,
        /// It runs, but probably not as meant.
        WARNING
    }

    public Problem {
        arguments = List.copyOf(arguments);
    }

    public static Problem error(NodeId node, String field, String key, String... arguments) {
        return new Problem(Severity.ERROR, Optional.of(node), field, key, List.of(arguments));
    }

    public static Problem warning(NodeId node, String field, String key, String... arguments) {
        return new Problem(Severity.WARNING, Optional.of(node), field, key, List.of(arguments));
    }

    public static Problem error(String key, String... arguments) {
        return new Problem(Severity.ERROR, Optional.empty(), "", key, List.of(arguments));
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /// What is wrong, for a person.
    public String text(Texts texts) {
        return texts.text(key, said(texts));
    }

    /// What to do about it; blank when the sentence itself says so.
    public String fix(Texts texts) {
        return texts.has(key + ".fix") ? texts.text(key + ".fix", said(texts)) : "";
    }

    /// A condition names its field as a path, which a person reads in words.
    private Object[] said(Texts texts) {
        var said = arguments.toArray();
        if (key.startsWith("problem.condition.") && said.length > 0) {
            said[0] = new FieldWords(texts).of(arguments.getFirst());
        }
        return said;
    }
}
