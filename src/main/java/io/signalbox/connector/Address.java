package io.signalbox.connector;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Builds a URL so that no mapped value can leave its place: each becomes one percent-encoded segment or query value.
public final class Address {
    private final StringBuilder url;
    private boolean hasQuery;

    private Address(String base) {
        url = new StringBuilder(base);
        while (!url.isEmpty() && url.charAt(url.length() - 1) == '/') {
            url.setLength(url.length() - 1);
        }
        hasQuery = url.indexOf("?") >= 0;
    }

    /// @param base from the account, never from a mapping
    public static Address of(String base) {
        return new Address(base);
    }

    /// Appends fixed text written by us, such as `/messages`.
    public Address path(String fixed) {
        url.append(fixed.startsWith("/") ? fixed : "/" + fixed);
        hasQuery = url.indexOf("?") >= 0;
        return this;
    }

    /// Appends one segment.
    ///
    /// @throws CallProblem when it is empty, `.` or `..`
    public Address segment(String value) throws CallProblem {
        url.append('/').append(encoded(value));
        return this;
    }

    public Address query(String name, String value) {
        url.append(hasQuery ? '&' : '?').append(plain(name)).append('=').append(plain(value));
        hasQuery = true;
        return this;
    }

    /// The address with one value in its query, in the place of one of that name.
    static String withQuery(String url, String name, String value) {
        int mark = url.indexOf('?');
        var address = of(mark < 0 ? url : url.substring(0, mark));
        var wanted = plain(name) + "=";
        for (var pair : mark < 0 ? new String[0] : url.substring(mark + 1).split("&")) {
            if (!pair.isEmpty() && !pair.startsWith(wanted)) {
                address.url.append(address.hasQuery ? '&' : '?').append(pair);
                address.hasQuery = true;
            }
        }
        return address.query(name, value).toString();
    }

    /// `value` as one path segment.
    ///
    /// @throws CallProblem when it is empty, `.` or `..`
    public static String encoded(String value) throws CallProblem {
        if (value.isEmpty() || value.equals(".") || value.equals("..")) {
            throw new CallProblem("address.segment", value);
        }
        return plain(value);
    }

    /// An address as it stands in a reply to another one: whole, or below the same host.
    public static String resolved(String asked, String found) {
        try {
            return URI.create(asked).resolve(found).toString();
        } catch (IllegalArgumentException _) {
            return found;
        }
    }

    private static String plain(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%7E", "~")
                .replace("*", "%2A");
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
