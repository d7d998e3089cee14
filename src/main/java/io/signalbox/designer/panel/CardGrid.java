package io.signalbox.designer.panel;

import io.signalbox.designer.Keyboard;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.SelectionModel;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.Subscription;
import org.controlsfx.control.GridCell;
import org.controlsfx.control.GridView;
import org.jspecify.annotations.Nullable;

/// A grid that has what the one of ControlsFX lacks: one card is chosen, arrows go from card to card, a screen reader
/// hears which, and the cards share the width. How high one is follows the size of the text by the style sheet.
final class CardGrid<T> extends GridView<T> implements Closes {
    /// What the grid keeps free for its scroll bar.
    private static final double BAR = 18;
    /// A card is at least so much wider than high.
    private static final double SHAPE = 1.6;

    private final SelectionModel<T> choice;
    private final Subscription watching;

    /// @param choice of the items, which may be shown elsewhere too
    CardGrid(ObservableList<T> items, SelectionModel<T> choice) {
        super(items);
        this.choice = choice;
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setFocusTraversable(true);
        setOnKeyPressed(this::key);
        watching = widthProperty()
                .subscribe(this::fit)
                .and(cellHeightProperty().subscribe(this::fit))
                .and(horizontalCellSpacingProperty().subscribe(this::fit))
                // What scrolls the cards would be a second stop for the keyboard, where no key does anything.
                .and(skinProperty().subscribe(_ -> flow().ifPresent(flow -> flow.setFocusTraversable(false))))
                .and(choice.selectedIndexProperty().subscribe(this::chosen));
    }

    @Override
    public void close() {
        watching.unsubscribe();
    }

    private Optional<VirtualFlow<?>> flow() {
        return Optional.ofNullable(lookup(".virtual-flow"))
                .filter(VirtualFlow.class::isInstance)
                .map(found -> (VirtualFlow<?>) found);
    }

    private Stream<Card<?>> cards() {
        return lookupAll(".grid-cell").stream().filter(Card.class::isInstance).map(found -> (Card<?>) found);
    }

    /// Every card that is there, also one that the grid keeps for later.
    void each(Consumer<Card<?>> act) {
        cards().forEach(act);
    }

    Optional<Card<?>> chosenCard() {
        return cards().filter(card -> !card.isEmpty() && isChosen(card.getIndex()))
                .findFirst();
    }

    private boolean isChosen(int index) {
        return index == choice.getSelectedIndex();
    }

    // ---- room ----------------------------------------------------------------------------------------------------

    private void fit() {
        double width = Math.floor((getWidth() - BAR) / fitting()) - 2 * getHorizontalCellSpacing();
        if (width > 0) {
            setCellWidth(width);
        }
    }

    /// How many stand beside one another.
    private int fitting() {
        double least = SHAPE * getCellHeight() + 2 * getHorizontalCellSpacing();
        return Math.max(1, (int) ((getWidth() - BAR) / least));
    }

    /// By how much it must stand out of its place, so that the outer cards end where the place does.
    ///
    /// @param margin right of the place, into which the scroll bar may move
    Insets overhang(double margin) {
        double across = getHorizontalCellSpacing();
        return new Insets(-getVerticalCellSpacing(), -Math.min(across + BAR, margin), 0, -across);
    }

    // ---- choosing ------------------------------------------------------------------------------------------------

    private void chosen() {
        each(Card::showChoice);
        int index = choice.getSelectedIndex();
        if (index >= 0) {
            flow().ifPresent(flow -> flow.scrollTo(index / fitting()));
        }
        notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        int now = choice.getSelectedIndex();
        switch (event.getCode()) {
            case LEFT -> go(now - 1);
            case RIGHT -> go(now + 1);
            case UP -> go(now - fitting());
            case DOWN -> down();
            case PAGE_UP -> go(now - inView());
            case PAGE_DOWN -> go(Math.min(last(), now + inView()));
            case HOME -> go(0);
            case END -> go(last());
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// Below the last full row a shorter one may follow.
    private void down() {
        int now = choice.getSelectedIndex();
        boolean rowBelow = now / fitting() < last() / fitting();
        go(rowBelow ? Math.min(now + fitting(), last()) : now);
    }

    private int inView() {
        double row = getCellHeight() + 2 * getVerticalCellSpacing();
        return fitting() * Math.max(1, (int) (getHeight() / row));
    }

    private int last() {
        return getItems().size() - 1;
    }

    private void go(int index) {
        if (index >= 0 && index <= last()) {
            choice.clearAndSelect(index);
        }
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case FOCUS_ITEM -> chosenCard().orElse(null);
            case ITEM_COUNT -> getItems().size();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    /// A card of the grid: pressing it chooses it.
    abstract static class Card<T> extends GridCell<T> {
        private final CardGrid<T> grid;

        Card(CardGrid<T> grid) {
            this.grid = grid;
            setAccessibleRole(AccessibleRole.LIST_ITEM);
            addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> {
                if (!isEmpty()) {
                    grid.go(getIndex());
                    Keyboard.giveTo(grid);
                }
            });
        }

        /// Draws the item anew.
        abstract void draw();

        final void showChoice() {
            updateSelected(!isEmpty() && grid.isChosen(getIndex()));
        }
    }
}
