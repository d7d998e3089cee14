package io.signalbox.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/// Stands on loopback before a stand-in, speaks HTTP/1.1 and treats the next so many requests badly, the others well.
final class FaultProxy implements AutoCloseable {
    private static final int PAUSE = 5;
    private static final byte[] PACKED = bomb();
    private static final byte[] BUSY = reply("503 Service Unavailable", "{\"error\":\"busy\"}");

    /// When the trouble begins.
    enum Phase {
        /// A byte of the request was read.
        BEFORE,
        /// Half of the request was read; the stand-in never hears of it.
        DURING,
        /// The stand-in has done what was asked, and its answer is on the way back.
        AFTER
    }

    /// What goes wrong. Before the stand-in was asked, the reply is that of a busy service.
    enum Toxic {
        /// Everything comes later, and well.
        LATENCY,
        /// The whole reply in small pieces.
        BANDWIDTH,
        /// A reply that never ends, byte by byte.
        DRIP,
        RESET,
        /// Closed in good order, without an answer.
        CLOSED,
        /// Begins to answer, and is never heard of again.
        HALF_OPEN,
        /// Reads everything, and answers nothing.
        SILENT,
        /// Half of the reply, then a reset.
        TRUNCATED,
        /// Announces more than comes.
        TOO_LONG,
        /// Announces less than comes.
        TOO_SHORT,
        TWICE,
        GARBAGE,
        /// 4 MiB.
        LARGE,
        /// 64 MiB in a few kilobytes.
        BOMB
    }

    private final ServerSocket door = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger spared = new AtomicInteger();
    private final AtomicInteger times = new AtomicInteger();
    private final AtomicInteger inHand = new AtomicInteger();
    private final int behind;
    private final Phase phase;
    private final Toxic toxic;

    /// @param behind port of the stand-in
    /// @param times so many requests have the trouble
    FaultProxy(int behind, Phase phase, Toxic toxic, int times) throws IOException {
        this(behind, 0, phase, toxic, times);
    }

    /// @param spared so many requests go well before, such as the one for a token
    FaultProxy(int behind, int spared, Phase phase, Toxic toxic, int times) throws IOException {
        this.behind = behind;
        this.spared.set(spared);
        this.phase = phase;
        this.toxic = toxic;
        this.times.set(times);
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return door.getLocalPort();
    }

    /// Callers that hold a connection.
    int open() {
        return open.size();
    }

    /// Whether a request came that was not answered yet.
    boolean busy() {
        return inHand.get() > 0;
    }

    /// Requests whose trouble is still to come.
    int left() {
        return Math.max(0, times.get());
    }

    private void listen() {
        try {
            while (true) {
                var caller = door.accept();
                open.add(caller);
                Thread.ofVirtual().start(() -> serve(caller));
            }
        } catch (IOException closed) {
            // The proxy was closed.
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            boolean more = true;
            while (more) {
                more = exchange(caller);
            }
        } catch (IOException | InterruptedException gone) {
            // The caller hung up.
        } finally {
            open.remove(caller);
        }
    }

    /// @return whether the connection takes another request
    private boolean exchange(Socket caller) throws IOException, InterruptedException {
        int first = caller.getInputStream().read();
        if (first < 0) {
            return false;
        }
        inHand.incrementAndGet();
        try {
            return treated(caller, first);
        } finally {
            inHand.decrementAndGet();
        }
    }

    private boolean treated(Socket caller, int first) throws IOException, InterruptedException {
        var in = caller.getInputStream();
        boolean ill = spared.getAndDecrement() <= 0 && times.getAndDecrement() > 0;
        if (ill && phase == Phase.BEFORE) {
            return trouble(caller, new byte[] {(byte) first}, new byte[0]);
        }
        var head = head(in, first);
        int length = length(head);
        if (ill && phase == Phase.DURING) {
            var half = in.readNBytes(length / 2);
            return trouble(caller, joined(head, half), new byte[0]);
        }
        var request = joined(head, in.readNBytes(length));
        var reply = asked(request);
        if (ill) {
            return trouble(caller, new byte[0], reply);
        }
        caller.getOutputStream().write(reply);
        return true;
    }

    private byte[] asked(byte[] request) throws IOException {
        try (var stand = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            stand.getOutputStream().write(request);
            var head = head(stand.getInputStream(), stand.getInputStream().read());
            return joined(head, stand.getInputStream().readNBytes(length(head)));
        }
    }

    /// @param begun of a request that is not read to its end
    /// @param came the stand-in's reply; empty when it was not asked
    private boolean trouble(Socket caller, byte[] begun, byte[] came) throws IOException, InterruptedException {
        var out = caller.getOutputStream();
        var reply = came.length == 0 ? BUSY : came;
        switch (toxic) {
            case LATENCY -> {
                Thread.sleep(20 * PAUSE);
                out.write(begun.length == 0 ? reply : asked(whole(begun, caller.getInputStream())));
                return true;
            }
            case BANDWIDTH -> pieces(out, reply);
            case DRIP -> drip(out);
            case RESET -> reset(caller);
            case CLOSED -> caller.shutdownOutput();
            // The other half is read, or nobody would see the caller go.
            case HALF_OPEN -> {
                out.write("HTTP/1.1 200 ".getBytes(StandardCharsets.ISO_8859_1));
                caller.getInputStream().transferTo(OutputStream.nullOutputStream());
            }
            case SILENT -> caller.getInputStream().transferTo(OutputStream.nullOutputStream());
            case TRUNCATED -> {
                out.write(reply, 0, reply.length / 2);
                reset(caller);
            }
            case TOO_LONG -> out.write(announcing(reply, 1_000));
            case TOO_SHORT -> out.write(announcing(reply, -7));
            case TWICE -> {
                out.write(joined(reply, reply));
                // A busy service that was not listened to the end cannot go on; the stand-in's caller may.
                return begun.length == 0;
            }
            case GARBAGE -> out.write("\u0000\u0001 no protocol at all\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            case LARGE -> out.write(reply("200 OK", "[" + "1,".repeat(2 << 20) + "1]"));
            case BOMB -> out.write(PACKED);
        }
        return false;
    }

    private byte[] whole(byte[] begun, InputStream in) throws IOException {
        boolean onlyOne = begun.length == 1;
        var head = onlyOne ? head(in, begun[0]) : begun;
        int already = onlyOne ? 0 : begun.length - headLength(begun);
        return joined(head, in.readNBytes(length(head) - already));
    }

    private static void pieces(OutputStream out, byte[] reply) throws IOException, InterruptedException {
        for (int at = 0; at < reply.length; at += 50) {
            out.write(reply, at, Math.min(50, reply.length - at));
            Thread.sleep(PAUSE);
        }
    }

    private static void drip(OutputStream out) throws IOException, InterruptedException {
        out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        while (true) {
            out.write(' ');
            Thread.sleep(PAUSE);
        }
    }

    private static void reset(Socket caller) throws IOException {
        caller.setSoLinger(true, 0);
        caller.close();
    }

    private static byte[] announcing(byte[] reply, int more) {
        var text = new String(reply, StandardCharsets.ISO_8859_1);
        int length = length(reply);
        return text.replaceFirst("(?i)(content-length: *)[0-9]+", "$1" + Math.max(1, length + more))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] reply(String status, String body) {
        return ("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] bomb() {
        var packed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            var spaces = new byte[1 << 20];
            Arrays.fill(spaces, (byte) ' ');
            for (int mebibyte = 0; mebibyte < 64; mebibyte++) {
                zip.write(spaces);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("packing in memory", impossible);
        }
        var head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Type: application/json\r\nContent-Length: "
                + packed.size() + "\r\n\r\n";
        return joined(head.getBytes(StandardCharsets.ISO_8859_1), packed.toByteArray());
    }

    private static byte[] head(InputStream in, int first) throws IOException {
        var head = new ByteArrayOutputStream();
        for (int one = first; one >= 0; one = in.read()) {
            head.write(one);
            if (one == '\n' && headLength(head.toByteArray()) > 0) {
                return head.toByteArray();
            }
        }
        throw new IOException("ended within its head");
    }

    /// 0 when the head is not complete.
    private static int headLength(byte[] message) {
        int end = new String(message, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
        return end < 0 ? 0 : end + 4;
    }

    private static int length(byte[] message) {
        return List.of(new String(message, StandardCharsets.ISO_8859_1).split("\r\n", -1)).stream()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .filter(line -> line.startsWith("content-length:"))
                .findFirst()
                .map(line -> Integer.parseInt(line.substring(15).strip()))
                .orElse(0);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (var caller : open) {
            caller.close();
        }
    }
}
