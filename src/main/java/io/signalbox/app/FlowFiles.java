package io.signalbox.app;

import io.signalbox.engine.EventForms;
import io.signalbox.engine.EventProblem;
import io.signalbox.engine.Incoming;
import io.signalbox.engine.Rehearsal;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import io.signalbox.http.Listener;
import io.signalbox.json.FlowJson;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import io.signalbox.json.UnreadableFlow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Flows, events and replies from files, with a sentence for whatever cannot be read.
final class FlowFiles {
    private final Texts texts;
    private final Language language;

    FlowFiles(Language language) {
        this.language = language;
        this.texts = Shell.texts(language);
    }

    Flow flow(Path file) {
        try {
            return FlowJson.read(Shell.read(file, texts));
        } catch (UnreadableFlow problem) {
            throw new Shell.Stop(Shell.UNUSABLE, file + ": " + problem.text(Texts.of(FlowJson.class, language)));
        }
    }

    Value json(Path file) {
        try {
            return Json.parse(Shell.read(file, texts));
        } catch (JsonProblem problem) {
            var words = Texts.of(FlowJson.class, language);
            throw new Shell.Stop(
                    Shell.UNUSABLE,
                    file + ": " + words.text("where.line", problem.line(), problem.column()) + ": "
                            + words.text(problem.key(), problem.detail()));
        }
    }

    Incoming event(Path file) {
        return event(file.toString(), json(file));
    }

    /// @param place for the message when it is no event
    Incoming event(String place, Value value) {
        try {
            return EventForms.sample(value);
        } catch (EventProblem problem) {
            throw new Shell.Stop(
                    Shell.UNUSABLE,
                    place + ": " + Texts.of(Listener.class, language).text(problem.key(), problem.member()));
        }
    }

    /// An event file holds an event alone, or `{"event", "replies"}` as a flow's samples do.
    Rehearsal.Past past(String place, Value value, Map<NodeId, Value> usual) {
        boolean pair = value.at("event") instanceof Value.Fields;
        var event = event(place, pair ? value.at("event") : value);
        var replies = new LinkedHashMap<>(usual);
        replies.putAll(replies(value.at("replies")));
        var at = event.occurredAt().orElse(Instant.EPOCH);
        return new Rehearsal.Past(event.accepted(place, at), replies);
    }

    static Map<NodeId, Value> replies(Value value) {
        var replies = new LinkedHashMap<NodeId, Value>();
        value.asFields().fields().forEach((node, reply) -> {
            if (NodeId.isValid(node)) {
                replies.put(new NodeId(node), reply);
            }
        });
        return replies;
    }

    /// Every `*.json` of a folder, in the order of their names.
    List<Path> in(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException _) {
            throw new Shell.Stop(Shell.UNUSABLE, texts.text("file.folder", folder));
        }
    }
}
