package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.access.FileSystemToken;
import java.time.Instant;
import java.util.Optional;

/** Tells who holds a token, in a file system that knows its users itself. It may be asked at any time; nothing is changed. */
public interface TokenAuthority {
    /** What is known of a token. */
    enum Standing {
        HELD,
        /** There is no such token, or not any more. */
        UNKNOWN,
        /** The file system knows no users. */
        NO_USERS
    }

    /**
     * What the file system says of a token.
     *
     * @param holder the name of whoever holds it; empty unless it is held
     * @param expiresAt when the token ends, if it does
     */
    record Answer(Standing standing, Optional<String> holder, Optional<Instant> expiresAt) {
        /** There is no such token. */
        public static final Answer UNKNOWN = new Answer(Standing.UNKNOWN, Optional.empty(), Optional.empty());

        /** Nobody can tell. */
        public static final Answer NO_USERS = new Answer(Standing.NO_USERS, Optional.empty(), Optional.empty());

        /** It is held. */
        public static Answer held(String holder, Optional<Instant> expiresAt) {
            return new Answer(Standing.HELD, Optional.of(holder), expiresAt);
        }
    }

    /**
     * Asks. What is answered may have been true up to a minute ago.
     *
     * @throws io.pfsgateway.domain.failure.FileSystemFailure with {@code FILE_SYSTEM_UNAVAILABLE} when the file system is out of
     *     reach
     */
    Answer ask(FileSystemToken token);
}
