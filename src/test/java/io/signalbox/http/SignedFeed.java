package io.signalbox.http;

import com.sun.net.httpserver.HttpServer;
import io.signalbox.engine.Releases;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A place on this machine where releases are told, and whoever signs them.
public final class SignedFeed implements AutoCloseable {
    public static final String PAGE = "https://it.example.com/signalbox";

    private static final String DOCUMENT = "/signalbox.json";

    private final KeyPair keys;
    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    public SignedFeed() throws IOException, GeneralSecurityException {
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            var body = files.get(exchange.getRequestURI().getPath());
            if (body == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + DOCUMENT;
    }

    /// As openssl writes it.
    public String publicKey() {
        return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                .formatted(
                        Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded()));
    }

    /// How often anybody asked for anything.
    public int asked() {
        return asked.get();
    }

    public static byte[] document(String version) {
        // The spaces and the letter beyond ASCII are signed as they stand.
        return "{ \"version\": \"%s\",\n  \"url\": \"%s\", \"notes\": \"Correções\" }"
                .formatted(version, PAGE)
                .getBytes(StandardCharsets.UTF_8);
    }

    public byte[] signature(byte[] document) throws GeneralSecurityException {
        var signing = Signature.getInstance("Ed25519");
        signing.initSign(keys.getPrivate());
        signing.update(document);
        return signing.sign();
    }

    /// From now on, and signed.
    public void tell(String version) throws GeneralSecurityException {
        serve(document(version));
        serveSignature(signature(document(version)));
    }

    void serve(byte[] document) {
        files.put(DOCUMENT, document);
    }

    void serveSignature(byte[] signature) {
        files.put(DOCUMENT + Releases.SIGNATURE, signature);
    }

    void serveNoSignature() {
        files.remove(DOCUMENT + Releases.SIGNATURE);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
