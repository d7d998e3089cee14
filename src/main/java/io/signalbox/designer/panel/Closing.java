package io.signalbox.designer.panel;

import java.util.ArrayList;
import java.util.List;

/// What a panel must close when it closes, last opened first.
final class Closing implements AutoCloseable {
    private final List<Runnable> open = new ArrayList<>();

    void add(Runnable close) {
        open.add(close);
    }

    @Override
    public void close() {
        open.reversed().forEach(Runnable::run);
        open.clear();
    }
}
