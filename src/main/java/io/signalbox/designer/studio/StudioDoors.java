package io.signalbox.designer.studio;

import io.signalbox.designer.home.Welcome;
import io.signalbox.designer.panel.Bench;
import io.signalbox.designer.panel.FlowList;
import io.signalbox.designer.panel.SampleGallery;
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
