package io.signalbox.designer.panel;

import io.signalbox.designer.Icon;
import io.signalbox.designer.Keyboard;
import io.signalbox.designer.Tip;
import io.signalbox.designer.WholeTip;
import io.signalbox.designer.Words;
import io.signalbox.engine.FlowActivity;
import io.signalbox.flow.Filing;
import io.signalbox.flow.Texts;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What a flow shows of itself, in a row of the table and on a card alike. Name, folder and tags of one flow at a time
/// may be typed anew where they stand.
final class FlowParts {
    private final Words words;
    private final FlowRowWords says;
    private final Acts acts;
    private final Runnable typed;
    private String renaming = "";
    private String filing = "";

    /// What can be done with a flow where it stands.
    interface Acts {
        void open(FlowRow row);

        void rename(FlowRow row, String name);

        void file(FlowRow row, Filing filing);

        ContextMenu menu();
    }

    /// @param typed run when the person is done typing, before anything is changed
    FlowParts(Words words, ZoneId zone, Acts acts, Runnable typed) {
        this.words = words;
        this.says = new FlowRowWords(words, zone);
        this.acts = acts;
        this.typed = typed;
    }

    Acts acts() {
        return acts;
    }

    FlowRowWords says() {
        return says;
    }

    /// From the next drawing on, the name of that flow is typed.
    void rename(FlowRow row) {
        renaming = row.id();
    }

    /// From the next drawing on, folder and tags of that flow are typed.
    void file(FlowRow row) {
        filing = row.id();
    }

    private void filed(FlowRow row, Optional<Filing> changed) {
        if (filing.equals(row.id())) {
            filing = "";
            typed.run();
            changed.filter(each -> !each.equals(row.stored().flow().filing())).ifPresent(each -> acts.file(row, each));
        }
    }

    private void renamed(FlowRow row, String name) {
        if (renaming.equals(row.id())) {
            renaming = "";
            typed.run();
            if (!name.isBlank() && !name.strip().equals(row.name())) {
                acts.rename(row, name.strip());
            }
        }
    }

    private String text(String key, Object... arguments) {
        return Texts.of(FlowParts.class, words.language()).text(key, arguments);
    }

    /// The name above folder, tags and description.
    ///
    /// @param chips whether there is room for the tags beside the name
    Node named(FlowRow row, boolean chips) {
        if (row.id().equals(renaming)) {
            return nameField(row);
        }
        var flow = row.stored().flow();
        if (row.id().equals(filing)) {
            return new FilingEditor(
                    flow.filing(), text("flows.file.folder"), text("flows.file.tags"), changed -> filed(row, changed));
        }
        var name = new HBox(6, WholeTip.on(Wording.strong(flow.name())));
        name.setAlignment(Pos.CENTER_LEFT);
        var tags = flow.filing().tags();
        (chips ? tags : List.<String>of()).forEach(tag -> {
            var chip = Wording.pill(tag, "", "");
            chip.getStyleClass().add("flow-tag");
            name.getChildren().add(chip);
        });
        var below = Stream.of(
                        flow.filing().folder().replace("/", " › "),
                        chips ? "" : String.join(", ", tags),
                        flow.description().lines().findFirst().orElse(""))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" · "));
        return below.isEmpty() ? name : above(name, below);
    }

    private Node nameField(FlowRow row) {
        var field = new TextField(row.name());
        field.setId("flow-rename");
        field.setAccessibleText(text("flows.rename"));
        field.setOnAction(_ -> renamed(row, field.getText()));
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                renamed(row, "");
                event.consume();
            }
        });
        field.focusedProperty().subscribe((before, now) -> {
            if (before && !now) {
                renamed(row, field.getText());
            }
        });
        Keyboard.giveTo(field);
        return field;
    }

    Label state(FlowRow row) {
        return Wording.pill(says.status(row), row.status().tone(), row.status().icon());
    }

    /// What happens stands above where it happens, so that neither is cut in a narrow column.
    Node started(FlowRow row) {
        var told = says.trigger(row.stored().flow()).split(FlowRowWords.IN, 2);
        return told.length == 1
                ? WholeTip.on(Wording.body(told[0]))
                : above(WholeTip.on(Wording.body(told[1])), told[0]);
    }

    Node lastRun(FlowRow row) {
        return row.activity()
                .map(did -> {
                    var run = did.last();
                    var result = says.result(run);
                    var line = run.state().isFinal()
                            ? Wording.verdict(!FlowRowWords.failed(run), result)
                            : Wording.caption(result);
                    return above(WholeTip.on(line), says.time(run.startedAt()));
                })
                .orElseGet(() -> WholeTip.on(Wording.caption(text("flows.never"))));
    }

    Node week(FlowRow row) {
        var bars = new SparkBars(row.activity()
                .map(FlowActivity::days)
                .orElseGet(() -> Collections.nCopies(FlowShelf.DAYS, new FlowActivity.Day(0, 0))));
        row.activity().ifPresent(did -> Tooltip.install(bars, new Tip(says.week(did))));
        return bars;
    }

    Label saved(FlowRow row) {
        return Wording.caption(says.time(row.stored().savedAt()));
    }

    /// The same with the word for it, where no title of a column says what it is.
    Label savedAt(FlowRow row) {
        return Wording.caption(text("flows.saved-at", says.time(row.stored().savedAt())));
    }

    /// Empty where no server is known to have it.
    Label servers(FlowRow row) {
        var label = Wording.caption(says.servers(row));
        if (!row.servers().isEmpty()) {
            label.setGraphic(Icon.of("server", "icon-14"));
        }
        return WholeTip.on(label);
    }

    private static Node above(Node first, String below) {
        var both = new VBox(first, WholeTip.on(Wording.caption(below)));
        both.getStyleClass().add("flow-name");
        return both;
    }
}
