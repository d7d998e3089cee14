package io.signalbox.designer.panel;

import io.signalbox.connector.Outgoing;
import io.signalbox.engine.NodeTrace;
import io.signalbox.engine.Preview;
import io.signalbox.engine.RunRecord;
import io.signalbox.engine.StepResult;
import io.signalbox.flow.Event;
import io.signalbox.flow.Value;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Hides the phone numbers in what a run shows, all but their last digits. What is stored stays as it is.
final class PhoneVeil {
    private static final int SHOWN = 4;
    private static final int FEWEST = 10;
    private static final int MOST = 15;

    /// Digits as people and services write them. No letter, digit or dot before or behind: an id is no number to call.
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\w.:-])\\+?\\(?\\d(?:[ ()-]{0,2}\\d){" + (FEWEST - 1) + "," + (MOST - 1) + "}(?![\\w.:-])");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");

    private PhoneVeil() {}

    static String over(String text) {
        return NUMBER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(masked(found.group())));
    }

    private static String masked(String number) {
        if (DAY.matcher(number).matches()) {
            return number;
        }
        var written = new StringBuilder(number);
        int left = (int) number.chars().filter(Character::isDigit).count() - SHOWN;
        for (int at = 0; at < written.length() && left > 0; at++) {
            if (Character.isDigit(written.charAt(at))) {
                written.setCharAt(at, '•');
                left--;
            }
        }
        return written.toString();
    }

    static Value over(Value value) {
        return switch (value) {
            case Value.Text(var text) -> Value.of(over(text));
            case Value.Decimal _ -> {
                var text = value.asText();
                yield over(text).equals(text) ? value : Value.of(over(text));
            }
            case Value.Fields(var fields) -> new Value.Fields(over(fields));
            case Value.Items(var items) ->
                new Value.Items(items.stream().map(PhoneVeil::over).toList());
            case Value.Truth _, Value.Nothing _ -> value;
        };
    }

    private static SequencedMap<String, Value> over(SequencedMap<String, Value> fields) {
        var masked = new LinkedHashMap<String, Value>();
        fields.forEach((name, value) -> masked.put(name, over(value)));
        return masked;
    }

    static RunRecord over(RunRecord run) {
        return new RunRecord(
                run.summary(),
                run.version(),
                run.trigger(),
                over(run.event()),
                run.steps().stream().map(PhoneVeil::over).toList());
    }

    private static Event over(Event event) {
        return new Event(
                event.id(),
                event.type(),
                event.module(),
                event.submodule(),
                event.event(),
                event.source(),
                event.entity(),
                event.occurredAt(),
                event.receivedAt(),
                over(event.data()),
                new Value.Fields(over(event.attributes().fields())),
                event.removedAt());
    }

    private static RunRecord.StepRecord over(RunRecord.StepRecord step) {
        var result = switch (step.result()) {
            case StepResult.Answered(var output, var id) -> new StepResult.Answered(over(output), id);
            case StepResult.Failed(var reason, var detail) -> new StepResult.Failed(reason, over(detail));
            case StepResult.GivenUp(var reason, var detail) -> new StepResult.GivenUp(reason, over(detail));
            case StepResult.Suppressed(var rule, var detail) -> new StepResult.Suppressed(rule, over(detail));
        };
        return new RunRecord.StepRecord(
                step.step(),
                step.state(),
                step.attempt(),
                step.key(),
                over(step.request()),
                result,
                step.possibleDuplicate(),
                step.delivery());
    }

    static Preview.Result over(Preview.Result result) {
        return new Preview.Result(
                result.trace().stream().map(PhoneVeil::over).toList(),
                result.wires(),
                result.messages().stream().map(PhoneVeil::over).toList(),
                result.fetches().stream().map(PhoneVeil::over).toList(),
                result.end());
    }

    private static NodeTrace over(NodeTrace visit) {
        return new NodeTrace(
                visit.step(),
                visit.state(),
                over(visit.input()),
                over(visit.output()),
                visit.verdict(),
                visit.reason(),
                over(visit.detail()));
    }

    private static Preview.Message over(Preview.Message message) {
        var sent = message.outgoing();
        var body = switch (sent.body()) {
            case Outgoing.NoBody none -> none;
            case Outgoing.JsonBody(var value) -> new Outgoing.JsonBody(over(value));
            case Outgoing.SealedBody(var value, var seal) -> new Outgoing.SealedBody(over(value), seal);
            case Outgoing.MailBody(var letter) -> new Outgoing.MailBody(letter.with(PhoneVeil::over));
            case Outgoing.FormBody(var fields, var json) ->
                new Outgoing.FormBody(
                        fields.entrySet().stream()
                                .collect(Collectors.toMap(
                                        java.util.Map.Entry::getKey,
                                        field -> over(field.getValue()),
                                        (one, _) -> one,
                                        LinkedHashMap::new)),
                        json.entrySet().stream()
                                .collect(Collectors.toMap(
                                        java.util.Map.Entry::getKey,
                                        field -> over(field.getValue()),
                                        (one, _) -> one,
                                        LinkedHashMap::new)));
        };
        return new Preview.Message(
                message.effect(),
                message.account(),
                new Outgoing(sent.method(), over(sent.url()), sent.headers(), body),
                message.remarks());
    }
}
