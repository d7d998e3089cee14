package io.signalbox.engine;

/// An event that lacks something or has something that cannot be: which member, and why.
public final class EventProblem extends Exception {
    private static final long serialVersionUID = 1;

    private final String key;
    private final String member;

    /// @param key of the sentence in the bundle of the package that listens for events; takes the member
    public EventProblem(String key, String member) {
        super(key + " " + member);
        this.key = key;
        this.member = member;
    }

    public String key() {
        return key;
    }

    public String member() {
        return member;
    }
}
