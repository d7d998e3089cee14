package io.signalbox.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.flow.EventCatalogue.Entry;
import io.signalbox.flow.EventCatalogue.Standing;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class EventCatalogueTest {
    @Test
    void every_combination_that_the_service_documents_is_there_once() {
        var combinations = new TreeSet<String>();
        var seen = new HashSet<List<String>>();
        for (var entry : EventCatalogue.entries()) {
            combinations.add(entry.module() + "." + entry.submodule());
            assertTrue(seen.add(List.of(entry.module(), entry.submodule(), entry.event())), entry.toString());
        }
        assertEquals(
                Set.of(
                        "tasks.work_orders",
                        "tasks.pending_tasks",
                        "tasks.budgets",
                        "work_requests.my_requests",
                        "monitoring.meters",
                        "warehouses.stock",
                        "warehouses.entries",
                        "warehouses.outgoings",
                        "warehouses.material_requisitions",
                        "warehouses.purchase_orders",
                        "assets.locations",
                        "assets.equipment",
                        "settings.documents",
                        "teams.schedule",
                        "purchase_requests.my_requests",
                        "whatsapp.messages",
                        "twilio.messages"),
                combinations);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void each_has_words_and_says_when_it_is_a_suggestion(Language language) {
        var texts = Texts.of(EventCatalogue.class, language);
        for (var entry : EventCatalogue.entries()) {
            assertTrue(texts.has("module." + entry.module()), entry.module());
            assertTrue(texts.has("submodule." + entry.submodule()), entry.submodule());
            assertTrue(texts.has("event." + entry.event()), entry.event());
            boolean says = entry.offered(texts).contains(texts.text("event.suggested"));
            assertEquals(entry.standing() == Standing.SUGGESTED, says, entry.offered(texts));
        }
    }

    @Test
    void each_carries_fields_of_its_own_kind() {
        for (var entry : EventCatalogue.entries()) {
            var data = EventExamples.of(entry).at("data").asFields();
            assertFalse(data.isEmpty(), entry.toString());
            assertEquals(entry.submodule().equals("work_orders"), isWorkOrder(data), entry.toString());
        }
        var spent = EventCatalogue.find("tasks", "budgets", "budget_exceeded").map(EventExamples::of);
        assertEquals(
                "4620", spent.orElseThrow().at("data").at("total_cost_task").asText());
        assertTrue(EventCatalogue.entries().stream().map(Entry::standing).anyMatch(Standing.NAMED::equals));
    }

    private static boolean isWorkOrder(Value.Fields data) {
        return data.has("id_work_order");
    }
}
