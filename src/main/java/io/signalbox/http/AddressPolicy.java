package io.signalbox.http;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which addresses may be called. Java's own tests of an address miss unique-local IPv6, carrier NAT and NAT64, so
/// the ranges stand here.
///
/// @param allowed `host:port` inside private networks, as written in the URL
public record AddressPolicy(Set<String> allowed) {
    public AddressPolicy {
        allowed = Set.copyOf(allowed);
    }

    /// Cloud metadata, link-local, "this network" and multicast: no flow has business there.
    private static final List<Range> NEVER =
            ranges("0.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4", "240.0.0.0/4", "::/128", "fe80::/10", "ff00::/8");

    private static final List<Range> PRIVATE = ranges(
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "::1/128",
            "64:ff9b::/96",
            "2002::/16",
            "fc00::/7");

    public boolean mayReachPrivate(String host, int port) {
        return allowed.contains(host + ":" + port);
    }

    /// Why an address may not be dialled, as a text key; empty when it may.
    ///
    /// @param privately true when private networks are allowed
    public static Optional<String> refusal(InetAddress address, boolean privately) {
        if (isNever(address)) {
            return Optional.of("forbidden-address");
        }
        return !privately && isPrivate(address) ? Optional.of("private-address") : Optional.empty();
    }

    static boolean isNever(InetAddress address) {
        return NEVER.stream().anyMatch(range -> range.has(address));
    }

    static boolean isPrivate(InetAddress address) {
        return PRIVATE.stream().anyMatch(range -> range.has(address));
    }

    /// A host of digits and dots that is no plain dotted quad, such as `2130706433` or `127.1`: always a trick.
    public static boolean isDisguised(String host) {
        boolean numeric = host.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == 'x' || c == 'X');
        if (!numeric) {
            return false;
        }
        var parts = host.split("\\.", -1);
        return parts.length != 4
                || !Arrays.stream(parts)
                        .allMatch(part -> !part.isEmpty()
                                && part.length() <= 3
                                && (part.equals("0") || part.charAt(0) != '0')
                                && part.chars().allMatch(c -> c >= '0' && c <= '9'));
    }

    private static List<Range> ranges(String... texts) {
        return Arrays.stream(texts).map(Range::of).toList();
    }

    /// All addresses that begin like `network`.
    private record Range(InetAddress network, int bits) {
        static Range of(String text) {
            int slash = text.indexOf('/');
            return new Range(
                    InetAddress.ofLiteral(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
        }

        boolean has(InetAddress address) {
            var wanted = network.getAddress();
            var bytes = address.getAddress();
            if (bytes.length != wanted.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((bytes[bit / 8] & mask) != (wanted[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
