package io.signalbox.store;

import io.signalbox.engine.Incidents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// What happened to the program, oldest first in its table.
public final class SqlIncidents implements Incidents {
    private final Database database;

    public SqlIncidents(Database database) {
        this.database = database;
    }

    @Override
    public void note(Incident incident) {
        database.journal()
                .write(
                        "noting an incident",
                        statements -> statements.update(
                                "insert into incident (at, kind, subject, detail) values (?, ?, ?, ?)",
                                incident.at(),
                                incident.kind().name(),
                                incident.subject(),
                                StepWrites.cut(incident.detail())));
    }

    @Override
    public List<Incident> latest(int limit) {
        return database.read(
                "reading incidents",
                statements ->
                        statements.list("select * from incident order by id desc limit ?", SqlIncidents::read, limit));
    }

    @Override
    public List<Noted> since(long number, int limit) {
        return database.read(
                "reading new incidents",
                statements -> statements.list(
                        "select * from incident where id > ? order by id desc limit ?",
                        row -> new Noted(row.getLong("id"), read(row)),
                        number,
                        limit));
    }

    @Override
    public Optional<Incident> last(String flow) {
        return database.read(
                "reading incidents of " + flow,
                statements -> statements.first(
                        "select * from incident where subject = ? order by id desc limit 1", SqlIncidents::read, flow));
    }

    private static Incident read(ResultSet row) throws SQLException {
        return new Incident(
                Statements.instant(row, "at"),
                Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("detail"));
    }
}
