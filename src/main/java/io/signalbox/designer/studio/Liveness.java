package io.signalbox.designer.studio;

import io.signalbox.designer.Background;
import io.signalbox.designer.Desk;
import io.signalbox.designer.Words;
import io.signalbox.designer.panel.KnownServers;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Problem;
import io.signalbox.flow.Texts;
import io.signalbox.json.FlowJson;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;

/// Whether what is drawn is what runs, and making it so. FX thread only.
final class Liveness {
    private final Words words;
    private final Desk desk;
    private final Background background;
    private final Supplier<Optional<Workpiece>> open;
    private final Consumer<String> say;
    private final Consumer<Exception> failed;
    private final LiveChip chip;
    private Optional<Flow> live = Optional.empty();
    private boolean listening;
    /// What servers have of the open flow.
    private List<KnownServers.Copy> copies = List.of();
    /// Whether one of them has another version, as far as was compared.
    private boolean elsewhere;
    private boolean comparing;
    /// The version that `live` is of.
    private Optional<StoredFlow.LiveVersion> version = Optional.empty();

    /// @param say says a sentence to the person
    Liveness(
            Words words,
            Desk desk,
            Background background,
            Supplier<Optional<Workpiece>> open,
            Consumer<String> say,
            Consumer<Exception> failed) {
        this.desk = desk;
        this.background = background;
        this.open = open;
        this.say = say;
        this.words = words;
        this.failed = failed;
        chip = new LiveChip(words, this::makeLive);
    }

    Node chip() {
        return chip.node();
    }

    boolean isOff() {
        return live.isEmpty();
    }

    void forget() {
        live = Optional.empty();
        version = Optional.empty();
        copies = List.of();
        elsewhere = false;
    }

    void show(Flow drawn) {
        var found = open.get().map(piece -> piece.preview().model().problems()).orElse(List.of());
        boolean paused = version.filter(StoredFlow.LiveVersion::paused).isPresent();
        chip.show(drawn, live, paused, found, copies.isEmpty() || !elsewhere, listening);
        if (!copies.isEmpty() && !comparing) {
            compare(drawn);
        }
    }

    /// The identity of a large flow takes longer to work out than a key press may last: one at a time, beside the
    /// FX thread.
    private void compare(Flow drawn) {
        comparing = true;
        var known = copies;
        background.run(
                () -> {
                    var identity = FlowJson.identity(drawn);
                    return known.stream().anyMatch(copy -> copy.differsFrom(identity));
                },
                differs -> compared(drawn, known, differs),
                failure -> {
                    comparing = false;
                    failed.accept(failure);
                });
    }

    private void compared(Flow drawn, List<KnownServers.Copy> known, boolean differs) {
        comparing = false;
        open.get().map(Workpiece::flow).ifPresent(now -> {
            if (!now.equals(drawn) || !copies.equals(known)) {
                show(now);
            } else if (differs != elsewhere) {
                elsewhere = differs;
                show(now);
            }
        });
    }

    /// @param on whether events are listened to from now on
    void listen(boolean on) {
        listening = on;
        open.get().map(Workpiece::flow).ifPresent(this::show);
    }

    /// What is drawn becomes what runs. A flow with problems stays as it was.
    void makeLive() {
        open.get().ifPresent(piece -> piece.autosave().save(() -> switchOn(piece.flow())));
    }

    private record Switched(boolean done, List<Problem> found) {}

    private void switchOn(Flow flow) {
        background.run(
                () -> {
                    var found = desk.check().in(flow);
                    boolean done = found.stream().noneMatch(Problem::isError)
                            && desk.flows().switchOn(flow.id());
                    return new Switched(done, found);
                },
                switched -> {
                    if (switched.done()) {
                        read();
                        switched.found().stream()
                                .findFirst()
                                .ifPresent(first -> say.accept(text("live.warned", first.text(words.flowTexts()))));
                    } else {
                        say.accept(text("live.refused"));
                        open.get().ifPresent(piece -> piece.stepProblem(1));
                    }
                },
                failed);
    }

    private String text(String key, Object... arguments) {
        return Texts.of(Liveness.class, words.language()).text(key, arguments);
    }

    /// Reads anew what runs of the open flow, here and on servers.
    void read() {
        open.get().map(piece -> piece.flow().id()).ifPresent(this::readCopies);
        open.get()
                .map(piece -> piece.flow().id())
                .ifPresent(id ->
                        background.run(() -> desk.flows().find(id), found -> found.ifPresent(this::follow), failed));
    }

    private void readCopies(String id) {
        background.run(
                () -> new KnownServers(desk.accounts(), desk.clock()).copies().getOrDefault(id, List.of()),
                found -> open.get()
                        .map(Workpiece::flow)
                        .filter(flow -> flow.id().equals(id))
                        .ifPresent(flow -> {
                            copies = found;
                            show(flow);
                        }),
                failed);
    }

    /// Shows what runs by now; a version that is known is not read again, since a flow is stored far more often than it
    /// is switched on.
    void follow(StoredFlow stored) {
        var id = stored.flow().id();
        if (open.get().filter(piece -> piece.flow().id().equals(id)).isEmpty()) {
            return;
        }
        if (stored.live().equals(version)) {
            return;
        }
        background.run(
                () -> stored.live().flatMap(running -> desk.flows().version(id, running.number())),
                running -> open.get()
                        .filter(piece -> piece.flow().id().equals(id))
                        .ifPresent(piece -> {
                            version = stored.live();
                            live = running;
                            show(piece.flow());
                        }),
                failed);
    }
}
