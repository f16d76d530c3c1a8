package io.pfsgateway.adapter.in.http.header;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.failure.KeyFailure;
import java.util.Optional;

/** Version ids as clients name them: a commit, {@code HEAD}, or S3's {@code null}, which nothing here has. */
public final class VersionIds {
    private static final String NULL_VERSION = "null";

    private VersionIds() {}

    /** The version to read; the null version is one that does not exist. */
    public static Optional<CommitRef> toRead(Optional<String> versionId, String key) {
        if (versionId.filter(NULL_VERSION::equals).isPresent()) {
            throw KeyFailure.noSuchVersion(key, NULL_VERSION);
        }
        return versionId.map(VersionIds::parse);
    }

    /** The version to delete; the null version is history too, which cannot be changed. */
    public static Optional<CommitRef> toDelete(Optional<String> versionId) {
        if (versionId.filter(NULL_VERSION::equals).isPresent()) {
            throw S3Error.notImplemented("versionId=null").refusal();
        }
        return versionId.map(VersionIds::parse);
    }

    private static CommitRef parse(String versionId) {
        if (versionId.isEmpty()) {
            throw S3Error.invalidArgument("versionId", "", "Version id cannot be the empty string")
                    .refusal();
        }
        return CommitRef.parse(versionId);
    }
}
