package io.signalbox.designer.panel;

import io.signalbox.connector.Connectors;
import io.signalbox.designer.Background;
import io.signalbox.designer.FlowSession;
import io.signalbox.engine.EventForms;
import io.signalbox.engine.EventProblem;
import io.signalbox.engine.FlowCheck;
import io.signalbox.engine.Preview;
import io.signalbox.engine.RunRecord;
import io.signalbox.flow.Event;
import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Sample;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/// Keeps a [PreviewModel] in step with the flow on screen: computed off the FX thread, one at a time, and what changes
/// meanwhile is computed once when that is done. FX thread only.
public final class LivePreview implements AutoCloseable {
    private final FlowSession session;
    private final Trial trial;
    private final InstantSource clock;
    private final Background background;
    private final ReadOnlyObjectWrapper<PreviewModel> model;
    private final Subscription watching;
    private String sample = "";
    /// What is tried though it is none of the flow's samples, such as an event that really came in.
    private Optional<Sample> lent = Optional.empty();
    private Optional<NodeId> upTo = Optional.empty();
    private Optional<Trial.With.Past> past = Optional.empty();
    private ReadSample read = new ReadSample(Optional.empty(), Optional.empty());
    private Consumer<PreviewModel> onRun = _ -> {};
    /// A person asked for what is computed next: it did not come of an edit.
    private boolean wanted;
    private boolean queued;
    private boolean computing;
    private boolean again;
    private boolean closed;
    /// Grows when what is under way is given up.
    private long turn;

    /// A sample as an event: read once, not for every letter that is typed.
    private record ReadSample(Optional<Sample> sample, Optional<Event> event) {}

    public LivePreview(
            FlowSession session,
            Preview preview,
            FlowCheck check,
            Connectors connectors,
            InstantSource clock,
            Background background) {
        this.session = session;
        this.clock = clock;
        this.background = background;
        trial = new Trial(preview, check, connectors);
        model = new ReadOnlyObjectWrapper<>(PreviewModel.empty(session.flow()));
        watching = session.meaningProperty().subscribe((_, _) -> {
            // Whoever changes the flow wants to see what it does now, not what it did then.
            past = Optional.empty();
            soon();
        });
        soon();
    }

    public ReadOnlyObjectProperty<PreviewModel> modelProperty() {
        return model.getReadOnlyProperty();
    }

    public PreviewModel model() {
        return model.get();
    }

    /// Tries the flow with the sample of that name from now on; with the first one when there is none of that name.
    public void use(String name) {
        sample = name;
        lent = Optional.empty();
        past = Optional.empty();
        soon();
    }

    /// Tries the flow with an event that is no sample of it, such as one that really came in, until another is chosen.
    public void use(Sample event) {
        lent = Optional.of(event);
        past = Optional.empty();
        soon();
    }

    /// @param ran told what came of a run that a person asked for, be it a trial or a stored one
    public void setOnRun(Consumer<PreviewModel> ran) {
        onRun = ran;
    }

    /// Tries the whole flow, or what leads to one node.
    public void run(Optional<NodeId> node) {
        upTo = node;
        past = Optional.empty();
        wanted = true;
        soon();
    }

    /// Shows what a stored run did in place of a preview, until the flow is changed or a sample is chosen.
    ///
    /// @param flow the version that the run was accepted for
    /// @param masked whether phone numbers are hidden
    public void look(Flow flow, RunRecord run, boolean masked) {
        past = Optional.of(new Trial.With.Past(flow, run, masked));
        wanted = true;
        soon();
    }

    /// Back from a run to the sample.
    public void leave() {
        past = Optional.empty();
        soon();
    }

    /// Gives up the preview under way: what is shown stays.
    ///
    /// @return false when none was under way
    public boolean stop() {
        boolean busy = computing || queued;
        turn++;
        computing = false;
        again = false;
        wanted = false;
        return busy;
    }

    /// Computes again though the flow is the same: an account was added, say.
    public void refresh() {
        soon();
    }

    @Override
    public void close() {
        watching.unsubscribe();
        closed = true;
    }

    /// Several changes of one moment, such as undoing a drag, are one.
    private void soon() {
        if (!queued) {
            queued = true;
            long asked = turn;
            Platform.runLater(() -> next(asked));
        }
    }

    private void next(long asked) {
        queued = false;
        if (closed || asked != turn) {
            return;
        }
        if (computing) {
            again = true;
        } else {
            compute();
        }
    }

    private void compute() {
        computing = true;
        again = false;
        long asked = turn;
        var flow = session.flow();
        var chosen = chosen(flow);
        if (!chosen.equals(read.sample())) {
            read = new ReadSample(chosen, chosen.flatMap(each -> event(each, clock.instant())));
        }
        var sampled = new Trial.With.Sampled(read.sample(), read.event(), upTo);
        var with = past.<Trial.With>map(run -> run).orElse(sampled);
        background.run(() -> trial.of(flow, with), computed -> computed(computed, asked), failure -> {
            computing = false;
            if (!closed) {
                throw new IllegalStateException("previewing " + flow.id(), failure);
            }
        });
    }

    private void computed(PreviewModel result, long asked) {
        if (closed || asked != turn) {
            return;
        }
        computing = false;
        model.set(result);
        if (again) {
            soon();
        } else if (wanted) {
            wanted = false;
            onRun.accept(result);
        }
    }

    private Optional<Sample> chosen(Flow flow) {
        return lent.or(() -> flow.samples().stream()
                        .filter(each -> each.name().equals(sample))
                        .findFirst())
                .or(() -> flow.samples().stream().findFirst());
    }

    private static Optional<Event> event(Sample sample, Instant now) {
        try {
            return Optional.of(EventForms.sample(sample.event()).accepted("sample", now));
        } catch (EventProblem _) {
            return Optional.empty();
        }
    }

    /// The time on the clock of the preview.
    Instant now() {
        return clock.instant();
    }
}
