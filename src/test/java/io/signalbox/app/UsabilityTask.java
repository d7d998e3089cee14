package io.signalbox.app;

import io.signalbox.designer.PatientRobot;
import io.signalbox.designer.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// One task of a coordinator in the real window over a real workspace, with the interactions counted.
@ExtendWith(ApplicationExtension.class)
abstract class UsabilityTask {
    private static final long START_MILLIS = 30_000;

    private Path folder = Path.of("");
    private Rig rig;
    private StudioRig studio;
    private Hands hands;

    /// TestFX looks for a start method in the test's own class alone, so the base class starts by itself.
    @BeforeEach
    void open() throws Exception {
        folder = Files.createTempDirectory("signalbox-task");
        rig = new Rig(folder.resolve("desk"));
        prepare(rig);
        var stage = FxToolkit.toolkitContext().getRegisteredStage();
        studio = WaitForAsyncUtils.waitForAsyncFx(START_MILLIS, () -> {
            var window = new StudioRig(stage, rig, Theme.Choice.LIGHT, 1000, 1000);
            begin(window);
            return window;
        });
        hands = new Hands(new PatientRobot(studio::settle));
    }

    /// Fills the workspace before the window opens.
    void prepare(Rig workspace) throws Exception {
        workspace.workspace().flows().save(Rig.sample(), 0);
    }

    /// What the person sees first.
    void begin(StudioRig window) {
        window.studio().open(Rig.sample().id());
    }

    @AfterEach
    void close() throws IOException {
        hands.robot().interact(() -> studio.close());
        rig.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    Rig rig() {
        return rig;
    }

    StudioRig studio() {
        return studio;
    }

    Hands hands() {
        return hands;
    }
}
