package io.signalbox.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// What arrived, oldest first; only the latest 10,000, so that a long trial does not fill the memory. Safe for
/// threads.
final class Arrivals {
    private static final int MOST = 10_000;

    private final Deque<Arrived> messages = new ArrayDeque<>();

    synchronized void add(Arrived message) {
        if (messages.size() == MOST) {
            messages.removeFirst();
        }
        messages.addLast(message);
    }

    synchronized List<Arrived> all() {
        return List.copyOf(messages);
    }

    synchronized void clear() {
        messages.clear();
    }
}
