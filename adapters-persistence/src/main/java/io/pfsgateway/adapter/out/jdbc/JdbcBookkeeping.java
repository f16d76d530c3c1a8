package io.pfsgateway.adapter.out.jdbc;

import io.pfsgateway.application.port.out.BranchLocks;
import io.pfsgateway.application.port.out.BucketConfigurationStore;
import io.pfsgateway.application.port.out.FileAttributeBookkeeping;
import io.pfsgateway.application.port.out.UploadBookkeeping;
import io.pfsgateway.domain.failure.FileSystemFailure;
import java.time.Clock;

/**
 * The database of the gateway's bookkeeping, open until it is closed, and the roles that are kept in it. It may be lost and come
 * back meanwhile: calls then fail as out of reach, and work again without anything having to be done.
 */
public final class JdbcBookkeeping implements AutoCloseable {
    private final JdbcDatabase database;
    private final UploadBookkeeping uploads;
    private final BucketConfigurationStore bucketConfigurations;
    private final FileAttributeBookkeeping fileAttributes;

    private final BranchLockPool locks;

    private JdbcBookkeeping(JdbcDatabase database, BranchLockPool locks, Clock clock) {
        this.database = database;
        this.locks = locks;
        this.uploads = new UploadBookkeeping(new JdbiUploadRegistry(database), new JdbiUploadEndings(database, clock));
        this.bucketConfigurations = new JdbiBucketConfigurations(database);
        this.fileAttributes = new FileAttributeBookkeeping(
                new JdbiFileAttributes(database, clock), new JdbiFileAttributeRemoval(database));
    }

    /**
     * Opens a database, makes or updates its schema, and takes the time at which uploads end from a clock.
     *
     * @throws JdbcRefused if it cannot be reached, is in use by another process where only one may use it, is of a newer version,
     *     or holds other things
     */
    public static JdbcBookkeeping open(JdbcSettings settings, Clock clock) {
        return open(settings, clock, DatabaseObserver.NONE);
    }

    /** The same, telling an observer of every statement. */
    public static JdbcBookkeeping open(JdbcSettings settings, Clock clock, DatabaseObserver observer) {
        JdbcOpening opening = new JdbcOpening(settings);
        return new JdbcBookkeeping(opening.open(observer), opening.openLocks(), clock);
    }

    /** The bookkeeping of multipart uploads. */
    public UploadBookkeeping uploads() {
        return uploads;
    }

    /** What is set on buckets. */
    public BucketConfigurationStore bucketConfigurations() {
        return bucketConfigurations;
    }

    /** Attributes of files, for a file system that keeps none. */
    public FileAttributeBookkeeping fileAttributes() {
        return fileAttributes;
    }

    /** Mutual exclusion by branch, among all gateways that share the database. */
    public BranchLocks branchLocks() {
        return locks.locks();
    }

    /** Whether the database answers, asked anew with one small statement; false after the settings' patience at the latest. */
    public boolean isReachable() {
        try {
            return database.inTransaction(
                    handle -> handle.createQuery("SELECT 1").mapTo(int.class).one() == 1);
        } catch (FileSystemFailure failure) {
            return false;
        }
    }

    /**
     * How many uploads are open, among all gateways that share the database; they are counted up to a limit, at a cost in proportion.
     *
     * @throws FileSystemFailure if the database is out of reach
     */
    public long openUploads(int limit) {
        return database.inTransaction(handle -> new UploadTable(handle).count(limit));
    }

    JdbcDatabase database() {
        return database;
    }

    @Override
    public void close() {
        locks.close();
        database.close();
    }
}
