package io.signalbox.designer.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.designer.Background;
import io.signalbox.designer.panel.RunSearch.Outcome;
import io.signalbox.engine.Archive;
import io.signalbox.engine.Room;
import io.signalbox.engine.RunState;
import io.signalbox.engine.RunSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RunSearchTest {
    private final Shelf shelf = new Shelf();
    private final List<Outcome> told = new ArrayList<>();
    private final RunSearch search = new RunSearch(
            new Background(Runnable::run, Runnable::run),
            shelf,
            (outcome, done) -> {
                if (done) {
                    told.add(outcome);
                }
            },
            failure -> {
                throw new IllegalStateException(failure);
            });

    /// Runs of which every hundredth holds what is looked for; their data may be large.
    private static final class Shelf implements Archive {
        private List<RunSummary> runs = runs(1_250);
        private int looked;
        private int most = Integer.MAX_VALUE;

        private static List<RunSummary> runs(int count) {
            return IntStream.range(0, count)
                    .mapToObj(at -> new RunSummary(
                            "%05d".formatted(99_999 - at),
                            "flow",
                            "event",
                            "",
                            at == 0 ? RunState.WAITING : RunState.SUCCEEDED,
                            0,
                            "",
                            "",
                            Instant.EPOCH,
                            Optional.empty(),
                            0))
                    .toList();
        }

        @Override
        public List<RunSummary> runs(Filter filter, String before, int limit) {
            return runs.stream()
                    .filter(run -> before.isEmpty() || run.id().compareTo(before) < 0)
                    .limit(limit)
                    .toList();
        }

        @Override
        public Mentions mentions(List<RunSummary> asked, String text, Room room) {
            var read = asked.subList(0, Math.min(most, asked.size()));
            looked += read.size();
            return new Mentions(
                    read.stream()
                            .map(RunSummary::id)
                            .filter(id -> id.endsWith("99"))
                            .collect(Collectors.toUnmodifiableSet()),
                    read.size());
        }

        @Override
        public long count(Filter filter) {
            return runs.size();
        }

        @Override
        public Events events(String before, int limit) {
            return new Events(List.of(), false);
        }

        @Override
        public List<Version> versions(String flow) {
            return List.of();
        }
    }

    @Test
    void it_looks_so_far_says_so_and_goes_on_when_asked() {
        search.look(Archive.Filter.all(), "ana");
        var first = told.getLast();
        assertEquals(RunSearch.REACH, first.looked());
        assertEquals(10, first.found().size());
        assertEquals("99000", first.last().orElseThrow().id());
        assertTrue(first.more());

        search.further();
        var all = told.getLast();
        assertEquals(1_250, all.looked());
        assertEquals(13, all.found().size());
        assertFalse(all.more());
    }

    @Test
    void what_ended_is_looked_into_once() {
        search.look(Archive.Filter.all(), "ana");
        shelf.looked = 0;
        search.look(Archive.Filter.all(), "ana");
        assertEquals(1, shelf.looked, "the one that still waits");
        search.look(Archive.Filter.of("", Set.of(RunState.SUCCEEDED), Optional.empty(), ""), "ana");
        assertEquals(2, shelf.looked, "it is known whatever else is asked");
        search.look(Archive.Filter.all(), "bruno");
        assertEquals(2 + RunSearch.REACH, shelf.looked);
    }

    @Test
    void runs_with_large_data_are_looked_into_in_smaller_steps_and_none_is_left_out() {
        shelf.runs = Shelf.runs(250);
        shelf.most = 7;
        search.look(Archive.Filter.all(), "ana");
        assertEquals(250, told.getLast().looked());
        assertEquals(3, told.getLast().found().size());
        assertEquals(250, shelf.looked);
    }
}
