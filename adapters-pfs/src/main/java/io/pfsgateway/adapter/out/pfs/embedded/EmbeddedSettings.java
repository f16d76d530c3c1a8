package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.pfs.PfsCaches;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Where the embedded file system lives, what tells it the time, and how much memory it may take for what it read lately.
 *
 * @param folder a folder of its own; it is made where it is missing
 */
public record EmbeddedSettings(Path folder, Clock clock, PfsCaches caches) {
    /** With caches of the usual size. */
    public EmbeddedSettings(Path folder, Clock clock) {
        this(folder, clock, PfsCaches.defaults());
    }
}
