package io.signalbox.designer.panel;

import io.signalbox.designer.Background;
import io.signalbox.designer.Words;
import io.signalbox.engine.FlowChangedElsewhere;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Filing;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Texts;
import java.util.function.Consumer;

/// What the list does to flows, each told in the line above it, with the way back where there is one. FX thread only.
record FlowDeeds(
        Words words,
        FlowShelf shelf,
        Background background,
        FlowNotice notice,
        Runnable refresh,
        Consumer<StoredFlow> open) {

    private String text(String key, Object... arguments) {
        return Texts.of(FlowDeeds.class, words.language()).text(key, arguments);
    }

    void duplicate(StoredFlow stored) {
        saveNew(stored.flow().withName(text("flows.copy-of", stored.flow().name())), "flows.duplicated");
    }

    void rename(StoredFlow stored, String name) {
        background.run(
                () -> shelf.flows().save(stored.flow().withName(name), stored.revision()),
                _ -> refresh.run(),
                this::failed);
    }

    void file(StoredFlow stored, Filing filing) {
        background.run(
                () -> shelf.flows().save(stored.flow().withFiling(filing), stored.revision()),
                _ -> refresh.run(),
                this::failed);
    }

    /// @param done text key of what is said afterwards
    void saveNew(Flow flow, String done) {
        background.run(
                () -> shelf.add(flow),
                fresh -> {
                    notice.say(Wording.verdict(true, text(done, fresh.name())));
                    refresh.run();
                },
                this::failed);
    }

    /// On when it is off or paused, off when it is on.
    void turn(StoredFlow stored) {
        if (stored.live().isPresent() && !stored.isPaused()) {
            switchOff(stored);
        } else {
            var done = stored.isPaused() ? "flows.resumed" : "flows.switched-on";
            background.run(() -> shelf.switchOn(stored), switched -> told(stored, done, switched), this::failed);
        }
    }

    /// What waits for a paused flow is given up.
    void switchOff(StoredFlow stored) {
        background.run(
                () -> shelf.switchOff(stored), switched -> told(stored, "flows.switched-off", switched), this::failed);
    }

    private void told(StoredFlow stored, String done, FlowShelf.Switched switched) {
        refresh.run();
        var name = stored.flow().name();
        var look = Press.link(text("flows.open"), () -> open.accept(stored));
        if (!switched.done()) {
            notice.say(Wording.warning(text("flows.not-switched-on", name)), look);
        } else if (switched.found().isEmpty()) {
            notice.say(Wording.verdict(true, text(done, name)));
        } else {
            var first = switched.found().getFirst().text(words.flowTexts());
            notice.stay(Wording.warning(text(done, name) + " " + first), look);
        }
    }

    void delete(StoredFlow stored) {
        if (stored.live().isPresent()) {
            // What runs is not stopped by one click.
            var really = Press.plain(text("flows.delete-live"), "cross", () -> remove(stored));
            really.setId("flow-delete-live");
            really.getStyleClass().add("danger");
            notice.say(
                    Wording.warning(text("flows.is-live", stored.flow().name())),
                    really,
                    Press.plain(text("dialog.cancel"), "", notice::quiet));
        } else {
            remove(stored);
        }
    }

    private void remove(StoredFlow stored) {
        background.run(
                () -> shelf.flows().remove(stored.flow().id()),
                _ -> {
                    var undo = Press.link(text("flows.undo"), () -> restore(stored));
                    undo.setId("flow-undo");
                    notice.say(Wording.body(text("flows.deleted", stored.flow().name())), undo);
                    refresh.run();
                },
                this::failed);
    }

    private void restore(StoredFlow stored) {
        background.run(
                () -> shelf.flows().restore(stored),
                _ -> {
                    notice.quiet();
                    refresh.run();
                },
                this::failed);
    }

    void failed(Exception failure) {
        var key = failure instanceof FlowChangedElsewhere ? "flows.elsewhere" : "flows.failed";
        notice.say(Wording.verdict(false, text(key)));
    }
}
