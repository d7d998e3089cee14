package io.signalbox.designer.studio;

import io.signalbox.designer.Background;
import io.signalbox.designer.Desk;
import io.signalbox.designer.MainWindow;
import io.signalbox.designer.PreferenceBook;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.Words;
import io.signalbox.designer.panel.Bench;
import io.signalbox.designer.panel.ConnectionList;
import io.signalbox.designer.panel.FlowList;
import io.signalbox.designer.panel.Overlay;
import io.signalbox.designer.search.Find;
import io.signalbox.designer.settings.SettingsPage;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Problem;
import io.signalbox.flow.Texts;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.util.Duration;
import javafx.util.Subscription;

/// The designer at work on a workspace: which page is shown, which flow is open, whether events are listened to.
/// FX thread only; everything that may block goes through [Background].
public final class Studio implements AutoCloseable {
    private final MainWindow window;
    private final Overlay overlay = new Overlay();
    private final Words words;
    private final PreferenceBook book;
    private final Shortcuts shortcuts;
    private final Desk desk;
    private final Background background;
    private final SecureRandom random;
    private final ZoneId zone;
    private final Files files;
    private final ListeningSwitch listening;
    private final OthersChange others;
    private final LedgerLine ledger;
    private final Label saved = new Label();
    private final LiveChip chip;
    private final Timeline heartbeat;
    private final Subscription speaking;
    private Optional<Workpiece> open = Optional.empty();
    private Optional<Shown> shown = Optional.empty();
    private Optional<Flow> live = Optional.empty();

    /// A page that is open.
    private record Shown(Runnable close, Runnable again) {}

    /// How the person picks files; a dialog of the system, or a test's own.
    public interface Files {
        void choose(Consumer<String> text);

        void save(String suggestedName, String text);
    }

    /// @param zone of the flows that are begun here
    public Studio(
            MainWindow window,
            Words words,
            PreferenceBook book,
            Shortcuts shortcuts,
            Desk desk,
            Background background,
            SecureRandom random,
            ZoneId zone,
            Files files) {
        this.window = window;
        this.words = words;
        this.book = book;
        this.shortcuts = shortcuts;
        this.desk = desk;
        this.background = background;
        this.random = random;
        this.zone = zone;
        this.files = files;
        window.getChildren().add(overlay);
        chip = new LiveChip(words, this::makeLive);
        listening = new ListeningSwitch(words, desk.listening(), background, this::failed, this::started);
        others = new OthersChange(words, desk, background, overlay);
        ledger = new LedgerLine(words);
        saved.setId("status-saved");
        window.setListening(listening.toggle());
        window.setStatusLeft(listening.address());
        window.setStatusCentre(ledger);
        window.setStatusRight(saved);
        window.setOnFlows(this::showFlows);
        window.setOnSearch(found -> background.run(desk.flows()::all, all -> found.accept(flows(all)), this::failed));
        window.setOnPreview(() -> open.ifPresent(Workpiece::showPreview));
        window.setOnOther(action -> open.map(piece -> piece.act(action, window)).orElse(false));
        window.setOnProblem(by -> open.ifPresent(piece -> piece.stepProblem(by)));
        window.setOnSend(() -> open.ifPresent(piece -> piece.sendToServer(desk, "")));
        heartbeat = new Timeline(new KeyFrame(Duration.seconds(1), _ -> lookAtRuns()));
        heartbeat.setCycleCount(Animation.INDEFINITE);
        heartbeat.play();
        // The panels of an open flow are built in one language: a switch builds them anew, with everything saved.
        speaking = words.textsProperty().subscribe((_, _) -> reopen());
    }

    /// The list of flows.
    public void showFlows() {
        closePage();
        var flows = new FlowList(words, desk.flows(), background, doors());
        shown = Optional.of(new Shown(flows::close, this::showFlows));
        showPage(flows, "flows");
    }

    /// The list of connections.
    public void showConnections() {
        closePage();
        var page = new ConnectionList(Bench.ofWorkspace(words, desk, background, random, overlay, zone), desk.flows());
        shown = Optional.of(new Shown(page::close, this::showConnections));
        showPage(page, "connections");
    }

    /// What the person likes.
    public void showSettings() {
        closePage();
        var page = new SettingsPage(words, book, shortcuts);
        shown = Optional.of(new Shown(page::close, () -> {}));
        showPage(page, "settings");
    }

    private void showPage(Node page, String place) {
        window.setChip();
        window.showPage(page);
        window.choose(place);
        saved.setText("");
    }

    /// Opens the flow on the canvas; the list when there is none of that id.
    public void open(String id) {
        background.run(
                () -> desk.flows().find(id), found -> found.ifPresentOrElse(this::open, this::showFlows), this::failed);
    }

    private List<Find> flows(List<StoredFlow> all) {
        return all.stream()
                .map(flow -> new Find(text("find.flow"), "flows", flow.flow().name(), "", "", () -> open(flow)))
                .toList();
    }

    /// The nodes chosen in the open flow.
    public SequencedSet<NodeId> chosen() {
        return open.map(piece -> piece.session().selectionProperty().get()).orElseGet(LinkedHashSet::new);
    }

    private FlowList.Doors doors() {
        return new FlowList.Doors() {
            @Override
            public void create() {
                begin();
            }

            @Override
            public void open(StoredFlow flow) {
                Studio.this.open(flow);
            }

            @Override
            public void chooseImport(Consumer<String> text) {
                files.choose(text);
            }

            @Override
            public void export(Flow flow, String text) {
                files.save(flow.id() + ".signalbox.json", text);
            }
        };
    }

    private void open(StoredFlow stored) {
        closePage();
        var piece =
                new Workpiece(stored, window, overlay, words, desk, background, random, this::savedAs, this::failed);
        open = Optional.of(piece);
        window.choose("flows");
        window.setChip(chip.node());
        savedAs(new Autosave.State.Saved(stored.savedAt()));
        piece.session().historyProperty().subscribe(_ -> chip.show(piece.flow(), live));
        readLive(stored.flow().id());
        lookAtRuns();
    }

    private void begin() {
        background.run(new StarterFlow(desk, words.language(), zone)::save, this::open, this::failed);
    }

    private void reopen() {
        open.ifPresentOrElse(
                piece -> piece.autosave().save(() -> open(piece.flow().id())),
                () -> shown.ifPresent(page -> page.again().run()));
        listening.refresh();
    }

    /// Lets go of whatever fills the window.
    private void closePage() {
        open.ifPresent(Workpiece::close);
        open = Optional.empty();
        shown.ifPresent(page -> page.close().run());
        shown = Optional.empty();
        live = Optional.empty();
    }

    private void started() {
        if (live.isEmpty()) {
            makeLive();
        }
    }

    /// What is drawn becomes what runs. A flow with problems stays as it was, and its problems are shown.
    private void makeLive() {
        if (open.isEmpty()) {
            return;
        }
        var piece = open.get();
        piece.autosave()
                .save(() -> background.run(
                        () -> {
                            boolean sound =
                                    desk.check().in(piece.flow()).stream().noneMatch(Problem::isError);
                            return sound && desk.flows().switchOn(piece.flow().id());
                        },
                        done -> {
                            if (done) {
                                readLive(piece.flow().id());
                            } else {
                                window.say(text("live.refused"));
                                piece.stepProblem(1);
                            }
                        },
                        this::failed));
    }

    private void readLive(String id) {
        background.run(
                () -> desk.flows()
                        .find(id)
                        .flatMap(StoredFlow::live)
                        .flatMap(version -> desk.flows().version(id, version.number())),
                running -> open.filter(piece -> piece.flow().id().equals(id)).ifPresent(piece -> {
                    live = running;
                    chip.show(piece.flow(), live);
                }),
                this::failed);
    }

    private void lookAtRuns() {
        var id = open.map(piece -> piece.flow().id()).orElse("");
        background.run(() -> desk.events().ledger(), ledger::show, this::failed);
        if (!id.isEmpty()) {
            background.run(
                    () -> desk.runs().latest(id, 100),
                    runs -> open.filter(piece -> piece.flow().id().equals(id)).ifPresent(piece -> piece.showRuns(runs)),
                    this::failed);
        }
    }

    private void savedAs(Autosave.State state) {
        switch (state) {
            case Autosave.State.Saved(var at) ->
                saved.setText(text(
                        "saved.at",
                        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                                .withLocale(words.language().locale())
                                .format(at.atZone(zone))));
            case Autosave.State.Unsaved _ -> saved.setText(text("saved.not"));
            case Autosave.State.Failed(var failure) -> {
                saved.setText(text("saved.failed"));
                failed(failure);
            }
            case Autosave.State.ChangedElsewhere(var revision) -> open.ifPresent(piece -> ask(piece, revision));
        }
    }

    private void ask(Workpiece piece, long revision) {
        saved.setText(text("saved.elsewhere"));
        others.ask(piece, revision, () -> open(piece.flow().id()), this::open, this::failed);
    }

    void failed(Exception failure) {
        window.say(text("failed", String.valueOf(failure.getMessage())));
    }

    private String text(String key, Object... arguments) {
        return Texts.of(Studio.class, words.language()).text(key, arguments);
    }

    /// Saves what is open and lets go of everything.
    @Override
    public void close() {
        heartbeat.stop();
        speaking.unsubscribe();
        closePage();
        window.close();
    }
}
