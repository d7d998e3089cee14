package io.signalbox.designer.panel;

import io.signalbox.designer.Tip;
import io.signalbox.engine.Preview;
import io.signalbox.engine.Tryout;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Below a previewed message: sends exactly this one to the stand-in of its service, says how that ended, and leads to
/// where it arrived. Not there while nothing would be sent.
final class SandboxLine extends VBox {
    private final Bench bench;
    private final Tip tip = new Tip();
    private final Button send;
    private final FlowPane ended = new FlowPane(8, 4);
    private Optional<Preview.Message> message = Optional.empty();

    SandboxLine(Bench bench) {
        super(8);
        this.bench = bench;
        setId("sandbox-line");
        send = Press.small(bench.text("sandbox.send"), "upload", this::send);
        send.setId("sandbox-send");
        send.setTooltip(tip);
        ended.setId("sandbox-ended");
        ended.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(send);
        show(Optional.empty());
    }

    /// What was said of another message is no longer true.
    void show(Optional<Preview.Message> shown) {
        if (!shown.map(Preview.Message::effect).equals(message.map(Preview.Message::effect))) {
            getChildren().setAll(send);
        }
        message = shown;
        setVisible(shown.isPresent());
        setManaged(shown.isPresent());
        shown.ifPresent(each -> {
            var service = bench.service(each.effect().type());
            tip.setText(bench.text("sandbox.send.tip", service));
            send.setAccessibleHelp(tip.getText());
        });
    }

    /// @return false while there is nothing to be sent
    boolean send() {
        message.ifPresent(sent -> {
            send.setDisable(true);
            bench.post().send(sent, answer -> end(sent, answer), _ -> end(sent, new Tryout.Answer.Closed()));
        });
        return message.isPresent();
    }

    private void end(Preview.Message sent, Tryout.Answer answer) {
        send.setDisable(false);
        var sentence = sentence(sent, answer);
        bench.post().say(sentence);
        if (message.map(Preview.Message::effect).filter(sent.effect()::equals).isEmpty()) {
            return;
        }
        boolean arrived = answer instanceof Tryout.Answer.Arrived;
        Label said = Wording.wrapped(Wording.verdict(arrived, sentence));
        said.maxWidthProperty().bind(ended.widthProperty());
        ended.getChildren().setAll(said);
        if (arrived) {
            var look = Press.link(bench.text("sandbox.look"), bench.post()::look);
            look.setId("sandbox-look");
            ended.getChildren().add(look);
        }
        getChildren().setAll(send, ended);
    }

    private String sentence(Preview.Message sent, Tryout.Answer answer) {
        var service = bench.service(sent.effect().type());
        return switch (answer) {
            case Tryout.Answer.Arrived(var own) ->
                own
                        ? bench.text("sandbox.arrived")
                        : bench.text(
                                "sandbox.arrived.instead",
                                service,
                                sent.effect().account());
            case Tryout.Answer.Refused(var reason, var detail) ->
                bench.text(
                        "sandbox.refused",
                        service,
                        new Reasons(bench).text(sent.effect().type(), reason, detail));
            case Tryout.Answer.NoStandIn _ -> bench.text("sandbox.no-stand-in", service);
            case Tryout.Answer.Closed _ -> bench.text("sandbox.closed");
        };
    }
}
