package io.signalbox.app;

import io.signalbox.engine.gate.Contacts;
import io.signalbox.engine.gate.GateProblem;
import io.signalbox.engine.gate.GateRules;
import io.signalbox.engine.gate.GateText;
import io.signalbox.engine.gate.LiveRules;
import io.signalbox.engine.gate.Recipient;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What can be done to the send gate from the shell, as [WorkspaceCommands] does it.
record GateCommands(LiveRules settings, Contacts contacts, InstantSource clock) {
    private static final int MOST = 1_000;

    Value run(Value command, Texts texts) {
        try {
            return switch (command.at("command").asText()) {
                case "gate.show" -> shown();
                case "gate.stop" -> {
                    settings.stop();
                    yield shown();
                }
                case "gate.resume" -> {
                    settings.resume();
                    yield shown();
                }
                case "gate.set" -> set(command);
                case "gate.consent" -> consent(command, texts);
                case "gate.consents" -> consents(command);
                case "gate.forget" -> forget(command, texts);
                default ->
                    refused(texts.text("command.unknown", command.at("command").asText()));
            };
        } catch (GateProblem problem) {
            return refused(problem.text(Texts.of(GateProblem.class, texts.language())));
        }
    }

    private Value set(Value command) {
        Map<String, String> changes = new LinkedHashMap<>();
        command.at("set").asFields().fields().forEach((name, value) -> changes.put(name, value.asText()));
        settings.change(now -> GateText.with(now, changes));
        return shown();
    }

    private Value shown() {
        var shown = Value.Fields.empty();
        for (var text : GateText.of(settings.now()).entrySet()) {
            shown = shown.with(text.getKey(), Value.of(text.getValue()));
        }
        return accepted().with("stopped", Value.of(settings.now().isStopped())).with("settings", shown);
    }

    private Value consent(Value command, Texts texts) {
        var person = Recipient.of(command.at("address").asText());
        if (!person.isValid()) {
            return refused(texts.text("gate.address", person.address()));
        }
        var said = command.at("said").asText();
        if (!said.isEmpty()) {
            contacts.record(
                    person.address(),
                    new Contacts.Entry(
                            clock.instant(),
                            said.equals("give") ? Contacts.Consent.GIVEN : Contacts.Consent.WITHDRAWN,
                            command.at("how").asText(),
                            command.at("by").asText()));
        }
        var history = contacts.history(person.address()).stream()
                .<Value>map(GateCommands::value)
                .toList();
        return accepted().with("person", Value.of(person.masked())).with("history", new Value.Items(history));
    }

    private static Value.Fields value(Contacts.Entry entry) {
        return Value.fields(
                        "at",
                        Value.of(entry.at().toString()),
                        "consent",
                        Value.of(entry.consent().name().toLowerCase(Locale.ROOT)))
                .with("how", Value.of(entry.how()))
                .with("by", Value.of(entry.by()));
    }

    private Value consents(Value command) {
        var cursor = command.at("cursor").asText();
        long before = cursor.isEmpty() ? Long.MAX_VALUE : GateRules.number(cursor);
        int limit = Math.clamp(GateRules.number(command.at("limit").asText()), 1, MOST);
        var all = contacts.said(before, limit).stream()
                .<Value>map(said ->
                        value(said.entry()).with("id", Value.of(said.line())).with("person", Value.of(said.masked())))
                .toList();
        return accepted().with("items", new Value.Items(all));
    }

    private Value forget(Value command, Texts texts) {
        var person = Recipient.of(command.at("address").asText());
        if (!person.isValid()) {
            return refused(texts.text("gate.address", person.address()));
        }
        return contacts.forget(person.address()) ? accepted() : refused(texts.text("gate.unknown", person.masked()));
    }

    private static Value.Fields accepted() {
        return Value.fields("ok", Value.of(true));
    }

    private static Value.Fields refused(String message) {
        return Value.fields("ok", Value.of(false), "message", Value.of(message));
    }
}
