package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.PfsSettings;
import io.pfsgateway.pfs.model.PfsException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A file system in a folder, open from {@link #open} to {@link #close}. All its roles may be used by any number of threads. One
 * process has a folder open at a time, and a folder that a newer version wrote is refused.
 */
public final class EmbeddedFileSystem implements AutoCloseable {
    private final Path folder;
    private final EmbeddedPfs engine;
    private final FileSystem ports;
    private final boolean created;

    private EmbeddedFileSystem(Path folder, EmbeddedPfs engine, boolean created) {
        this.folder = folder;
        this.engine = engine;
        this.created = created;
        this.ports = new FileSystem(
                new EmbeddedBranchCatalog(engine.branches()),
                new EmbeddedCommitReader(engine.reader()),
                new EmbeddedFileLister(engine.lister()),
                new EmbeddedFileHistory(engine.history()),
                new EmbeddedCommitter(engine),
                new EmbeddedContentStaging(engine));
    }

    /** Loads what a file system is made of, which {@link #open} does too, where it was not done beside the rest of a start. */
    public static void prepare() {
        EmbeddedPfs.prepare();
    }

    /**
     * Opens the folder, or makes a file system in it where there is none.
     *
     * @throws FileSystemFailure with {@code FILE_SYSTEM_UNAVAILABLE}, whose cause says why: the folder is open elsewhere, is of a newer
     *     format, holds other files, or cannot be used
     */
    public static EmbeddedFileSystem open(EmbeddedSettings settings) {
        try {
            boolean created = !EmbeddedPfs.isIn(settings.folder());
            PfsSettings engineSettings =
                    PfsSettings.defaults().withClock(settings.clock()).withCaches(settings.caches());
            return new EmbeddedFileSystem(
                    settings.folder(), EmbeddedPfs.open(settings.folder(), engineSettings), created);
        } catch (IOException | PfsException failed) {
            throw FileSystemFailure.unavailable(failed);
        }
    }

    /** Its roles. */
    public FileSystem ports() {
        return ports;
    }

    /** What it is made of, for whoever serves the same files in another way; it stays this one's. */
    public EmbeddedPfs engine() {
        return engine;
    }

    /** The folder, which is its own from its opening on; what belongs to it may be kept in a folder of its own below. */
    public Path folder() {
        return folder;
    }

    /** Whether there was no file system in the folder when it was opened. */
    public boolean wasCreated() {
        return created;
    }

    /** Finishes the commits that were asked for and lets go of the folder. Its roles are unavailable afterwards. */
    @Override
    public void close() {
        engine.close();
    }
}
