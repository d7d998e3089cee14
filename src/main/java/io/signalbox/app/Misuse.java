package io.signalbox.app;

import io.signalbox.flow.Texts;
import java.util.stream.Collectors;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says in the person's language what was wrong with a command line, and then how it is written.
record Misuse(Texts texts) implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException mistake, String[] arguments) {
        var line = mistake.getCommandLine();
        line.getErr().println(what(mistake));
        line.usage(line.getErr());
        return Shell.UNUSABLE;
    }

    private String what(ParameterException mistake) {
        return switch (mistake) {
            case UnmatchedArgumentException unknown ->
                texts.text("misuse.unknown", String.join(" ", unknown.getUnmatched()));
            case MissingParameterException missing ->
                texts.text(
                        "misuse.missing",
                        missing.getMissing().stream().map(Misuse::written).collect(Collectors.joining(", ")));
            case ParameterException other
            when other.getArgSpec() != null -> texts.text("misuse.value", name(other.getArgSpec()), detail(other));
            case ParameterException other -> String.valueOf(other.getMessage());
        };
    }

    private static String written(ArgSpec argument) {
        return argument instanceof OptionSpec option && option.arity().max() > 0
                ? option.longestName() + "=" + option.paramLabel()
                : name(argument);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    /// What our own readers say names the value and what is possible; the library's say it in English.
    private static String detail(ParameterException mistake) {
        boolean own = mistake.getArgSpec().converters().length > 0;
        return own && mistake.getCause() instanceof TypeConversionException told
                ? String.valueOf(told.getMessage())
                : "“" + mistake.getValue() + "”";
    }
}
