package io.pfsgateway.bootstrap.settings;

import io.pfsgateway.application.service.LastModifiedRule;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * All that the gateway is told at its start. Combinations that would leave a setting without effect, or the data open to the
 * network by accident, are refused.
 *
 * @param admin where health is served, if anywhere
 * @param data the absolute path of the embedded file system
 * @param keysFile the access keys; empty in open mode, where nobody is asked for one
 */
public record Settings(
        S3Settings s3,
        Optional<InetSocketAddress> admin,
        Path data,
        Optional<Path> keysFile,
        LastModifiedRule lastModified) {
    public Settings {
        boolean open = keysFile.isEmpty();
        boolean local = s3.listen().getAddress().isLoopbackAddress();
        if (open && !local && !s3.openAnywhere()) {
            throw new SettingRefused("Open mode lets anyone who reaches "
                    + s3.listen().getAddress().getHostAddress()
                    + " read and write everything: listen on a loopback address, use --auth keys,"
                    + " or say --open-anywhere.");
        }
        if (!open && s3.openAnywhere()) {
            throw new SettingRefused("--open-anywhere is for --auth open; with keys it would do nothing.");
        }
    }

    /** Whether anyone may do anything. */
    public boolean isOpen() {
        return keysFile.isEmpty();
    }

    /** Whether other machines reach the S3 address. */
    public boolean isReachable() {
        return !s3.listen().getAddress().isLoopbackAddress();
    }
}
