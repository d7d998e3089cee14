package io.signalbox.designer.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.designer.Background;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Settings;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A rule that runs several flows is the same trigger in each of them.
final class RuleBookTest {
    private final MemoryFlows flows = MemoryFlows.three();
    private final List<String> opened = new ArrayList<>();
    private final RuleBook book = new RuleBook(
            flows,
            new Background(Runnable::run, Runnable::run),
            stored -> opened.add(stored.flow().id()));
    private Node.Trigger rule = trigger("new-wo-whatsapp", 0);

    @BeforeEach
    void begin() {
        var settings = Settings.empty()
                .with("module", "monitoring")
                .with("submodule", "meters")
                .with("event", "new_reading");
        rule = rule.withSettings(settings);
    }

    private Flow flow(String id) {
        return flows.find(id).orElseThrow().flow();
    }

    private Node.Trigger trigger(String flow, int at) {
        return flow(flow).triggers().get(at);
    }

    private static void never(Exception failure) {
        throw new AssertionError(failure);
    }

    private List<RuleBook.Runs> beside() {
        var all = new AtomicReference<List<StoredFlow>>(List.of());
        book.read(all::set, RuleBookTest::never);
        return RuleBook.beside(rule, "new-wo-whatsapp", all.get());
    }

    private void add(String flow) {
        var done = new ArrayList<String>();
        book.add(flow, rule, () -> done.add("done"), RuleBookTest::never);
        assertEquals(List.of("done"), done);
    }

    @Test
    void another_flow_is_run_by_a_trigger_of_its_own_behind_those_it_has() {
        assertEquals(List.of(), beside());
        add("draft");

        var added = trigger("draft", 1);
        assertEquals(2, flow("draft").triggers().size());
        assertEquals(rule.settings(), added.settings());
        assertEquals(rule.when(), added.when());
        assertEquals(
                flow("draft").wiresFrom(trigger("draft", 0).id()).getFirst().to(),
                flow("draft").wiresFrom(added.id()).getFirst().to());
        assertTrue(beside().getFirst().same());
    }

    @Test
    void the_same_event_on_other_conditions_takes_over_those_of_the_rule() {
        add("draft");
        rule = rule.withWhen(Condition.row("trigger.data.value", Operator.GT, Value.of(90)));
        var other = beside().getFirst();
        assertTrue(!other.same());

        book.align(other, rule, () -> {}, RuleBookTest::never);
        assertEquals(rule.when(), trigger("draft", 1).when());
        assertTrue(beside().getFirst().same());
    }

    @Test
    void a_flow_is_let_go_but_never_of_its_only_trigger() {
        add("draft");
        var before = flow("live");
        book.leave(beside().getFirst(), () -> {}, RuleBookTest::never);
        assertEquals(List.of(), beside());
        assertEquals(1, flow("draft").triggers().size());
        assertTrue(flow("draft").wires().stream()
                .allMatch(wire -> flow("draft").nodes().containsKey(wire.from())));

        book.leave(
                new RuleBook.Runs(flows.find("live").orElseThrow(), trigger("live", 0), true),
                () -> {},
                RuleBookTest::never);
        assertEquals(before, flow("live"));
    }

    @Test
    void a_rule_is_begun_with_no_event_and_starts_what_its_flow_starts() {
        var id = new AtomicReference<>(new NodeId("nobody"));
        book.begin("draft", id::set, RuleBookTest::never);
        var begun = trigger("draft", 1);
        assertEquals(id.get(), begun.id());
        assertEquals("", begun.settings().text("event"));
        assertEquals(1, flow("draft").wiresFrom(begun.id()).size());
    }

    @Test
    void the_flow_that_is_run_is_opened() {
        book.open(flows.find("live").orElseThrow());
        assertEquals(List.of("live"), opened);
    }
}
