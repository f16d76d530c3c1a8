package io.pfsgateway.application.port.in;

/** The time in which a thread works for a caller. It is to be closed by the same thread, scopes within it first. */
public interface CallerScope extends AutoCloseable {
    /** Of a gateway whose file system knows no users. */
    CallerScope NONE = () -> {};

    @Override
    void close();
}
