package io.signalbox.engine;

import io.signalbox.flow.Flow;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/// The flows of the workspace. Each method is one transaction, on stable storage when it returns.
public interface FlowStore {
    /// The rule that runs of a paused flow wait for.
    String PAUSED = "flow-paused";

    /// In the order of their names.
    List<StoredFlow> all();

    /// Which version runs of each flow that is on, by flow id.
    SortedMap<String, Long> live();

    /// Which of the flows that are on are paused, by id.
    Set<String> paused();

    Optional<StoredFlow> find(String id);

    /// Saves what is drawn; what runs stays as it is.
    ///
    /// @param revision the one it was read at; 0 for a new flow
    /// @return the new revision
    long save(Flow flow, long revision) throws FlowChangedElsewhere;

    /// Makes the stored flow of that id what runs, as a new version if it does something else than the last.
    /// A paused one goes on with what waits. False when there is no such flow.
    boolean switchOn(String id);

    /// Its runs rest from now on, as soon as they look; it stays switched on.
    void pause(String id);

    /// What rests because the flow was paused is due at once.
    void wake(String id);

    /// Stops it; runs under way end at the send gate. False when there is no such flow.
    boolean switchOff(String id);

    boolean remove(String id);

    /// Puts a removed flow back as it was, with what ran of it. False when its id was taken meanwhile.
    boolean restore(StoredFlow removed);

    /// Another text whenever anything stored of the flows has changed; cheap enough to be asked twice a second.
    String stamp();

    /// The version a run was accepted for, whatever was switched on since.
    Optional<Flow> version(String id, long number);
}
