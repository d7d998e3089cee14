package io.signalbox.designer.studio;

import io.signalbox.designer.Desk;
import io.signalbox.designer.PreferenceBook;
import io.signalbox.designer.Words;
import io.signalbox.designer.panel.Overlay;
import io.signalbox.designer.panel.TextCard;
import io.signalbox.engine.FlowStore;
import io.signalbox.engine.IncidentNews;
import io.signalbox.engine.Incidents;
import io.signalbox.engine.Incidents.Incident;
import io.signalbox.engine.Incidents.Kind;
import io.signalbox.engine.Incidents.Noted;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Texts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Tells in one line what happened to the program itself while nobody looked, with the way to where it can be seen.
/// What
/// was closed once is not told again. Asked on any thread, shown on the FX thread.
final class IncidentNotice {
    private static final int MOST = 50;

    private final Words words;
    private final ZoneId zone;
    private final PreferenceBook book;
    private final Incidents incidents;
    private final FlowStore flows;
    private final NoticeBar bar;
    private final Overlay overlay;
    private final Doors doors;

    /// Where a line leads.
    ///
    /// @param flow opens the one of that id
    record Doors(Consumer<String> flow, Runnable events) {}

    IncidentNotice(
            Words words, ZoneId zone, PreferenceBook book, Desk desk, NoticeBar bar, Overlay overlay, Doors doors) {
        this.words = words;
        this.zone = zone;
        this.book = book;
        this.incidents = desk.incidents();
        this.flows = desk.flows();
        this.bar = bar;
        this.overlay = overlay;
        this.doors = doors;
    }

    /// What there is to tell.
    ///
    /// @param flows that are told about and still there, by id
    record Found(List<Noted> noted, Map<String, StoredFlow> flows) {}

    /// The number of the newest one that the person knows.
    long known() {
        return book.now().habits().told();
    }

    /// May block.
    Found find(long known) {
        var noted = incidents.since(known, MOST);
        Map<String, StoredFlow> told = new HashMap<>();
        for (var one : noted) {
            var id = one.incident().subject();
            flows.find(id).ifPresent(stored -> told.put(id, stored));
        }
        return new Found(noted, told);
    }

    void show(Found found) {
        var news = IncidentNews.of(found.noted(), known());
        if (news.first().isEmpty()) {
            bar.hideIncident();
            return;
        }
        var first = news.first().get().incident();
        var ways = new ArrayList<NoticeBar.Way>();
        if (first.kind() != Kind.POISON) {
            ways.add(new NoticeBar.Way("incident-events", text("incident.events"), true, doors.events()));
        } else if (found.flows().containsKey(first.subject())) {
            ways.add(new NoticeBar.Way(
                    "incident-flow",
                    text("incident.flow"),
                    true,
                    () -> doors.flow().accept(first.subject())));
        }
        int more = news.all().size() - 1;
        if (more > 0) {
            ways.add(new NoticeBar.Way("incident-more", text("incident.more", more), true, () -> showAll(news, found)));
        }
        ways.add(new NoticeBar.Way("incident-close", text("failed.close"), false, () -> {
            bar.hideIncident();
            book.change(now -> now.withHabits(habits -> habits.withTold(news.newest())));
        }));
        bar.showIncident(sentence(first, found), first.kind() == Kind.POISON, ways);
    }

    private void showAll(IncidentNews news, Found found) {
        var all = news.all().stream()
                .map(noted -> sentence(noted.incident(), found))
                .collect(Collectors.joining("\n\n"));
        overlay.show(new TextCard(words, text("incident.all"), all, 0, overlay::dismiss).asProse());
    }

    private String sentence(Incident incident, Found found) {
        var at = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                .withLocale(words.language().locale())
                .format(incident.at().atZone(zone));
        return at + " · "
                + incident.text(
                        Texts.of(Incidents.class, words.language()),
                        Optional.ofNullable(found.flows().get(incident.subject())));
    }

    private String text(String key, Object... arguments) {
        return Texts.of(IncidentNotice.class, words.language()).text(key, arguments);
    }
}
