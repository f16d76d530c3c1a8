package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.CopyObjectUseCase.Source;
import io.pfsgateway.application.port.out.CommitReader;
import io.pfsgateway.application.port.out.FileLookup;
import io.pfsgateway.application.port.out.PinnedFile;
import io.pfsgateway.domain.condition.ReadConditions;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.domain.file.FileVersion;

/** Opens the sources of copies, of which every condition holds. */
final class CopySources {
    static final String HEADER = "x-amz-copy-source";

    private final BucketReads reads;
    private final LastModifiedRule lastModified;

    CopySources(CommitReader reader, LastModifiedRule lastModified) {
        this.reads = new BucketReads(reader);
        this.lastModified = lastModified;
    }

    /** The source, pinned; the caller closes it. */
    PinnedFile open(Source source) {
        FileLookup lookup = reads.open(source.bucket(), source.version(), source.key());
        if (!(lookup instanceof FileLookup.Found found)) {
            throw missing(source, lookup);
        }
        return Pinned.closedOnFailure(found.file(), pinned -> conditionsHold(source, pinned));
    }

    private PinnedFile conditionsHold(Source source, PinnedFile pinned) {
        FileVersion file = lastModified.shown(pinned.version(), pinned.commit());
        if (source.conditions().decide(file) != ReadConditions.Verdict.HOLDS) {
            throw KeyFailure.preconditionFailed(source.key().value());
        }
        return pinned;
    }

    private static GatewayFailure missing(Source source, FileLookup lookup) {
        String key = source.key().value();
        if (source.version().isEmpty()) {
            return KeyFailure.noSuchKey(key);
        }
        return Pinned.isDeleteMarker(lookup)
                ? RequestFailure.invalidRequest(
                        HEADER,
                        "The source of a copy request may not specifically refer to a delete marker by version id.")
                : KeyFailure.noSuchVersion(key, source.version().get().toString());
    }
}
