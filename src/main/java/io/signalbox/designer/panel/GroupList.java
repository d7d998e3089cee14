package io.signalbox.designer.panel;

import io.signalbox.access.PermissionGroup;
import io.signalbox.access.PermissionGroups;
import io.signalbox.designer.Background;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The workspace's permission groups as the panels show them, read and saved off the FX thread. FX thread only.
public final class GroupList {
    private final PermissionGroups groups;
    private final Background background;
    private final ReadOnlyObjectWrapper<List<PermissionGroup>> all = new ReadOnlyObjectWrapper<>(List.of());

    public GroupList(PermissionGroups groups, Background background) {
        this.groups = groups;
        this.background = background;
    }

    public ReadOnlyObjectProperty<List<PermissionGroup>> allProperty() {
        return all.getReadOnlyProperty();
    }

    Optional<PermissionGroup> find(String name) {
        return all.get().stream().filter(group -> group.name().equals(name)).findFirst();
    }

    /// Reads them anew.
    public void refresh(Consumer<Exception> failed) {
        background.run(groups::all, read -> all.set(List.copyOf(read)), failed);
    }

    void save(PermissionGroup group, Runnable done, Consumer<Exception> failed) {
        change(() -> groups.save(group), done, failed);
    }

    void remove(String name, Runnable done, Consumer<Exception> failed) {
        change(() -> groups.remove(name), done, failed);
    }

    private void change(Runnable write, Runnable done, Consumer<Exception> failed) {
        background.run(
                () -> {
                    write.run();
                    return groups.all();
                },
                read -> {
                    all.set(List.copyOf(read));
                    done.run();
                },
                failed);
    }
}
