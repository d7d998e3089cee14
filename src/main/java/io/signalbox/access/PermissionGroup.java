package io.signalbox.access;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// What the connections that name it may do at their service: the counterpart of the permission group that was created
/// there, kept here so that a flow can be checked before it runs.
///
/// @param name as at the service; connections refer to it
/// @param permissions in the order of the matrix
public record PermissionGroup(String name, String description, SortedSet<Permission> permissions) {
    /// Longest name.
    public static final int LONGEST = 100;

    /// @throws IllegalArgumentException when the name is blank or too long
    public PermissionGroup {
        name = name.strip();
        if (!isName(name)) {
            throw new IllegalArgumentException("a group's name has 1 to " + LONGEST + " characters");
        }
        permissions = Collections.unmodifiableSortedSet(new TreeSet<>(permissions));
    }

    public static PermissionGroup of(String name, Collection<Permission> permissions) {
        return new PermissionGroup(name, "", new TreeSet<>(permissions));
    }

    public static boolean isName(String text) {
        return !text.isBlank() && text.strip().length() <= LONGEST;
    }

    public PermissionGroup with(Permission permission, boolean given) {
        var changed = new TreeSet<>(permissions);
        if (given) {
            changed.add(permission);
        } else {
            changed.remove(permission);
        }
        return new PermissionGroup(name, description, changed);
    }

    public PermissionGroup with(Collection<Permission> more) {
        var changed = new TreeSet<>(permissions);
        changed.addAll(more);
        return new PermissionGroup(name, description, changed);
    }

    public PermissionGroup withDescription(String said) {
        return new PermissionGroup(name, said, permissions);
    }
}
