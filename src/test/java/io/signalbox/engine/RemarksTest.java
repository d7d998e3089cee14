package io.signalbox.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import io.signalbox.json.FlowJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a service says of values that only an event brings: how many people a mapped list names.
final class RemarksTest {
    private final Flow flow;

    RemarksTest() throws Exception {
        flow = FlowJson.read(Files.readString(Path.of("flows", "urgent-request-to-walkme.signalbox.json")));
    }

    private Preview.Result previewed(int users) throws EventProblem {
        var sample = flow.samples().getFirst();
        var list = new Value.Items(IntStream.range(0, users)
                .mapToObj(n -> Value.of("u" + n + "@plant.example.com"))
                .toList());
        var data = Value.put(sample.event(), List.of("data", "approver_email"), list);
        var event = EventForms.read(data).accepted("evt-1", Walk.NOON);
        return new Preview(Walk.CONNECTORS, _ -> Optional.empty()).of(flow, event, sample.replies());
    }

    @Test
    void more_than_ten_mapped_users_are_better_an_audience() throws EventProblem {
        assertEquals(List.of(), previewed(10).remarks(flow, Walk.CONNECTORS));
        var eleven = previewed(11);
        assertEquals(2, eleven.messages().size());
        var remarks = eleven.remarks(flow, Walk.CONNECTORS);
        assertEquals(1, remarks.size(), "one for two messages of one connection");
        var remark = remarks.getFirst();
        assertEquals(
                "notify settings.users false",
                remark.node().orElseThrow().value() + " " + remark.field() + " " + remark.isError());
        assertTrue(
                remark.text(Texts.of(Flow.class, Language.EN)).startsWith("11 users are named one by one"),
                remark.toString());
    }

    @Test
    void more_than_a_hundred_mapped_users_are_refused_before_anything_goes_out() throws EventProblem {
        assertTrue(previewed(100).trace().stream().noneMatch(visit -> visit.state() == NodeTrace.State.FAILED));
        var refused = previewed(101);
        assertEquals(List.of(), refused.messages());
        assertEquals(
                List.of("plant users.many 101", "office users.many 101"),
                refused.trace().stream()
                        .filter(visit -> visit.state() == NodeTrace.State.FAILED)
                        .map(visit -> visit.step() + " " + visit.reason() + " " + visit.detail())
                        .toList());
        assertTrue(refused.end().failed());
    }
}
