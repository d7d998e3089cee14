package io.signalbox.designer.studio;

import io.signalbox.designer.Background;
import io.signalbox.designer.Desk;
import io.signalbox.designer.FlowSession;
import io.signalbox.designer.PreferenceBook;
import io.signalbox.designer.Words;
import io.signalbox.designer.home.Welcome;
import io.signalbox.designer.panel.Bench;
import io.signalbox.designer.panel.FlowList;
import io.signalbox.designer.panel.KnownServers;
import io.signalbox.designer.panel.LivePreview;
import io.signalbox.designer.panel.RunsPage;
import io.signalbox.designer.panel.SampleGallery;
import io.signalbox.designer.panel.ServersPage;
import io.signalbox.designer.panel.TextCard;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Texts;
import java.util.function.Consumer;

/// Where the pages lead that stand in for an open flow.
final class StudioDoors {
    private StudioDoors() {}

    /// From the list of flows.
    record OfList(Studio studio, Studio.Files files, Home home, Bench bench) implements FlowList.Doors {
        @Override
        public void create() {
            studio.create();
        }

        @Override
        public void useExample() {
            studio.useExample();
        }

        @Override
        public void samples() {
            bench.background()
                    .run(home::samples, all -> new SampleGallery(bench, all, this::use).open(), studio::failed);
        }

        private void use(Flow sample) {
            bench.background().run(() -> home.take(sample), studio::open, studio::failed);
        }

        @Override
        public void open(StoredFlow flow) {
            studio.open(flow);
        }

        @Override
        public void chooseImport(Consumer<String> text) {
            files.choose(text);
        }

        @Override
        public void export(Flow flow, String text) {
            files.save(flow.id() + ".signalbox.json", text);
        }

        @Override
        public void showText(String text, int line) {
            var words = bench.words();
            var title = Texts.of(StudioDoors.class, words.language()).text("text.title");
            bench.overlay().show(new TextCard(words, title, text, line, bench.overlay()::dismiss));
        }

        @Override
        public void welcome() {
            studio.showWelcome();
        }

        @Override
        public void newWindow() {
            home.newWindow();
        }
    }

    /// From the list of all runs.
    record OfRuns(
            Studio studio, Desk desk, Background background, Words words, PreferenceBook book, Consumer<String> say) {
        RunsPage.Doors doors() {
            var decisions = new RunDecisions(words, desk, background, say, studio::failed);
            return new RunsPage.Doors(
                    desk.archive(),
                    desk.flows(),
                    session -> new LivePreview(
                            session, desk.preview(), desk.check(), desk.connectors(), desk.clock(), background),
                    desk.preview(),
                    decisions,
                    decisions::retry,
                    () -> book.now().habits().masks(),
                    desk.clock(),
                    studio::open,
                    studio::showFlows);
        }
    }

    /// From the list of servers.
    record OfServers(Desk desk, Background background, Bench bench) {
        ServersPage.Doors doors() {
            return new ServersPage.Doors(
                    new KnownServers(desk.accounts(), desk.clock()),
                    desk.servers(),
                    desk.flows(),
                    desk.clock(),
                    this::over);
        }

        private Bench over(StoredFlow stored) {
            var session = new FlowSession(stored.flow());
            var preview =
                    new LivePreview(session, desk.preview(), desk.check(), desk.connectors(), desk.clock(), background);
            return bench.over(session, preview, bench.recent());
        }
    }

    /// From the welcome page.
    record OfWelcome(Studio studio, Studio.Files files, Consumer<String> take) implements Welcome.Doors {
        @Override
        public void useExample() {
            studio.useExample();
        }

        @Override
        public void connect() {
            studio.showConnections();
        }

        @Override
        public void chooseImport() {
            files.choose(take);
        }

        @Override
        public void create() {
            studio.create();
        }

        @Override
        public void flows() {
            studio.showFlows();
        }
    }
}
