package io.signalbox.designer.studio;

import io.signalbox.designer.Background;
import io.signalbox.designer.Desk;
import io.signalbox.designer.MainWindow;
import io.signalbox.designer.RailMark;
import io.signalbox.designer.Words;
import io.signalbox.engine.Archive;
import io.signalbox.engine.RunState;
import io.signalbox.flow.Texts;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// What the rail tells beside its places: how many runs failed today, and whether events are listened to. FX thread
/// only.
final class RailNews {
    private static final Set<RunState> FAILED = Set.of(RunState.FAILED, RunState.DEAD);

    /// More have no room beside the icon.
    private static final int MOST = 99;

    private final Words words;
    private final MainWindow window;
    private final Desk desk;
    private final Background background;
    private final ZoneId zone;
    private final Consumer<Exception> failed;
    private Optional<LocalDate> counted = Optional.empty();
    private long failures;
    private boolean listening;

    /// @param zone whose midnight ends a day
    RailNews(
            Words words, MainWindow window, Desk desk, Background background, ZoneId zone, Consumer<Exception> failed) {
        this.words = words;
        this.window = window;
        this.desk = desk;
        this.background = background;
        this.zone = zone;
        this.failed = failed;
    }

    /// Asked every second: counts anew when another day has begun.
    void beat() {
        if (counted.filter(today()::equals).isEmpty()) {
            count();
        }
    }

    /// Something ran.
    void count() {
        var today = today();
        counted = Optional.of(today);
        var filter = Archive.Filter.of(
                "", FAILED, Optional.of(today.atStartOfDay(zone).toInstant()), "");
        background.run(
                () -> desk.archive().count(filter),
                count -> {
                    failures = count;
                    tell();
                },
                failed);
    }

    /// @param on whether events are listened to from now on
    void listen(boolean on) {
        listening = on;
        tell();
    }

    /// Again, in the language of now.
    void tell() {
        var texts = Texts.of(RailNews.class, words.language());
        var spoken = NumberFormat.getIntegerInstance(words.language().locale()).format(failures);
        window.mark(
                "runs",
                failures == 0
                        ? RailMark.none()
                        : new RailMark(
                                failures > MOST ? MOST + "+" : Long.toString(failures),
                                false,
                                texts.text(texts.form("rail.failed", failures), spoken)));
        window.mark("events", listening ? new RailMark("", true, texts.text("rail.listening")) : RailMark.none());
    }

    private LocalDate today() {
        return desk.clock().instant().atZone(zone).toLocalDate();
    }
}
