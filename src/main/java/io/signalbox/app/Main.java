package io.signalbox.app;

import io.signalbox.flow.Language;
import io.signalbox.flow.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The program: one command from the shell, or the designer when none is named.
/// Does not extend `Application`, which Java refuses to launch from the class path.
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(new Shell(System.out, System.err, System.in), List.of(arguments)));
    }

    /// For other programs and tests: no process is ended, nothing but the given streams is touched.
    ///
    /// @return the exit code
    public static int run(PrintStream out, PrintStream err, InputStream in, String... arguments) {
        return run(new Shell(out, err, in), List.of(arguments));
    }

    private static int run(Shell shell, List<String> arguments) {
        if (arguments.isEmpty()) {
            // The window, without building the eleven commands it does not need.
            return new Designer(shell).call();
        }
        var language = language(arguments);
        var line = commands(shell);
        line.setResourceBundle(bundle(language));
        line.setOut(new PrintWriter(shell.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(shell.err(), true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((failure, _, _) -> {
            if (failure instanceof Shell.Stop stop) {
                shell.complain(stop.text());
                return stop.code();
            }
            throw failure;
        });
        line.setParameterExceptionHandler(new Misuse(Shell.texts(language)));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionStrategy(read -> {
            handDown(read);
            return new CommandLine.RunLast().execute(read);
        });
        return line.execute(arguments.toArray(String[]::new));
    }

    /// What every command takes may stand before its name as well.
    private static void handDown(CommandLine.ParseResult read) {
        var given = new HashMap<String, Object>();
        for (var at : read.asCommandLineList()) {
            var level = at.getParseResult();
            for (var name : Options.NAMES) {
                var option = at.getCommandSpec().findOption(name);
                if (option == null) {
                    continue;
                }
                if (level.hasMatchedOption(option)) {
                    given.put(name, option.getValue());
                } else if (given.containsKey(name)) {
                    option.setValue(given.get(name));
                }
            }
        }
    }

    private static CommandLine commands(Shell shell) {
        return new CommandLine(new Designer(shell))
                .addSubcommand(new DemoCommand(shell))
                .addSubcommand(new ServeCommand(shell))
                .addSubcommand(new CheckCommand(shell))
                .addSubcommand(new PreviewCommand(shell))
                .addSubcommand(new RehearseCommand(shell))
                .addSubcommand(new ImportCommand(shell))
                .addSubcommand(new ExportCommand(shell))
                .addSubcommand(new DeployCommand(shell))
                .addSubcommand(new SandboxCommand(shell))
                .addSubcommand(new ConnectionCommand(shell))
                .addSubcommand(new TokenCommand(shell))
                .addSubcommand(new RunCommand(shell))
                .addSubcommand(new RunsCommand(shell))
                .addSubcommand(new EventsCommand(shell))
                .addSubcommand(new DeadCommand(shell))
                .addSubcommand(new GateCommand(shell))
                .addSubcommand(new BackupCommand(shell))
                .addSubcommand(new RestoreCommand(shell))
                .addSubcommand(new DoctorCommand(shell));
    }

    /// The language of the help must be known before the arguments are read.
    private static Language language(List<String> arguments) {
        for (int at = 0; at < arguments.size(); at++) {
            var argument = arguments.get(at);
            var tag = argument.startsWith("--lang=")
                    ? argument.substring(7)
                    : argument.equals("--lang") && at + 1 < arguments.size() ? arguments.get(at + 1) : "";
            var language = Language.of(tag);
            if (language.isPresent()) {
                return language.get();
            }
        }
        return Language.closestTo(Locale.getDefault());
    }

    private static ResourceBundle bundle(Language language) {
        return ResourceBundle.getBundle(
                "io.signalbox.app.text",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /// No command: the window.
    @Command(
            name = "signalbox",
            mixinStandardHelpOptions = true,
            scope = CommandLine.ScopeType.INHERIT,
            versionProvider = Version.class)
    private static final class Designer implements Callable<Integer> {
        private final Shell shell;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private final Options options = new Options();

        /// What a desktop hands over when a flow file is opened.
        @Parameters(arity = "0..1", paramLabel = "FLOW", descriptionKey = "designer.flow")
        private @Nullable Path flow;

        Designer(Shell shell) {
            this.shell = shell;
        }

        @Override
        public Integer call() {
            if (flow != null && !Files.isRegularFile(flow)) {
                shell.complain(Shell.texts(options.language).text("command.none", flow));
                return Shell.UNUSABLE;
            }
            var request = new ShowRequest(Optional.ofNullable(flow).map(Path::toAbsolutePath));
            var owner = request.send(options.data, options.language);
            if (owner.isPresent()) {
                return shown(owner.get());
            }
            if (!hasDisplay()) {
                shell.complain(Shell.texts(options.language).text("display.none"));
                return Shell.NO_DISPLAY;
            }
            // By name, so that every other command runs where JavaFX is not installed.
            return DesktopApp.open(options.data, options.language, insisted(), Optional.ofNullable(flow));
        }

        /// True when the language was asked for; without any argument nothing was read.
        private boolean insisted() {
            var line = spec.commandLine();
            return line != null && line.getParseResult().hasMatchedOption("--lang");
        }

        /// The window is there already and has come to the front; or a service owns the workspace, and says so.
        private int shown(Value answer) {
            if (Owner.isOk(answer)) {
                return Shell.YES;
            }
            shell.complain(answer.at("message").asText());
            return Shell.NO_WORKSPACE;
        }
    }

    private static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"signalbox " + version()};
        }
    }

    private static boolean hasDisplay() {
        return !System.getProperty("os.name", "").equals("Linux")
                || System.getenv("DISPLAY") != null
                || System.getenv("WAYLAND_DISPLAY") != null
                || "Headless".equals(System.getProperty("glass.platform"));
    }

    static String version() {
        try (var text = Main.class.getResourceAsStream("version.txt")) {
            if (text == null) {
                throw new IllegalStateException("version.txt is missing beside " + Main.class.getName());
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException("reading version.txt", failure);
        }
    }
}
