package io.signalbox.app;

import io.signalbox.access.Account;
import io.signalbox.access.Permission;
import io.signalbox.access.PermissionGroup;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Expression;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Group;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Note;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Point;
import io.signalbox.flow.Settings;
import io.signalbox.flow.Value;
import io.signalbox.flow.Wire;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The flows in the pictures beside the sample: one with all that can be drawn, one with faults.
final class PictureFlows {
    static final String SKETCHED = "urgent-work-orders";
    static final String BROKEN = "pump-alarms";

    private static final NodeId TRIGGER = new NodeId("trigger");
    private static final NodeId WO = new NodeId("wo");
    private static final NodeId SEND = new NodeId("send");
    private static final NodeId FIELDS = new NodeId("fields");
    private static final NodeId BOSS = new NodeId("boss");

    private PictureFlows() {}

    static List<Flow> all() {
        return List.of(
                sketched(),
                broken(),
                told(
                        Rig.sample().withId("overdue-tasks").withName("Overdue tasks to the planner"),
                        "Every morning, what should have been done"));
    }

    /// A permission group, and that of the connections to Fracttal.
    static void group(Workspace workspace, String... rights) {
        workspace
                .groups()
                .save(PermissionGroup.of(
                        "WhatsApp bot",
                        Stream.of(rights)
                                .flatMap(right -> Permission.parse(right).stream())
                                .toList()));
        workspace.accounts().all().stream()
                .filter(account -> account.type().equals("fracttal"))
                .forEach(account -> workspace
                        .accounts()
                        .save(
                                account.with(Account.GROUP, "WhatsApp bot")
                                        .with(Account.DESCRIPTION, "Reads work orders for the WhatsApp flows"),
                                Map.of()));
    }

    private static Flow told(Flow flow, String description) {
        return flow.withDescription(description, flow.language(), flow.zone());
    }

    /// A branch with a condition, groups of conditions, a note and a frame.
    private static Flow sketched() {
        var sample = Rig.sample();
        var fields = (Node.Configuration) sample.node(FIELDS).orElseThrow();
        var boss = new Node.Configuration(
                BOSS, "Message to supervisor", fields.fields(), Condition.always(), false, Value.Fields.empty());
        var trigger = (Node.Trigger) sample.node(TRIGGER).orElseThrow();
        var flow = sample.withId(SKETCHED)
                .withName("Urgent work orders")
                .withNode(boss)
                .withNode(trigger.withWhen(grouped()));
        var wires = new ArrayList<>(flow.wires());
        wires.set(0, wires.getFirst().withWhen(all(row("code", Operator.EQ, Value.of("PMP-014")))));
        wires.add(Wire.of(SEND, BOSS).withWhen(all(row("priorities_description", Operator.EQ, Value.of("VERY_HIGH")))));
        var layout = flow.layout()
                .with(WO, new Point(368, 52))
                .with(SEND, new Point(368, 200))
                .with(FIELDS, new Point(680, 132))
                .with(BOSS, new Point(680, 260))
                .withNote(Note.of(
                        new NodeId("note"),
                        "Agreed with Helena, 12 Nov\nThe supervisor hears about very high priority only."
                                + " Everyone else: technician.",
                        new Point(8, 320)))
                .withGroup(Group.of(new NodeId("group"), "Messages", new LinkedHashSet<>(List.of(FIELDS, BOSS))));
        return told(flow.withWires(wires).withLayout(layout), "Very high priority: technician and supervisor");
    }

    private static Condition grouped() {
        var any = new Condition.Group(
                Condition.Mode.ANY,
                List.of(
                        row("priorities_description", Operator.EQ, Value.of("VERY_HIGH")),
                        row("items_log_description", Operator.CONTAINS, Value.of("Pump"))));
        return all(row("code_responsible", Operator.NOT_EMPTY, Value.nothing()), any);
    }

    private static Condition.Group all(Condition... rows) {
        return new Condition.Group(Condition.Mode.ALL, List.of(rows));
    }

    private static Condition row(String field, Operator operator, Value value) {
        return Condition.row("trigger.data." + field, operator, value);
    }

    private static Node misspelt(Node.Configuration message) {
        var rows = new ArrayList<>(message.fields());
        rows.set(1, rows.get(1).withFrom(Expression.path("wo.wo_foli")));
        return message.withFields(rows);
    }

    /// Misspelt fields, a source that is asked nothing, a connection without a recipient.
    private static Flow broken() {
        var sample = Rig.sample();
        var trigger = (Node.Trigger) sample.node(TRIGGER).orElseThrow();
        var send = sample.node(SEND).orElseThrow();
        var source = (Node.Source) sample.node(WO).orElseThrow();
        var flow = sample.withId(BROKEN).withName("Pump alarms");
        return told(flow, "A pump reports a reading out of range")
                .withNode(trigger.withWhen(all(row("priority_description", Operator.NE, Value.of("LOW")))))
                .withNode(source.withSettings(Settings.empty()))
                .withNode(send.withSettings(send.settings().without("to")))
                .withNode(misspelt((Node.Configuration) sample.node(FIELDS).orElseThrow()));
    }
}
