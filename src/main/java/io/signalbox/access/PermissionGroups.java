package io.signalbox.access;

import java.util.List;
import java.util.Optional;

/// The workspace's permission groups. Each method is one transaction.
public interface PermissionGroups {
    Optional<PermissionGroup> find(String name);

    /// In the order of their names.
    List<PermissionGroup> all();

    /// Replaces the group of that name, or adds it.
    void save(PermissionGroup group);

    /// False when there was none.
    boolean remove(String name);
}
