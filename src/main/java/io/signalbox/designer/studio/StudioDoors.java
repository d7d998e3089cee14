package io.signalbox.designer.studio;

import io.signalbox.designer.home.Welcome;
import io.signalbox.designer.panel.FlowList;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Flow;
import java.util.function.Consumer;

/// Where the pages lead that stand in for an open flow.
final class StudioDoors {
    private StudioDoors() {}

    /// From the list of flows.
    record OfList(Studio studio, Studio.Files files) implements FlowList.Doors {
        @Override
        public void create() {
            studio.create();
        }

        @Override
        public void useExample() {
            studio.useExample();
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
            studio.showText(text, line);
        }

        @Override
        public void welcome() {
            studio.showWelcome();
        }

        @Override
        public void newWindow() {
            studio.newWindow();
        }
    }

    /// From the welcome page.
    record OfWelcome(Studio studio, Studio.Files files) implements Welcome.Doors {
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
            files.choose(studio::importText);
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
