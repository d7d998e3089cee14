package io.signalbox.http;

import io.signalbox.access.Scope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/// Takes the bodies of requests into memory: each up to what its address takes, and all that are there at the same time
/// up to what the process can hold. Those who need no token get at most half of that. Safe for use by several threads.
final class Intake {
    /// Of an event; a flow may be larger.
    private static final int LARGEST_BODY = 1024 * 1024;

    /// Of a vendor's call at a webhook: Meta sends up to three mebibytes.
    private static final int LARGEST_CALL = 3 * 1024 * 1024;

    private static final int LARGEST_FLOW = 5 * 1024 * 1024;

    /// Of a body that is refused so much is heard out and forgotten: who still writes would not read the refusal.
    private static final int LONGEST_HEARING = 16 * 1024 * 1024;

    private static final Duration LONGEST_BODY = Duration.ofSeconds(30);

    /// Of the heap. What is made of a body takes several times its size.
    private static final int SHARE = 16;

    private final long most;
    private long held;
    private long strange;

    /// @param most bytes at the same time
    Intake(long most) {
        this.most = most;
    }

    /// As much as this process can hold; several of the largest in any case.
    static Intake ofHeap() {
        return new Intake(Math.max(4L * LARGEST_FLOW, Runtime.getRuntime().maxMemory() / SHARE));
    }

    /// A body, and its place in memory until it is closed.
    interface Held extends AutoCloseable {
        Body body();

        @Override
        void close();
    }

    /// It is larger than its address takes.
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;
    }

    /// Others have all the room at the moment.
    static final class Crowded extends IOException {
        private static final long serialVersionUID = 1;
    }

    /// Reads it whole.
    ///
    /// @throws IOException also when it drips in for too long
    Held take(Request request, Route.Guard guard) throws IOException {
        var place = new Place(isStranger(guard));
        try {
            place.read(request, largest(guard));
            return place;
        } catch (IOException | RuntimeException failure) {
            place.close();
            throw failure;
        }
    }

    /// Bytes in memory now.
    synchronized long held() {
        return held;
    }

    private static int largest(Route.Guard guard) {
        return switch (guard) {
            case Route.Needs(var scope) -> scope == Scope.EVENTS ? LARGEST_BODY : LARGEST_FLOW;
            case Route.Owner _ -> LARGEST_FLOW;
            case Route.Itself _ -> LARGEST_CALL;
            case Route.SignedIn _, Route.Anybody _ -> LARGEST_BODY;
        };
    }

    private static boolean isStranger(Route.Guard guard) {
        return switch (guard) {
            case Route.Itself _, Route.Anybody _ -> true;
            case Route.Needs _, Route.SignedIn _, Route.Owner _ -> false;
        };
    }

    private synchronized boolean grow(boolean stranger, int by) {
        if (held + by > most || (stranger && strange + by > most / 2)) {
            return false;
        }
        held += by;
        strange += stranger ? by : 0;
        return true;
    }

    private synchronized void shrink(boolean stranger, long by) {
        held -= by;
        strange -= stranger ? by : 0;
    }

    private final class Place implements Held {
        private final boolean stranger;
        /// It grows with what comes: what a sender only announces must not cost memory.
        private ByteArrayOutputStream whole = new ByteArrayOutputStream(1024);

        private long taken;

        Place(boolean stranger) {
            this.stranger = stranger;
        }

        @Override
        public Body body() {
            return new Body(whole.toByteArray());
        }

        @Override
        public void close() {
            shrink(stranger, taken);
            taken = 0;
        }

        private void drop() {
            close();
            whole = new ByteArrayOutputStream(0);
        }

        private void read(Request request, int largest) throws IOException {
            // A body that drips in is given up: each byte would renew the idle time.
            long end = System.nanoTime() + LONGEST_BODY.toNanos();
            boolean tooLarge = request.getLength() > largest;
            boolean crowded = false;
            try (var stream = Content.Source.asInputStream(request)) {
                var part = new byte[Math.clamp(request.getLength() + 1, 1024, 8192)];
                long came = 0;
                for (int read = stream.read(part); read >= 0; read = stream.read(part)) {
                    came += read;
                    if (!tooLarge && came > largest) {
                        tooLarge = true;
                        drop();
                    } else if (!tooLarge && !crowded && !grow(stranger, read)) {
                        crowded = true;
                        drop();
                    }
                    if (!tooLarge && !crowded) {
                        taken += read;
                        whole.write(part, 0, read);
                    } else if (came > largest + LONGEST_HEARING) {
                        break;
                    }
                    if (System.nanoTime() > end) {
                        if (crowded) {
                            break;
                        }
                        throw new IOException("it took longer than " + LONGEST_BODY.toSeconds() + " s");
                    }
                }
            } catch (IOException silent) {
                if (!crowded) {
                    throw silent;
                }
                // It was refused before it fell silent.
                var refused = new Crowded();
                refused.initCause(silent);
                throw refused;
            }
            if (tooLarge) {
                throw new TooLarge();
            }
            if (crowded) {
                throw new Crowded();
            }
        }
    }
}
