package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.access.Scope;
import io.signalbox.flow.Flow;
import io.signalbox.json.FlowJson;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;

/// Task 17: the flow was changed on the server while a person has changes of their own; neither is lost.
final class Task17BothKeptTest extends UsabilityTask {
    private static final String ID = Rig.sample().id();

    private Optional<String> stored(String id) {
        return rig().workspace().flows().find(id).map(found -> found.flow().name());
    }

    private String title() {
        return hands().robot()
                .lookup("#crumb-name")
                .tryQueryAs(Labeled.class)
                .map(Labeled::getText)
                .orElse("");
    }

    /// Over what the server has, as another designer sends.
    private void deploy(Flow theirs, String token) {
        var at = "/api/v1/flows/" + ID;
        try {
            var version = rig().call("GET", at, token, "").headers().firstValue("etag");
            var answer = rig().call("PUT", at, token, FlowJson.write(theirs), "If-Match", version.orElse(""));
            assertEquals(200, answer.statusCode(), answer.body());
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void what_changed_on_the_server_and_what_was_drawn_here_are_both_kept() throws Exception {
        var robot = hands().robot();
        Rig.await(() -> title().equals(Rig.sample().name()), this::title);
        robot.interact(() -> studio().window().canvas().orElseThrow().act("canvas.escape"));
        var name = (TextInputControl) robot.still("#flow-name");
        var token = rig().token(Scope.FLOW_READ, Scope.FLOW_DEPLOY);
        // At once: what is saved on the server while nothing is unsaved here simply shows.
        robot.interact(() -> {
            name.setText("Mine");
            deploy(Rig.sample().withName("Theirs"), token);
        });
        robot.still("#save-copy");
        assertEquals(Optional.of("Theirs"), stored(ID));

        hands().click("#save-copy");
        Rig.await(() -> title().equals("Mine (copy)"), this::title);
        hands().within("Task 17, keep both what the server has and what was drawn here", 3);
        assertEquals(Optional.of("Theirs"), stored(ID));
        assertEquals(Optional.of("Mine (copy)"), stored(ID + "-2"));
    }
}
