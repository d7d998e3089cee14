package io.signalbox.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/// A mail server with TLS under a certificate made for one test, which says what it is told to say.
final class CrookedServer implements AutoCloseable {
    static final String HANG_UP = "hang up";
    static final String SILENCE = "silence";
    private static final String PASSWORD = "changeit";

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    private final SSLContext tls = context();
    private volatile boolean fromTheStart;
    private volatile Map<String, String> answers = Map.of();
    private volatile String login = "";

    CrookedServer() throws Exception {
        Thread.startVirtualThread(this::listen);
    }

    int port() {
        return door.getLocalPort();
    }

    /// Who trusts its certificate.
    SSLSocketFactory trusted() {
        return tls.getSocketFactory();
    }

    /// The last user and password that it was shown, or what came in their place; `|` stands for what parts it.
    String login() {
        return login;
    }

    /// @param encrypted from the start
    /// @param said by verb, `greeting` or `.` for the end of the message
    void behave(boolean encrypted, Map<String, String> said) {
        fromTheStart = encrypted;
        answers = said;
    }

    private static SSLContext context() throws IOException, GeneralSecurityException, InterruptedException {
        var folder = Files.createTempDirectory("crooked");
        var file = folder.resolve("key.p12");
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-alias",
                        "mail",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=crooked",
                        "-ext",
                        "SAN=ip:127.0.0.1")
                .start();
        if (!made.waitFor(30, TimeUnit.SECONDS) || made.exitValue() != 0) {
            throw new IOException("no certificate was made");
        }
        var store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("mail", store.getCertificate("mail"));
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        Files.delete(file);
        Files.delete(folder);
        return context;
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                var socket = door.accept();
                Thread.startVirtualThread(() -> {
                    try (var line = socket) {
                        talk(fromTheStart ? encrypted(line) : line);
                    } catch (IOException _) {
                        // Whoever called hung up.
                    }
                });
            } catch (IOException _) {
                return;
            }
        }
    }

    private Socket encrypted(Socket plain) throws IOException {
        var socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
        socket.setUseClientMode(false);
        socket.startHandshake();
        return socket;
    }

    private void talk(Socket socket) throws IOException {
        if (!say(socket, "greeting", "220 crooked ESMTP")) {
            return;
        }
        converse(socket);
    }

    private void converse(Socket socket) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            if (verb.equals("STARTTLS")) {
                write(socket, "220 Go");
                converse(encrypted(socket));
                return;
            }
            if (verb.equals("AUTH")) {
                var shown = new String(
                        Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1)), StandardCharsets.UTF_8);
                login = shown.substring(shown.indexOf(0) + 1).replace('\0', ':').replace('\u0001', '|');
            }
            boolean goesOn = say(
                    socket,
                    verb,
                    switch (verb) {
                        case "EHLO" ->
                            "250-crooked\r\n250-AUTH PLAIN XOAUTH2\r\n250"
                                    + (socket instanceof SSLSocket ? " 8BITMIME" : " STARTTLS");
                        case "AUTH" -> "235 2.7.0 Welcome";
                        case "DATA" -> "354 Go on";
                        case "QUIT" -> "221 Bye";
                        default -> "250 2.0.0 Ok";
                    });
            if (!goesOn) {
                return;
            }
            if (verb.equals("DATA") && !answers.containsKey("DATA")) {
                for (var part = lines.readLine(); part != null && !part.equals("."); part = lines.readLine()) {
                    // Only its end matters.
                }
                if (!say(socket, ".", "250 2.0.0 Queued")) {
                    return;
                }
            }
        }
    }

    private boolean say(Socket socket, String verb, String usual) throws IOException {
        var said = answers.getOrDefault(verb, usual);
        switch (said) {
            case HANG_UP -> {
                return false;
            }
            case SILENCE -> {
                try {
                    Thread.sleep(20_000);
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
                return false;
            }
            default -> write(socket, said);
        }
        return true;
    }

    private static void write(Socket socket, String line) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
