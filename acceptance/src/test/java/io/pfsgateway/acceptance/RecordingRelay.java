package io.pfsgateway.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Passes bytes between a client and the gateway unchanged, and keeps what the client sent. It changes nothing, so signatures
 * hold: clients sign the relay's own address as the host.
 */
final class RecordingRelay implements AutoCloseable {
    private static final int BUFFER_BYTES = 16 * 1024;

    private final ServerSocket server;
    private final URI target;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    private RecordingRelay(ServerSocket server, URI target) {
        this.server = server;
        this.target = target;
    }

    /** Opens a relay on a free port. */
    static RecordingRelay to(URI target) throws IOException {
        RecordingRelay relay = new RecordingRelay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
        relay.threads.execute(relay::accept);
        return relay;
    }

    /** Where clients connect. */
    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** All that clients sent so far, one character for each byte, in the order of its arrival. */
    String sent() {
        synchronized (sent) {
            return sent.toString(StandardCharsets.ISO_8859_1);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                Socket gateway = new Socket(target.getHost(), target.getPort());
                threads.execute(() -> pump(client, gateway, true));
                threads.execute(() -> pump(gateway, client, false));
            }
        } catch (SocketException closed) {
            // Closing the server is how accepting ends.
            if (!server.isClosed()) {
                throw new UncheckedIOException(closed);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void pump(Socket from, Socket to, boolean recorded) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (recorded) {
                    synchronized (sent) {
                        sent.write(buffer, 0, count);
                    }
                }
                out.write(buffer, 0, count);
            }
        } catch (SocketException closed) {
            // The other direction ended first and closed both sockets.
            if (!from.isClosed() || !to.isClosed()) {
                throw new UncheckedIOException(closed);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
