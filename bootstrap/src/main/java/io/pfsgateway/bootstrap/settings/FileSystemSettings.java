package io.pfsgateway.bootstrap.settings;

import io.pfsgateway.pfs.PfsCaches;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file system: the embedded one, or a pachd's.
 *
 * @param data the absolute path of the folder that the embedded one is in, and the bookkeeping where it has no database of its own
 * @param listen where the embedded one is served as pfs_v2, if anywhere
 * @param caches how much memory the embedded one may take for what it read lately
 * @param pachd the server that is used instead of the embedded one
 */
public record FileSystemSettings(
        Path data, Optional<InetSocketAddress> listen, PfsCaches caches, Optional<PachdSettings> pachd) {
    public FileSystemSettings {
        if (pachd.isPresent() && listen.isPresent()) {
            throw new SettingRefused("--pfs-listen serves the embedded file system, and --pfs names a pachd.");
        }
    }

    /** The embedded file system, with caches of the usual size. */
    public FileSystemSettings(Path data, Optional<InetSocketAddress> listen) {
        this(data, listen, PfsCaches.defaults(), Optional.empty());
    }

    /** Whether other machines reach it without the gateway. */
    boolean isReachable() {
        return listen.filter(at -> !at.getAddress().isLoopbackAddress()).isPresent();
    }
}
