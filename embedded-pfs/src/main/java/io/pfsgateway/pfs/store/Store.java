package io.pfsgateway.pfs.store;

import io.pfsgateway.pfs.disk.Disk;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.PfsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteOptions;

/**
 * The store of one folder. It can be closed and opened again under those who use it: views and sessions hold a lease, and
 * closing waits for them. What it reads is durable, since a forced batch becomes visible only after it is on disk.
 */
public final class Store implements AutoCloseable {
    private final Path folder;
    private final StoreSettings settings;
    private final Disk disk;
    private final ReadWriteLock gate = new ReentrantReadWriteLock();
    private @Nullable Database database;
    private final Recent recent;
    private final AtomicInteger openings = new AtomicInteger(1);
    private final LongAdder uses = new LongAdder();

    private Store(Path folder, StoreSettings settings, Disk disk, Database database) {
        this.folder = folder;
        this.settings = settings;
        this.disk = disk;
        this.database = database;
        this.recent = new Recent(settings.recentBytes());
    }

    /** Loads what every store needs, which the first to be opened would do. */
    public static void prepare() {
        NativeLibrary.load();
    }

    public static Store open(Path folder, StoreSettings settings, Disk disk) throws IOException {
        return new Store(folder, settings, disk, Database.open(folder, settings));
    }

    /** Reads what is durable at each moment. The caller closes it, on the same thread. */
    public View view() {
        return View.latest(lease(), gate.readLock(), recent);
    }

    /** Reads what is durable now, whatever is written meanwhile. The caller closes it, on the same thread. */
    public View snapshot() {
        return View.frozen(lease(), gate.readLock(), recent);
    }

    /** A batch that reads its own writes. The caller closes it, on the same thread. */
    public Session session() {
        return new Session(lease(), gate.readLock(), disk, recent);
    }

    /** Fills a batch and writes it without forcing it. */
    public void writeRelaxed(BatchFiller filler) {
        Database current = lease();
        try (Batch batch = new Batch(current.handles());
                WriteOptions options = new WriteOptions()) {
            filler.fill(batch);
            current.rocks().write(options, batch.batch());
        } catch (RocksDBException failure) {
            throw new PfsException(FailureKind.UNAVAILABLE, "The store takes no writes", failure);
        } finally {
            gate.readLock().unlock();
        }
    }

    /** What the database itself has counted since the store was last opened: writes, forced writes, stalls. */
    public String statistics() {
        Database current = lease();
        try {
            return current.statistics();
        } catch (RocksDBException failure) {
            throw new PfsException(FailureKind.UNAVAILABLE, "The store tells nothing", failure);
        } finally {
            gate.readLock().unlock();
        }
    }

    /** The memory that it holds just now; empty while it is closed, or opened or closed by another. It waits for nobody. */
    public Optional<StoreMemory> memory() {
        if (!gate.readLock().tryLock()) {
            return Optional.empty();
        }
        try {
            Database current = database;
            return current == null
                    ? Optional.empty()
                    : Optional.of(new StoreMemory(
                            recent.bytes(), current.blockBytes(), current.unwrittenBytes(), current.tableBytes()));
        } catch (RocksDBException failure) {
            throw new PfsException(FailureKind.UNAVAILABLE, "The store tells nothing", failure);
        } finally {
            gate.readLock().unlock();
        }
    }

    /** Gives the space of what was deleted back to the disk, at the cost of writing all that is left once more. */
    public void compact() {
        Database current = lease();
        try {
            current.compact();
        } catch (RocksDBException failure) {
            throw new PfsException(FailureKind.UNAVAILABLE, "The store could not be compacted", failure);
        } finally {
            gate.readLock().unlock();
        }
    }

    /**
     * Gives the space of what was deleted from a range back to the disk, at the cost of writing all that is left of it once more, and what is
     * beside it in the same files; more, the more was written since the store last compacted by itself.
     */
    public void compact(Family family, byte[] from, byte[] to) {
        Database current = lease();
        try {
            current.compact(family, from, to);
        } catch (RocksDBException failure) {
            throw new PfsException(FailureKind.UNAVAILABLE, "The store could not be compacted", failure);
        } finally {
            gate.readLock().unlock();
        }
    }

    /** The number of the newest write. */
    public long newestWrite() {
        Database current = lease();
        try {
            return current.newestWrite();
        } finally {
            gate.readLock().unlock();
        }
    }

    /**
     * Gives back the files that hold nothing but keys of a range that was deleted by a write, without reading them. It does nothing as
     * long as a snapshot from before that write is in use, which still reads them; says whether it did.
     */
    public boolean dropFiles(List<Family> families, byte[] from, byte[] to, long deletedBy) {
        Database current = lease();
        try {
            if (current.hasSnapshotBefore(deletedBy)) {
                return false;
            }
            for (Family family : families) {
                current.dropFiles(family, from, to);
            }
            return true;
        } catch (RocksDBException failure) {
            throw new PfsException(FailureKind.UNAVAILABLE, "The store could not delete its files", failure);
        } finally {
            gate.readLock().unlock();
        }
    }

    /** Closes the store and opens it again, which is the only way back after a write failed. */
    public void reopen() throws IOException {
        Lock exclusive = gate.writeLock();
        exclusive.lock();
        try {
            closeDatabase();
            openings.incrementAndGet();
            database = Database.open(folder, settings);
            recent.startOver();
        } finally {
            exclusive.unlock();
        }
    }

    /** How often the store was opened; what was derived from unforced writes of an earlier opening is not to be relied on. */
    public int openings() {
        return openings.get();
    }

    /** How many views and batches there were, of whoever. */
    public long uses() {
        return uses.sum();
    }

    private Database lease() {
        uses.increment();
        gate.readLock().lock();
        Database current = database;
        if (current == null) {
            gate.readLock().unlock();
            throw new PfsException(FailureKind.UNAVAILABLE, "The file system is closed");
        }
        return current;
    }

    private void closeDatabase() {
        Database current = database;
        if (current != null) {
            database = null;
            current.close();
        }
    }

    @Override
    public void close() {
        Lock exclusive = gate.writeLock();
        exclusive.lock();
        try {
            closeDatabase();
        } finally {
            exclusive.unlock();
        }
    }

    /** Puts writes into a batch. */
    @FunctionalInterface
    public interface BatchFiller {
        void fill(Batch batch);
    }
}
