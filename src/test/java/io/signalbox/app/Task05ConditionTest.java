package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.flow.Condition;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Value;
import org.junit.jupiter.api.Test;

/// Add the condition “Responsible is Ana Souza” and see that the sample passes.
final class Task05ConditionTest extends ConditionTask {
    @Override
    Condition.Group before() {
        return Condition.always();
    }

    @Test
    void a_condition_is_added_and_the_sample_passes() throws Exception {
        hands().click("#tab-conditions");
        hands().click("#add-condition");
        pick("Responsible");
        hands().type("Ana Souza");

        Rig.await(() -> words(".condition-header").endsWith("Sample passes"));
        assertEquals("Responsible = “Ana Souza” → true", words("#condition-result-0"));
        awaitStored(all(Condition.row("trigger.data.personnel_description", Operator.EQ, Value.of("Ana Souza"))));
        hands().within("Task 5, add a condition and see that the sample passes", 4);
    }
}
