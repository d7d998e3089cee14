package io.signalbox.designer.studio;

import io.signalbox.designer.MainWindow;
import io.signalbox.designer.home.Coach;
import io.signalbox.designer.home.Welcome;
import io.signalbox.designer.panel.Bench;
import io.signalbox.designer.panel.ConnectionsPage;
import io.signalbox.designer.panel.EventsPage;
import io.signalbox.designer.panel.FlowList;
import io.signalbox.designer.panel.FlowShelf;
import io.signalbox.designer.panel.GroupsPage;
import io.signalbox.designer.panel.RunsPage;
import io.signalbox.designer.panel.ServersPage;
import io.signalbox.designer.search.Find;
import io.signalbox.designer.settings.SettingsPage;
import io.signalbox.engine.ConnectionTest;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;

/// What fills the window: one page at a time, or the open flow. FX thread only.
final class Pages implements AutoCloseable {
    private final Studio studio;
    private final MainWindow window;
    private final Bench bench;
    private final SettingsPage.Choices choices;
    private final Doors doors;
    private final Coach coach;
    private Optional<FlowList> list = Optional.empty();
    private Optional<EventsPage> rules = Optional.empty();
    private Optional<RunsPage> runs = Optional.empty();
    private Filling filling = Filling.NOTHING;

    /// Where the pages lead.
    record Doors(
            FlowShelf shelf,
            ConnectionTest trial,
            EventsPage.Editors editors,
            RunsPage.Doors runs,
            ServersPage.Doors servers,
            Studio.Files files,
            Home home) {}

    /// @param again shows it anew, in another language
    private record Filling(Runnable close, Runnable again) {
        private static final Filling NOTHING = new Filling(() -> {}, () -> {});
    }

    /// @param bench on which no flow lies
    Pages(Studio studio, MainWindow window, Bench bench, SettingsPage.Choices choices, Doors doors, Coach coach) {
        this.studio = studio;
        this.window = window;
        this.bench = bench;
        this.choices = choices;
        this.doors = doors;
        this.coach = coach;
    }

    /// Lets go of whatever fills the window.
    @Override
    public void close() {
        var before = filling;
        filling = Filling.NOTHING;
        before.close().run();
        list = Optional.empty();
        rules = Optional.empty();
        runs = Optional.empty();
        studio.forget();
    }

    /// The open flow fills the window; the page before it is closed already.
    void fill(Runnable close, Runnable again) {
        filling = new Filling(close, again);
    }

    void again() {
        filling.again().run();
    }

    /// The list of flows, of the rules or of the runs reads anew, whichever is shown.
    void refresh() {
        list.ifPresent(FlowList::refresh);
        rules.ifPresent(EventsPage::refresh);
        runs.ifPresent(RunsPage::refresh);
    }

    /// The first page of a start.
    void begin(List<StoredFlow> all) {
        var last = choices.book().now().habits();
        if (all.isEmpty()) {
            welcome();
        } else if (last.reopens() && !last.flow().isEmpty()) {
            studio.open(last.flow());
        } else {
            flows();
        }
    }

    FlowList flows() {
        close();
        var shown = new FlowList(
                bench.words(),
                doors.shelf(),
                bench.background(),
                choices.shortcuts(),
                choices.book(),
                new StudioDoors.OfList(studio, doors.files(), doors.home(), bench));
        show(shown, "flows", shown::close, this::flows);
        list = Optional.of(shown);
        return shown;
    }

    /// Takes in the text of a file, and shows the list with what became of it.
    void importText(String text) {
        list.orElseGet(this::flows).importText(text);
    }

    void connections() {
        close();
        var shown = new ConnectionsPage(
                bench,
                choices.shortcuts(),
                new ConnectionsPage.Doors(
                        doors.shelf(), doors.trial(), doors.shelf().clock(), studio::open));
        show(shown, "connections", shown::close, this::connections);
    }

    void events() {
        close();
        bench.accounts().refresh(studio::failed);
        var shown = new EventsPage(bench, doors.editors());
        show(shown, "events", shown::close, this::events);
        rules = Optional.of(shown);
    }

    void runs() {
        close();
        var shown = new RunsPage(bench, doors.runs());
        show(shown, "runs", shown::close, this::runs);
        runs = Optional.of(shown);
    }

    void servers() {
        close();
        var shown = new ServersPage(bench, doors.servers());
        show(shown, "servers", shown::close, this::servers);
    }

    void groups() {
        close();
        var shown = new GroupsPage(bench, doors.shelf().flows());
        show(shown, "groups", shown::close, this::groups);
    }

    // Settings and welcome speak another language by themselves.

    SettingsPage settings() {
        close();
        var shown = new SettingsPage(choices);
        show(shown, "settings", shown::close, () -> {});
        return shown;
    }

    void welcome() {
        close();
        var shown = new Welcome(
                bench.words(),
                window.theme(),
                coach,
                new StudioDoors.OfWelcome(studio, doors.files(), this::importText));
        show(shown, "flows", shown::close, () -> {});
    }

    /// The settings by name, and what helps.
    List<Find> finds() {
        return Stream.concat(
                        SettingsPage.finds(choices.words(), key -> settings().show(key)).stream(), help().stream())
                .toList();
    }

    List<Find> finds(List<StoredFlow> all) {
        var kind = Texts.of(Pages.class, choices.words().language()).text("find.flow");
        return all.stream()
                .map(flow -> new Find(kind, "flows", flow.flow().name(), "", "", () -> studio.open(flow)))
                .toList();
    }

    /// What is offered to whoever asks for help.
    List<Find> help() {
        return List.of(
                help("coach", () -> {
                    coach.again();
                    studio.useExample();
                }),
                help("welcome", this::welcome),
                help("keys", () -> settings().showKeys()));
    }

    private Find help(String key, Runnable go) {
        var texts = Texts.of(Pages.class, choices.words().language());
        return new Find(texts.text("help"), "help", texts.text("help." + key), "", "", go);
    }

    private void show(Node shown, String place, Runnable close, Runnable again) {
        fill(close, again);
        studio.showsPage();
        window.showPage(shown);
        window.choose(place);
    }
}
