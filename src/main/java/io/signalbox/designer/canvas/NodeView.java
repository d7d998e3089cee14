package io.signalbox.designer.canvas;

import io.signalbox.designer.Brief;
import io.signalbox.designer.Icon;
import io.signalbox.designer.Tip;
import io.signalbox.designer.canvas.Decorations.Mark;
import io.signalbox.designer.canvas.Decorations.RunState;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// One box. Draws and decides nothing; the canvas tells it what to show.
/// Lengths are pixels, not em: the canvas has its own zoom, and the flow stores places in pixels.
final class NodeView extends Region {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final PseudoClass CARRIED = PseudoClass.getPseudoClass("carried");

    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

    private static final double TEXT_X = 60;
    private static final double TEXT_WIDTH = Area.NODE_WIDTH - TEXT_X - 12;
    private static final double PORT = 12;
    private static final double BADGE = 20;

    private final Region ring = part("node-ring");
    private final StackPane tile = new StackPane();
    private final Label title = label("node-title");
    private final Label subtitle = label("node-subtitle");
    private final Label detail = label("node-detail");
    private final Label off = label("node-off");
    private final Region entry = part("node-port");
    private final Region exit = part("node-port");
    private final Label problem = label("node-badge");
    private final Label pin = label("node-badge");
    private final RunBadge run = new RunBadge();
    private final Label number = label("node-number");
    private final Tip tip = new Tip();
    private final Tip problemTip = new Tip();
    private final Tip pinTip = new Tip();

    private boolean carried;
    private int order;

    NodeView(Node node) {
        setId("node-" + node.id());
        getStyleClass().addAll("node", "kind-" + node.kind());
        setAccessibleRole(AccessibleRole.BUTTON);
        setFocusTraversable(false);
        tile.getStyleClass().add("node-tile");
        tile.getChildren().add(Icon.of(NodeWords.icon(node), "icon-20"));
        problem.getStyleClass().add("node-problem");
        pin.getStyleClass().add("node-pin");
        pin.setGraphic(Icon.of("pin", "icon-12"));
        pin.setTooltip(pinTip);
        entry.setVisible(Sight.arrives(node));
        exit.setVisible(Sight.leaves(node));
        number.setVisible(false);
        problem.setTooltip(problemTip);
        title.setTooltip(tip);
        getChildren().addAll(ring, tile, title, subtitle, detail, off, entry, exit, pin, problem, run, number);
        getChildren().forEach(child -> child.setManaged(false));
    }

    void show(Flow flow, Node node, Mark mark, NodeWords words, String offText) {
        // The rest is in its tooltip.
        title.setText(Brief.of(words.title(node)));
        tip.setText(words.tip(flow, node));
        pseudoClassStateChanged(UNKNOWN, words.isUnknown(node));
        subtitle.setText(words.subtitle(flow, node));
        detail.setVisible(NodeWords.hasDetail(node));
        if (detail.isVisible()) {
            var third = words.detail(flow, node);
            detail.setText(third.text());
            detail.setGraphic(Icon.of(third.icon(), "icon-14"));
            detail.getStyleClass().setAll("label", "node-detail", "tone-" + third.tone());
        }
        off.setText(offText);
        off.setVisible(node.off());
        pseudoClassStateChanged(OFF, node.off());
        showProblems(mark, words);
        showMarks(mark, words);
        setAccessibleText(words.spoken(flow, node, mark));
        resize(Area.NODE_WIDTH, Area.heightOf(node));
        requestLayout();
    }

    private void showProblems(Mark mark, NodeWords words) {
        problem.setVisible(!mark.problems().isEmpty());
        if (mark.problems().isEmpty()) {
            return;
        }
        problem.getStyleClass()
                .setAll("label", "node-badge", "node-problem", mark.hasErrors() ? "tone-danger" : "tone-warning");
        boolean several = mark.problems().size() > 1;
        problem.setText(several ? Integer.toString(mark.problems().size()) : mark.hasErrors() ? "" : "!");
        problem.setGraphic(several || !mark.hasErrors() ? null : Icon.of("cross", "icon-12"));
        problemTip.setText(words.problems(mark));
    }

    private void showMarks(Mark mark, NodeWords words) {
        pin.setVisible(mark.pinned());
        pinTip.setText(words.pinned());
        run.show(mark.run(), words.run(mark));
    }

    /// @param see shows what is wrong
    void setOnProblem(Runnable see) {
        problem.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                see.run();
                event.consume();
            }
        });
    }

    /// Nothing of it moves any more.
    void close() {
        run.show(RunState.NONE, "");
    }

    void select(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }

    /// While a wire is drawn: what it would reach, and what it may not.
    void invite(boolean target, boolean refused) {
        pseudoClassStateChanged(TARGET, target);
        pseudoClassStateChanged(REFUSED, refused);
    }

    /// @param position shown in the corner while a wire is drawn with the keyboard; blank for none
    void number(String position) {
        number.setText(position);
        number.setVisible(!position.isEmpty());
    }

    void carry(boolean lifted) {
        if (carried != lifted) {
            carried = lifted;
            pseudoClassStateChanged(CARRIED, lifted);
            // A picture of it moves, else its shadow would be worked out anew for every step.
            setCache(lifted);
            stack(order);
        }
    }

    /// Later nodes of the flow lie over earlier ones, and what is carried over all.
    void stack(int position) {
        order = position;
        setViewOrder(carried ? -Integer.MAX_VALUE : -position);
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        ring.resizeRelocate(-4, -4, getWidth() + 8, height + 8);
        tile.resizeRelocate(16, 20, 32, 32);
        title.resizeRelocate(TEXT_X, 17, TEXT_WIDTH, 20);
        subtitle.resizeRelocate(TEXT_X, 39, TEXT_WIDTH, 16);
        detail.resizeRelocate(TEXT_X, 59, TEXT_WIDTH, 16);
        entry.resizeRelocate(-PORT / 2, height / 2 - PORT / 2, PORT, PORT);
        exit.resizeRelocate(getWidth() - PORT / 2, height / 2 - PORT / 2, PORT, PORT);
        double badgeX = getWidth() + 8 - BADGE;
        problem.resizeRelocate(badgeX, -8, BADGE, BADGE);
        run.resizeRelocate(badgeX, height + 8 - BADGE, BADGE, BADGE);
        pin.resizeRelocate(-8, -8, BADGE, BADGE);
        number.resizeRelocate(-10, -10, BADGE, BADGE);
        off.autosize();
        off.relocate(16, height - off.getHeight() / 2);
    }

    @Override
    protected double computePrefWidth(double height) {
        return Area.NODE_WIDTH;
    }

    @Override
    protected double computePrefHeight(double width) {
        return getHeight();
    }

    private static Region part(String style) {
        var region = new Region();
        region.getStyleClass().add(style);
        region.setMouseTransparent(true);
        return region;
    }

    private static Label label(String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        label.setAlignment(Pos.CENTER_LEFT);
        return label;
    }
}
