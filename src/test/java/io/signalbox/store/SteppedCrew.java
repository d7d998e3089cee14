package io.signalbox.store;

import io.signalbox.engine.Crew;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Work of which only one piece goes on at a time, and which one is drawn by lot: the same lots, the same course. A
/// piece goes on until it pauses, which it does wherever it reaches outside.
final class SteppedCrew implements Crew {
    private final List<Piece> ready = new ArrayList<>();
    private final Semaphore ours = new Semaphore(0);
    private @Nullable Piece current;

    /// The process died: whoever was at work stops in the middle.
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;

        Killed() {
            super("killed", null, false, false);
        }
    }

    private static final class Piece {
        private final Runnable work;
        private final Semaphore turn = new Semaphore(0);
        private boolean begun;
        private boolean killed;
        private boolean over;
        private @Nullable Throwable failure;

        Piece(Runnable work) {
            this.work = work;
        }
    }

    @Override
    public void start(Runnable work) {
        ready.add(new Piece(work));
    }

    @Override
    public void acquire(Semaphore permits) {
        while (!permits.tryAcquire()) {
            pause();
        }
    }

    boolean idle() {
        return ready.isEmpty();
    }

    /// Lets one piece of work go on until it pauses or ends.
    void step(RandomGenerator lots) {
        go(ready.remove(lots.nextInt(ready.size())));
    }

    /// Called by the piece that goes on: lets others go first.
    void pause() {
        var me = current;
        if (me == null) {
            return; // The one who draws the lots does not wait for itself.
        }
        ready.add(me);
        ours.release();
        me.turn.acquireUninterruptibly();
        if (me.killed) {
            throw new Killed();
        }
    }

    /// Ends all work where it stands.
    void kill() {
        while (!ready.isEmpty()) {
            var piece = ready.removeFirst();
            piece.killed = true;
            if (piece.begun) {
                go(piece);
            }
        }
    }

    private void go(Piece piece) {
        current = piece;
        if (piece.begun) {
            piece.turn.release();
        } else {
            piece.begun = true;
            Thread.ofVirtual().start(() -> {
                try {
                    piece.work.run();
                } catch (Killed _) {
                    // As it should be.
                } catch (RuntimeException | Error failure) {
                    piece.failure = failure;
                } finally {
                    piece.over = true;
                    ours.release();
                }
            });
        }
        ours.acquireUninterruptibly();
        current = null;
        if (piece.failure != null) {
            throw new AssertionError("work ended with a failure that nobody caught", piece.failure);
        }
    }
}
