package io.pfsgateway.domain.condition;

import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.file.FileVersion;

/** The newest change of an object, as a reader was told of it. */
public sealed interface LastChange {
    /** The object was written, and found as this version. */
    record Written(FileVersion version) implements LastChange {}

    /** The object was deleted by this commit. */
    record Deleted(CommitId commit) implements LastChange {}
}
