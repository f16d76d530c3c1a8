package io.pfsgateway.bootstrap.settings;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The embedded file system.
 *
 * @param data the absolute path of its folder
 * @param listen where it is served as pfs_v2, if anywhere
 */
public record EmbeddedPfsSettings(Path data, Optional<InetSocketAddress> listen) {
    /** Whether other machines reach it without the gateway. */
    boolean isReachable() {
        return listen.filter(at -> !at.getAddress().isLoopbackAddress()).isPresent();
    }
}
