package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.domain.file.EntityTag;
import io.pfsgateway.domain.file.FileVersion;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.pfs.model.FileRow;

/** What a row says in the words of the domain. */
final class FileVersions {
    private FileVersions() {}

    static FileVersion of(ObjectKey key, FileRow row) {
        return of(key, row, AttributesCodec.decode(row.attributes()));
    }

    /** All that conditions ask about, which is not its attributes: these are decided on the committer's one thread. */
    static FileVersion withoutAttributes(ObjectKey key, FileRow row) {
        return of(key, row, ObjectAttributes.NONE);
    }

    private static FileVersion of(ObjectKey key, FileRow row, ObjectAttributes attributes) {
        EntityTag tag = new EntityTag(EngineWords.hash(row.hash()), Math.max(1, row.parts()));
        return new FileVersion(key, row.size(), tag, row.time(), EngineWords.commitId(row.commit()), attributes);
    }
}
