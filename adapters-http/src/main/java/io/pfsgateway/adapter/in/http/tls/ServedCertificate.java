package io.pfsgateway.adapter.in.http.tls;

import java.security.KeyStore;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificate that new connections get: that of the files as they are now, or the last good one where they cannot be served,
 * of which the log tells once. Safe for many threads.
 */
public final class ServedCertificate {
    private static final Logger LOG = LoggerFactory.getLogger(ServedCertificate.class);

    private final TlsFiles files;
    private final SslContextFactory.Server contexts;
    private TlsFiles.@Nullable Texts tried;
    private @Nullable String complaint;

    private ServedCertificate(TlsFiles files, SslContextFactory.Server contexts, TlsFiles.Texts tried) {
        this.files = files;
        this.contexts = contexts;
        this.tried = tried;
    }

    /** Reads the files for the first time. */
    public static ServedCertificate of(TlsFiles files) throws TlsRefused {
        TlsFiles.Texts texts = files.read();
        SslContextFactory.Server contexts = new SslContextFactory.Server();
        contexts.setKeyStorePassword(PemKeyPair.PASSWORD);
        contexts.setKeyStore(PemKeyPair.of(files, texts).keyStore());
        contexts.setSniRequired(false);
        contexts.setRenegotiationAllowed(false);
        return new ServedCertificate(files, contexts, texts);
    }

    /** What makes TLS of connections; it follows the files. */
    public SslContextFactory.Server contexts() {
        return contexts;
    }

    /** Looks whether the files have changed, and takes what they hold now if that can be served. */
    public synchronized void refresh() {
        try {
            TlsFiles.Texts now = files.read();
            if (now.equals(tried)) {
                return;
            }
            tried = now;
            KeyStore store = PemKeyPair.of(files, now).keyStore();
            contexts.reload(factory -> factory.setKeyStore(store));
            complaint = null;
            LOG.info("New connections get the certificate that is now in {}", files.certificate());
        } catch (TlsRefused refused) {
            complain(refused.getMessage());
        } catch (Exception failed) {
            complain(failed.toString());
        }
    }

    private void complain(@Nullable String what) {
        if (what != null && !what.equals(complaint)) {
            LOG.error("The certificate that was there before is still served: {}", what);
        }
        complaint = what;
    }
}
