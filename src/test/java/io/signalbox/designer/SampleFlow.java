package io.signalbox.designer;

import io.signalbox.designer.canvas.Decorations;
import io.signalbox.designer.canvas.Decorations.Count;
import io.signalbox.designer.canvas.Decorations.Link;
import io.signalbox.designer.canvas.Decorations.RunState;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Expression;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.Layout;
import io.signalbox.flow.MapRow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Path;
import io.signalbox.flow.Point;
import io.signalbox.flow.Settings;
import io.signalbox.flow.Value;
import io.signalbox.flow.Wire;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A new work order becomes a message to the technician, and one to the supervisor when it is urgent.
public final class SampleFlow {
    public static final NodeId TRIGGER = new NodeId("new-wo");
    public static final NodeId SOURCE = new NodeId("wo");
    public static final NodeId CONNECTION = new NodeId("whatsapp");
    public static final NodeId TECHNICIAN = new NodeId("technician");
    public static final NodeId SUPERVISOR = new NodeId("supervisor");

    private SampleFlow() {}

    public static Flow flow() {
        var nodes = new LinkedHashMap<NodeId, Node>();
        for (var node : List.of(trigger(), source(), connection(), technician(), supervisor())) {
            nodes.put(node.id(), node);
        }
        var places = new LinkedHashMap<NodeId, Point>();
        places.put(TRIGGER, new Point(56, 40));
        places.put(SOURCE, new Point(400, 40));
        places.put(CONNECTION, new Point(56, 280));
        places.put(TECHNICIAN, new Point(400, 216));
        places.put(SUPERVISOR, new Point(400, 352));
        return Flow.empty("wo-whatsapp", "New work order → WhatsApp", Language.EN, ZoneId.of("America/Sao_Paulo"))
                .withNodes(nodes)
                .withWires(List.of(
                        Wire.of(TRIGGER, SOURCE),
                        Wire.of(SOURCE, CONNECTION),
                        Wire.of(CONNECTION, TECHNICIAN),
                        Wire.of(CONNECTION, SUPERVISOR)
                                .withWhen(Condition.row("wo.priority", Operator.EQ, Value.of("Very high")))))
                .withLayout(new Layout(places, Value.Fields.empty()));
    }

    /// What a preview of it shows.
    public static Decorations previewed() {
        var done = RunState.DONE;
        return Decorations.none()
                .withRun(
                        Map.of(TRIGGER, done, SOURCE, done, CONNECTION, done, TECHNICIAN, done, SUPERVISOR, done),
                        Map.of(
                                new Link(TRIGGER, SOURCE), new Count("1", true),
                                new Link(SOURCE, CONNECTION), new Count("2 tasks", true),
                                new Link(CONNECTION, TECHNICIAN), new Count("2", true),
                                new Link(CONNECTION, SUPERVISOR), new Count("1", true)));
    }

    private static Node trigger() {
        var rows = List.<Condition>of(
                Condition.row("trigger.data.responsible", Operator.EQ, Value.of("Marta Figueiredo")),
                Condition.row("trigger.data.priority", Operator.EQ, Value.of("Very high")));
        return new Node.Trigger(
                TRIGGER,
                "New work order",
                "event",
                Settings.empty()
                        .with("module", "tasks")
                        .with("submodule", "work_orders")
                        .with("event", "new_wo"),
                new Condition.Group(Condition.Mode.ALL, rows),
                false,
                Value.Fields.empty());
    }

    private static Node source() {
        return new Node.Source(
                SOURCE,
                "Get work order",
                "fracttal",
                "plant-a",
                "find-work-order",
                Settings.empty(),
                Optional.of(Path.parse("wo.tasks")),
                Optional.empty(),
                false,
                Value.Fields.empty());
    }

    private static Node connection() {
        return new Node.Connection(
                CONNECTION,
                "WhatsApp",
                "whatsapp",
                "whatsapp-plant-a",
                "send-template",
                Settings.empty().with("template", "wo_assigned").with("language", "pt_BR"),
                false,
                Value.Fields.empty());
    }

    private static Node technician() {
        return new Node.Configuration(
                TECHNICIAN,
                "Message to technician",
                List.of(
                        MapRow.of("1", Expression.path("wo.responsible")),
                        MapRow.of("2", Expression.path("wo.folio")),
                        MapRow.of("3", Expression.path("wo.task")),
                        MapRow.of("4", Expression.path("wo.due"))),
                Condition.always(),
                false,
                Value.Fields.empty());
    }

    private static Node supervisor() {
        return new Node.Configuration(
                SUPERVISOR,
                "Message to supervisor",
                List.of(
                        MapRow.of("1", Expression.path("wo.folio")),
                        MapRow.of("2", Expression.path("wo.asset")),
                        MapRow.of("3", Expression.literal(""))),
                Condition.always(),
                false,
                Value.Fields.empty());
    }
}
