package io.signalbox.designer.panel;

import io.signalbox.designer.Words;
import io.signalbox.engine.FlowActivity;
import io.signalbox.engine.RunSummary;
import io.signalbox.flow.EventCatalogue;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.flow.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a row of the list says of a flow, in the language of now.
record FlowRowWords(Words words, ZoneId zone) {
    /// Between where something happens and what.
    static final String IN = " › ";

    private Texts texts() {
        return Texts.of(FlowRowWords.class, words.language());
    }

    /// What starts it: the first trigger, and how many more there are.
    String trigger(Flow flow) {
        var triggers = flow.nodes().values().stream()
                .filter(Node.Trigger.class::isInstance)
                .map(Node.Trigger.class::cast)
                .toList();
        if (triggers.isEmpty()) {
            return texts().text("flows.no-trigger");
        }
        var first = trigger(triggers.getFirst());
        int more = triggers.size() - 1;
        return more == 0 ? first : texts().text(texts().form("flows.more-triggers", more), first, more);
    }

    private String trigger(Node.Trigger trigger) {
        var settings = trigger.settings();
        if (!trigger.type().equals("event")) {
            return words.flowTexts().text("trigger." + trigger.type());
        }
        if (settings.text("event").isEmpty()) {
            return texts().text("flows.no-trigger");
        }
        return EventCatalogue.find(settings.text("module"), settings.text("submodule"), settings.text("event"))
                .map(entry -> words.flowTexts().text("submodule." + entry.submodule())
                        + IN
                        + words.flowTexts().text("event." + entry.event()))
                .orElse(settings.text("event"));
    }

    String status(FlowRow row) {
        return texts().text(row.status().key());
    }

    String result(RunSummary run) {
        return texts().text("run." + run.state().name().toLowerCase(Locale.ROOT));
    }

    static boolean failed(RunSummary run) {
        return run.state().isFailure();
    }

    String time(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(words.language().locale())
                .format(at.atZone(zone));
    }

    /// As short as it can be said.
    String when(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                .withLocale(words.language().locale())
                .format(at.atZone(zone));
    }

    String week(FlowActivity ran) {
        return texts().text("flows.week.spoken", ran.well() + ran.failed(), ran.failed());
    }

    private String filed(FlowRow row) {
        var filing = row.stored().flow().filing();
        return (filing.folder().isEmpty()
                        ? ""
                        : texts().text("flows.spoken.folder", filing.folder().replace("/", ", ")) + " ")
                + (filing.tags().isEmpty()
                        ? ""
                        : texts().text("flows.spoken.tags", String.join(", ", filing.tags())) + " ");
    }

    /// Each server that has it, and how it stands there; empty when none is known to.
    String servers(FlowRow row) {
        return row.servers().stream()
                .map(copy -> server(copy, copy.differsFrom(row.identity())))
                .collect(Collectors.joining(", "));
    }

    private String server(KnownServers.Copy copy, boolean other) {
        var name = copy.server();
        if (copy.on() && !other) {
            return name;
        }
        return texts().text(
                        copy.on() ? "flows.server.other" : other ? "flows.server.off-other" : "flows.server.off", name);
    }

    /// The whole row as one sentence for a screen reader.
    String sentence(FlowRow row) {
        var ran = row.activity()
                .map(did -> texts().text("flows.spoken.last", time(did.last().startedAt()), result(did.last())) + " "
                        + week(did))
                .orElseGet(() -> texts().text("flows.spoken.never"));
        return texts().text(
                        "flows.spoken",
                        row.name(),
                        status(row),
                        texts().text(row.isOn() ? "flows.is-on" : "flows.is-off"),
                        trigger(row.stored().flow()),
                        filed(row)
                                + (row.servers().isEmpty()
                                        ? ""
                                        : texts().text("flows.spoken.servers", servers(row)) + " ")
                                + ran,
                        time(row.stored().savedAt()));
    }
}
