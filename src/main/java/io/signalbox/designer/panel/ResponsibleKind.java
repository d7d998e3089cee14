package io.signalbox.designer.panel;

import io.signalbox.connector.Directory;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Path;
import io.signalbox.flow.Value;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/// What kind of responsible is meant: a person of one's own, a third party or a group. Kept in the row for people who
/// read it; human resources goes without saying. Shown for fields that name a responsible.
final class ResponsibleKind extends ComboBox<String> {
    private static final String MEMBER = "responsible";
    private static final String OWN = Directory.OWN;
    private static final Set<String> FIELDS =
            Set.of("responsible", "responsible_name", "personnel_description", "code_responsible");

    private Value.Fields extra = Value.Fields.empty();
    private boolean showing;

    ResponsibleKind(Bench bench, Consumer<Value.Fields> chosen) {
        getItems().setAll(List.of(OWN, Directory.THIRD_PARTY, Directory.GROUP));
        getStyleClass().add("responsible-kind");
        setAccessibleText(bench.text("condition.responsible"));
        setConverter(new StringConverter<>() {
            @Override
            public String toString(String key) {
                return key == null ? "" : bench.text("condition.responsible." + key);
            }

            @Override
            public String fromString(String text) {
                return OWN;
            }
        });
        valueProperty().subscribe((_, kind) -> {
            if (!showing && kind != null) {
                chosen.accept(kind.equals(OWN) ? extra.without(MEMBER) : extra.with(MEMBER, Value.of(kind)));
            }
        });
    }

    void show(Condition.Row row) {
        showing = true;
        extra = row.extra();
        var kind = extra.at(MEMBER).asText();
        setValue(getItems().contains(kind) ? kind : OWN);
        boolean wanted =
                isResponsible(row.path()) && row.operator().operand() != io.signalbox.flow.Operator.Operand.NONE;
        setVisible(wanted);
        setManaged(wanted);
        showing = false;
    }

    /// The kind that the row means; blank when its field names no responsible.
    static String of(Condition.Row row) {
        var kind = row.extra().at(MEMBER).asText();
        return isResponsible(row.path()) ? (kind.isEmpty() ? OWN : kind) : "";
    }

    private static boolean isResponsible(Path path) {
        return path.steps().stream().anyMatch(step -> step instanceof Path.Member(var name) && FIELDS.contains(name));
    }
}
