package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.flow.Condition;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Turn “Responsible is Ana Souza” into (Ana or Bruno) and priority high.
final class Task06ConditionTest extends ConditionTask {
    @Override
    Condition.Group before() {
        return all(Condition.row("trigger.data.personnel_description", Operator.EQ, Value.of("Ana Souza")));
    }

    @Test
    void one_person_becomes_one_of_two_and_a_priority() throws Exception {
        hands().click("#tab-conditions");
        hands().click("#condition-operator-0");
        hands().click("is one of");
        hands().type("Bruno Lima");
        hands().click("#add-condition");
        pick("Priority");
        hands().type("high");

        awaitStored(all(
                Condition.row(
                        "trigger.data.personnel_description",
                        Operator.IN,
                        Value.texts(List.of("Ana Souza", "Bruno Lima"))),
                Condition.row(
                        "trigger.data.priorities_description",
                        Operator.EQ,
                        Value.fields("id", Value.of("HIGH"), "label", Value.of("High")))));
        Rig.await(() -> words(".condition-header").endsWith("Sample is stopped by 1 rule"));
        assertEquals("Responsible = “Ana Souza” → true", words("#condition-result-0"));
        assertEquals("Priority = Very high (VERY_HIGH) → false", words("#condition-result-1"));
        hands().within("Task 6, one of two people and a priority", 8);
    }
}
