package io.signalbox.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.SocketFactory;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Response;

/// Lets nothing pass for the answer to a request that came before it was asked. A service that answers once too often
/// would otherwise have the spare answer taken for that of whoever uses the connection next. HTTP/2 numbers its answers
/// and needs no such care. Safe for use by several threads.
final class OwnAnswers extends SocketFactory implements Interceptor {
    private final Map<Ends, Counted> open = new ConcurrentHashMap<>();

    private record Ends(SocketAddress local, SocketAddress remote) {
        static Ends of(Socket socket) {
            return new Ends(socket.getLocalSocketAddress(), socket.getRemoteSocketAddress());
        }
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        var connection = chain.connection();
        if (connection == null || isNumbered(connection)) {
            return chain.proceed(chain.request());
        }
        // Under TLS another socket is laid over ours.
        var wire = connection.socket() instanceof Counted own ? own : open.get(Ends.of(connection.socket()));
        if (wire == null) {
            return chain.proceed(chain.request());
        }
        // What a fresh connection of TLS has to say first is no answer.
        boolean used = wire.used;
        wire.used = true;
        if (used && wire.getInputStream().available() > 0) {
            wire.close();
            throw new IOException("there was an answer before the question");
        }
        long before = wire.read.get();
        var response = chain.proceed(chain.request());
        if (used && wire.read.get() == before) {
            response.close();
            wire.close();
            throw new IOException("the answer was there before the question");
        }
        return response;
    }

    private static boolean isNumbered(Connection connection) {
        var protocol = connection.protocol();
        return protocol != Protocol.HTTP_1_1 && protocol != Protocol.HTTP_1_0;
    }

    @Override
    public Socket createSocket() {
        return new Counted();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket(InetAddress.getByName(host), port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(InetAddress.getByName(host), port, local, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        var socket = new Counted();
        socket.connect(new InetSocketAddress(host, port));
        return socket;
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        var socket = new Counted();
        socket.bind(new InetSocketAddress(local, localPort));
        socket.connect(new InetSocketAddress(host, port));
        return socket;
    }

    /// Counts what it reads.
    private final class Counted extends Socket {
        private final AtomicLong read = new AtomicLong();
        private volatile boolean used;

        @Override
        public void connect(SocketAddress address, int timeout) throws IOException {
            super.connect(address, timeout);
            open.put(Ends.of(this), this);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    int one = super.read();
                    count(one < 0 ? -1 : 1);
                    return one;
                }

                @Override
                public int read(byte[] into, int at, int length) throws IOException {
                    int bytes = super.read(into, at, length);
                    count(bytes);
                    return bytes;
                }
            };
        }

        private void count(int bytes) {
            if (bytes > 0) {
                read.addAndGet(bytes);
            }
        }

        @Override
        public void close() throws IOException {
            open.remove(Ends.of(this), this);
            super.close();
        }
    }
}
