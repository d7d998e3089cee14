package io.signalbox.app;

import io.signalbox.access.Secret;
import io.signalbox.flow.Language;
import io.signalbox.flow.Value;
import io.signalbox.http.ControlClient;
import io.signalbox.http.HttpGateway;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// What a second start on the same workspace asks of the first: to come to the front, with a flow file if one was
/// given.
///
/// @param file absolute
record ShowRequest(Optional<Path> file) {
    private static final String COMMAND = "show";

    /// Empty when it is another command.
    static Optional<ShowRequest> of(Value command) {
        if (!command.at("command").asText().equals(COMMAND)) {
            return Optional.empty();
        }
        var file = command.at("file").asText();
        return Optional.of(new ShowRequest(file.isEmpty() ? Optional.empty() : Optional.of(Path.of(file))));
    }

    /// The owner's answer; empty when nobody owns the workspace or nobody answers.
    Optional<Value> send(Path workspace, Language language) {
        return ControlFile.read(workspace).flatMap(control -> send(control.port(), control.token(), language));
    }

    private Optional<Value> send(int port, Secret token, Language language) {
        try (var gateway = new HttpGateway(Set.of())) {
            var command = Value.fields("command", Value.of(COMMAND), "lang", Value.of(language.tag()))
                    .with("file", Value.of(file.map(Path::toString).orElse("")));
            return new ControlClient(gateway, port, token).run(command);
        }
    }
}
