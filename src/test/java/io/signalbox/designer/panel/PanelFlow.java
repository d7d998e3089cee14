package io.signalbox.designer.panel;

import io.signalbox.flow.Condition;
import io.signalbox.flow.Expression;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.LookupTable;
import io.signalbox.flow.MapRow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Sample;
import io.signalbox.flow.Settings;
import io.signalbox.flow.Value;
import io.signalbox.flow.Wire;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// A new work order becomes a message to its technician, with a sample to try it on.
final class PanelFlow {
    static final NodeId TRIGGER = new NodeId("trigger");
    static final NodeId WO = new NodeId("wo");
    static final NodeId PERSON = new NodeId("person");
    static final NodeId SEND = new NodeId("send");
    static final NodeId FIELDS = new NodeId("fields");

    private PanelFlow() {}

    static Flow flow() {
        return flow(conditions(), rows());
    }

    static Flow flow(Condition when, List<MapRow> rows) {
        var nodes = new LinkedHashMap<NodeId, Node>();
        for (var node : List.of(trigger(when), wo(), person(), send(), fields(rows))) {
            nodes.put(node.id(), node);
        }
        return Flow.empty(
                        "new-wo-whatsapp", "New work order → WhatsApp", Language.PT_BR, ZoneId.of("America/Sao_Paulo"))
                .withNodes(nodes)
                .withWires(List.of(
                        Wire.of(TRIGGER, WO), Wire.of(WO, PERSON), Wire.of(PERSON, SEND), Wire.of(SEND, FIELDS)))
                .withSamples(List.of(sample()));
    }

    static Sample sample() {
        var data = Value.fields("wo_folio", Value.of("OS-1496"))
                .with("priority", Value.of("Very high"))
                .with("responsible", Value.fields("name", Value.of("Marta Figueiredo"), "code", Value.of("MF-7")))
                .with("asset", Value.of("Planta Sorocaba › Utilidades"))
                .with("downtime_minutes", Value.of(45))
                .with("stopped", Value.of(true))
                .with("created_at", Value.of("2026-11-21T14:03:11+00:00"))
                .with("labels", Value.texts(List.of("pump", "safety")));
        var event = Value.fields("module", Value.of("tasks"), "submodule", Value.of("work_orders"))
                .with("event", Value.of("new_wo"))
                .with("entity", Value.of("OS-1496"))
                .with("data", data);
        var replies = new LinkedHashMap<NodeId, Value>();
        replies.put(
                WO,
                Value.fields("wo_folio", Value.of("OS-1496"))
                        .with("description", Value.of("Substituir rolamento"))
                        .with("responsible_name", Value.of("Marta Figueiredo"))
                        .with("code_responsible", Value.of("MF-7"))
                        .with("due", Value.of("2026-11-22T11:00:00+00:00"))
                        .with("note", Value.of(""))
                        .with("tasks", Value.items(Value.fields("task", Value.of("Substituir rolamento")))));
        replies.put(PERSON, Value.fields("name", Value.of("Marta Figueiredo"), "sms", Value.of("(15) 99812-4470")));
        return new Sample("OS-1496", event, replies, Value.Fields.empty());
    }

    static Condition conditions() {
        var any = new Condition.Group(
                Condition.Mode.ANY,
                List.of(
                        Condition.row("trigger.data.priority", Operator.IN, Value.texts(List.of("Very high", "High"))),
                        Condition.row("trigger.data.asset", Operator.UNDER, Value.of("Planta Sorocaba › Linha 2"))));
        return new Condition.Group(
                Condition.Mode.ALL,
                List.of(
                        Condition.row("trigger.data.responsible.name", Operator.EQ, Value.of("Marta Figueiredo")),
                        any,
                        Condition.row("trigger.data.downtime_minutes", Operator.GE, Value.of(30))));
    }

    static List<MapRow> rows() {
        return List.of(
                MapRow.of("1", Expression.path("wo.responsible_name")),
                MapRow.of("2", Expression.path("wo.wo_folio")),
                MapRow.of(
                        "3",
                        Expression.template("{{ wo.description }} ({{ trigger.data.priority | lookup:'priority' }})")),
                MapRow.of("4", Expression.template("{{ wo.due | date:'dd/MM HH:mm' }}")));
    }

    static LookupTable priorities() {
        var rows = new LinkedHashMap<String, String>();
        rows.put("Very high", "Muito alta");
        return new LookupTable(rows, Optional.of("normal"));
    }

    private static Node trigger(Condition when) {
        return new Node.Trigger(
                TRIGGER,
                "New work order",
                "event",
                Settings.empty()
                        .with("module", "tasks")
                        .with("submodule", "work_orders")
                        .with("event", "new_wo"),
                when,
                false,
                Value.Fields.empty());
    }

    private static Node wo() {
        return new Node.Source(
                WO,
                "WO",
                "fracttal",
                "plant-a",
                "find-work-order",
                Settings.empty().with("folio", Expression.path("trigger.data.wo_folio")),
                Optional.empty(),
                Optional.empty(),
                false,
                Value.Fields.empty());
    }

    private static Node person() {
        return new Node.Source(
                PERSON,
                "Technician",
                "fracttal",
                "plant-a",
                "find-person",
                Settings.empty().with("code", Expression.path("wo.code_responsible")),
                Optional.empty(),
                Optional.empty(),
                false,
                Value.Fields.empty());
    }

    private static Node send() {
        return new Node.Connection(
                SEND,
                "WhatsApp",
                "whatsapp",
                "whatsapp-main",
                "send-template",
                Settings.empty()
                        .with("template", "wo_assigned")
                        .with("language", "pt_BR")
                        .with("to", Expression.template("{{ person.sms | phone-digits:55 }}")),
                false,
                Value.Fields.empty());
    }

    private static Node fields(List<MapRow> rows) {
        return new Node.Configuration(
                FIELDS, "Message to technician", rows, Condition.always(), false, Value.Fields.empty());
    }
}
