package io.signalbox.access;

/// A password, key or token in the clear. Never printed, never written to a file, a log or a flow.
public record Secret(String value) {
    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
