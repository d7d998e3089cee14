package io.signalbox.app;

import io.signalbox.access.Account;
import io.signalbox.access.Accounts;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.Directory;
import io.signalbox.connector.Outcome;
import io.signalbox.engine.ConnectionTest;
import io.signalbox.engine.Directories;
import io.signalbox.engine.SendGate;
import io.signalbox.engine.TemplateShelf;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import java.time.InstantSource;
import java.util.ArrayList;

/// What a connection's service is asked on behalf of a person in the shell: whether it works, and whom of its people no
/// message reaches. Blocks for the wire.
record ConnectionQuestions(
        Accounts accounts, TemplateShelf shelf, Connectors connectors, SendGate gate, InstantSource clock) {
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
        var trial = new ConnectionTest(accounts, connectors, gate, clock).of(account);
        boolean passed = trial.stream().allMatch(ConnectionTest.Step::passed);
        var steps = new ArrayList<Value>();
        trial.forEach(step -> steps.add(told(step.key(), step.passed(), stepText(step, account, texts))));
        if (passed && shelf.canList(account)) {
            // From now on flows are compared with what the account really has.
            switch (shelf.refresh(account)) {
                case TemplateShelf.Fetched(var count) ->
                    steps.add(told("templates", true, texts.text("connection-test.templates", count)));
                case TemplateShelf.Failed(var reason, var arguments) -> {
                    passed = false;
                    var why = connectors.explain(account.type(), reason, texts.language(), arguments.toArray());
                    steps.add(told("templates", false, texts.text("connection-test.no-templates", why)));
                }
            }
        }
        var answer = passed
                ? WorkspaceCommands.accepted()
                : WorkspaceCommands.refused(texts.text("connection.failed", account.name()));
        return answer.with("steps", new Value.Items(steps));
    }

    private static Value told(String step, boolean passed, String text) {
        return Value.fields("step", Value.of(step), "passed", Value.of(passed)).with("text", Value.of(text));
    }

    private String stepText(ConnectionTest.Step step, Account account, Texts texts) {
        var said = texts.text("connection-test." + step.key());
        return step.passed()
                ? said
                : said + ": " + connectors.explain(account.type(), step.reason(), texts.language(), step.detail());
    }
}
