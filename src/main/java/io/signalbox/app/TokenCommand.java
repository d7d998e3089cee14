package io.signalbox.app;

import io.signalbox.flow.Value;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `token create|list|revoke`.
@Command(name = "token")
final class TokenCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final Options options = new Options();

    TokenCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return list(options);
    }

    @Command(name = "create")
    int create(
            @Mixin Options options,
            @Option(names = "--name", required = true, paramLabel = "NAME", descriptionKey = "token.create.name")
                    String name,
            @Option(names = "--scope", required = true, paramLabel = "SCOPE", descriptionKey = "token.create.scope")
                    List<String> scopes) {
        var answer = Owner.run(
                options,
                Value.fields("command", Value.of("token.create"), "name", Value.of(name))
                        .with("scopes", Value.texts(scopes)));
        if (options.json) {
            shell.print(answer.asFields().without("ok"));
        } else {
            shell.say(answer.at("token").asText());
            shell.complain(Shell.texts(options.language).text("token.once"));
        }
        return Shell.YES;
    }

    @Command(name = "list")
    int list(@Mixin Options options) {
        var answer = Owner.run(options, Value.fields("command", Value.of("token.list")));
        if (options.json) {
            shell.print(answer.at("tokens"));
            return Shell.YES;
        }
        for (var token : answer.at("tokens").asItems()) {
            shell.say("%-24s %-8s %s"
                    .formatted(
                            token.at("name").asText(),
                            token.at("ending").asText(),
                            token.at("scopes").asText()));
        }
        return Shell.YES;
    }

    @Command(name = "revoke")
    int revoke(
            @Mixin Options options,
            @Parameters(paramLabel = "NAME", descriptionKey = "token.create.name") String name) {
        var answer = Owner.run(options, Value.fields("command", Value.of("token.revoke"), "name", Value.of(name)));
        if (options.json) {
            shell.print(answer);
        } else {
            shell.say(Shell.texts(options.language).text("token.revoked", name));
        }
        return Shell.YES;
    }
}
