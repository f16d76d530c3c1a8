package io.pfsgateway.pfs;

import io.pfsgateway.pfs.disk.FolderLock;
import io.pfsgateway.pfs.squash.Squash;
import io.pfsgateway.pfs.squash.SquashReport;
import io.pfsgateway.pfs.squash.SquashRequest;
import io.pfsgateway.pfs.store.Store;
import io.pfsgateway.pfs.store.View;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Takes old commits out of a folder that no engine has open, and gives their space back. It may be cut off at any moment: what it had
 * taken out of sight stays so, the next opening finishes that, and another squash does the rest.
 */
public final class OfflineSquash {
    private final Path path;
    private final PfsSettings settings;

    public OfflineSquash(Path path, PfsSettings settings) {
        this.path = path;
        this.settings = settings;
    }

    /** What a squash would take away. It changes none of the data; it takes the folder's lock meanwhile. */
    public SquashReport preview(SquashRequest request) throws IOException {
        Folder folder = new Folder(path, settings);
        folder.requireExisting();
        FolderLock lock = FolderLock.take(path);
        try (Store store = folder.openStoreReadOnly();
                View view = store.snapshot()) {
            return Squash.preview(view, request);
        } finally {
            lock.close();
        }
    }

    /** Squashes, and returns when the space is back. It needs room for a second copy of what the store keeps of it. */
    public SquashReport run(SquashRequest request) throws IOException, InterruptedException {
        new Folder(path, settings).requireExisting();
        try (EmbeddedPfs pfs = EmbeddedPfs.open(path, settings)) {
            return pfs.squash(request, () -> {});
        }
    }
}
