package io.signalbox.designer.settings;

import io.signalbox.designer.Background;
import io.signalbox.designer.Desk;
import io.signalbox.designer.Words;
import io.signalbox.engine.gate.Contacts;
import io.signalbox.engine.gate.GateRules;
import io.signalbox.engine.gate.LiveRules;
import io.signalbox.engine.gate.QuietHours;
import io.signalbox.flow.Texts;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// To whom, when and how often messages may go out, for the whole workspace. Every change is in force at once. FX
/// thread only.
public final class SendingPart extends VBox implements AutoCloseable {
    static final List<String> SETTINGS = List.of("optout", "consent", "window", "quiet", "cap", "zone", "contacts");

    private static final QuietHours NIGHT =
            new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), QuietHours.Then.WAIT);
    private static final List<Integer> CAPS = List.of(1, 2, 3, 5, 10, 20, 50);

    private final Words words;
    private final Door door;
    private final ReadOnlyObjectWrapper<GateRules> now;
    private final ConsentPart consents;
    private Subscription watching = Subscription.EMPTY;

    /// @param zone of the person, taken where none is set yet
    /// @param person who records what somebody said
    public record Door(
            LiveRules rules,
            Contacts contacts,
            Background background,
            InstantSource clock,
            ZoneId zone,
            String person,
            Consumer<Exception> failed) {
        public static Door of(Desk desk, Background background, ZoneId zone, Consumer<Exception> failed) {
            return new Door(
                    desk.sending(),
                    desk.contacts(),
                    background,
                    desk.clock(),
                    zone,
                    System.getProperty("user.name", ""),
                    failed);
        }
    }

    SendingPart(Words words, Door door) {
        this.words = words;
        this.door = door;
        this.now = new ReadOnlyObjectWrapper<>(door.rules().now());
        this.consents = new ConsentPart(words, door);
        getStyleClass().add("sending-part");
        draw();
    }

    private void draw() {
        watching.unsubscribe();
        watching = Subscription.EMPTY;
        getChildren()
                .setAll(
                        truth("optout", GateRules::optOut, GateRules::withOptOut),
                        truth("consent", GateRules::consent, GateRules::withConsent),
                        truth("window", GateRules::window, GateRules::withWindow),
                        truth(
                                "quiet",
                                rules -> rules.quiet().isPresent(),
                                (rules, on) -> zoned(rules).withQuiet(on ? Optional.of(NIGHT) : Optional.empty())),
                        time(
                                "quiet-from",
                                QuietHours::from,
                                (quiet, from) -> new QuietHours(from, quiet.to(), quiet.then())),
                        time("quiet-to", QuietHours::to, (quiet, to) -> new QuietHours(quiet.from(), to, quiet.then())),
                        then(),
                        cap(),
                        zone(),
                        reset(),
                        consents);
    }

    @Override
    public void close() {
        watching.unsubscribe();
    }

    private SettingLine truth(
            String key, Function<GateRules, Boolean> is, BiFunction<GateRules, Boolean, GateRules> with) {
        return line(key).truth(now.map(is), on -> change(rules -> with.apply(rules, on)));
    }

    private SettingLine time(
            String key, Function<QuietHours, LocalTime> is, BiFunction<QuietHours, LocalTime, QuietHours> with) {
        var clock = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(words.language().locale());
        var times = new TreeSet<>(IntStream.range(0, 48)
                .mapToObj(half -> LocalTime.MIN.plusMinutes(30L * half))
                .toList());
        now.get().quiet().map(is).ifPresent(times::add);
        return inQuiet(line(key))
                .choice(
                        List.copyOf(times),
                        clock::format,
                        now.map(rules -> is.apply(rules.quiet().orElse(NIGHT))),
                        chosen -> change(
                                rules -> rules.withQuiet(rules.quiet().map(quiet -> with.apply(quiet, chosen)))));
    }

    private SettingLine then() {
        return inQuiet(line("quiet-then"))
                .choice(
                        List.of(QuietHours.Then.WAIT, QuietHours.Then.DROP),
                        then -> text("quiet-then." + then.key()),
                        now.map(rules -> rules.quiet().orElse(NIGHT).then()),
                        chosen -> change(rules -> rules.withQuiet(rules.quiet().map(quiet -> quiet.withThen(chosen)))));
    }

    private SettingLine cap() {
        var all = Stream.concat(
                        Stream.of(Optional.<Integer>empty()),
                        Stream.concat(CAPS.stream(), now.get().cap().stream())
                                .distinct()
                                .sorted()
                                .map(Optional::of))
                .toList();
        return line("cap")
                .choice(
                        all,
                        cap -> cap.map(most -> text(most == 1 ? "cap.one" : "cap.many", most))
                                .orElseGet(() -> text("cap.none")),
                        now.map(GateRules::cap),
                        chosen -> change(rules -> zoned(rules).withCap(chosen)));
    }

    private SettingLine zone() {
        return line("zone")
                .choice(
                        new TreeSet<>(ZoneId.getAvailableZoneIds())
                                .stream()
                                        .filter(SendingPart::isPlace)
                                        .map(ZoneId::of)
                                        .toList(),
                        ZoneId::getId,
                        now.map(rules -> rules.zone().orElse(door.zone())),
                        chosen -> change(rules -> rules.withZone(chosen)));
    }

    private static boolean isPlace(String zone) {
        return zone.equals("UTC")
                || (zone.indexOf('/') > 0 && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"));
    }

    private SettingLine line(String key) {
        var line = new SettingLine(key, text(key), text(key + ".hint"));
        watching = watching.and(line::close);
        return line;
    }

    /// Shown only while there are quiet hours.
    private SettingLine inQuiet(SettingLine line) {
        line.managedProperty().bind(line.visibleProperty());
        line.visibleProperty().bind(now.map(rules -> rules.quiet().isPresent()));
        return line;
    }

    /// As it comes; what is stopped stays stopped, and flows keep what they say themselves.
    private Button reset() {
        var button = new Button(Texts.of(SendingPart.class, words.language()).text("reset"));
        button.setId("settings-reset");
        button.setOnAction(_ -> change(rules -> {
            var usual = GateRules.standard().withStopped(rules.stopped());
            for (var flow : rules.flows().entrySet()) {
                usual = usual.withFlow(flow.getKey(), Optional.of(flow.getValue()));
            }
            return usual;
        }));
        return button;
    }

    private GateRules zoned(GateRules rules) {
        return rules.zone().isPresent() ? rules : rules.withZone(door.zone());
    }

    private void change(UnaryOperator<GateRules> change) {
        door.background()
                .run(
                        () -> {
                            door.rules().change(change);
                            return door.rules().now();
                        },
                        now::set,
                        failure -> {
                            // Shows again what is true.
                            now.set(door.rules().now());
                            draw();
                            door.failed().accept(failure);
                        });
    }

    private String text(String key, Object... arguments) {
        return Texts.of(SendingPart.class, words.language()).text("sending." + key, arguments);
    }
}
