package io.pfsgateway.pfs;

import io.pfsgateway.pfs.branch.Branches;
import io.pfsgateway.pfs.branch.OpenCommits;
import io.pfsgateway.pfs.branch.Repos;
import io.pfsgateway.pfs.check.CheckReport;
import io.pfsgateway.pfs.check.Checker;
import io.pfsgateway.pfs.commit.Committer;
import io.pfsgateway.pfs.commit.EpochPolicy;
import io.pfsgateway.pfs.commit.FileCommitter;
import io.pfsgateway.pfs.commit.Recovery;
import io.pfsgateway.pfs.content.Blobs;
import io.pfsgateway.pfs.content.ContentFactory;
import io.pfsgateway.pfs.content.ContentNumbers;
import io.pfsgateway.pfs.content.Contents;
import io.pfsgateway.pfs.content.Pins;
import io.pfsgateway.pfs.disk.CountingDisk;
import io.pfsgateway.pfs.disk.FolderLock;
import io.pfsgateway.pfs.disk.FormatFile;
import io.pfsgateway.pfs.disk.Reserve;
import io.pfsgateway.pfs.disk.Room;
import io.pfsgateway.pfs.index.PathIndex;
import io.pfsgateway.pfs.index.TreeBuild;
import io.pfsgateway.pfs.listing.History;
import io.pfsgateway.pfs.listing.Lister;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.RepoName;
import io.pfsgateway.pfs.read.FileReader;
import io.pfsgateway.pfs.reclaim.BlobSweep;
import io.pfsgateway.pfs.reclaim.ContentRemoval;
import io.pfsgateway.pfs.reclaim.Housekeeper;
import io.pfsgateway.pfs.reclaim.LineRemoval;
import io.pfsgateway.pfs.squash.Squash;
import io.pfsgateway.pfs.squash.SquashReport;
import io.pfsgateway.pfs.squash.SquashRequest;
import io.pfsgateway.pfs.staged.Staging;
import io.pfsgateway.pfs.store.Store;
import io.pfsgateway.pfs.store.StoreMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A versioned file system in a folder. It hands out one object for each role; all of them may be used by any number of
 * threads until it is closed. Opening costs the same however much the folder holds, and a folder is open once at a time.
 */
public final class EmbeddedPfs implements AutoCloseable {
    private final FolderLock lock;
    private final Store store;
    private final Committer committer;
    private final Housekeeper housekeeper;
    private final Roles roles;
    private final CountingDisk disk;

    private record Roles(
            Repos repos,
            Branches branches,
            OpenCommits openCommits,
            FileReader reader,
            Lister lister,
            History history,
            FileCommitter files,
            Staging staging,
            Checker checker,
            Squash squash,
            PathIndex index) {}

    private EmbeddedPfs(FolderLock lock, Folder folder, Store store, PfsSettings settings, CountingDisk disk)
            throws IOException {
        this.lock = lock;
        this.disk = disk;
        this.store = store;
        Recovery recovery = new Recovery(store, new Reserve(folder.path(), settings.reserveBytes(), settings.disk()));
        Room room = new Room(folder.path(), settings.disk());
        this.housekeeper = new Housekeeper(() -> recovery.lacksSpace() || room.isScarce(), store::uses);
        ContentNumbers numbers = ContentNumbers.reserve(store);
        this.committer = new Committer(store, settings.clock(), recovery, housekeeper::wake);
        committer.start();
        this.roles = assemble(folder.blobs(), numbers, settings);
    }

    /**
     * Opens the folder, making it where there is none. Fails with {@link FailureKind#LOCKED} where another process has it
     * open, with {@link FailureKind#FORMAT_TOO_NEW} where a newer version wrote it, and with
     * {@link FailureKind#FOREIGN_FOLDER} where it holds other files; those that are hidden do not count.
     */
    public static EmbeddedPfs open(Path path, PfsSettings given) throws IOException {
        CountingDisk disk = new CountingDisk(given.disk());
        PfsSettings settings = given.withDisk(disk);
        Folder folder = Folder.prepare(path, settings);
        FolderLock lock = FolderLock.take(path);
        try {
            folder.requireReadable();
            return open(lock, folder, settings, disk);
        } catch (IOException | RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    /**
     * Loads what a store is made of, which is best done beside the rest of a start. {@link #open} does without, and then takes
     * longer; it tells of what fails here.
     */
    public static void prepare() {
        Store.prepare();
    }

    /** Whether there is a file system in the folder already. */
    public static boolean isIn(Path path) {
        return new FormatFile(path, PfsSettings.defaults().disk()).exists();
    }

    private static EmbeddedPfs open(FolderLock lock, Folder folder, PfsSettings settings, CountingDisk disk)
            throws IOException {
        EmbeddedPfs opened = assemble(lock, folder, settings, disk);
        try {
            opened.finishInterruptedSquash();
            opened.roles.repos().createProject(RepoName.DEFAULT_PROJECT);
            return opened;
        } catch (RuntimeException failure) {
            opened.close();
            throw failure;
        }
    }

    private static EmbeddedPfs assemble(FolderLock lock, Folder folder, PfsSettings settings, CountingDisk disk)
            throws IOException {
        Store store = folder.openStore();
        try {
            return new EmbeddedPfs(lock, folder, store, settings, disk);
        } catch (IOException | RuntimeException failure) {
            store.close();
            throw failure;
        }
    }

    private Roles assemble(Blobs blobs, ContentNumbers numbers, PfsSettings settings) {
        Pins pins = new Pins(housekeeper::wake);
        Contents contents = new Contents(store, blobs, pins);
        ContentFactory factory =
                new ContentFactory(contents, blobs, settings.disk(), numbers, settings.inlineLimitBytes());
        PathIndex index = new PathIndex(store, settings.caches().nodeBytes());
        EpochPolicy epochs = new EpochPolicy(settings.changesPerEpoch());
        TreeBuild trees = new TreeBuild(store, index);
        LineRemoval lines = new LineRemoval(store, committer);
        ContentRemoval dead = new ContentRemoval(store, committer, pins, blobs);
        BlobSweep sweep = new BlobSweep(store, blobs, numbers);
        housekeeper.start(List.of(trees::step), List.of(lines, dead, sweep));
        return new Roles(
                new Repos(store, committer),
                new Branches(store, committer, epochs),
                new OpenCommits(store, committer, epochs, numbers),
                new FileReader(store, contents),
                new Lister(store, index),
                new History(store),
                new FileCommitter(committer, numbers, epochs),
                new Staging(store, committer, factory),
                new Checker(store, blobs, contents, index),
                new Squash(store, committer, index),
                index);
    }

    public Repos repos() {
        return roles.repos();
    }

    public Branches branches() {
        return roles.branches();
    }

    public OpenCommits openCommits() {
        return roles.openCommits();
    }

    public FileReader reader() {
        return roles.reader();
    }

    public Lister lister() {
        return roles.lister();
    }

    public History history() {
        return roles.history();
    }

    public FileCommitter files() {
        return roles.files();
    }

    public Staging staging() {
        return roles.staging();
    }

    /** Reads everything back and says what is wrong with it. The background stands still meanwhile; commits go on. */
    public CheckReport check() {
        return housekeeper.whileStill(roles.checker::check);
    }

    /** As {@link #check()}, on a folder that no engine has open. It changes none of the data; it takes the folder's lock meanwhile. */
    public static CheckReport check(Path path, PfsSettings settings) throws IOException {
        Folder folder = new Folder(path, settings);
        folder.requireExisting();
        FolderLock lock = FolderLock.take(path);
        try (Store store = folder.openStoreReadOnly()) {
            Contents contents = new Contents(store, folder.blobs(), new Pins(() -> {}));
            PathIndex index = new PathIndex(store, settings.caches().nodeBytes());
            return new Checker(store, folder.blobs(), contents, index).check();
        } finally {
            lock.close();
        }
    }

    /** What was done since this opening, for whoever watches it. It costs nothing to ask. */
    public PfsStatistics statistics() {
        return new PfsStatistics(
                roles.files().commits(),
                committer.groups(),
                disk.forcedLogs(),
                disk.forcedFiles(),
                disk.forcedFolders());
    }

    /** The memory that it holds just now, for whoever watches it; empty while its store is closed, or on the way there and back. */
    public Optional<PfsMemory> memory() {
        return store.memory().map(this::memory);
    }

    private PfsMemory memory(StoreMemory held) {
        return new PfsMemory(
                held.recentBytes(),
                roles.index.cachedBytes(),
                held.blockBytes(),
                held.unwrittenBytes(),
                held.tableBytes());
    }

    private void finishInterruptedSquash() {
        housekeeper.whileStill(() -> {
            roles.squash.finishInterrupted();
            return true;
        });
    }

    /** Squashes old commits and waits until their space came back. Nothing else may use the engine meanwhile. */
    SquashReport squash(SquashRequest request, Runnable afterStep) throws InterruptedException {
        housekeeper.awaitIdle();
        SquashReport report = housekeeper.whileStill(() -> roles.squash.run(request, afterStep));
        housekeeper.wake();
        housekeeper.awaitIdle();
        store.compact();
        return report;
    }

    /** What the store has counted since it was last opened, as text for people who look for the cause of a delay. */
    public String storeStatistics() {
        return store.statistics();
    }

    /** Waits until the background has nothing to do: trees are built, and what was deleted is gone. It does not rest meanwhile. */
    public void awaitBackground() throws InterruptedException {
        housekeeper.awaitIdle();
    }

    /** Finishes the commits that were asked for, and lets go of the folder. What is used afterwards is unavailable. */
    @Override
    public void close() {
        try {
            housekeeper.close();
            committer.close();
            store.close();
        } finally {
            lock.close();
        }
    }
}
