package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.listing.Grouping;
import io.pfsgateway.pfs.listing.History;
import io.pfsgateway.pfs.listing.VersionEntry.Version;
import io.pfsgateway.pfs.listing.VersionMarker;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.CommitRef;
import io.pfsgateway.pfs.model.DeletedRow;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.read.CommitPoint;
import io.pfsgateway.pfs.read.FileReader;
import java.util.Optional;

/**
 * Finds the commit that deleted what is missing. What stands at a commit never changes, so that the steps agree however many
 * commits are made between them.
 */
final class DeletionTrace {
    private final FileReader reader;
    private final History history;

    DeletionTrace(EmbeddedPfs engine) {
        this.reader = engine.reader();
        this.history = engine.history();
    }

    /** Who deleted the file that is missing at a commit: that commit or one before it; nobody where there never was one. */
    Optional<CommitInfo> deletedBy(CommitPoint at, FilePath path) {
        if (stoodBefore(at, path)) {
            return Optional.of(EngineWords.commitInfo(at));
        }
        VersionMarker marker = new VersionMarker(path.bytes(), Optional.of(at.id()));
        return history
                .versions(at.branch(), new Grouping(path.bytes(), Bytes.EMPTY), Optional.of(marker), 1)
                .entries()
                .stream()
                .filter(Version.class::isInstance)
                .map(Version.class::cast)
                .filter(version -> version.path().equals(path) && version.version() instanceof DeletedRow)
                .map(version -> EngineWords.commitInfo(version.version()))
                .findFirst();
    }

    private boolean stoodBefore(CommitPoint at, FilePath path) {
        try {
            return reader.find(at.branch(), CommitRef.of(at.id()).ancestor(1), path)
                    .isPresent();
        } catch (PfsException failed) {
            if (failed.kind() == FailureKind.NO_SUCH_COMMIT) {
                return false;
            }
            throw failed;
        }
    }
}
