package io.signalbox.app;

import io.signalbox.access.Account;
import io.signalbox.access.Accounts;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.Directory;
import io.signalbox.connector.Outcome;
import io.signalbox.engine.ConnectionTest;
import io.signalbox.engine.Directories;
import io.signalbox.engine.SendGate;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import java.time.InstantSource;

/// What a connection's service is asked on behalf of a person in the shell: whether it works, and whom of its people no
/// message reaches. Blocks for the wire.
record ConnectionQuestions(Accounts accounts, Connectors connectors, SendGate gate, InstantSource clock) {
    Value run(Value command, Texts texts) {
        var name = command.at("name").asText();
        var account = accounts.find(name);
        if (account.isEmpty()) {
            return WorkspaceCommands.refused(texts.text("connection.none", name));
        }
        return command.at("command").asText().equals("connection.people")
                ? people(account.get(), command.at("country").asText(), texts)
                : test(account.get(), texts);
    }

    private Value people(Account account, String country, Texts texts) {
        if (connectors.operation(account.type(), Directory.WITHOUT_NUMBER).isEmpty()) {
            return WorkspaceCommands.refused(texts.text("connection.no-people", account.name()));
        }
        var settings = Value.Fields.empty().withPresent("country-code", Value.of(country));
        var outcome =
                new Directories(accounts, connectors, gate, clock).read(account, Directory.WITHOUT_NUMBER, settings);
        return switch (outcome) {
            case Outcome.Delivered(var output, var _) ->
                WorkspaceCommands.accepted()
                        .with("people", new Value.Items(output.at("rows").asItems()));
            case Outcome.Refused(var reason, var detail) -> failed(account, reason, detail, texts);
            case Outcome.SignInAgain(var reason, var detail) -> failed(account, reason, detail, texts);
            case Outcome.TryLater(var reason, var detail, var _) -> failed(account, reason, detail, texts);
        };
    }

    private Value failed(Account account, String reason, String detail, Texts texts) {
        return WorkspaceCommands.refused(connectors.explain(account.type(), reason, texts.language(), detail));
    }

    private Value test(Account account, Texts texts) {
        var steps = new ConnectionTest(accounts, connectors, gate, clock).of(account);
        boolean passed = steps.stream().allMatch(ConnectionTest.Step::passed);
        var answer = passed
                ? WorkspaceCommands.accepted()
                : WorkspaceCommands.refused(texts.text("connection.failed", account.name()));
        return answer.with(
                "steps",
                new Value.Items(steps.stream()
                        .<Value>map(
                                step -> Value.fields("step", Value.of(step.key()), "passed", Value.of(step.passed()))
                                        .with("text", Value.of(stepText(step, account, texts))))
                        .toList()));
    }

    private String stepText(ConnectionTest.Step step, Account account, Texts texts) {
        var said = texts.text("connection-test." + step.key());
        return step.passed()
                ? said
                : said + ": " + connectors.explain(account.type(), step.reason(), texts.language(), step.detail());
    }
}
