package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.signalbox.flow.Filing;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;

/// The folder of the open flow stands between the flows and its name, and leads to the flows in it.
final class FolderCrumbTest extends UsabilityTask {
    @Override
    void prepare(Rig workspace) throws Exception {
        super.prepare(workspace);
        file(workspace, "pumps", "Pump alarms", "Plant A/Alerts");
        file(workspace, "lines", "Line stops", "Plant A");
    }

    private static void file(Rig workspace, String id, String name, String folder) throws Exception {
        workspace
                .workspace()
                .flows()
                .save(Rig.sample().withId(id).withName(name).withFiling(Filing.of(folder, List.of())), 0);
    }

    @Override
    void begin(StudioRig window) {
        window.studio().open("pumps");
    }

    private List<String> crumbs() {
        return hands().robot().lookup(".crumbs > .button").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    private int listed() {
        return hands().robot()
                .lookup("#flows")
                .tryQueryAs(TableView.class)
                .map(table -> table.getItems().size())
                .orElse(0);
    }

    private String folder() {
        return hands().robot()
                .lookup("#flow-folders")
                .tryQueryAs(Labeled.class)
                .map(Labeled::getText)
                .orElse("");
    }

    private void reopen() throws Exception {
        hands().robot().interact(() -> studio().studio().open("pumps"));
        Rig.await(() -> crumbs().size() == 3);
    }

    @Test
    void each_folder_of_the_open_flow_leads_to_the_flows_in_it() throws Exception {
        Rig.await(() -> crumbs().equals(List.of("Flows", "Plant A", "Alerts")));
        hands().click("#crumb-folder-2");
        Rig.await(() -> listed() == 1);
        assertEquals("Plant A/Alerts", folder());

        reopen();
        hands().click("#crumb-folder-1");
        Rig.await(() -> listed() == 2);
        assertEquals("Plant A", folder());

        reopen();
        hands().click("#crumb-flows");
        Rig.await(() -> listed() == 3);
        assertEquals("All folders", folder());
    }

    @Test
    void a_very_long_name_gives_way_to_how_the_flow_stands() throws Exception {
        file(rig(), "long", "A name that says everything there is to say about pumps, ".repeat(4), "");
        hands().robot().interact(() -> studio().studio().open("long"));
        Rig.await(() -> label("#crumb-name").isTextTruncated());
        assertFalse(label("#live-chip .chip").isTextTruncated(), label("#live-chip .chip")::getText);
    }

    private Labeled label(String query) {
        return hands().robot().lookup(query).queryAs(Labeled.class);
    }
}
