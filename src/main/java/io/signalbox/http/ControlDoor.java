package io.signalbox.http;

import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import java.util.List;
import java.util.function.UnaryOperator;

/// Lets other commands on this machine work through the process that owns the workspace. Only who can read the
/// control file may enter.
final class ControlDoor {
    private final UnaryOperator<Value> command;
    private final Texts texts;

    /// @param command runs a command of the workspace and returns its result
    ControlDoor(UnaryOperator<Value> command, Texts texts) {
        this.command = command;
        this.texts = texts;
    }

    List<Route> routes() {
        return List.of(new Route("POST", "/control", new Route.Owner(), this::run));
    }

    private Answer run(Asked asked) {
        try {
            return Answer.json(200, command.apply(Json.parse(asked.body().bytes())));
        } catch (JsonProblem problem) {
            return Answer.problem(400, texts.text("http.400"), problem.key());
        }
    }
}
