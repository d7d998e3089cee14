package io.signalbox.designer.panel;

import io.signalbox.flow.NodeId;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a connection or a configuration would send for the sample: a bubble for WhatsApp, the bare request for any
/// other service. With several messages one can leaf through them.
final class MessagePreview extends VBox implements Closes {
    private final Bench bench;
    private final NodeId id;
    private final Closing closing = new Closing();
    private final WhatsAppBubble bubble;
    private final RequestView request;
    private final SandboxLine sandbox;
    private final HBox pager = new HBox(4);
    private final Label page = Wording.caption("");
    private int shown;
    private Optional<MessageCard> drawn = Optional.empty();
    private int drawnOf = -1;

    MessagePreview(Bench bench, NodeId id) {
        this.bench = bench;
        this.id = id;
        getStyleClass().add("message-preview-pane");
        bubble = new WhatsAppBubble(bench);
        request = new RequestView(bench);
        closing.add(request::close);
        sandbox = new SandboxLine(bench);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        pager.getChildren()
                .addAll(
                        gap,
                        Press.icon("previous", bench.text("bubble.previous"), () -> turn(-1)),
                        page,
                        Press.icon("skip", bench.text("bubble.next"), () -> turn(1)));
        pager.setAlignment(Pos.CENTER_RIGHT);
        var meaning = bench.session().meaningProperty().subscribe((_, _) -> draw());
        closing.add(meaning::unsubscribe);
        var model = bench.preview().modelProperty().subscribe((_, _) -> draw());
        closing.add(model::unsubscribe);
        draw();
    }

    @Override
    public void close() {
        closing.close();
    }

    /// The place of the message that is pointed at; blank for none.
    StringProperty pointedProperty() {
        return bubble.pointedProperty();
    }

    /// @return false while nothing would be sent
    boolean sendToSandbox() {
        return sandbox.send();
    }

    private void turn(int by) {
        shown += by;
        drawnOf = -1;
        draw();
    }

    private void draw() {
        var sent = bench.preview().model().messages(id);
        int messages = sent.size();
        shown = Math.clamp(shown, 0, Math.max(0, messages - 1));
        var card = MessageCard.of(bench, id, shown);
        sandbox.show(messages == 0 ? Optional.empty() : Optional.of(sent.get(shown)));
        if (messages == drawnOf && drawn.filter(card::equals).isPresent()) {
            return;
        }
        drawn = Optional.of(card);
        drawnOf = messages;
        getChildren().clear();
        page.setText(bench.text("bubble.page", shown + 1, messages));
        if (messages > 1) {
            getChildren().add(pager);
        }
        switch (card) {
            case MessageCard.Template template -> {
                bubble.show(template);
                getChildren().add(bubble);
            }
            case MessageCard.FreeText(var text, var to) -> {
                bubble.show(text, to);
                getChildren().add(bubble);
            }
            case MessageCard.Request(var outgoing) -> {
                request.show(outgoing);
                getChildren().addAll(Wording.strong(bench.text("bubble.title")), request);
            }
            case MessageCard.Nothing _ -> {
                return;
            }
        }
        getChildren().add(sandbox);
    }
}
