package io.signalbox.designer.panel;

import io.signalbox.designer.Icon;
import io.signalbox.designer.WholeTip;
import io.signalbox.sandbox.Arrived;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What arrived at the sandbox, newest first, the chosen one as its recipient sees it. Nothing of it left this machine.
public final class SandboxPanel extends HBox {
    /// Older ones are of no use while a flow is being tried.
    private static final int MOST = 200;

    private final Bench bench;
    private final ListView<Arrived> list = new ListView<>();
    private final ArrivedView view;
    private final DateTimeFormatter time;
    private int known = -1;

    public SandboxPanel(Bench bench) {
        this.bench = bench;
        time = DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
                .withLocale(bench.words().language().locale());
        view = new ArrivedView(bench);
        getStyleClass().add("sandbox-panel");
        PanelSheet.dress(this);
        list.setId("arrivals");
        list.setAccessibleText(bench.text("sandbox.title"));
        list.setPlaceholder(Wording.wrapped(Wording.caption(bench.text("sandbox.none"))));
        list.setCellFactory(_ -> new Cell());
        list.getSelectionModel().selectedItemProperty().addListener((_, _, message) -> {
            if (message == null) {
                view.clear();
            } else {
                view.show(message);
            }
        });
        var scroll = Sheets.scrolled(view);
        setHgrow(scroll, Priority.ALWAYS);
        setHgrow(list, Priority.ALWAYS);
        setMinWidth(0);
        getChildren().addAll(list, scroll);
    }

    /// @param all oldest first
    public void show(List<Arrived> all) {
        if (all.size() == known
                && (all.isEmpty()
                        || list.getItems().isEmpty()
                        || all.getLast().equals(list.getItems().getFirst()))) {
            return; // Asked every second: what is the same keeps its place and its choice.
        }
        known = all.size();
        var chosen = list.getSelectionModel().getSelectedItem();
        boolean newest = list.getSelectionModel().getSelectedIndex() <= 0;
        list.getItems()
                .setAll(all.subList(Math.max(0, all.size() - MOST), all.size()).reversed());
        if (newest || !list.getItems().contains(chosen)) {
            list.getSelectionModel().selectFirst();
        } else {
            list.getSelectionModel().select(chosen);
        }
    }

    void chooseNewest() {
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    int count() {
        return list.getItems().size();
    }

    private static String icon(Arrived.Look look) {
        return switch (look) {
            case BUBBLE -> "message";
            case CARD -> "info";
            case MAIL -> "mail";
            case RECORD -> "data";
        };
    }

    private final class Cell extends ListCell<Arrived> {
        Cell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Arrived message, boolean empty) {
            super.updateItem(message, empty);
            if (empty || message == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            var at = time.format(message.at().atZone(bench.zone()));
            var words = ArrivedView.words(message).strip().replaceAll("\\s+", " ");
            var what = WholeTip.on(Wording.caption(words));
            what.setMinWidth(0);
            HBox.setHgrow(what, Priority.ALWAYS);
            what.setMaxWidth(Double.MAX_VALUE);
            var to = Wording.strong(ArrivedView.reader(message));
            to.setMinWidth(Region.USE_PREF_SIZE);
            var when = Wording.caption(at);
            when.setMinWidth(Region.USE_PREF_SIZE);
            var line = new HBox(8, Icon.of(icon(message.look()), "icon-16", "tone-muted"), to, what, when);
            line.setAlignment(Pos.CENTER_LEFT);
            setGraphic(line);
            setAccessibleText(
                    bench.text("arrived.spoken", ArrivedView.reader(message), bench.service(message.vendor()), words)
                            + ", " + at);
        }
    }
}
