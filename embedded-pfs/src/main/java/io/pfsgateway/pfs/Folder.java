package io.pfsgateway.pfs;

import io.pfsgateway.pfs.content.Blobs;
import io.pfsgateway.pfs.disk.FormatFile;
import io.pfsgateway.pfs.disk.Reserve;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.store.Store;
import io.pfsgateway.pfs.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What lies in an engine's folder, and how it is laid out. */
record Folder(Path path, PfsSettings settings) {
    /** What an opening makes before the format file, by which a folder is known. */
    private static final Set<String> BEFORE_FORMAT = Set.of("lock", "format.new");

    private static final String OF_THE_SYSTEM = "lost+found";

    /**
     * Makes the folder with those above it that are missing, and forces each name that this made, from the top. A folder of
     * other files is refused, and left as it is.
     */
    static Folder prepare(Path path, PfsSettings settings) throws IOException {
        new Folder(path, settings).refuseForeign();
        Deque<Path> holders = new ArrayDeque<>();
        Path at = path.toAbsolutePath();
        while (at != null && !Files.isDirectory(at)) {
            at = at.getParent();
            if (at != null) {
                holders.push(at);
            }
        }
        if (!holders.isEmpty()) {
            Files.createDirectories(path);
        }
        for (Path holder : holders) {
            settings.disk().forceFolder(holder);
        }
        return new Folder(path, settings);
    }

    private void refuseForeign() throws IOException {
        if (!Files.isDirectory(path)) {
            return;
        }
        Optional<String> foreign;
        try (Stream<Path> files = Files.list(path)) {
            foreign = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !isOfANewFolder(name))
                    .min(Comparator.naturalOrder());
        }
        // Asked after the look: another process may be making the folder, and makes this file before most others.
        if (foreign.isPresent() && !new FormatFile(path, settings.disk()).exists()) {
            throw new PfsException(
                    FailureKind.FOREIGN_FOLDER,
                    "The folder " + path.toAbsolutePath() + " holds no file system but other files, such as "
                            + foreign.get() + "; name a folder that is empty or not there yet");
        }
    }

    private static boolean isOfANewFolder(String name) {
        return name.startsWith(".") || name.equals(OF_THE_SYSTEM) || BEFORE_FORMAT.contains(name);
    }

    /** Refuses a format that is too new before anything is touched; lays out a new folder. */
    void requireReadable() throws IOException {
        new FormatFile(path, settings.disk()).open();
        if (!Files.isDirectory(blobFolder())) {
            Files.createDirectories(blobFolder());
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
        return Store.open(path.resolve("store"), storeSettings(true), settings.disk());
    }

    private StoreSettings storeSettings(boolean readOnly) {
        PfsCaches caches = settings.caches();
        return new StoreSettings(caches.recentBytes(), caches.blockBytes(), readOnly);
    }

    /**
     * Opens the store, and forces the names in the folder before anything relies on them. They may be there and yet not be
     * durable, where an earlier opening was cut off after it made them.
     */
    Store openStore() throws IOException {
        Store store = Store.open(path.resolve("store"), storeSettings(false), settings.disk());
        try {
            settings.disk().forceFolder(path);
            return store;
        } catch (IOException | RuntimeException failure) {
            store.close();
            throw failure;
        }
    }

    Blobs blobs() {
        return new Blobs(blobFolder(), settings.disk());
    }

    private Path blobFolder() {
        return path.resolve("blobs");
    }
}
