package io.signalbox.designer;

import io.signalbox.designer.canvas.CanvasView;
import io.signalbox.designer.canvas.OutlineView;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// What the keys of the window do, and whoever names one of its actions. FX thread only.
public final class WindowActs {
    private final Shortcuts shortcuts;
    private final Rail rail;
    private final Workbench workbench;
    private final LeftTabs tabs;
    private final Finder finder;
    private final Supplier<Regions> regions;
    private final EventHandler<KeyEvent> onKey = this::key;
    private Optional<CanvasView> canvas = Optional.empty();
    private Optional<OutlineView> outline = Optional.empty();
    private Runnable onPreview = () -> {};
    private Runnable onNewWindow = () -> {};
    private Runnable onFlows = () -> {};
    private Runnable onSayAgain = () -> {};
    private IntConsumer onProblem = _ -> {};
    private Predicate<String> onOther = _ -> false;

    /// @param regions between which F6 goes now
    WindowActs(
            Shortcuts shortcuts,
            Rail rail,
            Workbench workbench,
            LeftTabs tabs,
            Finder finder,
            Supplier<Regions> regions) {
        this.shortcuts = shortcuts;
        this.rail = rail;
        this.workbench = workbench;
        this.tabs = tabs;
        this.finder = finder;
        this.regions = regions;
    }

    /// A flow is open.
    void follow(CanvasView view, OutlineView steps) {
        canvas = Optional.of(view);
        outline = Optional.of(steps);
    }

    /// No flow is open any more.
    void forget() {
        onSayAgain = () -> {};
        canvas = Optional.empty();
        outline = Optional.empty();
    }

    public void onPreview(Runnable run) {
        onPreview = run;
    }

    public void onNewWindow(Runnable run) {
        onNewWindow = run;
    }

    void onFlows(Runnable run) {
        onFlows = run;
    }

    /// @param run tells more about the chosen node than it says by itself
    public void onSayAgain(Runnable run) {
        onSayAgain = run;
    }

    /// @param show told 1 for the next problem, -1 for the one before
    public void onProblem(IntConsumer show) {
        onProblem = show;
    }

    /// @param act asked for what neither window nor canvas knows; false when nobody does
    public void onOther(Predicate<String> act) {
        onOther = act;
    }

    /// Keys work on the scene as a whole, even while nothing in it has the focus.
    void listen(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.removeEventHandler(KeyEvent.KEY_PRESSED, onKey);
        }
        if (now != null) {
            now.addEventHandler(KeyEvent.KEY_PRESSED, onKey);
        }
    }

    private void key(KeyEvent event) {
        shortcuts.action(event, Shortcuts.Context.WINDOW).filter(this::act).ifPresent(_ -> event.consume());
    }

    /// @return false when nobody knows the action
    boolean act(String action) {
        switch (action) {
            case "tool.preview" -> onPreview.run();
            case "top.help" -> finder.keys();
            case "search.all" ->
                finder.everything(outline.map(OutlineView::finds).orElse(List.of()));
            case "search.flow" -> outline.ifPresent(steps -> finder.inFlow(steps.finds()));
            case "say.again" -> onSayAgain.run();
            case "flow.close" -> canvas.ifPresent(_ -> onFlows.run());
            case "settings.open" -> rail.open("settings");
            case "region.palette" -> tabs.toggle(workbench);
            case "region.outline" -> tabs.turn();
            case "region.inspector" -> tabs.toggleInspector();
            case "region.larger" -> workbench.grow(1);
            case "region.smaller" -> workbench.grow(-1);
            case "region.usual" -> workbench.usual();
            case "window.new" -> onNewWindow.run();
            case "region.drawer" -> {
                var open = workbench.drawerOpenProperty();
                open.set(!open.get());
            }
            case "region.next" -> regions.get().go(1);
            case "region.previous" -> regions.get().go(-1);
            case "canvas.problem.next" -> onProblem.accept(1);
            case "canvas.problem.previous" -> onProblem.accept(-1);
            default -> {
                if (action.startsWith("place.")) {
                    return rail.open(Integer.parseInt(action.substring("place.".length())));
                }
                return canvas.filter(view -> view.act(action)).isPresent() || onOther.test(action);
            }
        }
        return true;
    }
}
