package io.signalbox.designer.panel;

import io.signalbox.access.PermissionGroup;
import io.signalbox.access.PermissionGroups;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Permission groups that are gone with the test.
final class MemoryGroups implements PermissionGroups {
    private final Map<String, PermissionGroup> groups = new TreeMap<>();

    @Override
    public Optional<PermissionGroup> find(String name) {
        return Optional.ofNullable(groups.get(name));
    }

    @Override
    public List<PermissionGroup> all() {
        return List.copyOf(groups.values());
    }

    @Override
    public void save(PermissionGroup group) {
        groups.put(group.name(), group);
    }

    @Override
    public boolean remove(String name) {
        return groups.remove(name) != null;
    }
}
