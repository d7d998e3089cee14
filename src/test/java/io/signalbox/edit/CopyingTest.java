package io.signalbox.edit;

import static io.signalbox.edit.Drawing.flow;
import static io.signalbox.edit.Drawing.id;
import static io.signalbox.edit.Drawing.node;
import static io.signalbox.edit.Drawing.wire;
import static io.signalbox.edit.Drawing.wires;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.flow.Clip;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Expression;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Group;
import io.signalbox.flow.MapRow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Note;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Path;
import io.signalbox.flow.Point;
import io.signalbox.flow.RandomFlows;
import io.signalbox.flow.Value;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CopyingTest {
    private static Edit paste(Clip clip) {
        return new Edit.Copy(new Copying.Paste(clip));
    }

    @Test
    void what_is_pasted_gets_readable_ids_and_its_own_references() {
        var configuration = ((Node.Configuration) node("f"))
                .withFields(List.of(
                        MapRow.of("1", Expression.path("s.wo_folio")),
                        MapRow.of(
                                "2", Expression.template("{{ s.name | upper }} {{ outside.x }} {{ trigger.data.y }}"))))
                .withWhen(Condition.row("s.priority", Operator.NOT_EMPTY, Value.nothing()));
        var source = new Node.Source(
                id("s-2"),
                "",
                "http",
                "main",
                "get",
                node("s").settings().with("code", Expression.path("s.code")),
                Optional.of(Path.parse("s.rows")),
                Optional.of(Path.parse("s.group")),
                false,
                Value.Fields.empty());
        var flow = flow(List.of("t", "s", "c"), wire("t", "s"), wire("s", "c"))
                .withNode(configuration)
                .withNode(source);
        var all = paste(Clip.of(flow)).applyTo(flow);
        assertEquals(
                List.of("t", "s", "c", "f", "s-2", "t-2", "s-3", "c-2", "f-2", "s-4"),
                all.nodes().keySet().stream().map(NodeId::value).toList());
        var fields = ((Node.Configuration) all.node(id("f-2")).orElseThrow()).fields();
        assertEquals(Expression.path("s-3.wo_folio"), fields.get(0).from());
        assertEquals(
                Expression.template("{{ s-3.name | upper }} {{ outside.x }} {{ trigger.data.y }}"),
                fields.get(1).from());
        assertEquals(
                Condition.row("s-3.priority", Operator.NOT_EMPTY, Value.nothing()),
                all.node(id("f-2")).orElseThrow().when());
        var twin = (Node.Source) all.node(id("s-4")).orElseThrow();
        assertEquals(Optional.of(Path.parse("s-3.rows")), twin.each());
        assertEquals(Optional.of(Path.parse("s-3.group")), twin.groupBy());
        assertEquals(Optional.of(Expression.path("s-3.code")), twin.settings().get("code"));
        assertEquals(List.of("t>s", "s>c", "t-2>s-3", "s-3>c-2"), wires(all));
    }

    @Test
    void a_second_trigger_is_not_called_trigger() {
        var trigger = new Node.Trigger(
                Path.TRIGGER, "", "event", node("t").settings(), Condition.always(), false, Value.Fields.empty());
        var flow = flow(List.of()).withNode(trigger);
        var both = paste(Clip.of(flow)).applyTo(flow);
        assertEquals(
                List.of(Path.TRIGGER, id("trigger-2")), List.copyOf(both.nodes().keySet()));
        assertTrue(both.node(id("trigger-2")).orElseThrow() instanceof Node.Trigger);
    }

    @Test
    void no_copy_takes_the_name_of_what_another_copy_reads() {
        var reader =
                ((Node.Connection) node("c")).withSettings(node("c").settings().with("to", Expression.path("s-3.x")));
        var source = flow(List.of("s-2")).withNode(reader);
        var target = flow(List.of("s-2"));
        var pasted = paste(Clip.of(source)).applyTo(target);
        assertFalse(pasted.nodes().containsKey(id("s-3")), "it would answer for a node that is not there");
        assertTrue(pasted.nodes().containsKey(id("s-4")));
    }

    @Test
    void a_duplicate_keeps_incoming_wires_only_when_asked() {
        var flow = flow(List.of("t", "s", "c"), wire("t", "s"), wire("s", "c"));
        var alone = new Edit.Copy(new Copying.Duplicate(Set.of(id("s")), 8, 16, false)).applyTo(flow);
        assertEquals(List.of("t>s", "s>c"), wires(alone));
        assertEquals(Optional.of(new Point(8, 16)), alone.layout().of(id("s-2")));
        var wired = new Edit.Copy(new Copying.Duplicate(Set.of(id("s")), 8, 16, true)).applyTo(flow);
        assertEquals(List.of("t>s", "s>c", "t>s-2"), wires(wired));
    }

    @Test
    void notes_and_whole_groups_come_along() {
        var flow = flow(List.of("s", "c"));
        flow = flow.withLayout(flow.layout()
                .withNote(Note.of(id("note"), "Hello", new Point(1, 2)))
                .withGroup(Group.of(id("group"), "Both", new LinkedHashSet<>(List.of(id("s"), id("note"))))));
        var copied = paste(Clip.of(flow, Set.of(id("s"), id("note")))).applyTo(flow);
        assertEquals(
                List.of("Hello", "Hello"),
                copied.layout().notes().values().stream().map(Note::text).toList());
        assertEquals(
                Optional.of(id("group-2")), copied.layout().groupOf(id("s-2")).map(Group::id));
        assertEquals(copied.layout().groupOf(id("s-2")), copied.layout().groupOf(id("note-2")));
        assertEquals(
                1,
                paste(Clip.of(flow, Set.of(id("s"))))
                        .applyTo(flow)
                        .layout()
                        .groups()
                        .size());
    }

    @Test
    void a_paste_is_one_step_and_undo_leaves_nothing_behind() {
        var flows = new RandomFlows(77);
        for (int n = 0; n < 500; n++) {
            var flow = flows.flow();
            var clip = Clip.of(flow, chosen(flow, flows));
            var history = History.of(flow).perform(paste(clip), "");
            assertEquals(
                    flow, clip.isEmpty() ? history.present() : history.undo().present());
            assertEquals(
                    flow.nodes().size() + clip.nodes().size(),
                    history.present().nodes().size());
            assertEquals(
                    clip.wires().size() + flow.wires().size(),
                    history.present().wires().size());
            assertInnerReferences(flow, clip);
        }
    }

    /// In the copy, every path to a copied node leads to the copy, and all others lead where they led.
    private static void assertInnerReferences(Flow flow, Clip clip) {
        var renaming = clip.freshIds(flow);
        for (var node : clip.nodes().values()) {
            var twin = renaming.node(node);
            var expected = node.paths().stream()
                    .map(path ->
                            path.root().equals(Path.TRIGGER) ? path : new Path(renaming.id(path.root()), path.steps()))
                    .toList();
            assertEquals(expected, twin.paths());
            assertFalse(flow.has(twin.id()), twin.id().value());
        }
    }

    private static Set<NodeId> chosen(Flow flow, RandomFlows flows) {
        var chosen = new HashSet<NodeId>();
        flow.nodes().keySet().stream().filter(_ -> flows.dice().oneIn(2)).forEach(chosen::add);
        flow.layout().notes().keySet().stream()
                .filter(_ -> flows.dice().oneIn(2))
                .forEach(chosen::add);
        return chosen;
    }
}
