package io.signalbox.designer.panel;

import io.signalbox.designer.Background;
import io.signalbox.engine.Preview;
import io.signalbox.engine.Tryout;
import java.util.function.Consumer;
import java.util.function.Function;

/// Takes previewed messages to the stand-ins, and a person to where they arrive. FX thread only.
public final class SandboxPost {
    private final Function<Preview.Message, Tryout.Answer> door;
    private final Background background;
    private final Consumer<String> say;
    private final Runnable look;

    /// @param door sends one message to the stand-in of its service; may block
    /// @param say told how it ended, in one sentence
    /// @param look shows what arrived
    public SandboxPost(
            Function<Preview.Message, Tryout.Answer> door, Background background, Consumer<String> say, Runnable look) {
        this.door = door;
        this.background = background;
        this.say = say;
        this.look = look;
    }

    /// Where no flow lies on the bench nothing is sent.
    static SandboxPost none() {
        return new SandboxPost(
                _ -> new Tryout.Answer.Closed(), new Background(Runnable::run, Runnable::run), _ -> {}, () -> {});
    }

    void send(Preview.Message message, Consumer<Tryout.Answer> done, Consumer<Exception> failed) {
        background.run(() -> door.apply(message), done, failed);
    }

    void say(String sentence) {
        say.accept(sentence);
    }

    void look() {
        look.run();
    }
}
