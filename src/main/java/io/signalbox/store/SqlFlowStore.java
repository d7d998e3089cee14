package io.signalbox.store;

import io.signalbox.access.Actor;
import io.signalbox.access.Audit;
import io.signalbox.engine.FlowChangedElsewhere;
import io.signalbox.engine.FlowStore;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Flow;
import io.signalbox.json.FlowJson;
import io.signalbox.json.UnreadableFlow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Flows as they are drawn, and the versions that were switched on.
public final class SqlFlowStore implements FlowStore {
    private static final String SELECT = """
            select f.*, v.identity from flow f
            left join flow_version v on v.flow_id = f.id and v.number = f.live_version
            """;

    private final Database database;
    private final SqlAudit audit;
    private final InstantSource clock;

    public SqlFlowStore(Database database, SqlAudit audit, InstantSource clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<StoredFlow> all() {
        return database.read("reading the flows", statements -> statements.list(SELECT, SqlFlowStore::read)).stream()
                .sorted((one, other) ->
                        one.flow().name().compareToIgnoreCase(other.flow().name()))
                .toList();
    }

    @Override
    public SortedMap<String, Long> live() {
        return database.read("reading which flows are on", statements -> {
            var live = new TreeMap<String, Long>();
            statements.list(
                    "select id, live_version from flow where live_version is not null",
                    row -> live.put(row.getString(1), row.getLong(2)));
            return live;
        });
    }

    @Override
    public Set<String> paused() {
        return Set.copyOf(database.read(
                "reading which flows are paused",
                statements -> statements.list(
                        "select id from flow where live_version is not null and paused", row -> row.getString(1))));
    }

    @Override
    public Optional<StoredFlow> find(String id) {
        return database.read(
                "reading the flow " + id,
                statements -> statements.first(SELECT + " where f.id = ?", SqlFlowStore::read, id));
    }

    private static StoredFlow read(ResultSet row) throws SQLException {
        long live = row.getLong("live_version");
        var version = row.wasNull()
                ? Optional.<StoredFlow.LiveVersion>empty()
                : Optional.of(new StoredFlow.LiveVersion(live, row.getString("identity"), row.getBoolean("paused")));
        return new StoredFlow(
                flow(row.getString("content")), row.getLong("revision"), Statements.instant(row, "saved_at"), version);
    }

    private static Flow flow(String content) throws SQLException {
        try {
            return FlowJson.read(content);
        } catch (UnreadableFlow broken) {
            throw new SQLException("a stored flow cannot be read: " + broken.getMessage(), broken);
        }
    }

    @Override
    public long save(Flow flow, long revision) throws FlowChangedElsewhere {
        var content = FlowJson.write(flow);
        var now = clock.instant();
        boolean noted = Actor.isNamed();
        var before = noted
                ? find(flow.id())
                        .map(stored -> FlowJson.identity(stored.flow()))
                        .orElse("")
                : "";
        var line = audit.line(new Audit.Deed("flow.save", flow.id(), before, FlowJson.identity(flow)));
        long saved = database.journal().write("saving the flow " + flow.id(), statements -> {
            var stored = statements
                    .first("select revision from flow where id = ?", row -> row.getLong(1), flow.id())
                    .orElse(0L);
            if (stored != revision) {
                return -stored - 1;
            }
            if (stored == 0) {
                statements.update(
                        "insert into flow (id, revision, content, saved_at) values (?, 1, ?, ?)",
                        flow.id(),
                        content,
                        now);
            } else {
                statements.update(
                        "update flow set revision = ?, content = ?, saved_at = ? where id = ?",
                        revision + 1,
                        content,
                        now,
                        flow.id());
            }
            // Whoever draws saves at every stroke; what becomes of it is written down when it is switched on.
            if (noted) {
                line.add(statements);
            }
            return revision + 1;
        });
        if (saved < 0) {
            throw new FlowChangedElsewhere(flow.id(), -saved - 1);
        }
        return saved;
    }

    @Override
    public boolean switchOn(String id) {
        var line = audit.line(Audit.Deed.of("flow.enable", id));
        return database.journal().write("switching on the flow " + id, statements -> {
            var stored = statements.first(SELECT + " where f.id = ?", SqlFlowStore::read, id);
            if (stored.isEmpty()) {
                return false;
            }
            var flow = stored.get().flow();
            var identity = FlowJson.identity(flow);
            var last = statements.first(
                    "select number, identity from flow_version where flow_id = ? order by number desc limit 1",
                    row -> new StoredFlow.LiveVersion(row.getLong(1), row.getString(2), false),
                    id);
            long number = last.map(StoredFlow.LiveVersion::number).orElse(0L);
            if (last.isEmpty() || !last.get().identity().equals(identity)) {
                number++;
                statements.update(
                        "insert into flow_version (flow_id, number, identity, content, made_at) values (?, ?, ?, ?, ?)",
                        id,
                        number,
                        identity,
                        FlowJson.write(flow),
                        clock.instant());
            }
            var was = stored.get().live().map(StoredFlow.LiveVersion::identity).orElse("");
            new SqlAudit.Line(line.actor(), line.at(), new Audit.Deed("flow.enable", id, was, identity))
                    .add(statements);
            wake(statements, id);
            return statements.update("update flow set live_version = ?, paused = false where id = ?", number, id) > 0;
        });
    }

    @Override
    public boolean switchOff(String id) {
        var line = audit.line(Audit.Deed.of("flow.disable", id));
        return database.journal().write("switching off the flow " + id, statements -> {
            boolean known =
                    statements.update("update flow set live_version = null, paused = false where id = ?", id) > 0;
            if (known) {
                wake(statements, id);
                line.add(statements);
            }
            return known;
        });
    }

    @Override
    public void pause(String id) {
        var line = audit.line(Audit.Deed.of("flow.pause", id));
        database.journal().write("pausing the flow " + id, statements -> {
            boolean on =
                    statements.update("update flow set paused = true where id = ? and live_version is not null", id)
                            > 0;
            if (on) {
                line.add(statements);
            }
            return on;
        });
    }

    @Override
    public void wake(String id) {
        database.journal().write("waking what waits for the flow " + id, statements -> wake(statements, id));
    }

    private int wake(Statements statements, String id) throws SQLException {
        var now = clock.instant();
        return statements.update(
                "update run set due_at = ? where flow_id = ? and state = 'WAITING' and reason = ? and due_at > ?",
                now,
                id,
                PAUSED,
                now);
    }

    // Versions stay: runs under way and the history refer to them.
    @Override
    public boolean remove(String id) {
        var line = audit.line(Audit.Deed.of("flow.remove", id));
        return database.journal().write("removing the flow " + id, statements -> {
            boolean known = statements.update("delete from flow where id = ?", id) > 0;
            if (known) {
                wake(statements, id);
                line.add(statements);
            }
            return known;
        });
    }

    @Override
    public boolean restore(StoredFlow removed) {
        var flow = removed.flow();
        var line = audit.line(new Audit.Deed("flow.restore", flow.id(), "", FlowJson.identity(flow)));
        return database.journal().write("putting back the flow " + flow.id(), statements -> {
            boolean taken = statements
                    .first("select 1 from flow where id = ?", row -> true, flow.id())
                    .isPresent();
            if (!taken) {
                line.add(statements);
            }
            return !taken
                    && statements.update(
                                    """
                                    insert into flow (id, revision, content, saved_at, live_version, paused)
                                    values (?, ?, ?, ?, ?, ?)
                                    """,
                                    flow.id(),
                                    removed.revision(),
                                    FlowJson.write(flow),
                                    removed.savedAt(),
                                    removed.live()
                                            .map(StoredFlow.LiveVersion::number)
                                            .orElse(null),
                                    removed.isPaused())
                            > 0;
        });
    }

    @Override
    public String stamp() {
        return database.read(
                        "looking for changed flows",
                        statements -> statements.first(
                                """
                                select count(*) flows, coalesce(sum(revision), 0) revisions, count(live_version) live,
                                    coalesce(sum(live_version), 0) versions, count(case when paused then 1 end) paused,
                                    max(saved_at) saved
                                from flow
                                """,
                                row -> "%d %d %d %d %d %s"
                                        .formatted(
                                                row.getLong("flows"),
                                                row.getLong("revisions"),
                                                row.getLong("live"),
                                                row.getLong("versions"),
                                                row.getLong("paused"),
                                                row.getString("saved"))))
                .orElseThrow();
    }

    @Override
    public Optional<Flow> version(String id, long number) {
        return database.read(
                "reading version " + number + " of the flow " + id,
                statements -> statements.first(
                        "select content from flow_version where flow_id = ? and number = ?",
                        row -> flow(row.getString(1)),
                        id,
                        number));
    }
}
