package io.signalbox.connector.braze;

import java.util.List;

/// The instances of Braze, each with a host of its own. A key of one is refused by all others.
final class Clusters {
    /// As in the documentation's table of instances.
    static final List<String> ALL = List.of(
            "iad-01", "iad-02", "iad-03", "iad-04", "iad-05", "iad-06", "iad-07", "iad-08", "us-10", "fra-01", "fra-02",
            "au-01", "id-01", "jp-01", "kr-01");

    static final String FIRST = "iad-01";

    private Clusters() {}

    /// The address of the REST API; blank stands for the first.
    static String base(String cluster) {
        var name = cluster.isBlank() ? FIRST : cluster;
        return "https://rest." + name + (name.startsWith("fra-") ? ".braze.eu" : ".braze.com");
    }
}
