package io.signalbox.designer.panel;

import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Has a person type the name of a server whose messages real people get. Not there for any other server.
final class SureName extends VBox {
    private final Bench bench;
    private final TextField field = new TextField();
    private String wanted = "";

    /// @param typed run with every letter
    SureName(Bench bench, Runnable typed) {
        this.bench = bench;
        getStyleClass().add("setting-row");
        field.setId("send-sure");
        field.textProperty().subscribe((_, _) -> typed.run());
        ask(Optional.empty());
    }

    /// @param server that is about to be sent to, where it is known
    void ask(Optional<KnownServers.Known> server) {
        wanted = server.filter(known -> known.environment() == Environment.PRODUCTION)
                .map(KnownServers.Known::title)
                .orElse("");
        field.clear();
        var question = bench.text("send.sure", wanted);
        field.setAccessibleText(question);
        getChildren().setAll(Wording.wrapped(Wording.strong(question)), field);
        setVisible(!wanted.isEmpty());
        setManaged(!wanted.isEmpty());
    }

    /// True where nothing is asked, or the name stands there.
    boolean isGiven() {
        return field.getText().strip().equals(wanted);
    }
}
