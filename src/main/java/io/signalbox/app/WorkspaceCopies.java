package io.signalbox.app;

import io.signalbox.access.Secret;
import io.signalbox.engine.BackupPlan;
import io.signalbox.engine.Safekeeping;
import io.signalbox.engine.StoreException;
import io.signalbox.store.SealedCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The copies of an open workspace.
///
/// @param random for what is sealed
record WorkspaceCopies(Workspace workspace, SecureRandom random, InstantSource clock) implements Safekeeping {
    @Override
    public BackupPlan plan() {
        return BackupPlan.of(workspace.preferences().all());
    }

    @Override
    public void follow(BackupPlan plan) {
        workspace.preferences().save(plan.texts());
    }

    @Override
    public Path folder() {
        return workspace.copies().place();
    }

    @Override
    public List<Kept> all() {
        return workspace.copies().all().reversed();
    }

    @Override
    public Kept make() {
        return workspace.backUp(clock.instant());
    }

    @Override
    public void seal(Path file, Secret passphrase) {
        // Until it is sealed it stays where the database itself lies.
        var open = folder().resolve("to-be-sealed.zip");
        workspace.backUp(open);
        try {
            new SealedCopy(file, passphrase)
                    .seal(open, workspace.folder().resolve(Restoring.KEY), random, clock.instant());
        } finally {
            delete(open);
        }
    }

    @Override
    public Held examine(Path file, Optional<Secret> passphrase) throws Unusable {
        try {
            var contents = restoring().examine(file, passphrase);
            return new Held(contents.flows(), contents.events(), contents.runs());
        } catch (StoreException unreadable) {
            throw new Unusable(Unfit.UNREADABLE, unreadable);
        } catch (Restoring.OtherKey other) {
            throw new Unusable(Unfit.OTHER_KEY, other);
        } catch (IOException failure) {
            throw new StoreException("examining " + file, failure);
        }
    }

    @Override
    public void layReady() {
        try {
            restoring().layReady();
        } catch (IOException failure) {
            throw new StoreException("laying ready what was examined", failure);
        }
    }

    @Override
    public boolean isReady() {
        return Files.exists(restoring().ready());
    }

    @Override
    public void layAside() {
        delete(restoring().ready());
        delete(restoring().examined());
    }

    private Restoring restoring() {
        return new Restoring(workspace.folder(), random, clock.instant());
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new StoreException("removing " + file, failure);
        }
    }
}
