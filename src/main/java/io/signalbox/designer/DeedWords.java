package io.signalbox.designer;

import io.signalbox.edit.Deed;
import io.signalbox.edit.Deed.Subject;
import io.signalbox.edit.History;
import io.signalbox.flow.Node;
import java.util.List;

/// Steps of the history as a person would name them: what was done, and to what or how many.
public final class DeedWords {
    private final Speech words;

    public DeedWords(Speech words) {
        this.words = words;
    }

    /// Such as “Move 3 nodes”.
    public String name(Deed deed) {
        var texts = words.texts();
        var subject = subject(deed.subject());
        // Some sentences say “of” before it, which only a node's name and a count can follow in every language.
        boolean ofNodes = deed.subject() instanceof Subject.OneNode || deed.subject() instanceof Subject.Nodes;
        if (ofNodes && texts.has(deed.key() + ".node")) {
            return words.text(deed.key() + ".node", subject);
        }
        return subject.isEmpty() || !texts.has(deed.key() + ".of")
                ? words.text(deed.key())
                : words.text(deed.key() + ".of", subject);
    }

    /// Such as “Undo: move 3 nodes”; “Undo” where nothing can be.
    public String undo(History history) {
        return offer("tool.undo", history.undoable(1));
    }

    /// Such as “Redo: move 3 nodes”; “Redo” where nothing can be.
    public String redo(History history) {
        return offer("tool.redo", history.redoable(1));
    }

    private String offer(String key, List<Deed> next) {
        return next.isEmpty() ? words.text(key) : words.text(key + ".step", lowered(name(next.getFirst())));
    }

    /// After a colon every one of the six languages goes on in small letters.
    private String lowered(String name) {
        return name.substring(0, 1).toLowerCase(words.language().locale()) + name.substring(1);
    }

    /// Blank for the flow as a whole.
    private String subject(Subject subject) {
        return switch (subject) {
            case Subject.Whole _ -> "";
            case Subject.OneNode(var node) -> words.flowTexts().text("quoted", name(node));
            case Subject.OneNote(var note) -> {
                var line = note.text().strip().lines().findFirst().orElse("");
                yield line.isEmpty() ? "" : words.text("deed.note", Brief.of(line));
            }
            case Subject.OneGroup(var group) ->
                group.name().isBlank() ? "" : words.text("deed.group", Brief.of(group.name()));
            case Subject.OneWire(var from, var to) -> words.text("deed.wire", name(from), name(to));
            case Subject.Nodes(int count) -> words.text("deed.nodes", count);
            case Subject.Notes(int count) -> words.text("deed.notes", count);
            case Subject.Things(int count) -> words.text("deed.things", count);
            case Subject.Wires(int count) -> words.text("deed.wires", count);
        };
    }

    private String name(Node node) {
        return Brief.of(node.name().isBlank() ? words.flowTexts().text("kind." + node.kind()) : node.name());
    }
}
