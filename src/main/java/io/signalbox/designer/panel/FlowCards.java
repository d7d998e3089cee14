package io.signalbox.designer.panel;

import io.signalbox.designer.Words;
import io.signalbox.flow.Texts;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionModel;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A card a flow, as many beside one another as have room.
final class FlowCards extends StackPane implements FlowFace, Closes {
    private final Words words;
    private final FlowParts parts;
    private final CardGrid<FlowRow> grid;
    private final Label none = Wording.caption("");
    private final Subscription hanging;

    /// @param rows those of the table
    /// @param choice that of the table
    FlowCards(Words words, FlowParts parts, ObservableList<FlowRow> rows, SelectionModel<FlowRow> choice) {
        this.words = words;
        this.parts = parts;
        grid = new CardGrid<>(rows, choice);
        grid.setId("flow-cards");
        grid.setCellFactory(_ -> new Card(grid));
        grid.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
        none.visibleProperty().bind(Bindings.isEmpty(rows));
        getStyleClass().add("flow-cards");
        getChildren().addAll(grid, none);
        hanging = widthProperty()
                .subscribe(this::hang)
                .and(grid.horizontalCellSpacingProperty().subscribe(this::hang));
    }

    @Override
    public Region whole() {
        return this;
    }

    @Override
    public Control keys() {
        return grid;
    }

    @Override
    public void label() {
        grid.setAccessibleText(text("flows.title"));
        none.setText(text("flows.nothing-found"));
        redraw();
    }

    @Override
    public void redraw() {
        grid.each(CardGrid.Card::draw);
    }

    @Override
    public void close() {
        hanging.unsubscribe();
        grid.close();
    }

    private String text(String key) {
        return Texts.of(FlowCards.class, words.language()).text(key);
    }

    private void hang() {
        setPadding(grid.overhang(
                getParent() instanceof Region page ? page.getInsets().getRight() : 0));
    }

    /// The key for it asks for the menu of the chosen card.
    private void menu(ContextMenuEvent event) {
        if (event.isKeyboardTrigger() && grid.equals(event.getTarget())) {
            grid.chosenCard().ifPresent(card -> parts.acts().menu().show(card, Side.BOTTOM, 0, 0));
            event.consume();
        }
    }

    private final class Card extends CardGrid.Card<FlowRow> {
        private @Nullable FlowRow drawn;

        Card(CardGrid<FlowRow> grid) {
            super(grid);
            getStyleClass().add("flow-card");
            addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
                if (event.getClickCount() == 2 && !isEmpty()) {
                    parts.acts().open(getItem());
                }
            });
        }

        @Override
        protected void updateItem(FlowRow row, boolean empty) {
            super.updateItem(row, empty);
            // The grid takes the flow away and gives it back whenever it is laid out. To draw the same anew each time
            // would have it laid out again, for ever.
            if (!empty && row != null) {
                showChoice();
                if (!row.equals(drawn)) {
                    draw();
                }
            }
        }

        @Override
        void draw() {
            var row = getItem();
            if (row != null) {
                drawn = row;
                setAccessibleText(parts.says().sentence(row));
                setContextMenu(parts.acts().menu());
                setGraphic(body(row));
                // The flow may come during the layout, when the styles of this pulse are dealt already.
                applyCss();
            }
        }

        private Region body(FlowRow row) {
            var named = new StackPane(parts.named(row, false));
            named.getStyleClass().add("flow-card-name");
            var top = new HBox(8, parts.state(row), gap(), parts.week(row));
            top.setAlignment(Pos.CENTER_LEFT);
            var facts = new GridPane(16, 0);
            facts.getColumnConstraints().setAll(half(), half());
            facts.addRow(0, parts.started(row), parts.lastRun(row));
            var below = new Region();
            VBox.setVgrow(below, Priority.ALWAYS);
            var saved = parts.savedAt(row);
            saved.setMinWidth(USE_PREF_SIZE);
            var bottom = new HBox(16, saved, gap(), parts.servers(row));
            bottom.setAlignment(Pos.CENTER_LEFT);
            var body = new VBox(named, top, facts, below, bottom);
            body.getStyleClass().add("flow-card-body");
            body.prefWidthProperty().bind(widthProperty());
            body.prefHeightProperty().bind(heightProperty());
            return body;
        }

        private static ColumnConstraints half() {
            var half = new ColumnConstraints();
            half.setPercentWidth(50);
            return half;
        }

        private static Region gap() {
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            return gap;
        }
    }
}
