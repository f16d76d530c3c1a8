package io.pfsgateway.adapter.out.pfs.grpc;

import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.PfsSettings;
import io.pfsgateway.pfs.server.PfsServer;
import io.pfsgateway.pfs.server.PfsServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/** A server on an embedded file system in a folder of its own, on any free port. */
final class EmbeddedServer implements AutoCloseable {
    private final Path folder;
    private final EmbeddedPfs pfs;
    private final PfsServer server;

    private EmbeddedServer(Path folder, EmbeddedPfs pfs, PfsServer server) {
        this.folder = folder;
        this.pfs = pfs;
        this.server = server;
    }

    static EmbeddedServer start() {
        try {
            Path folder = Files.createTempDirectory("pfs-server");
            EmbeddedPfs pfs = EmbeddedPfs.open(folder, PfsSettings.defaults());
            InetSocketAddress listen = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            return new EmbeddedServer(
                    folder,
                    pfs,
                    PfsServer.start(pfs, new PfsServerSettings(listen, Duration.ofSeconds(5), "test", "test")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    PachdAddress address() {
        return new PachdAddress("127.0.0.1", server.address().getPort(), false);
    }

    @Override
    public void close() {
        server.close();
        pfs.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
