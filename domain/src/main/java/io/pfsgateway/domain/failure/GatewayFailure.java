package io.pfsgateway.domain.failure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that was refused or that failed, with what it failed on as typed fields of its subclass. Nothing of what was asked
 * has been done, unless the kind is {@link FailureKind#OUTCOME_UNKNOWN}. Messages are for the client: they hold no host, path of
 * the server, SQL or stack.
 */
public abstract sealed class GatewayFailure extends RuntimeException
        permits AccessFailure, BucketFailure, FileSystemFailure, KeyFailure, RequestFailure, UploadFailure {
    private static final long serialVersionUID = 1L;

    private final FailureKind kind;

    GatewayFailure(FailureKind kind, String message) {
        this(kind, message, null);
    }

    GatewayFailure(FailureKind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** Throws the first of what failed, the others with it as suppressed; nothing where nothing did. */
    public static void throwTogether(List<GatewayFailure> failures) {
        if (!failures.isEmpty()) {
            GatewayFailure first = failures.get(0);
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }

    /** What kind of failure it is. */
    public final FailureKind kind() {
        return kind;
    }

    /** What the client may be told. */
    public final String reason() {
        String message = getMessage();
        return message == null ? kind.name() : message;
    }
}
