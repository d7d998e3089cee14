package io.signalbox.designer.panel;

import io.signalbox.designer.FirstField;
import io.signalbox.designer.Keyboard;
import io.signalbox.designer.panel.TabBar.Tab;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Problem;
import io.signalbox.flow.Wire;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the chosen node is and does, beside the canvas; without a chosen node, what the flow is. Follows selection,
/// flow and language.
public final class Inspector extends VBox implements AutoCloseable {
    private enum Page {
        GENERAL("general"),
        SETUP("setup"),
        CONDITIONS("conditions"),
        ACTIONS("actions"),
        INPUT("input"),
        OUTPUT("output"),
        NOTES("notes");

        private final String key;

        Page(String key) {
            this.key = key;
        }
    }

    /// Below this height, in pixels at 100 %, everything scrolls.
    private static final double ROOMY = 720;

    private final Bench bench;
    private final Optional<Runnable> onClose;
    private final Closing closing = new Closing();
    private final TabBar tabs = new TabBar(this::choose);
    private final ScrollPane scroll = new ScrollPane();
    /// What stays in view while the form scrolls.
    private final VBox pinned = new VBox();
    private final Map<Page, Closing> open = new EnumMap<>(Page.class);
    /// The page last looked at, by kind of node: a person who compares conditions wants the next node's conditions.
    private final Map<String, Page> remembered = new java.util.HashMap<>();
    private Runnable onLost = () -> {};
    private Optional<NodeId> shown = Optional.empty();
    private Optional<Wire> wire = Optional.empty();
    private Optional<MessagePreview> message = Optional.empty();
    private Page page = Page.SETUP;
    private List<Tab> drawnTabs = List.of();
    private final Yardstick yardstick = new Yardstick();
    private boolean roomy;
    private Closing content = new Closing();

    /// @param onClose the person is done with the node or the wire: it is to be let go
    public Inspector(Bench bench, Runnable onClose) {
        this(bench, Optional.of(onClose));
    }

    /// @param onClose empty where the chosen node is all there is to see
    public Inspector(Bench bench, Optional<Runnable> onClose) {
        this.bench = bench;
        this.onClose = onClose;
        getStyleClass().add("inspector");
        setId("inspector");
        PanelSheet.dress(this);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("edge-to-edge", "panel-scroll");
        setVgrow(scroll, Priority.ALWAYS);
        setMaxHeight(Double.MAX_VALUE);
        // Its place is given to it: what is too wide has to wrap there, not to push the rest over the window's edge.
        setMinWidth(0);
        pinned.setMinHeight(USE_PREF_SIZE);
        heightProperty().subscribe(_ -> measure());
        yardstick.onChange(this::measure);
        var selection = bench.session().selectionProperty().subscribe((_, _) -> follow());
        closing.add(selection::unsubscribe);
        var meaning = bench.session().meaningProperty().subscribe((_, _) -> followFlow());
        closing.add(meaning::unsubscribe);
        var texts = bench.words().textsProperty().subscribe((_, _) -> rebuild());
        closing.add(texts::unsubscribe);
        closing.add(() -> content.close());
        rebuild();
    }

    /// Shows the wire that was chosen on the canvas, until a node is.
    public void showWire(Optional<Wire> chosen) {
        boolean same = chosen.map(Wire::from).equals(wire.map(Wire::from))
                && chosen.map(Wire::to).equals(wire.map(Wire::to));
        wire = chosen;
        if (!same) {
            rebuild();
        }
    }

    /// @param lost run when what had the keyboard here is gone, as a node is after undo
    public void setOnLost(Runnable lost) {
        onLost = lost;
    }

    /// Puts the keyboard on the first thing that can be changed.
    public void enter() {
        FirstField.in(scroll.getContent()).ifPresentOrElse(Keyboard::giveTo, () -> Keyboard.giveTo(this));
    }

    /// Goes to the next tab, or back, and puts the keyboard on its first field.
    public void turn(int by) {
        if (tabs.getScene() != null) {
            tabs.turn(by);
            enter();
        }
    }

    @Override
    public void close() {
        closing.close();
        open.clear();
    }

    private Optional<Node> chosen() {
        var selection = bench.session().selectionProperty().get();
        return selection.size() == 1 ? bench.flow().node(selection.getFirst()) : Optional.empty();
    }

    private void follow() {
        if (!chosen().map(Node::id).equals(shown) || shown.isEmpty()) {
            rebuild();
        }
    }

    private void followFlow() {
        if (!chosen().map(Node::id).equals(shown)) {
            rebuild();
            return;
        }
        chosen().ifPresent(node -> {
            if (!tabsOf(node).equals(drawnTabs)) {
                drawnTabs = tabsOf(node);
                tabs.show(drawnTabs, page.key);
            }
        });
    }

    private void rebuild() {
        content.close();
        content = new Closing();
        var node = chosen();
        shown = node.map(Node::id);
        if (node.isEmpty() && wire.isPresent()) {
            var panel = new WirePanel(bench, wire.get().from(), wire.get().to(), onClose.orElse(() -> {}));
            content.add(panel::close);
            scroll.setContent(panel);
            getChildren().setAll(scroll, yardstick);
            return;
        }
        if (node.isEmpty()) {
            passOn();
            int many = bench.session().selectionProperty().get().size();
            var form = new FlowForm(bench, many);
            content.add(form::close);
            scroll.setContent(form);
            getChildren().setAll(scroll, yardstick);
            return;
        }
        var named = new NodeHeader(bench, node.get().id(), onClose);
        content.add(named::close);
        page = remembered.getOrDefault(node.get().kind(), pages(node.get()).getFirst());
        drawnTabs = tabsOf(node.get());
        tabs.show(drawnTabs, page.key);
        var problems = new NodeProblems(bench, node.get().id());
        content.add(problems::close);
        getChildren().setAll(named, tabs, problems, scroll, pinned, yardstick);
        showPage(node.get());
    }

    /// Not at once: a field that loses the keyboard may still write what was typed, which nobody may while a change is
    /// told.
    private void passOn() {
        if (Keyboard.isIn(this)) {
            Platform.runLater(() -> {
                if (!Keyboard.isIn(this)) {
                    onLost.run();
                }
            });
        }
    }

    /// Shows the page where a problem of the chosen node is set right and gives its field the focus.
    public void reveal(Problem problem) {
        chosen().filter(node -> problem.node().equals(Optional.of(node.id()))).ifPresent(node -> {
            var at = problem.field().startsWith("when")
                    ? Page.CONDITIONS
                    : pages(node).getFirst();
            if (page != at) {
                choose(at.key);
                tabs.show(drawnTabs, at.key);
            }
            Keyboard.within(scroll, () -> {
                if (!FieldFocus.give(scroll, FieldFocus.control(node, problem))) {
                    Keyboard.giveTo(this);
                }
            });
        });
    }

    private void choose(String key) {
        for (var each : Page.values()) {
            if (each.key.equals(key)) {
                page = each;
            }
        }
        chosen().ifPresent(node -> {
            remembered.put(node.kind(), page);
            showPage(node);
        });
    }

    private void showPage(Node node) {
        open.values().forEach(Closing::close);
        open.clear();
        var closes = new Closing();
        open.put(page, closes);
        content.add(closes::close);
        pinned.getChildren().clear();
        scroll.setContent(content(node, closes));
        scroll.setVvalue(0);
    }

    private static List<Page> pages(Node node) {
        return switch (node) {
            case Node.Trigger _ -> List.of(Page.GENERAL, Page.CONDITIONS, Page.ACTIONS, Page.OUTPUT, Page.NOTES);
            case Node.Source _, Node.Connection _ -> List.of(Page.SETUP, Page.INPUT, Page.OUTPUT, Page.NOTES);
            case Node.Configuration _ -> List.of(Page.SETUP, Page.CONDITIONS, Page.INPUT, Page.OUTPUT, Page.NOTES);
        };
    }

    private List<Tab> tabsOf(Node node) {
        var shownTabs = new ArrayList<Tab>();
        for (var each : pages(node)) {
            int conditions = each == Page.CONDITIONS ? node.when().countRows() : 0;
            shownTabs.add(new Tab(
                    each.key,
                    bench.text("inspector." + each.key),
                    conditions == 0 ? "" : Integer.toString(conditions)));
        }
        return shownTabs;
    }

    private void measure() {
        boolean now = getHeight() >= ROOMY * yardstick.scale();
        if (now != roomy) {
            roomy = now;
            // After the layout that measured it: a page that is changed in its midst stays empty.
            Platform.runLater(() -> {
                if (getScene() != null) {
                    chosen().ifPresent(this::showPage);
                }
            });
        }
    }

    private Region content(Node node, Closing closes) {
        return switch (page) {
            case GENERAL -> closed(new TriggerForm(bench, node.id()), closes);
            case SETUP ->
                node instanceof Node.Configuration
                        ? mapped(node.id(), closes)
                        : sent(closed(new SettingsForm(bench, node.id()), closes), node, closes);
            case CONDITIONS -> conditions(ConditionPlace.ofNode(node.id(), node.kind()), closes);
            case ACTIONS -> closed(new ActionsView(bench, node.id()), closes);
            case INPUT -> closed(new InputView(bench, node.id()), closes);
            case OUTPUT -> closed(new OutputView(bench, node.id()), closes);
            case NOTES -> closed(new NotesView(bench, node.id()), closes);
        };
    }

    /// Sends what is shown as the message to the sandbox.
    ///
    /// @return false while no message is shown
    public boolean sendToSandbox() {
        return message.filter(MessagePreview::sendToSandbox).isPresent();
    }

    private MessagePreview message(NodeId id, Closing closes) {
        var shows = closed(new MessagePreview(bench, id), closes);
        message = Optional.of(shows);
        closes.add(() -> message = message.filter(other -> !other.equals(shows)));
        return shows;
    }

    private Region mapped(NodeId id, Closing closes) {
        var map = closed(new FieldMapPanel(bench, id), closes);
        var message = message(id, closes);
        message.pointedProperty().bindBidirectional(map.pointedProperty());
        if (!roomy) {
            return new VBox(map, line(), message);
        }
        pinned.getChildren().setAll(line(), message);
        return map;
    }

    private Region conditions(ConditionPlace place, Closing closes) {
        var panel = closed(new ConditionPanel(bench, place), closes);
        var trial = closed(new ConditionTrial(bench, place), closes);
        if (!roomy) {
            return new VBox(panel, line(), trial);
        }
        pinned.getChildren().setAll(line(), trial);
        return panel;
    }

    private Region sent(Region form, Node node, Closing closes) {
        return node instanceof Node.Connection
                        && bench.flow().wiresFrom(node.id()).stream()
                                .noneMatch(
                                        wire -> bench.flow().node(wire.to()).orElse(null) instanceof Node.Configuration)
                ? new VBox(form, line(), message(node.id(), closes))
                : form;
    }

    private static Region line() {
        var line = new Region();
        line.getStyleClass().add("panel-line");
        return line;
    }

    private static <T extends Region & Closes> T closed(T part, Closing closes) {
        closes.add(part::close);
        return part;
    }
}
