package io.signalbox.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.EncoderBase;
import io.signalbox.engine.StoreException;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import org.slf4j.LoggerFactory;

/// The log of `serve`: one JSON object a line, with the ids of run, flow, step, event and connection as members of
/// their own. No text of a failure that is not ours is written: databases and parsers put data into theirs. Characters
/// that steer terminals or turn the direction of reading are escaped.
final class JsonLines extends EncoderBase<ILoggingEvent> {
    private static final Set<String> IDS = Set.of("run", "flow", "step", "event", "connection");
    private static final int MOST_FRAMES = 12;

    /// Writes the log of this process to standard error in this form from now on.
    static void install() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            var encoder = new JsonLines();
            encoder.setContext(context);
            encoder.start();
            var lines = new ConsoleAppender<ILoggingEvent>();
            lines.setContext(context);
            lines.setName("lines");
            lines.setTarget("System.err");
            lines.setEncoder(encoder);
            lines.start();
            var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            root.detachAndStopAllAppenders();
            root.addAppender(lines);
            context.getLogger("io.signalbox").setLevel(Level.INFO);
        }
    }

    @Override
    public byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        var line = Value.fields(
                        "time",
                        Value.of(Instant.ofEpochMilli(event.getTimeStamp()).toString()))
                .with("level", Value.of(event.getLevel().toString()))
                .with("logger", Value.of(event.getLoggerName()))
                .with("message", Value.of(event.getFormattedMessage()));
        line = withIds(line, event);
        var failure = event.getThrowableProxy();
        if (failure != null) {
            line = line.with("failure", failure(failure, 0));
        }
        return (safe(Json.write(line)) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /// A name before a place in the message names what stands there: `run {} of flow {} failed`.
    private static Value.Fields withIds(Value.Fields line, ILoggingEvent event) {
        var arguments = event.getArgumentArray();
        var message = event.getMessage();
        if (arguments == null || message == null) {
            return line;
        }
        var ids = line;
        int from = 0;
        for (var argument : arguments) {
            int place = message.indexOf("{}", from);
            if (place < 0) {
                break;
            }
            var name = lastWord(message.substring(from, place));
            if (IDS.contains(name)) {
                ids = ids.with(name, Value.of(String.valueOf(argument)));
            }
            from = place + 2;
        }
        return ids;
    }

    private static String lastWord(String text) {
        var words = text.strip();
        return words.substring(words.lastIndexOf(' ') + 1);
    }

    private static Value.Fields failure(IThrowableProxy thrown, int depth) {
        var frames = new ArrayList<Value>();
        for (var frame : thrown.getStackTraceElementProxyArray()) {
            if (frames.size() == MOST_FRAMES) {
                break;
            }
            frames.add(Value.of(frame.getStackTraceElement().toString()));
        }
        var failure = Value.fields("type", Value.of(thrown.getClassName()), "frames", new Value.Items(frames));
        if (thrown.getClassName().equals(StoreException.class.getName())) {
            failure = failure.with("what", Value.of(String.valueOf(thrown.getMessage())));
        }
        var cause = thrown.getCause();
        return cause == null || depth == 5 ? failure : failure.with("cause", failure(cause, depth + 1));
    }

    /// With control characters, line separators and marks of direction written as `\\uXXXX`.
    static String safe(String text) {
        if (text.chars().noneMatch(JsonLines::isUnsafe)) {
            return text;
        }
        var safe = new StringBuilder(text.length() + 16);
        text.chars().forEach(c -> {
            if (isUnsafe(c)) {
                safe.append("\\u%04x".formatted(c));
            } else {
                safe.append((char) c);
            }
        });
        return safe.toString();
    }

    private static boolean isUnsafe(int c) {
        return Character.isISOControl(c)
                || c == 0x2028
                || c == 0x2029
                || c == 0x061c
                || c == 0xfeff
                || (c >= 0x200b && c <= 0x200f)
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2060 && c <= 0x2069);
    }
}
