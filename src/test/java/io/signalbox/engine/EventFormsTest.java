package io.signalbox.engine;

import static io.signalbox.engine.Walk.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.signalbox.flow.Dice;
import io.signalbox.flow.Event;
import io.signalbox.flow.Language;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import io.signalbox.http.Listener;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EventFormsTest {
    private static final Instant AT = Instant.parse("2026-11-21T14:03:11Z");

    @Test
    void the_automators_own_form_is_read() throws EventProblem {
        var incoming = EventForms.read(json("""
                        {'id':'evt-1','module':'tasks','submodule':'work_orders','event':'new_wo',
                         'occurredAt':'2026-11-21T11:03:11-03:00','entity':'OT-1','data':{'x':1},'plant':'A','n':null}"""));
        assertEquals(
                new Incoming(
                        Optional.of("a:evt-1"),
                        "tasks",
                        "work_orders",
                        "new_wo",
                        "",
                        "OT-1",
                        Optional.of(AT),
                        json("{'x':1}"),
                        json("{'plant':'A','n':null}").asFields()),
                incoming);
        assertEquals("tasks.work_orders.new_wo", incoming.type());
    }

    @Test
    void what_the_sender_leaves_out_is_filled_at_acceptance() throws EventProblem {
        var incoming = EventForms.read(json("{'module':'a','submodule':'b','event':'c'}"));
        assertEquals(
                new Incoming(
                        Optional.empty(), "a", "b", "c", "", "", Optional.empty(), json("{}"), Value.Fields.empty()),
                incoming);
        assertEquals(
                new Event("ours", "a.b.c", "a", "b", "c", "", "", AT, AT, json("{}"), Value.Fields.empty()),
                incoming.accepted("ours", AT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    'id':5 | a:5
                    'id':'5' | a:5
                    'id':1.50 | a:1.50
                    'id':'' | ``
                    'id':null | ``""")
    void its_identity_is_the_senders_id(String member, String identity) throws EventProblem {
        assertEquals(
                identity,
                EventForms.read(json("{'module':'a','submodule':'b','event':'c'," + member + "}"))
                        .identity()
                        .orElse(""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {'id':7,'name':'Pump'} | 7
                    'OT-1' | OT-1
                    9 | 9
                    null | ``""")
    void its_entity_is_a_text_or_has_an_id(String entity, String read) throws EventProblem {
        assertEquals(
                read,
                EventForms.read(json("{'module':'a','submodule':'b','event':'c','entity':" + entity + "}"))
                        .entity());
    }

    @Test
    void a_cloud_event_is_read() throws EventProblem {
        var incoming = EventForms.read(json("""
                        {'specversion':'1.0','id':'1','source':'/plant','type':'tasks.work_orders.new_wo','subject':'OT-1',
                         'time':'2026-11-21T14:03:11Z','datacontenttype':'application/json','data':{'x':1},'line':'2'}"""));
        assertEquals(
                new Incoming(
                        Optional.of("c:/plant\n1"),
                        "tasks",
                        "work_orders",
                        "new_wo",
                        "/plant",
                        "OT-1",
                        Optional.of(AT),
                        json("{'x':1}"),
                        json("{'line':'2'}").asFields()),
                incoming);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    [] | event.object |
                    'text' | event.object |
                    {} | event.required | module
                    {'module':'a'} | event.required | submodule
                    {'module':'a','submodule':'b'} | event.required | event
                    {'module':'','submodule':'b','event':'c'} | event.required | module
                    {'module':5,'submodule':'b','event':'c'} | event.text | module
                    {'module':'a','submodule':'b','event':[]} | event.text | event
                    {'id':true,'module':'a','submodule':'b','event':'c'} | event.text | id
                    {'id':{},'module':'a','submodule':'b','event':'c'} | event.text | id
                    {'module':'a','submodule':'b','event':'c','occurredAt':'yesterday'} | event.time | occurredAt
                    {'module':'a','submodule':'b','event':'c','occurredAt':'2026-11-21T14:03:11'} | event.time | occurredAt
                    {'module':'a','submodule':'b','event':'c','occurredAt':5} | event.text | occurredAt
                    {'module':'a','submodule':'b','event':'c','data':[1]} | event.data | data
                    {'module':'a','submodule':'b','event':'c','data':'x'} | event.data | data
                    {'specversion':'0.3'} | event.specversion | specversion
                    {'specversion':'1.0'} | event.required | id
                    {'specversion':'1.0','id':'1'} | event.required | source
                    {'specversion':'1.0','id':5,'source':'s'} | event.text | id
                    {'specversion':'1.0','id':'1','source':'s'} | event.required | type
                    {'specversion':'1.0','id':'1','source':'s','type':'a.b'} | event.type | type
                    {'specversion':'1.0','id':'1','source':'s','type':'a.b.c.d'} | event.type | type
                    {'specversion':'1.0','id':'1','source':'s','type':'a..c'} | event.type | type
                    {'specversion':'1.0','id':'1','source':'s','type':'a.b.c','time':'x'} | event.time | time
                    {'specversion':'1.0','id':'1','source':'s','type':'a.b.c','data':5} | event.data | data""")
    void what_cannot_be_an_event_is_refused_with_its_member(String text, String key, String member) {
        var problem = assertThrows(EventProblem.class, () -> EventForms.read(json(text)));
        assertEquals(key + " " + (member == null ? "" : member), problem.key() + " " + problem.member());
        assertEquals(true, Texts.of(Listener.class, Language.EN).has(problem.key()), problem.key());
    }

    @Test
    void nothing_that_arrives_makes_the_reader_throw_anything_else() {
        var dice = new Dice(6);
        int read = 0;
        for (int n = 0; n < 20_000; n++) {
            var value = dice.fields(2);
            for (var name : new String[] {"id", "module", "submodule", "event", "occurredAt", "entity", "data"}) {
                value = value.with(name, usual(name));
                value = dice.oneIn(8) ? value.with(name, dice.value()) : value;
            }
            if (dice.oneIn(3)) {
                value = value.with("specversion", dice.oneIn(2) ? Value.of("1.0") : dice.value())
                        .with("type", Value.of("a.b.c"));
            }
            try {
                EventForms.read(dice.oneIn(20) ? dice.value() : value);
                read++;
            } catch (EventProblem _) {
                // Refused, as it should be.
            }
        }
        assertEquals(true, read > 2_000 && read < 18_000, "events read: " + read);
    }

    private static Value usual(String name) {
        return switch (name) {
            case "data" -> Value.Fields.empty();
            case "occurredAt" -> Value.of("2026-11-21T14:03:11Z");
            default -> Value.of("x");
        };
    }

    @Test
    void a_sample_without_a_module_is_what_a_webhook_brings() throws Exception {
        var data = Value.fields("message", Value.of("Buenos días"));
        var sample = Value.fields("module", Value.of(""), "data", data);
        assertEquals(
                "webhook",
                EventForms.sample(sample).accepted("evt", Instant.EPOCH).type());
        assertEquals(
                data, EventForms.sample(sample).accepted("evt", Instant.EPOCH).data());
    }
}
