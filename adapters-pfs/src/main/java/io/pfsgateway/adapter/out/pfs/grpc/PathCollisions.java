package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.StatusException;
import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.FileInfo;
import io.pfsgateway.pfs.protocol.FileType;
import java.util.Optional;

/**
 * Refuses a key that would make something a file and a directory at once. pachd lets such a commit happen, ends it in error and
 * goes on from the one before, so that what the client was told is stored would be lost.
 *
 * <p>Overwriting costs one round trip, a new file in a directory that is there two, and each directory that it would make one more.
 */
final class PathCollisions {
    private final PfsClient client;

    PathCollisions(PfsClient client) {
        this.client = client;
    }

    /**
     * Looks at a commit for what a key would collide with.
     *
     * @throws KeyFailure with {@code PATH_COLLISION}
     */
    void refuse(Commit at, ObjectKey key) throws StatusException {
        String path = PachydermPath.of(key);
        Optional<FileInfo> there = client.inspectFile(at, path);
        if (there.isPresent()) {
            if (there.get().getFileType() == FileType.DIR) {
                throw KeyFailure.pathCollision(key.value(), key.value() + "/");
            }
            return;
        }
        refuseFileAbove(at, key, path);
    }

    /** Goes up until a directory is met: above one there are only directories. */
    private void refuseFileAbove(Commit at, ObjectKey key, String path) throws StatusException {
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            String parent = path.substring(0, slash);
            Optional<FileInfo> there = client.inspectFile(at, parent);
            if (there.isPresent()) {
                if (there.get().getFileType() != FileType.DIR) {
                    throw KeyFailure.pathCollision(key.value(), parent.substring(1));
                }
                return;
            }
        }
    }
}
