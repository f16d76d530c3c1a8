package io.pfsgateway.testkit.fake;

import io.pfsgateway.application.port.out.CallerIdentity;
import io.pfsgateway.domain.access.FileSystemToken;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Identities of threads, and what a file system would be shown. */
public final class InMemoryCallerIdentity implements CallerIdentity {
    private final Map<Thread, Optional<FileSystemToken>> bound = new ConcurrentHashMap<>();
    private final FileSystemToken own;

    /** Of a gateway with a token of its own. */
    public InMemoryCallerIdentity(FileSystemToken own) {
        this.own = own;
    }

    @Override
    public Scope assume(Optional<FileSystemToken> token) {
        Thread thread = Thread.currentThread();
        Optional<Optional<FileSystemToken>> before = Optional.ofNullable(bound.put(thread, token));
        return () -> before.ifPresentOrElse(outer -> bound.put(thread, outer), () -> bound.remove(thread));
    }

    @Override
    public Scope assumeGateway() {
        return assume(Optional.of(own));
    }

    /** What a call that begins on this thread shows; empty for nobody. */
    public Optional<FileSystemToken> shown() {
        return Optional.ofNullable(bound.get(Thread.currentThread()))
                .orElseThrow(() -> new IllegalStateException("A call to the file system begins in nobody's name"));
    }
}
