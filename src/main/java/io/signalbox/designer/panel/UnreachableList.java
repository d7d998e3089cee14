package io.signalbox.designer.panel;

import io.signalbox.access.Account;
import io.signalbox.connector.Directory;
import io.signalbox.connector.Outcome;
import io.signalbox.designer.Icon;
import io.signalbox.flow.Value;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The people of a connection's service whom no message reaches, and why: asked for when somebody wants to know.
final class UnreachableList extends VBox {
    private final Bench bench;
    private final Account account;
    private final VBox found = new VBox(4);
    private final Button look;

    UnreachableList(Bench bench, Account account) {
        super(8);
        this.bench = bench;
        this.account = account;
        found.setId("unreachable");
        look = Press.plain(bench.text("unreachable.look"), "search", this::look);
        look.setId("unreachable-look");
        look.setMinWidth(Region.USE_PREF_SIZE);
        getChildren()
                .addAll(
                        Wording.section(bench.text("unreachable.title")),
                        Wording.wrapped(Wording.caption(bench.text("unreachable.hint"))),
                        look,
                        found);
    }

    /// True where the service keeps people.
    static boolean suits(Bench bench, Account account) {
        return bench.connectors()
                .operation(account.type(), Directory.WITHOUT_NUMBER)
                .isPresent();
    }

    private void look() {
        look.setDisable(true);
        found.getChildren().setAll(new Label(bench.text("unreachable.looking"), Icon.of("hourglass", "icon-14")));
        bench.suggestions()
                .unreachable(
                        account,
                        CountryCode.of(bench.flow()),
                        outcome -> end(lines(outcome)),
                        failure -> end(List.of(failed(String.valueOf(failure.getMessage())))));
    }

    private void end(List<Node> lines) {
        look.setDisable(false);
        found.getChildren().setAll(lines);
    }

    private List<Node> lines(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Delivered(var output, var _) -> {
                var people = output.at("rows").asItems();
                yield people.isEmpty()
                        ? List.of(Wording.wrapped(Wording.verdict(true, bench.text("unreachable.nobody"))))
                        : people.stream().map(this::line).toList();
            }
            case Outcome.Refused(var reason, var detail) -> List.of(failed(explained(reason, detail)));
            case Outcome.SignInAgain(var reason, var detail) -> List.of(failed(explained(reason, detail)));
            case Outcome.TryLater(var reason, var detail, var _) -> List.of(failed(explained(reason, detail)));
        };
    }

    private Node line(Value person) {
        var why = bench.text(
                "unreachable." + person.at("why").asText(), person.at("numbers").asText());
        return Wording.wrapped(Wording.verdict(
                false,
                bench.text(
                        "unreachable.person",
                        person.at("full_name").asText(),
                        person.at("code").asText(),
                        why)));
    }

    private String explained(String reason, String detail) {
        return bench.connectors().explain(account.type(), reason, bench.words().language(), detail);
    }

    private static Node failed(String text) {
        return Wording.wrapped(Wording.verdict(false, text));
    }
}
