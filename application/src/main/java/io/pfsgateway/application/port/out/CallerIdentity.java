package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.access.FileSystemToken;
import java.util.Optional;

/** In whose name a file system that knows its users itself is asked, thread by thread. Safe for many threads. */
public interface CallerIdentity {
    /** The time in which a thread has an identity; closed by the same thread, inner ones first, it restores the one before. */
    interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * From now on this thread's calls to the file system are a caller's: whoever holds the token, or nobody at all, whatever the
     * gateway itself may do.
     */
    Scope assume(Optional<FileSystemToken> token);

    /** From now on this thread's calls are the gateway's own, for what it does on its own account. */
    Scope assumeGateway();
}
