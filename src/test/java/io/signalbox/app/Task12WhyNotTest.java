package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Scope;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import org.junit.jupiter.api.Test;

/// Find why the last event did not run.
final class Task12WhyNotTest extends ConditionTask {
    @Override
    Condition.Group before() {
        return all(Condition.row("trigger.data.personnel_description", Operator.EQ, Value.of("Bruno Lima")));
    }

    @Override
    void prepare(Rig workspace) throws Exception {
        workspace.run(flow());
        var token = workspace.token(Scope.EVENTS);
        workspace.call(
                "POST", "/events", token, Json.write(flow().samples().getFirst().event()));
        workspace.settled();
    }

    @Test
    void the_first_rule_that_stopped_the_event_is_named() throws Exception {
        hands().click("#tab-conditions");
        Rig.await(() -> words(".condition-trial").contains("Does not hold for the only event so far"));
        hands().click("#condition-last-why");

        Rig.await(() -> words("#condition-last").contains("OT-1496"));
        assertTrue(
                words("#condition-last")
                        .endsWith("Responsible = “Ana Souza” stopped by “Responsible is equal to Bruno Lima”"),
                words("#condition-last"));
        hands().within("Task 12, find why the last event did not run", 3);
    }
}
