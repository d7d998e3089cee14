package io.signalbox.engine;

import io.signalbox.connector.Connectors;
import io.signalbox.flow.Event;
import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Value;
import io.signalbox.json.FlowJson;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Prints what the preview of one event on a flow of 60 nodes costs: a source, then 29 services, each behind a wire
/// with a condition, each with a configuration of five rows. Ten of them get a message.
public final class PreviewBenchmark {
    private static final int SERVICES = 29;
    private static final int PREVIEWS = 200;
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private PreviewBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        var flow = flow();
        var preview = new Preview(Connectors.found(), _ -> Optional.empty());
        var event = new Event(
                "e",
                "tasks.work_orders.new_wo",
                "tasks",
                "work_orders",
                "new_wo",
                "",
                "",
                NOW,
                NOW,
                Value.fields(
                        "code",
                        Value.of("OT-1"),
                        "responsible",
                        Value.fields("id", Value.of(7), "name", Value.of("Ana Souza"))),
                Value.Fields.empty());
        var replies = Map.<NodeId, Value>of(
                new NodeId("person"), Value.fields("phone", Value.of("5511999991234"), "site", Value.of("Sul")));
        for (int round = 1; round <= 10; round++) {
            measure(round, preview, flow, event, replies);
        }
    }

    private static void measure(int round, Preview preview, Flow flow, Event event, Map<NodeId, Value> replies) {
        var threads = ManagementFactory.getThreadMXBean();
        var nanos = new long[PREVIEWS];
        long cpu = threads.getCurrentThreadCpuTime();
        long messages = 0;
        for (int at = 0; at < PREVIEWS; at++) {
            long from = System.nanoTime();
            messages += preview.of(flow, event, replies).messages().size();
            nanos[at] = System.nanoTime() - from;
        }
        cpu = threads.getCurrentThreadCpuTime() - cpu;
        Arrays.sort(nanos);
        System.out.printf(
                "round %d: %d nodes, %d messages, %.3f ms CPU a preview; median %.3f ms, p99 %.3f ms%n",
                round,
                flow.nodes().size(),
                messages / PREVIEWS,
                cpu / 1e6 / PREVIEWS,
                nanos[PREVIEWS / 2] / 1e6,
                nanos[PREVIEWS * 99 / 100] / 1e6);
    }

    private static Flow flow() throws Exception {
        var nodes = new ArrayList<>(List.of("""
                {"id": "trigger", "kind": "trigger", "type": "event",
                 "settings": {"module": "tasks", "submodule": "work_orders", "event": "new_wo"}}""", """
                {"id": "person", "kind": "source", "type": "http", "connection": "hr", "operation": "get",
                 "settings": {"path": {"template": "/hr/{{ trigger.data.responsible.id }}"}}}"""));
        var wires = new ArrayList<>(List.of("{\"from\": \"trigger\", \"to\": \"person\"}"));
        for (int at = 0; at < SERVICES; at++) {
            nodes.add("""
                    {"id": "send-%1$d", "kind": "connection", "type": "whatsapp", "connection": "wa",
                     "operation": "send-template", "settings": {"template": "wo_assigned", "language": "pt_BR",
                     "to": {"path": "person.phone", "apply": ["phone-digits:55"]}}}""".formatted(at));
            nodes.add("""
                    {"id": "fields-%1$d", "kind": "configuration", "fields": [
                     {"to": "1", "from": {"path": "trigger.data.responsible.name"}},
                     {"to": "2", "from": {"path": "trigger.data.code"}},
                     {"to": "3", "from": {"path": "person.site"}},
                     {"to": "4", "from": {"path": "trigger.data.responsible.id"}},
                     {"to": "5", "from": {"template": "{{ trigger.data.code }} %1$d"}}]}""".formatted(at));
            wires.add("""
                    {"from": "person", "to": "send-%1$d", "when": {"all": [
                     {"path": "trigger.data.responsible.name", "op": "eq", "value": "ana souza"},
                     {"path": "trigger.data.code", "op": "endsWith", "value": "%2$s"}]}}""".formatted(at, at % 3 == 0 ? "1" : "2"));
            wires.add("{\"from\": \"send-%1$d\", \"to\": \"fields-%1$d\"}".formatted(at));
        }
        return FlowJson.read("""
                {"format": "signalbox.flow/1", "id": "sixty", "name": "Sixty", "nodes": [%s], "wires": [%s]}
                """.formatted(String.join(",", nodes), String.join(",", wires)));
    }
}
