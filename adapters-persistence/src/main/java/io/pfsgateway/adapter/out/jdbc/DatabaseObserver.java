package io.pfsgateway.adapter.out.jdbc;

/** Is told of every statement when it has ended. It must not block and must not throw. Safe for many threads. */
@FunctionalInterface
public interface DatabaseObserver {
    /** Looks at nothing. */
    DatabaseObserver NONE = (nanos, failed) -> {};

    /** A statement took so long, and was carried out or failed. */
    void statementEnded(long nanos, boolean failed);
}
