package io.signalbox.designer.panel;

import io.signalbox.designer.Icon;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;

/// The flows that come with the program, under the channel that each writes to, to begin with one of them. One that
/// writes to several stands under each.
public final class SampleGallery {
    private final Bench bench;
    private final List<Flow> flows;
    private final Consumer<Flow> use;
    private final DialogCard card;
    private final CustomTextField search = new CustomTextField();
    private final VBox channels = new VBox(24);

    /// @param use told the one to begin with, under the name it had here
    public SampleGallery(Bench bench, List<Flow> flows, Consumer<Flow> use) {
        this.bench = bench;
        this.flows = flows.stream()
                .map(flow -> bench.connectors().inWords(flow, bench.words().language()))
                .toList();
        this.use = use;
        card = new DialogCard(
                bench, "flows", bench.text("samples.title"), bench.text("samples.subtitle"), bench.overlay()::dismiss);
        search.setId("samples-search");
        search.setLeft(Icon.of("search"));
        search.setPromptText(bench.text("samples.search"));
        search.setAccessibleText(bench.text("samples.search"));
        search.textProperty().subscribe(this::draw);
        channels.setId("samples");
        card.add(search, channels);
        draw();
        card.buttons(Press.plain(bench.text("dialog.cancel"), "", bench.overlay()::dismiss));
    }

    public void open() {
        bench.overlay().show(card);
    }

    private void draw() {
        var byChannel = new TreeMap<String, VBox>();
        for (var flow : flows) {
            flow.nodes().values().stream()
                    .filter(Node.Connection.class::isInstance)
                    .map(Node::type)
                    .distinct()
                    .filter(type -> isFound(flow, type))
                    .forEach(type -> byChannel
                            .computeIfAbsent(bench.service(type), name -> channel(name, type))
                            .getChildren()
                            .add(line(flow, type)));
        }
        channels.getChildren().setAll(byChannel.values());
        if (byChannel.isEmpty()) {
            channels.getChildren().add(Wording.wrapped(Wording.caption(bench.text("samples.none"))));
        }
    }

    private boolean isFound(Flow flow, String type) {
        return (bench.service(type) + " " + flow.name() + " " + flow.description())
                .toLowerCase(Locale.ROOT)
                .contains(search.getText().strip().toLowerCase(Locale.ROOT));
    }

    private VBox channel(String name, String type) {
        var title = Wording.section(name);
        var head = new HBox(12, ConnectionForm.tile(bench, type), title);
        head.setAlignment(Pos.CENTER_LEFT);
        return new VBox(12, head);
    }

    private HBox line(Flow flow, String type) {
        var words = new VBox(
                Wording.wrapped(Wording.strong(flow.name())), Wording.wrapped(Wording.caption(flow.description())));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var begin = Press.small(bench.text("samples.use"), "plus", () -> {
            bench.overlay().dismiss();
            use.accept(flow);
        });
        begin.setId("sample-" + type + "-" + flow.id());
        begin.setAccessibleText(bench.text("samples.use") + ": " + flow.name());
        begin.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(16, words, begin);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
