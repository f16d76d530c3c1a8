package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.ProjectName;
import io.pfsgateway.domain.bucket.RepoName;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.failure.BucketFailure;
import io.pfsgateway.domain.failure.UploadFailure;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.CommitRef;
import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.FileVersion;
import io.pfsgateway.pfs.model.PartSource;
import io.pfsgateway.pfs.model.Sha256;
import io.pfsgateway.pfs.read.CommitPoint;

/** The engine's words for the domain's, and back. */
final class EngineWords {
    private EngineWords() {}

    /**
     * The branch to look for.
     *
     * @throws BucketFailure with {@code NO_SUCH_BUCKET} when no branch can have this name, so that none has
     */
    static BranchName branch(BranchId id) {
        if (!canBeMade(id)) {
            throw BucketFailure.noSuchBucket(id.bucketName());
        }
        return new BranchName(
                id.project().value(), id.repo().value(), id.branch().value());
    }

    /** Whether there can be a branch of this name: one like a commit id would be read as that. */
    static boolean canBeMade(BranchId id) {
        return !io.pfsgateway.pfs.model.CommitId.matches(id.branch().value());
    }

    static BranchId branchId(BranchName name) {
        return new BranchId(
                new ProjectName(name.project()),
                new RepoName(name.repo()),
                new io.pfsgateway.domain.bucket.BranchName(name.branch()));
    }

    static CommitRef ref(io.pfsgateway.domain.commit.CommitRef ref) {
        return new CommitRef(ref.base().map(EngineWords::commit), ref.ancestors());
    }

    static io.pfsgateway.pfs.model.CommitId commit(CommitId id) {
        return io.pfsgateway.pfs.model.CommitId.parse(id.value());
    }

    static CommitId commitId(io.pfsgateway.pfs.model.CommitId id) {
        return new CommitId(id.toString());
    }

    static CommitInfo commitInfo(FileVersion version) {
        return new CommitInfo(commitId(version.commit()), version.time());
    }

    static CommitInfo commitInfo(CommitPoint point) {
        return new CommitInfo(commitId(point.id()), point.time());
    }

    static FilePath path(ObjectKey key) {
        return new FilePath(Bytes.owning(key.utf8()));
    }

    static ObjectKey key(FilePath path) {
        return new ObjectKey(path.bytes().toUtf8());
    }

    /**
     * A staged content to compose a file of, for the upload that the token names.
     *
     * @throws UploadFailure with {@code NO_SUCH_UPLOAD} when the id is the id of nothing
     */
    static PartSource part(io.pfsgateway.application.port.out.PartSource part, String token) {
        ContentId staged = StagedIds.parse(part.content()).orElseThrow(() -> UploadFailure.noSuchUpload(token));
        return new PartSource(staged, ChecksumCodec.note(part.checksum()));
    }

    static Sha256 sha256(ContentHash hash) {
        return new Sha256(Bytes.owning(hash.bytes()));
    }

    static ContentHash hash(Sha256 hash) {
        return ContentHash.of(hash.bytes().toArray());
    }
}
