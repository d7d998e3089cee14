package io.signalbox.designer.panel;

import io.signalbox.designer.Icon;
import io.signalbox.designer.Tip;
import io.signalbox.designer.panel.OptionPicker.Option;
import io.signalbox.engine.Archive;
import io.signalbox.engine.RunState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.util.StringConverter;
import org.controlsfx.control.CheckComboBox;
import org.controlsfx.control.textfield.CustomTextField;

/// Which of all runs are shown: about what, with what in their data, how they stand, of which flows, since when.
final class RunFilters extends FlowPane implements Closes {
    /// Typing is waited for: each question reads the disk.
    private static final javafx.util.Duration TYPED = javafx.util.Duration.millis(200);

    /// Longer for what is looked for in the data: each question reads all of it.
    private static final javafx.util.Duration TYPED_OF_DATA = javafx.util.Duration.millis(600);

    /// A single letter stands in nearly everything.
    private static final int SHORTEST = 2;

    /// How far back.
    private enum Since {
        ANY,
        TODAY,
        DAY,
        WEEK,
        MONTH;

        private String key() {
            return "all-runs.since." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Bench bench;
    private final InstantSource clock;
    private final Runnable changed;
    private final CustomTextField search = new CustomTextField();
    private final CustomTextField data = new CustomTextField();
    private final CheckComboBox<RunState> states = new CheckComboBox<>();
    private final CheckComboBox<Option> flows = new CheckComboBox<>();
    private final ComboBox<Since> since = new ComboBox<>();
    private final Button clear;
    private final PauseTransition typing = new PauseTransition();
    private boolean filling;

    /// @param changed run when others are wanted
    RunFilters(Bench bench, InstantSource clock, Runnable changed) {
        super(8, 8);
        this.bench = bench;
        this.clock = clock;
        this.changed = changed;
        getStyleClass().add("run-filters");
        field(search, "runs-search", "all-runs.search", TYPED);
        field(data, "runs-data", "all-runs.data", TYPED_OF_DATA);
        typing.setOnFinished(_ -> choose());
        states.setId("runs-states");
        states.getItems().setAll(RunState.values());
        var words = new RunWords(bench);
        states.setConverter(named(words::state));
        states.setAccessibleHelp(bench.text("all-runs.states.help"));
        states.getCheckModel().getCheckedItems().addListener((ListChangeListener<RunState>) _ -> choose());
        flows.setId("runs-flows");
        flows.setConverter(named(Option::text));
        flows.setAccessibleHelp(bench.text("all-runs.flows.help"));
        flows.getCheckModel().getCheckedItems().addListener((ListChangeListener<Option>) _ -> choose());
        since.setId("runs-since");
        since.getItems().setAll(Since.values());
        since.setConverter(named(each -> bench.text(each.key())));
        since.setValue(Since.ANY);
        since.setAccessibleText(bench.text("all-runs.since"));
        since.valueProperty().subscribe((_, _) -> choose());
        clear = Press.plain(bench.text("all-runs.clear"), "cross", this::clear);
        clear.setId("runs-clear");
        getChildren().addAll(search, data, states, flows, since, clear);
        name();
    }

    private void field(CustomTextField field, String id, String key, javafx.util.Duration wait) {
        field.setId(id);
        field.setLeft(Icon.of("search"));
        field.setPromptText(bench.text(key));
        field.setAccessibleText(bench.text(key));
        field.setAccessibleHelp(bench.text(key + ".help"));
        field.setTooltip(new Tip(bench.text(key + ".help")));
        field.textProperty().subscribe((_, _) -> {
            if (!filling) {
                typing.setDuration(wait);
                typing.playFromStart();
            }
        });
        field.setOnAction(_ -> {
            typing.stop();
            choose();
        });
    }

    private static <T> StringConverter<T> named(java.util.function.Function<T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("the list is not typed into: " + text);
            }
        };
    }

    /// The flows there are, by name; a choice that is still there stays.
    void show(List<Option> known) {
        if (flows.getItems().equals(known)) {
            return;
        }
        // By id: a flow that was given another name is still the one that was ticked.
        var before = chosenFlows();
        filling = true;
        flows.getCheckModel().clearChecks();
        flows.getItems().setAll(known);
        known.stream().filter(option -> before.contains(option.id())).forEach(flows.getCheckModel()::check);
        filling = false;
        name();
        if (!chosenFlows().equals(before)) {
            changed.run();
        }
    }

    Archive.Filter filter() {
        return new Archive.Filter(
                chosenFlows(),
                checked(states).stream().collect(Collectors.toUnmodifiableSet()),
                from(),
                "",
                search.getText().strip());
    }

    private Set<String> chosenFlows() {
        return checked(flows).stream().map(Option::id).collect(Collectors.toUnmodifiableSet());
    }

    /// What the data of a run must hold; blank while that is all the same.
    String data() {
        var text = data.getText().strip();
        return text.length() < SHORTEST ? "" : text;
    }

    /// True while no run is left out.
    boolean isEmpty() {
        return filter().equals(Archive.Filter.all()) && data().isEmpty();
    }

    /// Where to type what is looked for in the data.
    TextField dataField() {
        return data;
    }

    void clear() {
        filling = true;
        search.clear();
        data.clear();
        states.getCheckModel().clearChecks();
        flows.getCheckModel().clearChecks();
        since.setValue(Since.ANY);
        filling = false;
        choose();
    }

    private Optional<Instant> from() {
        var now = clock.instant();
        return switch (since.getValue()) {
            case ANY -> Optional.empty();
            case TODAY ->
                Optional.of(now.atZone(bench.zone())
                        .toLocalDate()
                        .atStartOfDay(bench.zone())
                        .toInstant());
            case DAY -> Optional.of(now.minus(Duration.ofDays(1)));
            case WEEK -> Optional.of(now.minus(Duration.ofDays(7)));
            case MONTH -> Optional.of(now.minus(Duration.ofDays(30)));
        };
    }

    private void choose() {
        if (!filling) {
            name();
            changed.run();
        }
    }

    /// A list in which nothing is ticked says that everything is shown.
    private void name() {
        name(states, "all-runs.states");
        name(flows, "all-runs.flows");
        clear.setDisable(isEmpty());
    }

    private <T> void name(CheckComboBox<T> box, String key) {
        var ticked = checked(box);
        box.setTitle(ticked.isEmpty() ? bench.text(key + ".all") : null);
        var said = ticked.stream().map(box.getConverter()::toString).collect(Collectors.joining(", "));
        box.setAccessibleText(bench.text(key) + ", " + (said.isEmpty() ? bench.text(key + ".all") : said));
    }

    private static <T> List<T> checked(CheckComboBox<T> box) {
        return new ArrayList<>(box.getCheckModel().getCheckedItems());
    }

    @Override
    public void close() {
        typing.stop();
    }
}
