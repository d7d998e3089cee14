package io.signalbox.app;

import io.signalbox.access.Accounts;
import io.signalbox.access.Audit;
import io.signalbox.access.PermissionGroups;
import io.signalbox.access.Tokens;
import io.signalbox.engine.Archive;
import io.signalbox.engine.BackupPlan;
import io.signalbox.engine.Clearance;
import io.signalbox.engine.DeadRows;
import io.signalbox.engine.DeliveryStore;
import io.signalbox.engine.Engine;
import io.signalbox.engine.EventLog;
import io.signalbox.engine.FlowStore;
import io.signalbox.engine.Incidents;
import io.signalbox.engine.PreferenceStore;
import io.signalbox.engine.Recovery;
import io.signalbox.engine.RunStore;
import io.signalbox.engine.Safekeeping;
import io.signalbox.engine.SendGate;
import io.signalbox.engine.StepKeys;
import io.signalbox.engine.StoreHealth;
import io.signalbox.engine.TemplateStore;
import io.signalbox.engine.TriggerClock;
import io.signalbox.engine.Vitals;
import io.signalbox.engine.gate.Contacts;
import io.signalbox.engine.gate.GateStore;
import io.signalbox.store.AtWorkFile;
import io.signalbox.store.Backups;
import io.signalbox.store.Database;
import io.signalbox.store.SqlAccounts;
import io.signalbox.store.SqlArchive;
import io.signalbox.store.SqlAudit;
import io.signalbox.store.SqlClearance;
import io.signalbox.store.SqlContacts;
import io.signalbox.store.SqlDeadRows;
import io.signalbox.store.SqlDeliveries;
import io.signalbox.store.SqlEventLog;
import io.signalbox.store.SqlFlowStore;
import io.signalbox.store.SqlGate;
import io.signalbox.store.SqlIncidents;
import io.signalbox.store.SqlPermissionGroups;
import io.signalbox.store.SqlPreferences;
import io.signalbox.store.SqlRecovery;
import io.signalbox.store.SqlRunStore;
import io.signalbox.store.SqlTemplates;
import io.signalbox.store.SqlTokens;
import io.signalbox.store.SqlTriggerClock;
import io.signalbox.store.SqlVitals;
import io.signalbox.store.VaultKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongConsumer;

/// A workspace folder, opened by the one process that owns it until it is closed.
final class Workspace implements AutoCloseable {
    private final Path folder;
    private final FileChannel lockFile;
    private final Database database;
    private final VaultKey key;
    private final Audit audit;
    private final Archive archive;
    private final FlowStore flows;
    private final Accounts accounts;
    private final PermissionGroups groups;
    private final Tokens tokens;
    private final EventLog events;
    private final RunStore runs;
    private final DeadRows dead;
    private final Recovery recovery;
    private final Incidents incidents;
    private final AtWorkFile atWork;
    private final Contacts contacts;
    private final GateStore gate;
    private final TriggerClock triggers;
    private final PreferenceStore preferences;
    private final TemplateStore templates;
    private final DeliveryStore deliveries;

    /// How the database of a workspace is opened.
    interface Opening {
        Database open(Path folder, VaultKey key, InstantSource clock);
    }

    private Workspace(Path folder, FileChannel lockFile, SecureRandom random, InstantSource clock, Opening opening) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.key = VaultKey.open(folder.resolve("vault.key"), random);
        this.database = opening.open(folder, key, clock);
        var trail = new SqlAudit(database, clock);
        this.audit = trail;
        this.archive = new SqlArchive(database);
        this.flows = new SqlFlowStore(database, trail, clock);
        this.accounts = new SqlAccounts(database, trail, key, random);
        this.groups = new SqlPermissionGroups(database, trail);
        this.tokens = new SqlTokens(database, trail, random, clock);
        this.events = new SqlEventLog(database);
        this.runs = new SqlRunStore(database);
        this.contacts = new SqlContacts(database, key);
        this.gate = new SqlGate(database, key);
        this.dead = new SqlDeadRows(database);
        this.recovery = new SqlRecovery(database);
        this.incidents = new SqlIncidents(database);
        this.atWork = new AtWorkFile(folder.resolve("at-work"));
        this.triggers = new SqlTriggerClock(database);
        this.preferences = new SqlPreferences(database);
        this.templates = new SqlTemplates(database);
        this.deliveries = new SqlDeliveries(database);
    }

    /// Empty when another process owns it.
    static Optional<Workspace> open(Path folder, SecureRandom random, InstantSource clock) throws IOException {
        return open(folder, random, clock, Database::open);
    }

    /// On a disk of another kind.
    static Optional<Workspace> open(Path folder, SecureRandom random, InstantSource clock, Opening opening)
            throws IOException {
        makePrivate(folder);
        var file = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(file).isEmpty()) {
            file.close();
            return Optional.empty();
        }
        try {
            return Optional.of(new Workspace(folder, file, random, clock, opening));
        } catch (RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    static Optional<FileLock> lock(FileChannel file) throws IOException {
        try {
            return Optional.ofNullable(file.tryLock());
        } catch (OverlappingFileLockException _) {
            return Optional.empty(); // Held by this very process.
        }
    }

    static void makePrivate(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
            if (posix) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(folder);
            }
        }
    }

    Path folder() {
        return folder;
    }

    Audit audit() {
        return audit;
    }

    /// What lies in the tables, page by page.
    Archive archive() {
        return archive;
    }

    Vitals vitals() {
        return new SqlVitals(database, folder);
    }

    /// @param told how many nanoseconds each sync of the disk took
    void onSync(LongConsumer told) {
        database.onSync(told);
    }

    FlowStore flows() {
        return flows;
    }

    Accounts accounts() {
        return accounts;
    }

    PermissionGroups groups() {
        return groups;
    }

    Tokens tokens() {
        return tokens;
    }

    EventLog events() {
        return events;
    }

    Clearance clearance() {
        return new SqlClearance(database);
    }

    RunStore runs() {
        return runs;
    }

    Incidents incidents() {
        return incidents;
    }

    /// What the executor keeps.
    Engine.Stores stores() {
        return new Engine.Stores(
                events, runs, dead, recovery, incidents, atWork, flows, accounts, contacts, stepKeys());
    }

    Contacts contacts() {
        return contacts;
    }

    SendGate.Books gateBooks() {
        return new SendGate.Books(gate, contacts);
    }

    TriggerClock triggers() {
        return triggers;
    }

    PreferenceStore preferences() {
        return preferences;
    }

    /// The message templates of each connection, as last fetched.
    TemplateStore templates() {
        return templates;
    }

    DeliveryStore deliveries() {
        return deliveries;
    }

    /// How its store is.
    StoreHealth health() {
        return database.health();
    }

    /// What was done to a damaged database when this was opened.
    Optional<Backups.Repaired> repaired() {
        return database.repaired();
    }

    /// Sets room on the disk aside, and makes a backup when it is time for one. May take a while.
    void upkeep(Instant now) {
        database.reserve();
        backups().due(database, now, BackupPlan.of(preferences.all()));
    }

    /// A verified copy of everything, while it is in use.
    Backups.Copy backUp(Path file) {
        return backups().make(database, file);
    }

    /// The same beside those that are made by themselves.
    Safekeeping.Kept backUp(Instant now) {
        return backups().now(database, now);
    }

    /// Where copies lie, and which.
    Backups copies() {
        return backups();
    }

    private Backups backups() {
        return new Backups(folder, key);
    }

    StepKeys stepKeys() {
        return new StepKeys(key.stepKey());
    }

    @Override
    public void close() {
        atWork.close();
        database.close();
        try {
            lockFile.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("releasing " + folder, failure);
        }
    }
}
