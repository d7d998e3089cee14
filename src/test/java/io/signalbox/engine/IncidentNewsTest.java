package io.signalbox.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.engine.Incidents.Incident;
import io.signalbox.engine.Incidents.Kind;
import io.signalbox.engine.Incidents.Noted;
import io.signalbox.flow.Language;
import io.signalbox.flow.Texts;
import io.signalbox.json.FlowJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class IncidentNewsTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private static Noted noted(long number, Kind kind, Instant at) {
        return new Noted(number, new Incident(at, kind, kind == Kind.POISON ? "wo" : "", "PT90S"));
    }

    private static List<Long> numbers(IncidentNews news) {
        return news.all().stream().map(Noted::number).toList();
    }

    @Test
    void a_flow_that_was_switched_off_comes_before_what_is_newer() {
        var news = IncidentNews.of(
                List.of(
                        noted(4, Kind.WOKE, NOON.plusSeconds(9)),
                        noted(3, Kind.CLOCK_BACK, NOON),
                        noted(2, Kind.POISON, NOON)),
                1);
        assertEquals(List.of(2L, 4L, 3L), numbers(news));
        assertEquals(4, news.newest());
    }

    @Test
    void what_is_known_is_not_news_even_when_the_clock_went_back_since() {
        var all = List.of(noted(8, Kind.CLOCK_BACK, NOON.minusSeconds(3_600)), noted(7, Kind.WOKE, NOON));
        assertEquals(List.of(8L), numbers(IncidentNews.of(all, 7)));
        assertEquals(Optional.empty(), IncidentNews.of(all, 8).first());
    }

    @Test
    void waking_is_told_once_although_the_clock_went_forward_too() {
        var all = List.of(
                noted(3, Kind.WOKE, NOON),
                noted(2, Kind.CLOCK_FORWARD, NOON),
                noted(1, Kind.CLOCK_FORWARD, Instant.EPOCH));
        assertEquals(List.of(3L, 1L), numbers(IncidentNews.of(all, 0)));
    }

    private static Optional<StoredFlow> flow(boolean on, boolean paused) throws Exception {
        var flow = FlowJson.read("""
                {"format": "signalbox.flow/1", "id": "wo", "name": "New work order", "nodes": [], "wires": []}
                """);
        return Optional.of(new StoredFlow(
                flow, 1, NOON, on ? Optional.of(new StoredFlow.LiveVersion(1, "", paused)) : Optional.empty()));
    }

    @Test
    void each_kind_is_told_in_whole_sentences_of_every_language() throws Exception {
        for (var language : Language.values()) {
            var words = Texts.of(Incidents.class, language);
            for (var kind : Kind.values()) {
                var detail = kind == Kind.POISON ? "3" : "PT2H5M";
                for (var flow : List.of(flow(true, true), flow(true, false), flow(false, false))) {
                    var text = new Incident(NOON, kind, "wo", detail).text(words, flow);
                    assertTrue(text.endsWith("."), text);
                    assertTrue(text.contains(kind == Kind.POISON ? "New work order" : "2\u00a0h 5\u00a0min"), text);
                }
            }
        }
        var words = Texts.of(Incidents.class, Language.EN);
        var none = Optional.<StoredFlow>empty();
        assertTrue(
                new Incident(NOON, Kind.WOKE, "", "PT42.7S").text(words, none).contains("42\u00a0s"));
        assertTrue(new Incident(NOON, Kind.WOKE, "", "PT3M1S").text(words, none).contains("3\u00a0min"));
    }

    @Test
    void what_is_said_of_a_flow_is_how_it_is_now() throws Exception {
        var words = Texts.of(Incidents.class, Language.EN);
        var poison = new Incident(NOON, Kind.POISON, "wo", "3");
        assertTrue(poison.text(words, flow(true, true)).contains("is paused, because 3 of its runs"));
        assertTrue(poison.text(words, flow(true, false)).endsWith("Somebody has let it go on since."));
        assertTrue(poison.text(words, flow(false, false)).contains("It is switched off."));
        assertTrue(poison.text(words, Optional.empty()).contains("“wo”"));
    }
}
