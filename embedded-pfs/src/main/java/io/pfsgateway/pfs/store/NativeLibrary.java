package io.pfsgateway.pfs.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rocksdb.NativeLibraryLoader;
import org.rocksdb.RocksDB;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store's native library, 17 MB that come out of a jar. RocksDB would leave them in the folder for temporary files whenever a
 * process ends otherwise than by itself; here they are gone from there as soon as they are loaded. Where {@code ROCKSDB_SHAREDLIB_DIR}
 * names a folder for them, RocksDB's own way is taken.
 */
final class NativeLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);
    private static final String OWN_FOLDER = "ROCKSDB_SHAREDLIB_DIR";

    private static boolean loaded;

    private NativeLibrary() {}

    /** Loads it, once; who comes while another does so waits for it. */
    static synchronized void load() {
        if (loaded) {
            return;
        }
        if (System.getenv(OWN_FOLDER) == null) {
            loadFromTemporaryFolder();
        }
        // Finds it loaded, and notes that.
        RocksDB.loadLibrary();
        loaded = true;
    }

    private static void loadFromTemporaryFolder() {
        try {
            Path folder = Files.createTempDirectory("pfs-s3-gateway-");
            try {
                NativeLibraryLoader.getInstance().loadLibrary(folder.toString());
            } finally {
                remove(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The store's native library could not be unpacked in " + System.getProperty("java.io.tmpdir")
                            + "; -Djava.io.tmpdir or " + OWN_FOLDER + " names another folder",
                    failure);
        }
    }

    /** What is loaded stays loaded without its file, but on systems that keep such files until the process ends. */
    private static void remove(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException kept) {
            LOG.debug("The unpacked library stays in {}", folder, kept);
        }
    }
}
