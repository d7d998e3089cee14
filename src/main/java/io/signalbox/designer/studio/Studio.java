package io.signalbox.designer.studio;

import io.signalbox.designer.Background;
import io.signalbox.designer.Desk;
import io.signalbox.designer.MainWindow;
import io.signalbox.designer.PreferenceBook;
import io.signalbox.designer.Remembered;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.Words;
import io.signalbox.designer.home.Coach;
import io.signalbox.designer.home.CoachStrip;
import io.signalbox.designer.home.Welcome;
import io.signalbox.designer.panel.Bench;
import io.signalbox.designer.panel.ConnectionList;
import io.signalbox.designer.panel.FlowList;
import io.signalbox.designer.panel.FlowShelf;
import io.signalbox.designer.panel.Overlay;
import io.signalbox.designer.search.Find;
import io.signalbox.designer.settings.SettingsPage;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Texts;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Consumer;
import javafx.scene.Node;
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
    private final Home home;
    private final ListeningSwitch listening;
    private final NoticeBar notices;
    private final OthersChange others;
    private final StatusLine status;
    private final Liveness liveness;
    private final Coach coach;
    private final CoachStrip strip;
    private final WorkspaceWatch watch;
    private final Subscription speaking;
    private Optional<Workpiece> open = Optional.empty();
    private Optional<FlowList> list = Optional.empty();
    private Page page = new Page(() -> {}, () -> {});

    /// How the person picks files; a dialog of the system, or a test's own.
    public interface Files {
        void choose(Consumer<String> text);

        void save(String suggestedName, String text);
    }

    /// What fills the window.
    ///
    /// @param again shows it anew, in another language
    private record Page(Runnable close, Runnable again) {}

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
            Files files,
            Remembered remembered,
            Home home) {
        this.window = window;
        this.words = words;
        this.book = book;
        this.shortcuts = shortcuts;
        this.desk = desk;
        this.background = background;
        this.random = random;
        this.zone = zone;
        this.files = files;
        this.home = home;
        window.getChildren().add(overlay);
        status = new StatusLine(words, zone);
        notices = new NoticeBar(words, overlay, this::choosePort);
        liveness = new Liveness(words, desk, background, () -> open, this::refused, this::failed);
        listening =
                new ListeningSwitch(words, desk.listening(), background, this::failed, this::started, notices::show);
        others = new OthersChange(words, desk, background, overlay);
        coach = new Coach(remembered, background);
        strip = new CoachStrip(words, coach);
        window.setListening(listening.toggle());
        window.setStatusLeft(listening.address());
        window.setStatusCentre(status.ledger());
        window.setStatusRight(status.saved());
        window.setOnFlows(this::showFlows);
        window.setOnSearch(found -> background.run(desk.flows()::all, all -> found.accept(flows(all)), this::failed));
        window.setOnPreview(() -> open.ifPresent(piece -> {
            piece.showPreview();
            coach.previewed();
        }));
        window.setOnOther(this::act);
        window.setOnProblem(by -> open.ifPresent(piece -> piece.stepProblem(by)));
        window.setOnSend(() -> open.ifPresent(piece -> piece.sendToServer(desk, "")));
        window.setOnNewWindow(home::newWindow);
        window.setAbove(notices);
        watch = new WorkspaceWatch(desk.flows(), background, this::lookAtRuns, this::flowsChanged, this::failed);
        // The panels of an open flow are built in one language: a switch builds them anew, with everything saved.
        speaking = words.textsProperty().subscribe((_, _) -> reopen());
    }

    /// The first page of a start: the welcome as long as there is no flow, else the list.
    public void begin() {
        background.run(
                desk.flows()::all,
                all -> {
                    if (all.isEmpty()) {
                        showWelcome();
                    } else {
                        showFlows();
                    }
                },
                this::failed);
    }

    /// The list of flows.
    public void showFlows() {
        flowList();
    }

    private FlowList flowList() {
        closePage();
        var flows = new FlowList(
                words,
                FlowShelf.of(desk, zone),
                background,
                shortcuts,
                new StudioDoors.OfList(this, files, home, words, overlay));
        list = Optional.of(flows);
        showPage(flows, "flows", new Page(flows::close, this::showFlows));
        return flows;
    }

    /// The list of connections.
    public void showConnections() {
        closePage();
        var shown = new ConnectionList(Bench.ofWorkspace(words, desk, background, random, overlay, zone), desk.flows());
        showPage(shown, "connections", new Page(shown::close, this::showConnections));
    }

    /// What the person likes.
    public void showSettings() {
        closePage();
        var shown = new SettingsPage(words, book, shortcuts);
        showPage(shown, "settings", new Page(shown::close, () -> {}));
    }

    /// The page for whoever is here for the first time.
    public void showWelcome() {
        closePage();
        var shown = new Welcome(words, window.theme(), coach, new StudioDoors.OfWelcome(this, files));
        // It speaks another language by itself.
        showPage(shown, "flows", new Page(shown::close, () -> {}));
    }

    private void showPage(Node shown, String place, Page filling) {
        page = filling;
        window.setChip();
        window.showPage(shown);
        window.choose(place);
        status.saved().setText("");
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

    void open(StoredFlow stored) {
        closePage();
        var piece = new Workpiece(
                stored, window, overlay, words, desk, background, random, others::copy, this::savedAs, this::failed);
        open = Optional.of(piece);
        var following = piece.session()
                .meaningProperty()
                .subscribe(liveness::show)
                .and(coach.watch(piece.session(), piece.preview()));
        page = new Page(
                () -> {
                    following.unsubscribe();
                    piece.close();
                },
                () -> piece.autosave().save(() -> open(piece.flow().id())));
        window.choose("flows");
        window.setChip(liveness.chip());
        window.setAbove(notices, strip);
        savedAs(new Autosave.State.Saved(stored.savedAt()));
        liveness.read();
        lookAtRuns();
    }

    void useExample() {
        background.run(
                home::example,
                example -> {
                    coach.resume();
                    open(example);
                },
                this::failed);
    }

    void create() {
        background.run(new StarterFlow(desk, words.language(), zone)::save, this::open, this::failed);
    }

    /// Takes in the text of a file, and shows the list with what became of it.
    void importText(String text) {
        list.orElseGet(this::flowList).importText(text);
    }

    private void reopen() {
        page.again().run();
        listening.refresh();
    }

    /// Lets go of whatever fills the window.
    private void closePage() {
        page.close().run();
        page = new Page(() -> {}, () -> {});
        open = Optional.empty();
        list = Optional.empty();
        liveness.forget();
        window.setAbove(notices);
    }

    private boolean act(String action) {
        if (open.isPresent() && action.equals("tool.live")) {
            liveness.makeLive();
            return true;
        }
        return open.map(piece -> piece.act(action, window)).orElse(false);
    }

    private void started() {
        if (open.isPresent() && liveness.isOff()) {
            liveness.makeLive();
        }
        list.ifPresent(FlowList::refresh);
    }

    private void choosePort() {
        new PortQuestion(words, overlay).ask(listening::startAt);
    }

    private void refused() {
        window.say(text("live.refused"));
        open.ifPresent(piece -> piece.stepProblem(1));
    }

    private void lookAtRuns() {
        var id = open.map(piece -> piece.flow().id()).orElse("");
        background.run(
                () -> desk.events().ledger(),
                counted -> {
                    if (status.show(counted)) {
                        list.ifPresent(FlowList::refresh);
                    }
                },
                this::failed);
        if (!id.isEmpty()) {
            background.run(
                    () -> desk.runs().latest(id, 100),
                    runs -> open.filter(piece -> piece.flow().id().equals(id)).ifPresent(piece -> piece.showRuns(runs)),
                    this::failed);
        }
    }

    /// Somebody stored, switched or removed a flow: here, in another window or by a command.
    private void flowsChanged() {
        list.ifPresent(FlowList::refresh);
        open.ifPresent(piece -> background.run(
                () -> desk.flows().find(piece.flow().id()),
                found -> found.filter(_ -> open.filter(piece::equals).isPresent())
                        .ifPresent(stored -> {
                            liveness.follow(stored);
                            piece.autosave().follow(stored);
                        }),
                this::failed));
        listening.refresh();
    }

    private void savedAs(Autosave.State state) {
        status.show(state);
        switch (state) {
            case Autosave.State.Saved _, Autosave.State.Unsaved _ -> {}
            case Autosave.State.Failed(var failure) -> failed(failure);
            case Autosave.State.ChangedElsewhere(var revision) ->
                open.ifPresent(piece ->
                        others.ask(piece, revision, () -> open(piece.flow().id()), this::open, this::failed));
        }
    }

    void failed(Exception failure) {
        notices.show(failure);
    }

    private String text(String key, Object... arguments) {
        return Texts.of(Studio.class, words.language()).text(key, arguments);
    }

    /// Saves what is open and lets go of everything.
    @Override
    public void close() {
        watch.close();
        speaking.unsubscribe();
        closePage();
        strip.close();
        window.close();
    }
}
