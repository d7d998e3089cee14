package io.signalbox.designer.panel;

import io.signalbox.connector.DeliveryStatus;
import io.signalbox.engine.Delivered;
import io.signalbox.engine.NodeTrace;
import io.signalbox.flow.Node;
import io.signalbox.flow.PhoneNumber;
import io.signalbox.flow.Value;
import io.signalbox.flow.Verdict;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import javafx.scene.control.Label;

/// How a step of a run ended, in words.
final class StepWords {
    private final Bench bench;

    StepWords(Bench bench) {
        this.bench = bench;
    }

    /// How far the message came that the step of the shown run sent.
    private Optional<DeliveryStatus> delivery(NodeTrace visit) {
        return bench.preview().model().past().stream()
                .flatMap(run -> run.steps().stream())
                .filter(step -> step.step().equals(visit.step()))
                .findFirst()
                .flatMap(step -> Delivered.of(
                        step,
                        type(bench.preview().model().flow().node(visit.step().node())),
                        bench.connectors()));
    }

    /// How often the step of the shown run was called; blank for one that calls nobody.
    String attempts(NodeTrace visit) {
        return bench.preview().model().past().stream()
                .flatMap(run -> run.steps().stream())
                .filter(step -> step.step().equals(visit.step()))
                .findFirst()
                .map(step -> Integer.toString(step.attempts()))
                .orElse("");
    }

    private Label told(DeliveryStatus delivery) {
        var text = bench.text("delivery." + delivery.state().name().toLowerCase(java.util.Locale.ROOT));
        return switch (delivery.state()) {
            case FAILED -> Wording.verdict(false, text);
            case DELIVERED, READ -> Wording.verdict(true, text);
            case ACCEPTED, SENT -> Wording.caption(text);
        };
    }

    /// Icon, word and colour. A message that did not arrive says so, though its step did its work.
    Label state(NodeTrace visit) {
        var delivery = delivery(visit).filter(_ -> visit.state() == NodeTrace.State.DONE);
        return delivery.map(this::told).orElseGet(() -> worked(visit));
    }

    private Label worked(NodeTrace visit) {
        var text = bench.text("state." + visit.state().name().toLowerCase(java.util.Locale.ROOT));
        return switch (visit.state()) {
            case DONE -> Wording.verdict(true, text);
            case FAILED -> Wording.verdict(false, text);
            case SUPPRESSED, STOPPED -> Wording.warning(text);
            case WAITING, SKIPPED, OFF -> Wording.caption(text);
        };
    }

    /// One sentence: what came out, or why nothing did.
    String result(NodeTrace visit) {
        var node = bench.flow().node(visit.step().node());
        return switch (visit.state()) {
            case DONE -> node.map(each -> done(each, visit)).orElse("") + delivered(visit);
            case STOPPED ->
                visit.verdict()
                        .flatMap(Verdict::firstAgainst)
                        .map(against -> bench.text("step.stopped-by", row(against)))
                        .orElse(bench.text("step.stopped"));
            case FAILED, SUPPRESSED -> new Reasons(bench).text(type(node), visit.reason(), visit.detail());
            case SKIPPED -> bench.text("step.skipped");
            case OFF -> bench.text("step.off");
            case WAITING -> bench.text("step.waiting");
        };
    }

    /// When the last report came, and why it did not arrive.
    private String delivered(NodeTrace visit) {
        var delivery = delivery(visit);
        if (delivery.isEmpty() || delivery.get().at().isEmpty()) {
            return "";
        }
        var told = delivery.get();
        if (told.state() == DeliveryStatus.State.FAILED) {
            var service = type(bench.preview().model().flow().node(visit.step().node()));
            return " "
                    + bench.text(
                            "delivery.failed.why",
                            bench.connectors()
                                    .explain(
                                            service,
                                            told.reason(),
                                            bench.words().language(),
                                            told.detail()));
        }
        var time = DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
                .withLocale(bench.words().language().locale())
                .format(told.at().get().atZone(bench.zone()));
        return " · "
                + bench.text(
                        "delivery.at",
                        bench.text("delivery." + told.state().name().toLowerCase(java.util.Locale.ROOT)),
                        time);
    }

    private String type(Optional<Node> node) {
        return node.map(each -> each instanceof Node.Configuration
                        ? Wired.connection(bench, each.id())
                                .map(Node.Connection::type)
                                .orElse("")
                        : each.type())
                .orElse("");
    }

    private String done(Node node, NodeTrace visit) {
        return switch (node) {
            case Node.Trigger _ -> bench.text(visit.verdict().isPresent() ? "step.rules-hold" : "step.every-event");
            case Node.Source _ -> {
                var got = visit.output() instanceof Value.Items(var items)
                        ? bench.counted("step.got", items.size())
                        : bench.counted(
                                "step.values",
                                visit.output().asFields().fields().size());
                var model = bench.preview().model();
                yield model.past().isPresent()
                        ? got
                        : bench.text(model.isPinned(node.id()) ? "step.saved" : "step.example", got);
            }
            case Node.Connection _, Node.Configuration _ -> {
                var to = bench.preview().model().messages(node.id()).stream()
                        .filter(message -> message.effect().step().equals(visit.step()))
                        .map(message -> message.effect().recipient().asText())
                        .findFirst();
                boolean past = bench.preview().model().past().isPresent();
                yield to.map(digits -> digits.isEmpty()
                                ? bench.text(past ? "step.called" : "step.would-call")
                                : bench.text(
                                        past ? "step.sent" : "step.would-send",
                                        PhoneNumber.isPossible(digits) ? PhoneNumber.readable(digits) : digits))
                        .orElse(bench.text("step.passes-on"));
            }
        };
    }

    /// “true: Priority is High (HIGH)”.
    String clause(Verdict.OfRow row) {
        return bench.text(row.holds() ? "condition.true" : "condition.false") + ": " + row(row) + " ("
                + new ConditionWords(bench).plain(row.row().path(), row.actual()) + ")";
    }

    /// “Priority is one of high, very high”.
    String row(Verdict.OfRow against) {
        return new ConditionWords(bench).of(against.row());
    }
}
