package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.edit.Edit;
import io.signalbox.flow.Expression;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Task 7: map a message's variables with Auto-map and correct one.
final class Task07AutoMapTest extends UsabilityTask {
    private static final NodeId FIELDS = new NodeId("fields");

    @Override
    void prepare(Rig workspace) throws Exception {
        var sample = Rig.sample();
        var empty = ((Node.Configuration) sample.node(FIELDS).orElseThrow()).withFields(List.of());
        workspace.workspace().flows().save(new Edit.ChangeNode(empty, "").applyTo(sample), 0);
    }

    private List<Expression> values() {
        return ((Node.Configuration) rig().workspace()
                        .flows()
                        .find(Rig.sample().id())
                        .orElseThrow()
                        .flow()
                        .node(FIELDS)
                        .orElseThrow())
                .fields().stream().map(row -> row.from()).toList();
    }

    @Test
    void auto_map_fills_the_message_and_one_value_is_corrected() throws Exception {
        hands().click("#node-fields");
        hands().click("#map-auto");
        Rig.await(() -> values().size() == 5);
        assertEquals(
                List.of("person.full_name", "wo.wo_folio", "wo.description", "wo.priorities_description"),
                values().stream()
                        .limit(4)
                        .map(value -> value.paths().getFirst().toString())
                        .toList());

        hands().click("#map-value-2 .chip-field-plus").doubleClick("Asset");
        Rig.await(() -> values().get(2).equals(Expression.path("trigger.data.items_log_description")));
        hands().within("Task 7, map four variables with Auto-map and correct one", 4);
    }
}
