package io.signalbox.engine;

/// The flow was saved by somebody else since it was read. The person must choose whose version to keep.
public final class FlowChangedElsewhere extends Exception {
    private static final long serialVersionUID = 1;

    private final String id;
    private final long revision;

    /// @param revision the one that is stored now
    public FlowChangedElsewhere(String id, long revision) {
        super("flow %s is at revision %d now".formatted(id, revision));
        this.id = id;
        this.revision = revision;
    }

    public String id() {
        return id;
    }

    public long revision() {
        return revision;
    }
}
