package io.signalbox.store;

import io.signalbox.engine.StoreException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.h2.store.fs.FilePath;

/// Lives of one workspace, one after the other: each is written down, cut short at many moments, and the next begins
/// with what one of the cuts left. Every cut is opened and asked for everything that was promised until then.
final class PowerCuts {
    private static final int SENDERS = 4;
    private static final int EVENTS_EACH = 8;
    private static final int CUTS_A_LIFE = 10;

    private final VaultKey key;
    private final long seed;
    private final boolean honest;
    private final SplittableRandom random;
    private final Work work;
    private long names;

    /// @param moment how much of the tape was written before the promise was made
    private record Made(int moment, Promise promise) {}

    /// @param unopened files that did not open
    /// @param broken promises, in words, with the cut that broke them
    record Report(int cuts, long promises, List<String> unopened, List<String> broken) {}

    /// @param honest false for a disk that forgets what it was told to keep
    PowerCuts(VaultKey key, long seed, boolean honest) {
        this.key = key;
        this.seed = seed;
        this.honest = honest;
        this.random = new SplittableRandom(seed);
        this.work = new Work(random.nextLong());
    }

    Report run(int cuts) throws IOException {
        var unopened = new ArrayList<String>();
        var broken = new ArrayList<String>();
        var empty = fresh();
        var disk = empty;
        var kept = List.<Promise>of();
        long asked = 0;
        int made = 0;
        var losses = List.of(Tape.Loss.values());
        while (made < cuts) {
            var name = "life-" + seed + "-" + names++;
            var tape = TapedFiles.place(name, disk);
            var promises = live(name, tape);
            TapedFiles.forget(name);
            int here = Math.min(CUTS_A_LIFE, cuts - made);
            var nextDisk = disk;
            var nextKept = kept;
            int carriedOn = random.nextInt(here);
            for (int cut = 0; cut < here; cut++) {
                int moment = random.nextInt(tape.now() + 1);
                var loss = losses.get(random.nextInt(losses.size()));
                var left = tape.cut(moment, loss, honest, random);
                var due = new ArrayList<>(kept);
                promises.stream()
                        .filter(one -> one.moment() <= moment)
                        .map(Made::promise)
                        .forEach(due::add);
                asked += due.size();
                made++;
                var where = "seed %d, cut %d at %d of %d, %s: ".formatted(seed, made, moment, tape.now(), loss);
                try {
                    var lost = look(left, due);
                    lost.ifPresent(what -> broken.add(where + what));
                    if (cut == carriedOn && lost.isEmpty()) {
                        nextDisk = left;
                        nextKept = List.copyOf(due);
                    }
                } catch (StoreException closed) {
                    unopened.add(where + closed.getCause());
                } catch (RuntimeException unreadable) {
                    broken.add(where + unreadable);
                }
            }
            disk = Ageing.by(100_000, nextDisk);
            kept = nextKept;
            if (kept.size() > 250) {
                disk = empty; // A workspace of its own again, so that a cut stays cheap.
                kept = List.of();
            }
        }
        return new Report(made, asked, unopened, broken);
    }

    /// A workspace with nothing in it.
    private byte[] fresh() throws IOException {
        var name = "fresh-" + seed;
        Database.open("memFS:/" + name + "/signalbox", key).close();
        try (var file = FilePath.get("memFS:/" + name + "/signalbox.mv.db").newInputStream()) {
            return file.readAllBytes();
        } finally {
            TapedFiles.forget(name);
        }
    }

    /// What the senders were promised in one life.
    private List<Made> live(String name, Tape tape) {
        var promises = new ConcurrentLinkedQueue<Made>();
        try (var database = Database.open(TapedFiles.url(name), key)) {
            var events = new SqlEventLog(database);
            var runs = new SqlRunStore(database);
            var threads = IntStream.range(0, SENDERS)
                    .mapToObj(sender -> Thread.ofVirtual().start(() -> {
                        for (int at = 0; at < EVENTS_EACH; at++) {
                            work.run(events, runs, (sender + at) % 3, made -> promises.add(new Made(tape.now(), made)));
                        }
                    }))
                    .toList();
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return List.copyOf(promises);
    }

    /// The first promise that was not kept.
    private Optional<String> look(byte[] left, List<Promise> due) throws IOException {
        var name = "left-" + seed + "-" + names++;
        TapedFiles.place(name, left);
        try (var database = Database.open(TapedFiles.url(name), key)) {
            var events = new SqlEventLog(database);
            var runs = new SqlRunStore(database);
            var broken = due.stream()
                    .flatMap(promise -> promise.broken(events, runs).stream())
                    .findFirst();
            return broken.isPresent() || events.ledger().balanced()
                    ? broken
                    : Optional.of("the ledger does not balance: " + events.ledger());
        } finally {
            TapedFiles.forget(name);
        }
    }
}
