package io.signalbox.designer.panel;

import io.signalbox.designer.Icon;
import io.signalbox.designer.WholeTip;
import io.signalbox.designer.panel.OptionPicker.Option;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What a rule does: the flows it runs, this one first. Others are added and let go here; those that hear of the same
/// event on other conditions are named, and can take over these.
final class ActionsView extends VBox implements Closes {
    private final Bench bench;
    private final NodeId id;
    private final Closing closing = new Closing();
    private final VBox runs = new VBox(8);
    private final OptionPicker add;
    private final HBox message = new HBox();
    private List<StoredFlow> all = List.of();

    ActionsView(Bench bench, NodeId id) {
        super(16);
        this.bench = bench;
        this.id = id;
        getStyleClass().add("settings-form");
        setId("trigger-actions");
        add = new OptionPicker(bench.text("actions.add"), this::add);
        add.setId("actions-add");
        add.setPromptText(bench.text("actions.choose"));
        var more = new VBox(
                Wording.strong(bench.text("actions.add")),
                add,
                Wording.wrapped(Wording.caption(bench.text("actions.hint"))));
        more.getStyleClass().add("setting-row");
        getChildren().addAll(Wording.wrapped(Wording.body(bench.text("actions.intro"))), runs, message, more);
        var meaning = bench.session().meaningProperty().subscribe((_, _) -> draw());
        closing.add(meaning::unsubscribe);
        draw();
        read();
    }

    @Override
    public void close() {
        closing.close();
    }

    private void read() {
        bench.rules()
                .read(
                        read -> {
                            all = List.copyOf(read);
                            draw();
                        },
                        this::failed);
    }

    private Optional<Node.Trigger> trigger() {
        return bench.flow().node(id).filter(Node.Trigger.class::isInstance).map(Node.Trigger.class::cast);
    }

    private void draw() {
        trigger().ifPresent(rule -> {
            var others = RuleBook.beside(rule, bench.flow().id(), all);
            runs.getChildren().setAll(line(bench.flow().name(), bench.text("actions.this")));
            others.forEach(other -> runs.getChildren().add(other(rule, other)));
            var ran = others.stream().map(other -> other.stored().flow().id()).toList();
            add.show(
                    all.stream()
                            .map(StoredFlow::flow)
                            .filter(flow -> !flow.id().equals(bench.flow().id()) && !ran.contains(flow.id()))
                            .map(flow -> new Option(flow.id(), flow.name()))
                            .toList(),
                    "");
        });
    }

    private HBox line(String flow, String says) {
        var words = new VBox(
                WholeTip.on(Wording.strong(bench.text("actions.run", flow))), WholeTip.on(Wording.caption(says)));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(12, Icon.of("flows", "icon-20"), words);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("action-line");
        return line;
    }

    private VBox other(Node.Trigger rule, RuleBook.Runs other) {
        var name = other.stored().flow().name();
        var line = line(name, bench.text(other.same() ? "actions.same" : "actions.different"));
        var deeds = new FlowPane(16, 4);
        if (!other.same()) {
            deeds.getChildren()
                    .add(named(
                            "actions.align", name, () -> bench.rules().align(other, rule, this::read, this::failed)));
        }
        deeds.getChildren().add(named("actions.open", name, () -> bench.rules().open(other.stored())));
        if (other.stored().flow().triggers().size() > 1) {
            deeds.getChildren()
                    .add(named("actions.leave", name, () -> bench.rules().leave(other, this::read, this::failed)));
        }
        var both = new VBox(4, line, deeds);
        both.getStyleClass().add("action-other");
        return both;
    }

    private Button named(String key, String flow, Runnable act) {
        var button = Press.link(bench.text(key), act);
        button.setAccessibleText(bench.text(key) + ": " + flow);
        return button;
    }

    private void add(String flow) {
        message.getChildren().clear();
        trigger()
                .ifPresent(rule -> bench.rules()
                        .add(
                                flow,
                                rule,
                                () -> {
                                    read();
                                    message.getChildren()
                                            .setAll(Wording.wrapped(
                                                    Wording.verdict(true, bench.text("actions.added"))));
                                },
                                this::failed));
    }

    private void failed(Exception failure) {
        message.getChildren().setAll(Wording.wrapped(Wording.verdict(false, bench.text("flows.failed"))));
    }
}
