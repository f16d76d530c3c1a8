package io.pfsgateway.adapter.out.keysfile;

import io.pfsgateway.application.port.out.CredentialStore;
import io.pfsgateway.domain.access.AccessKey;
import io.pfsgateway.domain.access.Credential;
import io.pfsgateway.domain.access.Grant;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key pairs of a keys file. A new version of the file counts within a second of its use, as a whole; one that is refused
 * leaves the keys as they were and is logged once.
 */
public final class KeysFileCredentialStore implements CredentialStore {
    /** How long a look at the file stays good. */
    public static final Duration FRESHNESS = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(KeysFileCredentialStore.class);

    private final KeysFile file;
    private final Clock clock;
    private final ReentrantLock looking = new ReentrantLock();

    // The text itself is compared, not its time and size: a second write within the clock's tick would go unseen.
    private byte[] text;
    private @Nullable String complaint;
    private volatile Instant looked;
    private volatile AccessKeys keys;

    private KeysFileCredentialStore(KeysFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
        this.looked = clock.instant();
        this.text = file.read();
        this.keys = KeysFileParser.parse(file, text);
    }

    /**
     * Reads the file.
     *
     * @throws KeysFileRefused if it cannot be used
     */
    public static KeysFileCredentialStore open(Path path, Clock clock) {
        return new KeysFileCredentialStore(new KeysFile(path), clock);
    }

    @Override
    public Optional<Credential> find(AccessKey accessKey) {
        return Optional.ofNullable(current().credentials().get(accessKey));
    }

    @Override
    public List<Grant> anonymousGrants() {
        return current().anonymous();
    }

    private AccessKeys current() {
        // Whoever finds another looking already goes on with the keys that are there.
        if (isStale() && looking.tryLock()) {
            try {
                look();
            } finally {
                looking.unlock();
            }
        }
        return keys;
    }

    private boolean isStale() {
        return Duration.between(looked, clock.instant()).abs().compareTo(FRESHNESS) >= 0;
    }

    private void look() {
        looked = clock.instant();
        try {
            byte[] found = file.read();
            complaint = null;
            if (!Arrays.equals(found, text)) {
                text = found;
                keys = KeysFileParser.parse(file, found);
                LOG.info(
                        "Read {} again: {} access keys",
                        file.path(),
                        keys.credentials().size());
            }
        } catch (KeysFileRefused refused) {
            if (!Objects.equals(refused.getMessage(), complaint)) {
                complaint = refused.getMessage();
                LOG.warn("{} The keys read before stay in force.", complaint);
            }
        }
    }
}
