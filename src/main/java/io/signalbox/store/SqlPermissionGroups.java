package io.signalbox.store;

import io.signalbox.access.Audit;
import io.signalbox.access.Permission;
import io.signalbox.access.PermissionGroup;
import io.signalbox.access.PermissionGroups;
import io.signalbox.flow.Value;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The permission groups, in a table.
public final class SqlPermissionGroups implements PermissionGroups {
    private final Database database;
    private final SqlAudit audit;

    public SqlPermissionGroups(Database database, SqlAudit audit) {
        this.database = database;
        this.audit = audit;
    }

    @Override
    public Optional<PermissionGroup> find(String name) {
        return database.read(
                "reading the permission group " + name,
                statements -> statements.first(
                        "select * from permission_group where name = ?", SqlPermissionGroups::read, name));
    }

    @Override
    public List<PermissionGroup> all() {
        return database.read(
                "reading the permission groups",
                statements ->
                        statements.list("select * from permission_group order by name", SqlPermissionGroups::read));
    }

    /// A right that this version does not know gives nothing.
    private static PermissionGroup read(ResultSet row) throws SQLException {
        var permissions = new TreeSet<Permission>();
        for (var text : row.getString("permissions").split(" ", -1)) {
            Permission.parse(text).ifPresent(permissions::add);
        }
        return new PermissionGroup(row.getString("name"), row.getString("description"), permissions);
    }

    @Override
    public void save(PermissionGroup group) {
        var line = audit.line(new Audit.Deed("group.save", group.name(), hash(find(group.name())), hash(group)));
        database.journal().write("saving the permission group " + group.name(), statements -> {
            statements.update(
                    "merge into permission_group (name, description, permissions) key (name) values (?, ?, ?)",
                    group.name(),
                    group.description(),
                    written(group));
            line.add(statements);
            return true;
        });
    }

    @Override
    public boolean remove(String name) {
        var line = audit.line(new Audit.Deed("group.remove", name, hash(find(name)), ""));
        return database.journal().write("removing the permission group " + name, statements -> {
            boolean known = statements.update("delete from permission_group where name = ?", name) > 0;
            if (known) {
                line.add(statements);
            }
            return known;
        });
    }

    private static String written(PermissionGroup group) {
        return group.permissions().stream().map(Permission::toString).collect(Collectors.joining(" "));
    }

    private static String hash(Optional<PermissionGroup> group) {
        return group.map(SqlPermissionGroups::hash).orElse("");
    }

    private static String hash(PermissionGroup group) {
        return SqlAudit.hash(
                Value.fields("description", Value.of(group.description()), "permissions", Value.of(written(group))));
    }
}
