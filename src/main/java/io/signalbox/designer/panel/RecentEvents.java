package io.signalbox.designer.panel;

import io.signalbox.designer.Background;
import io.signalbox.flow.Event;
import java.util.List;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The events that came in last, whether or not they started anything, newest first. Read off the FX thread; asked on
/// the FX thread alone.
public final class RecentEvents {
    /// So many are looked through for those that a trigger waits for.
    private static final int READ = 200;

    private final IntFunction<List<Event>> latest;
    private final Background background;
    private final ReadOnlyObjectWrapper<List<Event>> all = new ReadOnlyObjectWrapper<>(List.of());

    /// @param latest reads at most so many, newest first; may block
    public RecentEvents(IntFunction<List<Event>> latest, Background background) {
        this.latest = latest;
        this.background = background;
    }

    public ReadOnlyObjectProperty<List<Event>> allProperty() {
        return all.getReadOnlyProperty();
    }

    /// Looks whether there are new ones. What cannot be read now is read the next time.
    public void refresh() {
        var known = all.get();
        background.run(
                () -> {
                    var newest = latest.apply(1);
                    boolean same = !known.isEmpty()
                            && !newest.isEmpty()
                            && newest.getFirst().id().equals(known.getFirst().id());
                    return same ? known : newest.isEmpty() ? List.<Event>of() : latest.apply(READ);
                },
                read -> {
                    if (!read.equals(all.get())) {
                        all.set(List.copyOf(read));
                    }
                },
                _ -> {});
    }
}
