package io.pfsgateway.adapter.out.pfs.grpc;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How a server is spoken to.
 *
 * @param authorities a PEM file with the authorities whose certificates are trusted, instead of the platform's own
 * @param patience how long an answer, or the next step of a stream, may take; it covers the server's work on a commit
 * @param token the Pachyderm token that a call carries, asked for on the thread that makes the call; empty for none
 * @param escapesKeys whether keys that the server cannot hold are written in other characters, instead of being refused
 */
public record GrpcSettings(
        PachdAddress address,
        Optional<Path> authorities,
        Duration patience,
        Supplier<Optional<String>> token,
        boolean escapesKeys) {
    /** Long enough for the server to finish a large commit. */
    public static final Duration DEFAULT_PATIENCE = Duration.ofMinutes(2);
}
