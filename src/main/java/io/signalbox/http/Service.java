package io.signalbox.http;

import io.signalbox.access.Accounts;
import io.signalbox.access.Audit;
import io.signalbox.access.Tokens;
import io.signalbox.connector.Connectors;
import io.signalbox.engine.Archive;
import io.signalbox.engine.DeadList;
import io.signalbox.engine.Deliveries;
import io.signalbox.engine.EventLog;
import io.signalbox.engine.FlowCheck;
import io.signalbox.engine.FlowStore;
import io.signalbox.engine.Health;
import io.signalbox.engine.HookGuard;
import io.signalbox.engine.Inbox;
import io.signalbox.engine.LiveFlows;
import io.signalbox.engine.Meters;
import io.signalbox.engine.RunStore;
import java.time.InstantSource;
import java.util.function.Supplier;

/// All that is reached over the network.
///
/// @param version of the program
/// @param metrics in Prometheus' text format
public record Service(
        Inbox inbox,
        LiveFlows live,
        FlowStore flows,
        FlowCheck check,
        Connectors connectors,
        Accounts accounts,
        HookGuard guard,
        Deliveries deliveries,
        Tokens tokens,
        EventLog events,
        RunStore runs,
        Archive archive,
        DeadList dead,
        Audit audit,
        Health health,
        Meters meters,
        Supplier<String> metrics,
        String version,
        InstantSource clock) {}
