package io.signalbox.designer.studio;

import io.signalbox.designer.Background;
import io.signalbox.designer.Desk;
import io.signalbox.designer.MainWindow;
import io.signalbox.designer.PreferenceBook;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.Words;
import io.signalbox.designer.home.Coach;
import io.signalbox.designer.home.CoachStrip;
import io.signalbox.designer.panel.Bench;
import io.signalbox.designer.panel.EventsPage;
import io.signalbox.designer.panel.FlowShelf;
import io.signalbox.designer.panel.Overlay;
import io.signalbox.designer.panel.RuleBook;
import io.signalbox.designer.settings.BackupPart;
import io.signalbox.designer.settings.SendingPart;
import io.signalbox.designer.settings.SettingsPage;
import io.signalbox.designer.settings.UpdatePart;
import io.signalbox.engine.RunSummary;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Language;
import io.signalbox.flow.NodeId;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Consumer;
import javafx.util.Subscription;

/// The designer at work on a workspace: which page is shown, which flow is open, whether events are listened to.
/// FX thread only; everything that may block goes through [Background].
public final class Studio implements AutoCloseable {
    private final MainWindow window;
    private final Overlay overlay = new Overlay();
    private final Words words;
    private final PreferenceBook book;
    private final Desk desk;
    private final Background background;
    private final SecureRandom random;
    private final ZoneId zone;
    private final Home home;
    private final Files files;
    private final ListeningSwitch listening;
    private final StopButton stop;
    private final NoticeBar notices;
    private final OthersChange others;
    private final StatusLine status;
    private final Liveness liveness;
    private final RailNews news;
    private final Coach coach;
    private final CoachStrip strip;
    private final WorkspaceWatch watch;
    private final Beat beat;
    private final Subscription speaking;
    private final Visits visits = new Visits();
    private Optional<Workpiece> open = Optional.empty();
    private final Bench bench;
    private final Pages pages;

    /// How the person picks files; a dialog of the system, or a test's own.
    public interface Files {
        void choose(Consumer<String> text);

        void save(String suggestedName, String text);

        /// Where a file is to be written that is no text.
        void place(String suggestedName, Consumer<Path> file);

        /// Any file that is there.
        void pick(Consumer<Path> file);
    }

    /// @param zone of the person, and of the flows that are begun here
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
            Home home) {
        this.window = window;
        this.words = words;
        this.book = book;
        this.desk = desk;
        this.background = background;
        this.random = random;
        this.zone = zone;
        this.home = home;
        this.files = files;
        window.getChildren().add(overlay);
        status = new StatusLine(words, zone);
        notices = new NoticeBar(words, overlay, this::choosePort);
        liveness = new Liveness(words, desk, background, () -> open, window::say, this::failed);
        news = new RailNews(words, window, desk, background, zone, this::failed);
        listening = new ListeningSwitch(words, desk.listening(), background, this::failed, this::started, status -> {
            notices.show(status);
            liveness.listen(status.on());
            news.listen(status.on());
        });
        stop = new StopButton(words, desk.sending(), background, overlay, notices::showStopped, this::failed);
        others = new OthersChange(words, desk, background, overlay);
        coach = new Coach(book);
        strip = new CoachStrip(words, coach);
        bench = Bench.ofWorkspace(words, shortcuts, desk, background, random, overlay, zone, files::save, rules());
        pages = new Pages(
                this,
                window,
                bench,
                new SettingsPage.Choices(
                        words,
                        book,
                        shortcuts,
                        SendingPart.Door.of(desk, background, zone, this::failed),
                        new BackupPart.Door(desk.copies(), background, zone, files::place, files::pick, home::leave),
                        new UpdatePart.Door(desk.releases(), background, files::pick),
                        this::choosePort),
                new Pages.Doors(
                        FlowShelf.of(desk, zone),
                        desk.trial(),
                        this::editor,
                        new StudioDoors.OfRuns(this, desk, background, words, book, window::say).doors(),
                        new StudioDoors.OfServers(desk, background, bench).doors(),
                        files,
                        home),
                coach);
        window.setListening(listening.toggle(), stop.node());
        window.setStatusLeft(listening.address());
        window.setStatusCentre(status.ledger());
        window.setStatusRight(status.saved());
        window.setOnFlows(folder -> pages.flows().showFolder(folder));
        window.setHelp(pages::help);
        window.setOnSearch(found -> {
            found.accept(pages.finds());
            background.run(desk.flows()::all, all -> found.accept(pages.finds(all)), this::failed);
        });
        window.acts()
                .onPreview(() -> open.ifPresent(piece -> {
                    piece.showPreview();
                    coach.previewed();
                }));
        window.acts().onOther(this::act);
        window.acts().onProblem(by -> open.ifPresent(piece -> piece.stepProblem(by)));
        window.setOnSend(() -> open.ifPresent(piece -> piece.sendToServer(desk, liveness::read)));
        window.acts().onNewWindow(home::newWindow);
        window.setAbove(notices);
        var ways = new IncidentNotice.Doors(this::open, this::showEvents);
        var incidents = new IncidentNotice(words, zone, book, desk, notices, overlay, ways);
        beat = new Beat(desk, background, status, incidents, () -> open, this::counted, this::failed);
        watch = new WorkspaceWatch(desk.flows(), background, this::lookAtRuns, this::flowsChanged, this::failed);
        // The panels of an open flow are built in one language: a switch builds them anew, with everything saved.
        speaking = words.textsProperty().subscribe((_, _) -> reopen());
    }

    /// The first page of a start: the welcome as long as there is no flow, the flow that was open last where the person
    /// likes that, else the list.
    public void begin() {
        background.run(desk.flows()::all, pages::begin, this::failed);
    }

    /// The list of flows.
    public void showFlows() {
        pages.flows();
    }

    /// The list of connections.
    public void showConnections() {
        pages.connections();
    }

    /// What happens, and which flows it runs.
    public void showEvents() {
        pages.events();
    }

    /// What ran, of every flow.
    public void showRuns() {
        pages.runs();
    }

    /// The permission groups.
    public void showGroups() {
        pages.groups();
    }

    /// The servers that flows are sent to.
    public void showServers() {
        pages.servers();
    }

    /// What the person likes.
    public void showSettings() {
        pages.settings();
    }

    /// The page for whoever is here for the first time.
    public void showWelcome() {
        pages.welcome();
    }

    /// Opens the flow on the canvas; the list when there is none of that id.
    public void open(String id) {
        background.run(
                () -> desk.flows().find(id), found -> found.ifPresentOrElse(this::open, this::showFlows), this::failed);
    }

    private EventsPage.Editor editor(StoredFlow stored, NodeId trigger, EventsPage.Asked asked) {
        var told = new RuleEditor.Told(status::show, this::failed);
        return new RuleEditor(stored, trigger, asked, bench, desk, background, others, told);
    }

    private RuleBook rules() {
        return new RuleBook(desk.flows(), background, this::open);
    }

    /// The nodes chosen in the open flow.
    public SequencedSet<NodeId> chosen() {
        return open.map(piece -> piece.session().selectionProperty().get()).orElseGet(LinkedHashSet::new);
    }

    /// Opens the flow with one of its runs on the canvas.
    void open(StoredFlow stored, RunSummary run) {
        open(stored);
        open.ifPresent(piece -> piece.look(run));
    }

    void open(StoredFlow stored) {
        pages.close();
        var piece = new Workpiece(
                stored,
                window,
                overlay,
                words,
                desk,
                background,
                random,
                zone,
                () -> book.now().habits().masks(),
                files::save,
                rules(),
                others::copy,
                this::savedAs,
                this::failed);
        open = Optional.of(piece);
        visits.open(stored.flow().id());
        var following = piece.session()
                .meaningProperty()
                .subscribe(liveness::show)
                .and(piece.preview().modelProperty().subscribe(() -> liveness.show(piece.flow())))
                .and(coach.watch(piece.session(), piece.preview()));
        pages.fill(
                () -> {
                    following.unsubscribe();
                    piece.close();
                },
                () -> piece.autosave().save(() -> open(piece.flow().id())));
        book.change(
                now -> now.withHabits(habits -> habits.withFlow(stored.flow().id())));
        window.choose("flows");
        window.setChip(liveness.chip());
        window.setAbove(notices, strip);
        savedAs(new Autosave.State.Saved(stored.savedAt()));
        liveness.read();
        lookAtRuns();
    }

    void useExample() {
        background.run(
                () -> home.take(desk.connectors().inWords(home.example(), words.language())),
                example -> {
                    coach.resume();
                    open(example);
                },
                this::failed);
    }

    void create() {
        background.run(new StarterFlow(desk, written(), zone)::save, this::open, this::failed);
    }

    /// What a new flow writes in.
    private Language written() {
        return book.now().habits().writes().orElse(words.language());
    }

    private void reopen() {
        pages.again();
        news.tell();
        listening.refresh();
        stop.again();
    }

    /// The flow that was open is closed.
    void forget() {
        open = Optional.empty();
        liveness.forget();
        window.setAbove(notices);
    }

    private boolean act(String action) {
        if (action.equals("sending.stop")) {
            stop.press();
            return true;
        }
        if (action.equals("flow.back")) {
            visits.before(open.map(piece -> piece.flow().id())).ifPresent(this::open);
            return true;
        }
        if (open.isPresent() && action.equals("tool.live")) {
            liveness.makeLive();
            return true;
        }
        return open.map(piece -> piece.act(action, window)).orElse(false);
    }

    /// The page that fills the window from now on tells nothing of a flow.
    void showsPage() {
        window.setChip();
        status.saved().setText("");
    }

    private void started() {
        if (open.isPresent() && liveness.isOff()) {
            liveness.makeLive();
        }
        pages.refresh();
    }

    private void choosePort() {
        new PortQuestion(words, overlay).ask(listening::startAt);
    }

    /// The ledger says something else than before.
    private void counted() {
        pages.refresh();
        news.count();
    }

    private void lookAtRuns() {
        stop.refresh();
        news.beat();
        beat.look();
    }

    /// Somebody stored, switched or removed a flow: here, in another window or by a command.
    private void flowsChanged() {
        pages.refresh();
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
                open.ifPresent(piece -> others.ask(piece.flow(), piece.autosave(), revision, this::open, this::failed));
        }
    }

    /// Says what went wrong in a line over the page.
    public void failed(Exception failure) {
        notices.show(failure);
    }

    /// Saves what is open and lets go of everything.
    @Override
    public void close() {
        watch.close();
        speaking.unsubscribe();
        pages.close();
        strip.close();
        coach.close();
        window.close();
    }
}
