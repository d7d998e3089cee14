package io.signalbox.designer.studio;

import io.signalbox.designer.Background;
import io.signalbox.designer.Desk;
import io.signalbox.engine.Ledger;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What is looked at every second: the ledger, what happened to the program, and what the open flow did. FX thread
/// only.
final class Beat {
    private static final int RUNS = 100;

    private final Desk desk;
    private final Background background;
    private final StatusLine status;
    private final IncidentNotice incidents;
    private final Supplier<Optional<Workpiece>> open;
    private final Runnable counted;
    private final Consumer<Exception> failed;

    /// @param counted told when the ledger says something else than before
    Beat(
            Desk desk,
            Background background,
            StatusLine status,
            IncidentNotice incidents,
            Supplier<Optional<Workpiece>> open,
            Runnable counted,
            Consumer<Exception> failed) {
        this.desk = desk;
        this.background = background;
        this.status = status;
        this.incidents = incidents;
        this.open = open;
        this.counted = counted;
        this.failed = failed;
    }

    /// @param fault what is wrong with the ledger, as a text key
    private record Seen(Ledger ledger, Optional<String> fault, IncidentNotice.Found incidents) {}

    void look() {
        long known = incidents.known();
        background.run(
                () -> new Seen(desk.events().ledger(), desk.listening().ledgerFault(), incidents.find(known)),
                this::show,
                failed);
        open.get().ifPresent(piece -> lookAt(piece.flow().id()));
    }

    private void show(Seen seen) {
        if (status.show(seen.ledger(), seen.fault())) {
            counted.run();
        }
        incidents.show(seen.incidents());
    }

    private void lookAt(String id) {
        background.run(desk.arrivals()::get, all -> open.get().ifPresent(piece -> piece.showArrivals(all)), failed);
        background.run(
                () -> desk.runs().latest(id, RUNS),
                runs -> open.get()
                        .filter(piece -> piece.flow().id().equals(id))
                        .ifPresent(piece -> piece.showRuns(runs)),
                failed);
    }
}
