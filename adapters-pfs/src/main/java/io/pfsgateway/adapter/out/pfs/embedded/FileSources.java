package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.failure.BucketFailure;
import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.domain.file.FileLocation;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.read.FileReader;
import io.pfsgateway.pfs.read.OpenFile;

/** Opens files to take their bytes from. Whatever of a source is missing, it is the version that does not exist. */
final class FileSources {
    private final FileReader reader;

    FileSources(FileReader reader) {
        this.reader = reader;
    }

    /**
     * The file, to be closed by the caller.
     *
     * @throws KeyFailure with {@code NO_SUCH_VERSION}
     */
    OpenFile open(FileLocation source) {
        try {
            return reader.open(
                            EngineWords.branch(source.branch()),
                            EngineWords.ref(CommitRef.to(source.commit())),
                            EngineWords.path(source.key()))
                    .orElseThrow(() -> missing(source));
        } catch (BucketFailure notABranchsName) {
            throw missing(source);
        } catch (PfsException failed) {
            if (failed.kind() == FailureKind.NO_SUCH_BRANCH) {
                throw missing(source);
            }
            throw EngineFailures.of(failed, Subject.of(source.branch(), CommitRef.to(source.commit()), source.key()));
        }
    }

    private static KeyFailure missing(FileLocation source) {
        return KeyFailure.noSuchVersion(source.key().value(), source.commit().value());
    }
}
