package io.pfsgateway.pfs;

import io.pfsgateway.pfs.content.Blobs;
import io.pfsgateway.pfs.disk.FormatFile;
import io.pfsgateway.pfs.disk.Reserve;
import io.pfsgateway.pfs.store.Store;
import io.pfsgateway.pfs.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What lies in an engine's folder, and how it is laid out. */
record Folder(Path path, PfsSettings settings) {
    static Folder prepare(Path path, PfsSettings settings) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path);
            Path parent = path.toAbsolutePath().getParent();
            if (parent != null) {
                settings.disk().forceFolder(parent);
            }
        }
        return new Folder(path, settings);
    }

    /** Refuses a format that is too new before anything is touched; lays out a new folder. */
    void requireReadable() throws IOException {
        new FormatFile(path, settings.disk()).open();
        if (!Files.isDirectory(blobFolder())) {
            Files.createDirectories(blobFolder());
            settings.disk().forceFolder(path);
        }
        new Reserve(path, settings.reserveBytes(), settings.disk()).restore();
    }

    /** Refuses a folder that holds no file system, or one of a newer format. */
    void requireExisting() throws IOException {
        FormatFile format = new FormatFile(path, settings.disk());
        if (!format.exists()) {
            throw new NoSuchFileException(path.toString(), null, "holds no file system");
        }
        format.open();
    }

    Store openStoreReadOnly() throws IOException {
        return Store.open(path.resolve("store"), new StoreSettings(settings.cacheBytes(), true), settings.disk());
    }

    Store openStore() throws IOException {
        return Store.open(path.resolve("store"), new StoreSettings(settings.cacheBytes(), false), settings.disk());
    }

    Blobs blobs() {
        return new Blobs(blobFolder(), settings.disk());
    }

    private Path blobFolder() {
        return path.resolve("blobs");
    }
}
