package io.signalbox.sandbox.mail;

import io.signalbox.sandbox.Answer;
import io.signalbox.sandbox.Asked;
import io.signalbox.sandbox.StandIn;
import io.signalbox.sandbox.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens for mail on this computer alone. Safe for threads.
final class MailStandIn implements StandIn {
    private static final Logger LOG = LoggerFactory.getLogger(MailStandIn.class);

    private final ServerSocket door;
    private final World world;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    /// @throws UncheckedIOException when the port after the sandbox's is taken
    MailStandIn(World world) {
        this.world = world;
        try {
            door = new ServerSocket(world.port() + 1, 50, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException taken) {
            throw new UncheckedIOException("the port for mail is taken: " + (world.port() + 1), taken);
        }
        Thread.startVirtualThread(this::listen);
    }

    @Override
    public Answer answer(Asked asked) {
        return Answer.problem(404, "mail comes in by SMTP, at port " + door.getLocalPort());
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                var line = door.accept();
                Thread.startVirtualThread(() -> {
                    try (line) {
                        line.setSoTimeout(30_000);
                        new MailTalk(world, seen, line.getInputStream(), line.getOutputStream()).run();
                    } catch (IOException broken) {
                        LOG.debug("a sender of mail hung up", broken);
                    }
                });
            } catch (IOException closed) {
                LOG.debug("no more mail is taken", closed);
            }
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("closing the door for mail", failure);
        }
    }
}
