package io.signalbox.engine;

import java.util.concurrent.Semaphore;

/// Who does the engine's work: a virtual thread for each run, or, where time is made by hand, one after the other.
public interface Crew {
    /// Begins the work soon, on a thread of its own.
    void start(Runnable work);

    /// Returns when there was one to have.
    void acquire(Semaphore permits);

    static Crew ofVirtualThreads() {
        return new Crew() {
            @Override
            public void start(Runnable work) {
                Thread.ofVirtual().start(work);
            }

            @Override
            public void acquire(Semaphore permits) {
                permits.acquireUninterruptibly();
            }
        };
    }
}
