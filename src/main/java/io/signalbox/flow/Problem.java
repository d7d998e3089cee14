package io.signalbox.flow;

import java.util.List;
import java.util.Optional;

/// One thing wrong with a flow, tied to where it is.
///
/// @param node empty when it concerns the whole flow
/// @param field key of the field in the node, such as `settings.to`, `fields.2`, `when.0`; may be blank
/// @param key of the sentence in the text bundle of this package; `<key>.fix` says what to do
/// @param service a class of the service that is meant, whose bundle names the service, its actions and its fields, and
/// holds the sentence itself where the service found it
public record Problem(
        Severity severity,
        Optional<NodeId> node,
        String field,
        String key,
        List<String> arguments,
        Optional<Class<?>> service) {
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
        return new Problem(Severity.ERROR, Optional.of(node), field, key, List.of(arguments), Optional.empty());
    }

    public static Problem warning(NodeId node, String field, String key, String... arguments) {
        return new Problem(Severity.WARNING, Optional.of(node), field, key, List.of(arguments), Optional.empty());
    }

    public static Problem error(String key, String... arguments) {
        return new Problem(Severity.ERROR, Optional.empty(), "", key, List.of(arguments), Optional.empty());
    }

    /// The same, told in the words of a service.
    public Problem of(Class<?> spoken) {
        return new Problem(severity, node, field, key, arguments, Optional.of(spoken));
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /// What is wrong, for a person.
    public String text(Texts texts) {
        var words = words(texts);
        return words.text(isOfAnyType() ? key + ".any" : isOfOne(words) ? key + ".one" : key, said(texts));
    }

    /// A webhook takes a connection of whatever type has its secret.
    private boolean isOfAnyType() {
        return key.equals("problem.account.unknown")
                && arguments.size() == 2
                && arguments.getLast().isEmpty();
    }

    /// Some sentences begin with a number that their noun follows.
    private boolean isOfOne(Texts words) {
        return !arguments.isEmpty()
                && (arguments.getFirst().equals("1") || arguments.getFirst().equals("0"))
                && words.language().isSingular(Long.parseLong(arguments.getFirst()))
                && words.has(key + ".one");
    }

    private Texts words(Texts texts) {
        return service.map(spoken -> Texts.of(spoken, texts.language()))
                .filter(words -> words.has(key))
                .orElse(texts);
    }

    /// What to do about it; blank when the sentence itself says so.
    public String fix(Texts texts) {
        var words = words(texts);
        return words.has(key + ".fix") ? words.text(key + ".fix", said(texts)) : "";
    }

    /// The file's words are a program's; a person reads those of the form and of the lists.
    private Object[] said(Texts texts) {
        var said = arguments.toArray();
        if (said.length == 0) {
            return said;
        }
        if (key.startsWith("problem.condition.") || key.startsWith("problem.path.") || key.equals("problem.each")) {
            said[0] = new FieldWords(texts).of(arguments.getFirst());
        }
        if (key.equals("problem.rights")) {
            var parts = arguments.getFirst().split(":", 2);
            said[0] =
                    texts.text("rights.of", texts.text("rights.module." + parts[0]), texts.text("rights." + parts[1]));
        }
        service.map(spoken -> Texts.of(spoken, texts.language())).ifPresent(words -> {
            switch (key) {
                case "problem.setting.required" -> said[0] = named(words, "field.", arguments.getFirst());
                case "problem.operation.kind" -> said[0] = named(words, "operation.", arguments.getFirst());
                case "problem.operation.unknown", "problem.account.unknown", "problem.template.elsewhere" ->
                    said[1] = words.text("name");
                case "problem.hook.secret" -> said[1] = named(words, "field.", arguments.get(1));
                default -> {}
            }
        });
        return said;
    }

    private static String named(Texts words, String prefix, String key) {
        return words.has(prefix + key) ? words.text(prefix + key) : key;
    }
}
