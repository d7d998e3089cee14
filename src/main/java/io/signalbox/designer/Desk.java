package io.signalbox.designer;

import io.signalbox.access.Accounts;
import io.signalbox.access.PermissionGroups;
import io.signalbox.connector.Connectors;
import io.signalbox.engine.Archive;
import io.signalbox.engine.ConnectionTest;
import io.signalbox.engine.DeadList;
import io.signalbox.engine.Decisions;
import io.signalbox.engine.Directories;
import io.signalbox.engine.EventLog;
import io.signalbox.engine.FlowCheck;
import io.signalbox.engine.FlowServer;
import io.signalbox.engine.FlowStore;
import io.signalbox.engine.Incidents;
import io.signalbox.engine.Listening;
import io.signalbox.engine.Preview;
import io.signalbox.engine.Releases;
import io.signalbox.engine.Replay;
import io.signalbox.engine.RunStore;
import io.signalbox.engine.Safekeeping;
import io.signalbox.engine.TemplateShelf;
import io.signalbox.engine.Tryout;
import io.signalbox.engine.gate.Contacts;
import io.signalbox.engine.gate.LiveRules;
import io.signalbox.sandbox.Arrived;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// What the designer works with: the workspace's stores, the engine's pure parts and the doors to the outside. Stores
/// and doors may block, so they are used through [Background] alone.
///
/// @param dead what is repeated goes on at once, or with the next start where nothing is at work
/// @param arrivals what reached the stand-ins that run in this process, oldest first; empty while none do
/// @param tryout sends a message of a preview to the stand-in of its service; blocks
public record Desk(
        FlowStore flows,
        Accounts accounts,
        PermissionGroups groups,
        ConnectionTest trial,
        Supplier<List<Arrived>> arrivals,
        Function<Preview.Message, Tryout.Answer> tryout,
        EventLog events,
        RunStore runs,
        Archive archive,
        Supplier<DeadList> dead,
        Incidents incidents,
        Connectors connectors,
        Preview preview,
        FlowCheck check,
        Directories directories,
        Listening listening,
        Replay replay,
        Decisions decisions,
        LiveRules sending,
        Contacts contacts,
        TemplateShelf shelf,
        Safekeeping copies,
        Releases releases,
        FlowServer.Door servers,
        InstantSource clock) {}
