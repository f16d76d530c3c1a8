package io.pfsgateway.bootstrap.settings;

import io.pfsgateway.application.service.LastModifiedRule;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * All that the gateway is told at its start. Combinations that would leave a setting without effect, or the data open to the
 * network by accident, are refused.
 *
 * @param outside how it is seen from outside
 * @param pfs the file system
 * @param auth who may
 */
public record Settings(
        S3Settings s3,
        AuthSettings auth,
        OutsideSettings outside,
        FileSystemSettings pfs,
        BookkeepingSettings bookkeeping,
        LastModifiedRule lastModified) {
    public Settings {
        boolean local = s3.listen().getAddress().isLoopbackAddress();
        if (auth.isOpen() && !local && !auth.openAnywhere()) {
            throw new SettingRefused("Open mode lets anyone who reaches "
                    + s3.listen().getAddress().getHostAddress()
                    + " read and write everything: listen on a loopback address, use --auth keys,"
                    + " or say --open-anywhere.");
        }
        if (pfs.isReachable() && !auth.openAnywhere()) {
            throw new SettingRefused("pfs_v2 is served to anyone who reaches it, whatever --auth says: let --pfs-listen"
                    + " be a loopback address, or say --open-anywhere.");
        }
        if (auth.mode() == AuthMode.PACHYDERM) {
            requireSafeForTokens(s3, auth, pfs);
        }
        if (!auth.isOpen() && auth.openAnywhere() && !pfs.isReachable()) {
            throw new SettingRefused("--open-anywhere is for --auth open; with keys it would do nothing.");
        }
    }

    /** Where health and metrics are served, if anywhere. */
    public Optional<InetSocketAddress> admin() {
        return outside.admin();
    }

    /** The pachd that is used instead of the embedded file system. */
    public Optional<PachdSettings> pachd() {
        return pfs.pachd();
    }

    /** Each request carries the secret itself, in its credential. */
    private static void requireSafeForTokens(S3Settings s3, AuthSettings auth, FileSystemSettings pfs) {
        if (pfs.pachd().isEmpty()) {
            throw new SettingRefused("--auth pachyderm asks a pachd who its users are: name it with --pfs.");
        }
        if (pfs.pachd().get().tokenFile().isEmpty()) {
            throw new SettingRefused(
                    "--auth pachyderm needs --pachd-token-file: with it the gateway clears abandoned uploads,"
                            + " and asks whether the pachd answers.");
        }
        boolean local = s3.listen().getAddress().isLoopbackAddress();
        if (!local && s3.tls().isEmpty() && !auth.tokens().behindTlsProxy()) {
            throw new SettingRefused(
                    "With --auth pachyderm each request shows its user's token to whoever listens on the way to "
                            + s3.listen().getAddress().getHostAddress()
                            + ": give --tls-cert and --tls-key, or say --behind-tls-proxy if something before the gateway speaks TLS.");
        }
    }

    /** The absolute path of the folder of the embedded file system and of the bookkeeping. */
    public Path data() {
        return pfs.data();
    }

    /** Whether anyone may do anything. */
    public boolean isOpen() {
        return auth.isOpen();
    }

    /** Whether other machines reach pfs_v2. */
    public boolean isPfsReachable() {
        return pfs.isReachable();
    }

    /** Whether other machines reach the S3 address. */
    public boolean isReachable() {
        return !s3.listen().getAddress().isLoopbackAddress();
    }
}
