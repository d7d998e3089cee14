package io.signalbox.designer.panel;

import io.signalbox.engine.FlowServer;

/// Why a server could not be reached, in a person's words.
final class ServerWords {
    private ServerWords() {}

    static String why(Bench bench, Exception failure) {
        if (!(failure instanceof FlowServer.Unreachable unreachable)) {
            return bench.text("send.failed");
        }
        return switch (unreachable.key()) {
            case "unauthorized", "status", "unreachable", "timeout" -> bench.text("send.failed." + unreachable.key());
            default ->
                bench.connectors().explain("", unreachable.key(), bench.words().language());
        };
    }
}
