package io.signalbox.designer.settings;

import io.signalbox.designer.PreferenceBook;
import io.signalbox.designer.Words;
import io.signalbox.engine.Retention;
import io.signalbox.flow.Texts;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// How long what the executor stored stays, and how large it may become. In force with the next daily round. FX thread
/// only.
final class DataPart extends VBox implements AutoCloseable {
    static final List<String> SETTINGS = List.of("payloads", "runs", "identities", "incidents", "size");

    private static final long GIB = 1L << 30;

    private final Words words;
    private final PreferenceBook book;
    private Subscription watching = Subscription.EMPTY;

    DataPart(Words words, PreferenceBook book) {
        this.words = words;
        this.book = book;
        getStyleClass().add("sending-part");
        getChildren()
                .setAll(
                        days(
                                "payloads",
                                List.of(1, 7, 14, 30, 60, 90, 365),
                                Retention::payloads,
                                Retention::withPayloads),
                        days("runs", List.of(30, 60, 90, 180, 365, 730), Retention::runs, Retention::withRuns),
                        days("identities", List.of(7, 14, 30), Retention::identities, Retention::withIdentities),
                        days("incidents", List.of(90, 365, 730), Retention::incidents, Retention::withIncidents),
                        size());
    }

    private SettingLine days(
            String key,
            List<Integer> usual,
            Function<Retention, Duration> is,
            BiFunction<Retention, Duration, Retention> with) {
        var all = new TreeSet<>(Stream.concat(usual.stream().map(Duration::ofDays), Stream.of(is.apply(now())))
                .toList());
        return line(key)
                .choice(
                        List.copyOf(all),
                        kept -> text(kept.toDays() == 1 ? "days.one" : "days.many", kept.toDays()),
                        book.nowProperty().map(now -> is.apply(now.habits().retention())),
                        chosen -> change(with.apply(now(), chosen)));
    }

    private SettingLine size() {
        var all = new TreeSet<>(
                Stream.concat(Stream.of(GIB / 2, GIB, 2 * GIB, 5 * GIB, 10 * GIB, 20 * GIB), Stream.of(now().size()))
                        .toList());
        return line("size")
                .choice(
                        List.copyOf(all),
                        bytes -> bytes % GIB == 0 ? text("gib", bytes / GIB) : text("mib", bytes >> 20),
                        book.nowProperty().map(now -> now.habits().retention().size()),
                        chosen -> change(now().withSize(chosen)));
    }

    private SettingLine line(String key) {
        var line = new SettingLine(key, text(key), text(key + ".hint"));
        watching = watching.and(line::close);
        return line;
    }

    private Retention now() {
        return book.now().habits().retention();
    }

    private void change(Retention changed) {
        book.change(now -> now.withHabits(habits -> habits.withRetention(changed)));
    }

    private String text(String key, Object... arguments) {
        return Texts.of(DataPart.class, words.language()).text("data." + key, arguments);
    }

    @Override
    public void close() {
        watching.unsubscribe();
    }
}
