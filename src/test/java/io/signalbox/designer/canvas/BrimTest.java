package io.signalbox.designer.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.designer.FlowSession;
import io.signalbox.designer.Words;
import io.signalbox.edit.Copying;
import io.signalbox.edit.Edit;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Point;
import io.signalbox.flow.Value;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A flow that is full takes nothing more, and says so.
final class BrimTest {
    private final List<String> said = new ArrayList<>();

    private static Flow flow(int nodes) {
        var all = new LinkedHashMap<NodeId, Node>();
        for (int at = 0; at < nodes; at++) {
            all.put(new NodeId("n" + at), node("n" + at));
        }
        return Flow.empty("f", "Full", Language.EN, ZoneId.of("UTC")).withNodes(all);
    }

    private static Node node(String id) {
        return new Node.Configuration(new NodeId(id), id, List.of(), Condition.always(), false, Value.Fields.empty());
    }

    private Brim brim(FlowSession session, Language language) {
        return new Brim(session, new Words(language), said::add);
    }

    @Test
    void the_last_place_is_taken_and_no_more() {
        var session = new FlowSession(flow(Flow.MOST_NODES - 1));
        var brim = brim(session, Language.EN);
        assertTrue(brim.perform(new Edit.AddNode(node("last"), new Point(0, 0), List.of()), ""));
        assertEquals(Flow.MOST_NODES, session.flow().nodes().size());
        assertFalse(brim.perform(new Edit.AddNode(node("more"), new Point(0, 0), List.of()), ""));
        assertEquals(Flow.MOST_NODES, session.flow().nodes().size());
        assertEquals(List.of("A flow has room for 5,000 nodes: put what is too much into another flow."), said);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void what_would_only_half_fit_does_not_come_in_at_all(Language language) {
        var session = new FlowSession(flow(Flow.MOST_NODES - 1));
        var before = session.historyProperty().get();
        var both = Set.of(new NodeId("n0"), new NodeId("n1"));
        assertFalse(brim(session, language).perform(new Edit.Copy(new Copying.Duplicate(both, 32, 32, false)), ""));
        assertEquals(before, session.historyProperty().get());
        assertEquals(1, said.size());
        assertTrue(said.getFirst().replaceAll("\\D", "").contains("5000"), said.getFirst());
    }
}
