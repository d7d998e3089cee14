package io.signalbox.mail;

import io.signalbox.http.AddressPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.SocketFactory;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// The line of one exchange. What is dialled is what was checked, and when the time is up the line is cut.
final class Sockets extends SocketFactory {
    private final boolean privately;
    private volatile @Nullable Socket line;
    private volatile boolean saysBody;
    private volatile boolean late;

    /// @param privately true when private networks are allowed
    Sockets(boolean privately) {
        this.privately = privately;
    }

    /// From now on nobody knows whether the server took the message.
    void bodyBegins() {
        saysBody = true;
    }

    boolean saysBody() {
        return saysBody;
    }

    boolean isLate() {
        return late;
    }

    /// True when the two ends did not agree on how to speak in secret.
    static boolean isTls(IOException failure) {
        return failure instanceof SSLException;
    }

    void closeAfter(Duration time) {
        try {
            Thread.sleep(time);
            late = true;
            close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    void close() {
        var open = line;
        if (open != null) {
            try {
                open.close();
            } catch (IOException _) {
                // It is gone either way.
            }
        }
    }

    /// Such an address is never dialled.
    static final class ForbiddenAddress extends IOException {
        private static final long serialVersionUID = 1;

        private final String key;

        ForbiddenAddress(String key) {
            super(key);
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    private final class Checked extends Socket {
        @Override
        public void connect(SocketAddress address, int timeout) throws IOException {
            if (!(address instanceof InetSocketAddress known) || known.isUnresolved()) {
                throw new UnknownHostException(address.toString());
            }
            var refusal = AddressPolicy.refusal(known.getAddress(), privately);
            if (refusal.isPresent()) {
                throw new ForbiddenAddress(refusal.get());
            }
            super.connect(address, timeout);
        }
    }

    @Override
    public Socket createSocket() {
        var made = new Checked();
        line = made;
        return made;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket(InetAddress.getByName(host), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        var made = createSocket();
        made.connect(new InetSocketAddress(host, port));
        return made;
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(InetAddress.getByName(host), port, from, fromPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        var made = createSocket();
        made.bind(new InetSocketAddress(from, fromPort));
        made.connect(new InetSocketAddress(host, port));
        return made;
    }
}
