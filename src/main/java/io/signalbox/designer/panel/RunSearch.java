package io.signalbox.designer.panel;

import io.signalbox.designer.Background;
import io.signalbox.engine.Archive;
import io.signalbox.engine.Room;
import io.signalbox.engine.RunSummary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Looks for a text in the data of runs, newest first: a page at a time off the FX thread, so that other work goes on
/// between, and no farther than it was told. What a run that has ended holds is looked up once. FX thread only.
final class RunSearch {
    /// So many runs are looked into before the person is asked whether to go on.
    static final int REACH = 1_000;

    private static final int PAGE = 100;

    private final Background background;
    private final Archive archive;
    private final BiConsumer<Outcome, Boolean> told;
    private final Consumer<Exception> failed;
    private final Map<String, Boolean> known = new HashMap<>();
    private Optional<Wanted> wanted = Optional.empty();
    private Outcome outcome = Outcome.NOTHING;
    private int reach = REACH;
    private boolean busy;
    private boolean again;
    /// Grows when something else is looked for: what comes of an earlier search is too late.
    private long turn;

    private record Wanted(Archive.Filter filter, String text) {}

    /// How far it came.
    ///
    /// @param found newest first
    /// @param last the oldest run that was looked into
    /// @param more true when there are older ones
    record Outcome(List<RunSummary> found, int looked, Optional<RunSummary> last, boolean more) {
        static final Outcome NOTHING = new Outcome(List.of(), 0, Optional.empty(), true);

        Outcome {
            found = List.copyOf(found);
        }

        private Outcome and(List<RunSummary> page, List<RunSummary> fits, boolean older) {
            var all = new ArrayList<>(found);
            all.addAll(fits);
            return new Outcome(all, looked + page.size(), page.isEmpty() ? last : Optional.of(page.getLast()), older);
        }
    }

    private record Page(List<RunSummary> runs, Map<String, Boolean> holds, boolean more) {}

    /// @param told how far it came, and whether that is all for now
    RunSearch(Background background, Archive archive, BiConsumer<Outcome, Boolean> told, Consumer<Exception> failed) {
        this.background = background;
        this.archive = archive;
        this.told = told;
        this.failed = failed;
    }

    /// Looks for it, or once more when that is looked for already: runs may have come or gone on.
    void look(Archive.Filter filter, String text) {
        var asked = new Wanted(filter, text);
        if (wanted.filter(asked::equals).isEmpty()) {
            stop();
            if (wanted.filter(before -> before.text().equals(text)).isEmpty()) {
                known.clear();
            }
            wanted = Optional.of(asked);
            reach = REACH;
            begin(true);
        } else if (busy) {
            again = true;
        } else {
            begin(false);
        }
    }

    /// As far again.
    void further() {
        reach += REACH;
        if (!busy && wanted.isPresent()) {
            busy = true;
            step(true, turn);
        }
    }

    /// Nothing is looked for any more.
    void leave() {
        stop();
        wanted = Optional.empty();
        known.clear();
    }

    private void stop() {
        turn++;
        busy = false;
        again = false;
    }

    /// @param telling true to tell what is found while it goes on
    private void begin(boolean telling) {
        busy = true;
        outcome = Outcome.NOTHING;
        step(telling, turn);
    }

    private void step(boolean telling, long mine) {
        var now = wanted.orElseThrow();
        var before = outcome.last().map(RunSummary::id).orElse("");
        int most = Math.min(PAGE, reach - outcome.looked());
        var sure = Map.copyOf(known);
        background.run(
                () -> page(now, before, most, sure),
                page -> {
                    if (mine == turn) {
                        take(page, telling);
                    }
                },
                failure -> {
                    if (mine == turn) {
                        stop();
                        failed.accept(failure);
                    }
                });
    }

    private Page page(Wanted now, String before, int most, Map<String, Boolean> sure) {
        var runs = archive.runs(now.filter(), before, most + 1);
        var page = runs.subList(0, Math.min(most, runs.size()));
        var unsure = page.stream().filter(run -> !sure.containsKey(run.id())).toList();
        var mentions = archive.mentions(unsure, now.text(), Room.page(most));
        var looked = page;
        if (mentions.looked() < unsure.size()) {
            // They are large: the next page begins with the first that was not looked into.
            looked = page.subList(0, page.indexOf(unsure.get(mentions.looked())));
        }
        var holds = new HashMap<String, Boolean>();
        looked.forEach(run ->
                holds.put(run.id(), sure.getOrDefault(run.id(), mentions.found().contains(run.id()))));
        return new Page(looked, holds, looked.size() < runs.size());
    }

    private void take(Page page, boolean telling) {
        page.runs().stream()
                .filter(run -> run.state().isFinal())
                .forEach(run -> known.put(run.id(), page.holds().getOrDefault(run.id(), false)));
        var fits = page.runs().stream()
                .filter(run -> page.holds().getOrDefault(run.id(), false))
                .toList();
        outcome = outcome.and(page.runs(), fits, page.more());
        boolean done = !outcome.more() || outcome.looked() >= reach;
        if (!done) {
            if (telling) {
                told.accept(outcome, false);
            }
            step(telling, turn);
            return;
        }
        busy = false;
        told.accept(outcome, true);
        if (again) {
            again = false;
            begin(false);
        }
    }
}
