package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.file.EntityTag;
import io.pfsgateway.domain.file.FileVersion;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.pfs.model.DeletedRow;
import io.pfsgateway.pfs.model.FileRow;
import java.util.Optional;

/** What a row says in the words of the domain. */
final class FileVersions {
    private FileVersions() {}

    static FileVersion of(ObjectKey key, FileRow row) {
        return of(key, row, AttributesCodec.decode(row.attributes()));
    }

    /** All that conditions ask of a file, which is not its attributes: these are decided on the committer's one thread. */
    static Optional<FileVersion> standing(ObjectKey key, Optional<io.pfsgateway.pfs.model.FileVersion> newest) {
        return newest.flatMap(io.pfsgateway.pfs.model.FileVersion::file)
                .map(row -> of(key, row, ObjectAttributes.NONE));
    }

    /** The commit that deleted the file, where that is the newest change. */
    static Optional<CommitId> deletion(Optional<io.pfsgateway.pfs.model.FileVersion> newest) {
        return newest.filter(DeletedRow.class::isInstance).map(deleted -> EngineWords.commitId(deleted.commit()));
    }

    private static FileVersion of(ObjectKey key, FileRow row, ObjectAttributes attributes) {
        EntityTag tag = new EntityTag(EngineWords.hash(row.hash()), Math.max(1, row.parts()));
        return new FileVersion(key, row.size(), tag, row.time(), EngineWords.commitId(row.commit()), attributes);
    }
}
