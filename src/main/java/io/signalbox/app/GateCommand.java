package io.signalbox.app;

import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `gate show|stop|resume|set|consent|consents|forget`.
@Command(name = "gate")
final class GateCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final Options options = new Options();

    GateCommand(Shell shell) {
        this.shell = shell;
    }

    /// One of the two, or neither to see what is recorded.
    static final class Said {
        @Option(names = "--give", required = true, descriptionKey = "gate.give")
        private boolean give;

        @Option(names = "--withdraw", required = true, descriptionKey = "gate.withdraw")
        private boolean withdraw;

        private String word() {
            return give ? "give" : withdraw ? "withdraw" : "";
        }
    }

    @Override
    public Integer call() {
        return show(options);
    }

    @Command(name = "show")
    int show(@Mixin Options options) {
        return shown(options, Value.fields("command", Value.of("gate.show")));
    }

    @Command(name = "stop")
    int stop(@Mixin Options options) {
        return shown(options, Value.fields("command", Value.of("gate.stop")));
    }

    @Command(name = "resume")
    int resume(@Mixin Options options) {
        return shown(options, Value.fields("command", Value.of("gate.resume")));
    }

    @Command(name = "set")
    int set(
            @Mixin Options options,
            @Parameters(arity = "1..*", paramLabel = "NAME=VALUE", descriptionKey = "gate.set")
                    Map<String, String> changes) {
        var values = new LinkedHashMap<String, Value>();
        changes.forEach((name, value) -> values.put(name, Value.of(value)));
        return shown(options, Value.fields("command", Value.of("gate.set"), "set", Value.fields(values)));
    }

    @Command(name = "consent")
    int consent(
            @Mixin Options options,
            @Parameters(paramLabel = "ADDRESS", descriptionKey = "gate.person") String address,
            @ArgGroup @Nullable Said said,
            @Option(names = "--how", paramLabel = "TEXT", defaultValue = "", descriptionKey = "gate.how") String how,
            @Option(names = "--by", paramLabel = "NAME", descriptionKey = "gate.by") @Nullable String by) {
        var answer = Owner.run(
                options,
                Value.fields("command", Value.of("gate.consent"), "address", Value.of(address))
                        .with("said", Value.of(said == null ? "" : said.word()))
                        .with("how", Value.of(how))
                        .with("by", Value.of(by == null ? System.getProperty("user.name", "") : by)));
        if (options.json) {
            shell.print(answer.asFields().without("ok"));
            return Shell.YES;
        }
        shell.say(answer.at("person").asText());
        var texts = Shell.texts(options.language);
        for (var entry : answer.at("history").asItems()) {
            shell.say("  " + line(entry, texts));
        }
        if (answer.at("history").asItems().isEmpty()) {
            shell.say("  " + texts.text("gate.consent.unknown"));
        }
        return Shell.YES;
    }

    @Command(name = "consents")
    int consents(
            @Mixin Options options,
            @Option(names = "--cursor", paramLabel = "ID", defaultValue = "", descriptionKey = "list.cursor")
                    String cursor,
            @Option(names = "--limit", paramLabel = "N", defaultValue = "50", descriptionKey = "list.limit")
                    int limit) {
        var items = Owner.run(options, RunLines.asked("gate.consents", cursor, limit))
                .at("items");
        if (options.json) {
            shell.print(items);
            return Shell.YES;
        }
        var texts = Shell.texts(options.language);
        for (var item : items.asItems()) {
            var person = item.at("person").asText();
            shell.say("%s  %s  %s"
                    .formatted(
                            item.at("id").asText(),
                            person.isEmpty() ? texts.text("gate.consent.erased") : person,
                            line(item, texts)));
        }
        if (items.asItems().isEmpty()) {
            shell.say(texts.text("gate.consent.unknown"));
        }
        return Shell.YES;
    }

    private static String line(Value entry, Texts texts) {
        return "%s  %s  %s  %s"
                .formatted(
                        entry.at("at").asText(),
                        texts.text("gate.consent." + entry.at("consent").asText()),
                        entry.at("how").asText(),
                        entry.at("by").asText())
                .strip();
    }

    @Command(name = "forget")
    int forget(
            @Mixin Options options,
            @Parameters(paramLabel = "ADDRESS", descriptionKey = "gate.person") String address) {
        var answer = Owner.run(options, Value.fields("command", Value.of("gate.forget"), "address", Value.of(address)));
        if (options.json) {
            shell.print(answer);
        } else {
            shell.say(Shell.texts(options.language).text("gate.forgotten"));
        }
        return Shell.YES;
    }

    private int shown(Options options, Value.Fields command) {
        var answer = Owner.run(options, command);
        if (options.json) {
            shell.print(answer.asFields().without("ok"));
            return Shell.YES;
        }
        boolean stopped = answer.at("stopped").equals(Value.of(true));
        shell.say(Shell.texts(options.language).text(stopped ? "gate.stopped" : "gate.sending"));
        answer.at("settings")
                .asFields()
                .fields()
                .forEach((name, value) -> shell.say("  " + name + "=" + value.asText()));
        return Shell.YES;
    }
}
