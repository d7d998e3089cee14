package io.signalbox.connector;

import io.signalbox.access.Secret;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;

/// What a request is signed with under Hawk, header form, version 1: its method, address and time, and a nonce. A
/// receiver takes it for a minute before and after that time, and each nonce once.
///
/// @param resource path and query as they go over the wire
/// @param ext data that the application adds; blank for none
public record HawkSignature(
        String method, String resource, String host, int port, long seconds, String nonce, String ext) {
    private static final String MAC = "HmacSHA256";
    private static final int NONCE_BYTES = 9;

    /// With a nonce that nobody can guess.
    public static HawkSignature of(String method, String url, Instant now) {
        var bytes = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(bytes);
        return of(method, url, now.getEpochSecond(), HexFormat.of().formatHex(bytes));
    }

    /// As a receiver builds it from what it was asked.
    public static HawkSignature of(String method, String url, long seconds, String nonce) {
        var uri = URI.create(url);
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        int usual = "http".equals(uri.getScheme()) ? 80 : 443;
        var host = uri.getHost() == null ? "" : uri.getHost();
        return new HawkSignature(
                method, path + query, host, uri.getPort() > 0 ? uri.getPort() : usual, seconds, nonce, "");
    }

    public String mac(Secret secret) {
        var text = String.join(
                "\n",
                "hawk.1.header",
                Long.toString(seconds),
                nonce,
                method,
                resource,
                host,
                Integer.toString(port),
                "",
                ext,
                "");
        return Hmac.base64(MAC, Hmac.utf8(secret.value()), Hmac.utf8(text));
    }

    /// True when that is the signature; the time it takes tells nothing.
    public boolean isSignedBy(Secret secret, String mac) {
        return Hmac.same(mac(secret), mac);
    }

    /// The value of `Authorization`.
    public String header(String id, Secret secret) {
        var more = ext.isEmpty() ? "" : ", ext=\"" + ext + "\"";
        return "Hawk id=\"" + id + "\", ts=\"" + seconds + "\", nonce=\"" + nonce + "\"" + more + ", mac=\""
                + mac(secret) + "\"";
    }
}
