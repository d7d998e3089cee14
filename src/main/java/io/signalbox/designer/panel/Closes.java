package io.signalbox.designer.panel;

/// A part that subscribes while it lives. Closing it never fails.
interface Closes extends AutoCloseable {
    @Override
    void close();
}
