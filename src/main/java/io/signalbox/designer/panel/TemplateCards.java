package io.signalbox.designer.panel;

import io.signalbox.access.Account;
import io.signalbox.connector.TemplateText;
import io.signalbox.designer.Tip;
import io.signalbox.engine.TemplateShelf;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The templates of a connection as cards, below the field that names one. A card chosen fills in name and language.
/// No card is shown once the name is one of theirs; of when the list is, and the way to fetch it anew, always is.
final class TemplateCards extends VBox {
    private final Bench bench;
    private final Supplier<Optional<Account>> account;
    private final Supplier<List<TemplateText>> known;
    private final Consumer<TemplateText> choose;
    private final VBox cards = new VBox();
    private final Label at = Wording.caption("");
    private final Label trouble = Wording.warning("");
    private final FoldingLine foot;
    private final Button refresh;
    private List<TemplateText> shown = List.of();

    /// @param account whose templates they are; empty while none is chosen
    /// @param known those to be offered
    TemplateCards(
            Bench bench,
            Supplier<Optional<Account>> account,
            Supplier<List<TemplateText>> known,
            Consumer<TemplateText> choose) {
        this.bench = bench;
        this.account = account;
        this.known = known;
        this.choose = choose;
        getStyleClass().add("template-cards");
        cards.getStyleClass().add("template-cards");
        refresh = Press.small(bench.text("templates.refresh"), "refresh", this::refresh);
        refresh.setId("templates-refresh");
        refresh.setTooltip(new Tip(bench.text("templates.refresh.tip")));
        at.setId("templates-at");
        trouble.setWrapText(true);
        trouble.setId("templates-trouble");
        foot = new FoldingLine(8, Wording.wrapped(at), refresh);
        getChildren().addAll(cards, foot, trouble);
        shown(trouble, false);
        show("", Optional.of(""));
    }

    private static void shown(javafx.scene.Node part, boolean is) {
        part.setVisible(is);
        part.setManaged(is);
    }

    /// @param name what the field says now
    /// @param language what the field for it says; empty where there is none
    void show(String name, Optional<String> language) {
        var owner = account.get();
        var offered = known.get();
        boolean chosen = offered.stream()
                .anyMatch(template -> template.name().equals(name)
                        && language.map(template.language()::equals).orElse(true));
        var wanted = chosen ? List.<TemplateText>of() : offered;
        boolean asks = owner.filter(bench.templates()::canRefresh).isPresent();
        shown(cards, !wanted.isEmpty());
        shown(foot, asks);
        shown(this, asks || !wanted.isEmpty());
        owner.ifPresent(this::date);
        if (wanted.equals(shown)) {
            return;
        }
        shown = wanted;
        cards.getChildren().clear();
        if (!wanted.isEmpty()) {
            cards.getChildren().add(Wording.caption(bench.text("setting.templates")));
            wanted.forEach(template -> cards.getChildren().add(card(template)));
        }
    }

    private void date(Account owner) {
        boolean busy = bench.templates().isBusy(owner);
        refresh.setDisable(busy);
        at.setText(
                busy
                        ? bench.text("templates.busy")
                        : bench.templates()
                                .at(owner)
                                .map(time -> bench.text(
                                        "templates.at",
                                        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                                                .withLocale(
                                                        bench.words().language().locale())
                                                .format(time.atZone(bench.zone()))))
                                .orElse(bench.text("templates.never")));
    }

    private void refresh() {
        account.get().ifPresent(owner -> {
            shown(trouble, false);
            bench.templates().refresh(owner, told -> told(owner, told), failure -> {
                tell(String.valueOf(failure.getMessage()));
                date(owner);
            });
            date(owner);
        });
    }

    private void told(Account owner, TemplateShelf.Refreshed told) {
        switch (told) {
            case TemplateShelf.Fetched _ -> shown(trouble, false);
            case TemplateShelf.Failed(var reason, var arguments) ->
                tell(bench.connectors()
                        .explain(owner.type(), reason, bench.words().language(), arguments.toArray()));
        }
        date(owner);
    }

    private void tell(String why) {
        trouble.setText(bench.text("templates.failed", why));
        shown(trouble, true);
    }

    private Button card(TemplateText template) {
        var head = new HBox(8, Wording.strong(template.title()), Wording.caption(template.language()));
        head.setAlignment(Pos.CENTER_LEFT);
        var status = template.status().name().toLowerCase(Locale.ROOT);
        if (template.status() != TemplateText.Status.APPROVED) {
            head.getChildren().add(Wording.pill(bench.text("template.status." + status), "warning", "warning"));
        }
        var body = Wording.caption(template.body());
        var card = new Button();
        var lines = new VBox(4, head, body);
        lines.setAlignment(Pos.CENTER_LEFT);
        card.setGraphic(lines);
        card.setAccessibleText(template.title() + ", " + template.language() + ", "
                + bench.text("template.status." + status) + ". " + template.body());
        card.setId("template-" + template.name() + "-" + template.language());
        card.getStyleClass().add("template-card");
        card.setMaxWidth(Double.MAX_VALUE);
        // A card is as wide as its panel: a long body is cut, and read in full by whoever listens.
        body.maxWidthProperty().bind(widthProperty().subtract(32));
        card.setOnAction(_ -> choose.accept(template));
        return card;
    }
}
