package io.signalbox.engine;

import io.signalbox.connector.Connectors;
import io.signalbox.connector.Field;
import io.signalbox.connector.TemplateText;
import io.signalbox.flow.Node;
import io.signalbox.flow.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// Compares the template that a node names, and what is mapped into it, with what its account really has.
///
/// @param known the account's templates; none when they were never fetched
record TemplateCheck(Connectors connectors, Node node, List<TemplateText> known) {
    TemplateCheck {
        known = List.copyOf(known);
    }

    private Class<?> service(String id) {
        return connectors.find(id).<Class<?>>map(Object::getClass).orElse(Connectors.class);
    }

    private Optional<Field.Template> field() {
        return connectors.operation(node.type(), node.operation()).stream()
                .flatMap(operation -> operation.fields().stream())
                .filter(Field.Template.class::isInstance)
                .map(Field.Template.class::cast)
                .findFirst();
    }

    /// A list may be a day old, so what it does not know is only a warning.
    void addTo(List<Problem> found) {
        var field = field();
        if (field.isEmpty()) {
            return;
        }
        var name = literal(field.get().key());
        var place = "settings." + field.get().key();
        var home = connectors.find(node.type()).flatMap(connector -> connector.homeOf(name));
        if (home.isPresent()) {
            found.add(Problem.error(node.id(), place, "problem.template.elsewhere", name, home.get())
                    .of(service(home.get())));
        } else if (!name.isEmpty() && !known.isEmpty()) {
            var language = literal(field.get().language());
            var template = named(field.get());
            if (template.isEmpty()) {
                found.add(
                        Problem.warning(node.id(), place, "problem.template.unknown", (name + " " + language).strip()));
            } else if (template.get().status() != TemplateText.Status.APPROVED
                    && template.get().status() != TemplateText.Status.UNKNOWN) {
                var status = template.get().status().name().toLowerCase(java.util.Locale.ROOT);
                found.add(Problem.warning(
                        node.id(),
                        place,
                        "problem.template." + status,
                        template.get().title()));
            }
        }
    }

    /// The vendor refuses a message with too few values and one with too many.
    void addTo(List<Problem> found, Node.Configuration configuration) {
        var template = field().flatMap(this::named);
        if (template.isEmpty()) {
            return;
        }
        var wanted = template.get().targets();
        var mapped = new LinkedHashSet<String>();
        for (var row : configuration.fields()) {
            if (!row.from().isBlank() || row.fallback().isPresent()) {
                mapped.add(TemplateText.place(row.to()));
            }
        }
        mapped.removeAll(template.get().options());
        var wrong = new LinkedHashSet<String>(wanted);
        wrong.removeAll(mapped);
        mapped.stream().filter(place -> !wanted.contains(place)).forEach(wrong::add);
        if (!wrong.isEmpty()) {
            found.add(Problem.error(
                    configuration.id(),
                    "fields",
                    "problem.places",
                    Integer.toString(wanted.size()),
                    Integer.toString(mapped.size()),
                    String.join(", ", wrong)));
        }
    }

    /// Exact, as the vendor compares.
    private Optional<TemplateText> named(Field.Template field) {
        var name = literal(field.key());
        var language = literal(field.language());
        return known.stream()
                .filter(template -> template.name().equals(name))
                .filter(template ->
                        field.language().isEmpty() || template.language().equals(language))
                .findFirst();
    }

    private String literal(String key) {
        return node.settings().text(key);
    }
}
