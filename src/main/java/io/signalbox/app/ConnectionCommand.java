package io.signalbox.app;

import io.signalbox.flow.Value;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `connection set|list|test|people|remove`.
@Command(name = "connection")
final class ConnectionCommand implements Callable<Integer> {
    private final Shell shell;

    ConnectionCommand(Shell shell) {
        this.shell = shell;
    }

    /// Without a word of its own it lists.
    @Mixin
    private final Options options = new Options();

    @Override
    public Integer call() {
        return list(options);
    }

    @Command(name = "set")
    int set(
            @Mixin Options options,
            @Parameters(paramLabel = "NAME", descriptionKey = "connection.set.name") String name,
            @Option(names = "--type", required = true, paramLabel = "TYPE", descriptionKey = "connection.set.type")
                    String type,
            @Option(names = "--set", paramLabel = "KEY=VALUE", descriptionKey = "connection.set.set")
                    Map<String, String> settings,
            @Option(names = "--secret", paramLabel = "KEY=@FILE|-", descriptionKey = "connection.set.secret")
                    Map<String, String> secrets) {
        var values = new LinkedHashMap<String, Value>();
        if (settings != null) {
            settings.forEach((key, value) -> values.put(key, Value.of(value)));
        }
        var hidden = new LinkedHashMap<String, Value>();
        if (secrets != null) {
            secrets.forEach((key, source) -> hidden.put(key, Value.of(secret(options, source))));
        }
        var answer = Owner.run(
                options,
                Value.fields("command", Value.of("connection.set"), "name", Value.of(name))
                        .with("type", Value.of(type))
                        .with("set", new Value.Fields(values))
                        .with("secrets", new Value.Fields(hidden)));
        if (options.json) {
            shell.print(answer.asFields().without("ok"));
        } else {
            shell.say(Shell.texts(options.language).text("connection.saved", name));
        }
        return Shell.YES;
    }

    /// From a file or standard input only: an argument could be read by anybody in the list of processes.
    private String secret(Options options, String source) {
        var texts = Shell.texts(options.language);
        if (source.equals("-")) {
            return shell.readIn().strip();
        }
        if (source.startsWith("@")) {
            return Shell.read(Path.of(source.substring(1)), texts).strip();
        }
        throw new Shell.Stop(Shell.UNUSABLE, texts.text("connection.secret-source"));
    }

    @Command(name = "list")
    int list(@Mixin Options options) {
        var answer = Owner.run(options, Value.fields("command", Value.of("connection.list")));
        if (options.json) {
            shell.print(answer.at("connections"));
            return Shell.YES;
        }
        for (var connection : answer.at("connections").asItems()) {
            shell.say("%-24s %-12s %s"
                    .formatted(
                            connection.at("name").asText(),
                            connection.at("type").asText(),
                            connection.at("fields").asText()));
        }
        return Shell.YES;
    }

    @Command(name = "test")
    int test(
            @Mixin Options options,
            @Parameters(paramLabel = "NAME", descriptionKey = "connection.set.name") String name) {
        var answer = Owner.run(options, Value.fields("command", Value.of("connection.test"), "name", Value.of(name)));
        if (options.json) {
            shell.print(answer);
        } else {
            for (var step : answer.at("steps").asItems()) {
                boolean passed = step.at("passed") instanceof Value.Truth(var truth) && truth;
                shell.say((passed ? "✓ " : "✕ ") + step.at("text").asText());
            }
        }
        return Owner.isOk(answer) ? Shell.YES : Shell.NO;
    }

    /// Whom no message reaches, so that somebody puts the numbers right before one is needed.
    @Command(name = "people")
    int people(
            @Mixin Options options,
            @Parameters(paramLabel = "NAME", descriptionKey = "connection.set.name") String name,
            @Option(
                            names = "--country",
                            paramLabel = "CODE",
                            defaultValue = "",
                            descriptionKey = "connection.people.country")
                    String country) {
        var answer = Owner.run(
                options,
                Value.fields("command", Value.of("connection.people"), "name", Value.of(name))
                        .with("country", Value.of(country)));
        var people = answer.at("people");
        if (options.json) {
            shell.print(people);
            return Shell.YES;
        }
        var texts = Shell.texts(options.language);
        for (var person : people.asItems()) {
            shell.say("%-12s %-28s %s"
                    .formatted(
                            person.at("code").asText(),
                            person.at("full_name").asText(),
                            texts.text(
                                    "connection.people." + person.at("why").asText(),
                                    person.at("numbers").asText())));
        }
        shell.say(texts.text("connection.people.count", people.asItems().size()));
        return Shell.YES;
    }

    @Command(name = "remove")
    int remove(
            @Mixin Options options,
            @Parameters(paramLabel = "NAME", descriptionKey = "connection.set.name") String name) {
        var answer = Owner.run(options, Value.fields("command", Value.of("connection.remove"), "name", Value.of(name)));
        if (options.json) {
            shell.print(answer);
        } else {
            shell.say(Shell.texts(options.language).text("connection.removed", name));
        }
        return Shell.YES;
    }
}
